import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/base/context.js';
import { InputReader } from '../../src/base/input-reader.js';
import type { CheckedOut, SourceTarget } from '../../src/ports/runner.js';
import { runTagStep } from '../../src/tag/step.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { RecordingLogger } from '../fakes/logger.js';
import { contextOf, SHA } from '../fakes/context.js';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const IMAGE = 'ghcr.io/org/app';
const OTHER = 'b'.repeat(40);

async function run(
  raw: Readonly<Record<string, string>>,
  parts: Partial<Context> = {},
  checkedOut?: CheckedOut,
) {
  const logger = new RecordingLogger();
  const opened: SourceTarget[] = [];
  const ports = {
    logger,
    checkout: { read: () => Promise.resolve(checkedOut) },
    openSourceRepository: (target: SourceTarget) => {
      opened.push(target);
      return Promise.resolve({
        readDefaultBranch: () => Promise.resolve('trunk'),
        readCommitDate: (sha: string) =>
          Promise.resolve(sha === SHA ? Date.parse('2026-01-09T20:15:30Z') : Number.NaN),
        compareCommits: () => Promise.reject(new Error('not used')),
        resolveCommit: () => Promise.reject(new Error('nothing is resolved')),
        listCommits: () => Promise.reject(new Error('no commits are listed')),
      });
    },
  };
  const reader = new InputReader(new Map(Object.entries({ image: IMAGE, ...raw })));
  const inputs = parseTagInputs(reader);
  expect(reader.problems).toEqual([]);
  const result = await runTagStep(inputs, contextOf(parts), ports);
  return { result, log: logger.lines, opened };
}

describe('runTagStep', () => {
  it('computes the usual tag, and says of which commit and why', async () => {
    const { result, log, opened } = await run({});
    expect(result).toEqual({
      image: { repository: IMAGE, tag: 'main-a1b2c3d' },
      names: [`${IMAGE}:main-a1b2c3d`],
      version: 'main-a1b2c3d',
      sourceSha: SHA,
      shortSha: 'a1b2c3d',
      labels: [
        'org.opencontainers.image.created=2026-01-10T00:30:00.000Z',
        `org.opencontainers.image.revision=${SHA}`,
        'org.opencontainers.image.source=https://github.com/org/app',
        'org.opencontainers.image.title=app',
        'org.opencontainers.image.url=https://github.com/org/app',
        'org.opencontainers.image.version=main-a1b2c3d',
      ],
      annotations: expect.arrayContaining([
        `manifest:org.opencontainers.image.revision=${SHA}`,
        'manifest:org.opencontainers.image.version=main-a1b2c3d',
      ]),
      rules: [
        { source: 'type=sha,prefix={{branch}}-', type: 'sha', outcome: 'tag', tag: 'main-a1b2c3d' },
      ],
    });
    expect(log).toEqual([
      'group: Image tag',
      `info: Source commit: ${SHA}, GITHUB_SHA of the event push.`,
      'info:   type=sha,prefix={{branch}}-  main-a1b2c3d',
      `info: Image to deploy: ${IMAGE}:main-a1b2c3d`,
    ]);
    expect(opened).toEqual([]);
  });

  it('says that the commit of a given tag is completed later', async () => {
    const { log } = await run({ image: `${IMAGE}:main-0000000` });
    expect(log).toContain('info: Source commit: 0000000, which a promotion completes.');
    expect(log.join()).not.toContain('is not known');
  });

  it('deploys the tag of the commit among several', async () => {
    const tags = 'type=ref,event=branch\nmain\ntype=ref,event=tag\ntype=sha';
    const { result, log } = await run({ tags, digest: DIGEST });
    expect(result.image).toEqual({ repository: IMAGE, tag: 'sha-a1b2c3d', digest: DIGEST });
    expect(result.names).toEqual([`${IMAGE}:main`, `${IMAGE}:sha-a1b2c3d`]);
    expect(result.version).toBe('main');
    expect(log).toContain('info:   type=ref,event=tag     no tag: the run is not about a tag');
  });

  it('takes the commit that source-sha names', async () => {
    const { result } = await run({ 'source-sha': OTHER, 'short-sha-length': '4' });
    expect(result).toMatchObject({ image: { tag: 'main-bbbb' }, sourceSha: OTHER });
  });

  it('applies the flavor', async () => {
    const { result } = await run({ tags: 'x', flavor: 'latest=true\nprefix=p-' });
    expect(result.names).toEqual([`${IMAGE}:p-x`, `${IMAGE}:latest`]);
  });

  it.each([
    { tags: '日本\ntype=sha', warning: 'tags: 日本 is skipped: nothing of "日本" can stand' },
    { tags: 'type=raw,value=x,priority=y', warning: 'the priority is not a number' },
    { tags: 'type=ref,event=branch', warning: 'The tag main moves' },
    { tags: 'type=ref,event=tag', warning: 'no rule gives a tag on the event push' },
  ])('warns of $tags', async ({ tags, warning }) => {
    const { log } = await run({ tags });
    expect(log.filter((line) => line.startsWith('warning: '))).toEqual([
      expect.stringContaining(warning),
    ]);
  });

  it('does not warn of a tag that moves when there is a digest', async () => {
    const { log } = await run({ tags: 'type=ref,event=branch', digest: DIGEST });
    expect(log.filter((line) => line.startsWith('warning: '))).toEqual([]);
  });

  it('has nothing to deploy when no rule gives a tag', async () => {
    const { result } = await run({ tags: 'type=ref,event=tag', digest: DIGEST });
    expect(result).toMatchObject({ image: { repository: IMAGE }, names: [], sourceSha: SHA });
    expect(result.image).not.toHaveProperty('digest');
    expect(result).not.toHaveProperty('version');
  });

  it('pushes to every repository, and deploys from the first', async () => {
    const image = 'ghcr.io/org/app\nDocker.io/org/app\nghcr.io/org/app';
    const { result, log } = await run({ image, tags: 'type=sha\nx' });
    expect(result.image).toEqual({ repository: IMAGE, tag: 'sha-a1b2c3d' });
    expect(result.names).toEqual([
      `${IMAGE}:x`,
      `${IMAGE}:sha-a1b2c3d`,
      'docker.io/org/app:x',
      'docker.io/org/app:sha-a1b2c3d',
    ]);
    expect(log.slice(1, 3)).toEqual([
      `notice: image: upper case is not allowed, so it is read as ${IMAGE}, docker.io/org/app.`,
      `info: Images to push: ${IMAGE}, docker.io/org/app. The first is the one to deploy.`,
    ]);
  });

  it('says when it lowers the image', async () => {
    const { log } = await run({ image: 'ghcr.io/Org/App' });
    expect(log[1]).toBe(
      'notice: image: upper case is not allowed, so it is read as ghcr.io/org/app.',
    );
  });
});

