import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/context.js';
import { InputReader } from '../../src/input-reader.js';
import { runTagStep } from '../../src/steps/tag.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { makeContext, SHA } from '../tag/context.js';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const IMAGE = 'ghcr.io/org/app';

function run(raw: Readonly<Record<string, string>>, parts: Partial<Context> = {}) {
  const log: string[] = [];
  const logger = {
    info: (message: string) => void log.push(message),
    notice: (message: string) => void log.push(`notice: ${message}`),
    warning: (message: string) => void log.push(`warning: ${message}`),
    annotate: () => undefined,
    group: <T>(_title: string, work: () => Promise<T>) => work(),
  };
  const reader = new InputReader(new Map(Object.entries({ image: IMAGE, ...raw })));
  const inputs = parseTagInputs(reader);
  expect(reader.problems).toEqual([]);
  return { result: runTagStep(inputs, makeContext(parts), logger), log };
}

describe('runTagStep', () => {
  it('computes the usual tag, and says of which commit and why', () => {
    const { result, log } = run({});
    expect(result).toEqual({
      image: { repository: IMAGE, tag: 'main-a1b2c3d' },
      names: [`${IMAGE}:main-a1b2c3d`],
      version: 'main-a1b2c3d',
      shortSha: 'a1b2c3d',
      sourceSha: SHA,
      rules: [
        { source: 'type=sha,prefix={{branch}}-', type: 'sha', outcome: 'tag', tag: 'main-a1b2c3d' },
      ],
    });
    expect(log).toEqual([
      `Source commit: ${SHA}, GITHUB_SHA of the event push.`,
      '  type=sha,prefix={{branch}}-  main-a1b2c3d',
      `Image to deploy: ${IMAGE}:main-a1b2c3d`,
    ]);
  });

  it('deploys the tag of the commit among several, each pushed once', () => {
    const tags = 'type=ref,event=branch\nmain\ntype=ref,event=tag\ntype=sha';
    const { result, log } = run({ tags, digest: DIGEST });
    expect(result.image).toEqual({ repository: IMAGE, tag: 'sha-a1b2c3d', digest: DIGEST });
    expect(result.names).toEqual([`${IMAGE}:main`, `${IMAGE}:sha-a1b2c3d`]);
    expect(result.version).toBe('main');
    expect(log).toContain('  type=ref,event=tag     no tag: the run is not about a tag');
  });

  it('takes the commit that source-sha names', () => {
    const { result } = run({ 'source-sha': 'b'.repeat(40), 'short-sha-length': '4' });
    expect(result).toMatchObject({ image: { tag: 'main-bbbb' }, sourceSha: 'b'.repeat(40) });
  });

  it('warns of a rule of which nothing is left', () => {
    const { log } = run({ tags: '日本\ntype=sha' });
    expect(log).toContainEqual(
      expect.stringMatching(/^warning: tags: 日本 is skipped: nothing of/),
    );
  });

  it('warns of a tag that moves, unless there is a digest', () => {
    const warning = expect.stringMatching(/^warning: The tag main moves/);
    const tags = 'type=ref,event=branch';
    expect(run({ tags }).log).toContainEqual(warning);
    expect(run({ tags, digest: DIGEST }).log).not.toContainEqual(warning);
  });

  it('takes the tag that is given, and its commit when the tag tells it', () => {
    const { result, log } = run({ tag: 'main-a1b2c3d' });
    expect(result).toEqual({
      image: { repository: IMAGE, tag: 'main-a1b2c3d' },
      names: [`${IMAGE}:main-a1b2c3d`],
      version: 'main-a1b2c3d',
      shortSha: 'a1b2c3d',
      sourceSha: SHA,
    });
    expect(log).toContain(`Source commit: ${SHA}.`);
  });

  it('says when the commit of a given image is not known', () => {
    const { result, log } = run({ image: `${IMAGE}@${DIGEST}` });
    expect(result).toEqual({ image: { repository: IMAGE, digest: DIGEST }, names: [] });
    expect(log).toContainEqual(expect.stringMatching(/^notice: The commit .* is not known/));
  });

  it('says when it lowers the image', () => {
    const { log } = run({ image: 'ghcr.io/Org/App' });
    expect(log[0]).toBe(
      'notice: image: upper case is not allowed, so it is read as ghcr.io/org/app.',
    );
  });

  it('fails when no rule gives a tag', () => {
    expect(() => run({ tags: 'type=ref,event=tag' })).toThrow(
      'tags: no rule gives a tag on the event push',
    );
  });
});