describe('an image that is given', () => {
  it('is taken with its commit, when the tag tells it', async () => {
    const { result, log } = await run({ tag: 'main-a1b2c3d' });
    expect(result).toMatchObject({
      image: { repository: IMAGE, tag: 'main-a1b2c3d' },
      names: [`${IMAGE}:main-a1b2c3d`],
      version: 'main-a1b2c3d',
      sourceSha: SHA,
    });
    expect(log).toContain(`info: Source commit: ${SHA}.`);
    expect(log.at(-1)).toBe(`info: Image to deploy: ${IMAGE}:main-a1b2c3d`);
  });

  it('is taken without its commit, which is said', async () => {
    const { result, log } = await run({ image: `${IMAGE}@${DIGEST}` });
    expect(result).toMatchObject({ image: { repository: IMAGE, digest: DIGEST }, names: [] });
    expect(log).toContainEqual(expect.stringMatching(/^notice: The commit .* is not known/));
  });

  it('is warned of when its tag moves', async () => {
    const { log } = await run({ tag: 'latest' });
    expect(log).toContainEqual(
      expect.stringMatching(
        /^warning: The tag latest moves.* Give digest, set pin-digest, or give a tag with the commit in it\.$/,
      ),
    );
  });
});

describe('what only the server knows', () => {
  const target = { apiUrl: 'https://api.github.com', repository: 'org/app', token: 't' };

  it('is the default branch, when the event does not tell it', async () => {
    const given = { tags: 'type=edge\ntype=sha', token: 't' };
    const { result, opened } = await run(given, { payload: {}, ref: 'refs/heads/trunk' });
    expect(result.names).toEqual([`${IMAGE}:edge`, `${IMAGE}:sha-a1b2c3d`]);
    expect(opened).toEqual([target]);
  });

  it('is the date of the commit, when the event does not tell it', async () => {
    const tags = "type=raw,value={{commit_date 'YYYYMMDD'}}";
    const { result, opened } = await run({ tags });
    expect(result.version).toBe('20260109');
    expect(opened).toEqual([{ ...target, token: '' }]);
  });

  it('is asked for by a label too', async () => {
    const label = "main={{is_default_branch}}\nat={{commit_date 'YYYYMMDD'}}";
    const given = { 'extra-labels': label, token: 't' };
    const { result, opened } = await run(given, { payload: {}, ref: 'refs/heads/trunk' });
    expect(result.labels).toEqual(expect.arrayContaining(['at=20260109', 'main=true']));
    expect(opened).toEqual([target]);
  });

  it('is not asked for when the event tells it', async () => {
    const tags = "type=edge\ntype=raw,value={{commit_date 'YYYYMMDD'}}";
    const payload = {
      repository: { default_branch: 'main' },
      head_commit: { id: SHA, timestamp: '2026-01-08T00:00:00Z' },
    };
    const { result, opened } = await run({ tags }, { payload });
    expect(result.names).toEqual([`${IMAGE}:edge`, `${IMAGE}:20260108`]);
    expect(opened).toEqual([]);
  });
});

describe('the checkout in the workspace', () => {
  const origin = 'https://github.com/org/app';

  it('may be the commit that the tag names', async () => {
    const { result } = await run({}, {}, { origin, head: SHA });
    expect(result.sourceSha).toBe(SHA);
  });

  it('may not be another commit', async () => {
    await expect(run({}, {}, { origin, head: OTHER })).rejects.toMatchObject({
      code: 'invalid-context',
      message: expect.stringContaining('Set ref of actions/checkout'),
    });
  });

  it('may be another commit that source-sha names', async () => {
    const { result } = await run({ 'source-sha': OTHER }, {}, { origin, head: OTHER });
    expect(result.sourceSha).toBe(OTHER);
  });

  it('may be the merge commit of a pull request, which is said', async () => {
    const parts = {
      eventName: 'pull_request',
      ref: 'refs/pull/42/merge',
      payload: { pull_request: { head: { sha: OTHER } } },
    };
    const { result, log } = await run({}, parts, { origin, head: SHA });
    expect(result.sourceSha).toBe(OTHER);
    expect(log).toContainEqual(expect.stringMatching(/^notice: The workspace is the merge commit/));
  });

  it('does not matter when the image is given', async () => {
    const { result } = await run({ tag: 'v1' }, {}, { origin, head: OTHER });
    expect(result.image.tag).toBe('v1');
  });
});
