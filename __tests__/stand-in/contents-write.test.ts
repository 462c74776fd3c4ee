import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn, StandInOptions } from './server.mjs';

const standIn = useStandIn();
const CONTENTS = `/repos/${REPOSITORY}/contents`;
const OTHER_SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

const FILES = {
  'a.yaml': 'tag: 1\n',
  'b.yaml': 'tag: 1\n',
  'dir/run.sh': { executable: 'old\n' },
  'link.yaml': { symlink: 'a.yaml' },
};

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

async function start(repository: object = {}, options: Partial<StandInOptions> = {}) {
  return standIn.start({
    ...options,
    repositories: { [REPOSITORY]: { files: FILES, ...repository } },
  });
}

async function readSha({ repository }: GitHubStandIn, path: string): Promise<string> {
  return repository(REPOSITORY).resolve('main', path);
}

async function put(path: string, body: object, token?: string) {
  const call = { body, ...(token !== undefined && { token }) };
  return standIn.call('PUT', `${CONTENTS}/${path}`, call);
}

describe('PUT contents', () => {
  it('updates a file in a commit of its own', async () => {
    const server = await start();
    const { readFile, git } = server.repository(REPOSITORY);
    const parent = await git('rev-parse', 'main');
    const sha = await readSha(server, 'a.yaml');
    const message = 'chore(a): promote 1 -> 2\n\nImage: ghcr.io/org/a:2';

    const { status, body } = await put('a.yaml', { message, content: encode('tag: 2\n'), sha });

    const commit = await git('rev-parse', 'main');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      content: { path: 'a.yaml', sha: await readSha(server, 'a.yaml'), size: 7, type: 'file' },
      commit: {
        sha: commit,
        html_url: `https://github.com/${REPOSITORY}/commit/${commit}`,
        message,
        parents: [{ sha: parent }],
        author: { name: 'promoter', email: 'promoter@users.noreply.github.com' },
        verification: { verified: false, reason: 'unsigned' },
      },
    });
    expect((await readFile('main', 'a.yaml')).toString()).toBe('tag: 2\n');
    expect(await git('show', '--format=%B', '--name-only', 'main')).toBe(`${message}\n\na.yaml`);
    expect(await git('rev-list', '--count', 'main')).toBe('2');
  });

  it('creates a file, and ignores a sha for it', async () => {
    const server = await start();
    const content = encode('tag: 1\n');
    const { status } = await put('new/c.yaml', { message: 'm', content, sha: OTHER_SHA });
    expect(status).toBe(201);
    expect(await server.repository(REPOSITORY).git('ls-tree', '-r', 'main', 'new/')).toMatch(
      /^100644/,
    );
  });

  it('commits content that did not change', async () => {
    const server = await start();
    const sha = await readSha(server, 'a.yaml');
    const { status } = await put('a.yaml', { message: 'm', content: encode('tag: 1\n'), sha });
    expect(status).toBe(200);
    expect(await server.repository(REPOSITORY).log()).toEqual(['m', 'Add the manifests\n']);
  });

  it('keeps the mode of an executable file', async () => {
    const server = await start();
    const sha = await readSha(server, 'dir/run.sh');
    await put('dir/run.sh', { message: 'm', content: encode('new\n'), sha });
    expect(await server.repository(REPOSITORY).git('ls-tree', 'main', 'dir/')).toMatch(/^100755/);
  });

  it('replaces a link itself, with the sha that a read through it gave', async () => {
    const server = await start();
    const { body } = await standIn.call('GET', `${CONTENTS}/link.yaml`);
    const { sha } = body as { sha: string };
    const { status } = await put('link.yaml', { message: 'm', content: encode('tag: 2\n'), sha });
    const { git, readFile } = server.repository(REPOSITORY);
    expect(status).toBe(200);
    expect(await git('ls-tree', 'main', 'link.yaml')).toMatch(/^120000/);
    expect((await readFile('main', 'link.yaml')).toString()).toBe('tag: 2\n');
    expect((await readFile('main', 'a.yaml')).toString()).toBe('tag: 1\n');
  });

  it('writes the branch that it is told', async () => {
    const server = await start();
    const { git, log } = server.repository(REPOSITORY);
    await git('branch', 'env/prod', 'main');
    const sha = await readSha(server, 'a.yaml');
    await put('a.yaml', { message: 'm', content: '', sha, branch: 'env/prod' });
    expect(await log('env/prod')).toHaveLength(2);
    expect(await log('main')).toHaveLength(1);
  });

  it('takes Base64 with line breaks', async () => {
    const server = await start();
    const sha = await readSha(server, 'a.yaml');
    await put('a.yaml', { message: 'm', content: 'dGFnOiAy\nCg==\n', sha });
    const bytes = await server.repository(REPOSITORY).readFile('main', 'a.yaml');
    expect(bytes.toString()).toBe('tag: 2\n');
  });
});

describe('the signers of a write', () => {
  const bot = { name: 'promoter[bot]', email: 'promoter[bot]@users.noreply.github.com' };
  const ada = { name: 'Ada', email: 'ada@example.com', date: '2026-02-03T04:05:06Z' };
  const bob = { name: 'Bob', email: 'bob@example.com', date: '2026-02-03T04:05:07Z' };

  it.each([
    {
      description: "an App's bot, committed by GitHub",
      given: {},
      author: bot,
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    },
    {
      description: 'those given',
      given: { author: ada, committer: bob },
      author: ada,
      committer: bob,
    },
    {
      description: 'the committer as author',
      given: { committer: bob },
      author: bob,
      committer: bob,
    },
    {
      description: 'the author alone',
      given: { author: ada },
      author: ada,
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    },
  ])('are $description', async ({ given, author, committer }) => {
    await start();
    const { body } = await put('c.yaml', { message: 'm', content: '', ...given }, 'app');
    expect(body).toMatchObject({ commit: { author, committer } });
  });
});

describe('a refused write', () => {
  it.each([
    {
      description: 'unknown branch, before anything else',
      body: { branch: 'nope' },
      status: 404,
      message: 'Branch nope not found',
    },
    {
      description: 'no message',
      body: { message: undefined },
      status: 422,
      message: 'Invalid request.\n\n"message" wasn\'t supplied.',
      problems: [expect.stringContaining("must have required property 'message'")],
    },
    {
      description: 'no content',
      body: { content: undefined },
      status: 422,
      message: 'Invalid request.\n\n"content" wasn\'t supplied.',
      problems: [expect.stringContaining("must have required property 'content'")],
    },
    {
      description: 'content that is not Base64',
      body: { content: 'tag: 2' },
      status: 422,
      message: 'content is not valid Base64',
    },
    {
      description: 'no sha of an existing file',
      body: { sha: undefined },
      status: 422,
      message: 'Invalid request.\n\n"sha" wasn\'t supplied.',
    },
    {
      description: 'a stale sha',
      body: { sha: OTHER_SHA },
      status: 409,
      message: `a.yaml does not match ${OTHER_SHA}`,
    },
    {
      description: 'a malformed sha',
      body: { sha: 'main' },
      status: 409,
      message: 'a.yaml does not match main',
    },
  ])('$description', async ({ body, status, message, problems = [] }) => {
    const server = await start();
    const sha = await readSha(server, 'a.yaml');
    const answer = await put('a.yaml', { message: 'm', content: 'YQ==', sha, ...body });
    expect(answer).toMatchObject({ status, body: { message, status: String(status) } });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
    standIn.expectProblems(problems);
  });

  it.each([
    {
      protection: 'pull-request',
      update: 'Could not update file: Changes must be made through a pull request.',
      create: 'Could not create file: Changes must be made through a pull request.',
    },
    {
      protection: 'status-checks',
      update: 'Could not update file: 2 of 2 required status checks are expected.',
      create: 'Could not create file: 2 of 2 required status checks are expected.',
    },
    {
      protection: 'ruleset',
      update:
        'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
      create:
        'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    },
    {
      protection: 'ruleset-signatures',
      update: 'Repository rule violations found\n\nCommits must have verified signatures.\n\n',
      create: 'Repository rule violations found\n\nCommits must have verified signatures.\n\n',
    },
  ])('a branch protected by $protection', async ({ protection, update, create }) => {
    const server = await start({ protectedBranches: { main: protection } });
    const sha = await readSha(server, 'a.yaml');
    const updated = await put('a.yaml', { message: 'm', content: '', sha });
    const created = await put('c.yaml', { message: 'm', content: '' });
    expect(updated).toMatchObject({ status: 409, body: { message: update } });
    expect(created).toMatchObject({ status: 409, body: { message: create } });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
  });

  it.each([
    { description: 'keeps, in its own name', author: undefined, status: 201 },
    {
      description: "breaks, in another's name",
      author: { name: 'Ada', email: 'ada@example.com' },
      status: 409,
    },
  ])('an App $description, a rule on signatures', async ({ author, status }) => {
    await start({ protectedBranches: { main: 'ruleset-signatures' } });
    const body = { message: 'm', content: '', ...(author && { author }) };
    expect((await put('c.yaml', body, 'app')).status).toBe(status);
  });

  it('an archived repository', async () => {
    await start({ archived: true });
    const answer = await put('c.yaml', { message: 'm', content: '' });
    const message = 'Repository was archived so is read-only.';
    expect(answer).toMatchObject({ status: 403, body: { message } });
  });
});

describe('a moved head', () => {
  it('refuses the write, even of another file', async () => {
    let other: Promise<unknown> | undefined;
    const server = await start(
      {},
      {
        beforeRefUpdate: async ({ path }) => {
          if (!path.endsWith('/a.yaml')) return;
          const sha = await readSha(server, 'b.yaml');
          other ??= put('b.yaml', { message: 'the other', content: encode('tag: 3\n'), sha });
          await other;
        },
      },
    );
    const { git, log } = server.repository(REPOSITORY);
    const expected = await git('rev-parse', 'main');
    const sha = await readSha(server, 'a.yaml');

    const refused = await put('a.yaml', { message: 'ours', content: encode('tag: 2\n'), sha });

    const message = `is at ${await git('rev-parse', 'main')} but expected ${expected}`;
    expect(refused).toMatchObject({ status: 409, body: { message, status: '409' } });
    expect(await log()).toEqual(['the other', 'Add the manifests\n']);
    const again = await put('a.yaml', { message: 'ours', content: encode('tag: 2\n'), sha });
    expect(again.status).toBe(200);
  });

  it('loses no write of many at once', async () => {
    const server = await start();
    const paths = Array.from({ length: 6 }, (_, index) => `race-${index}.yaml`);
    const answers = await Promise.all(
      paths.map((path) => put(path, { message: path, content: '' })),
    );
    const written = paths.filter((_, index) => answers[index]?.status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length + refused.length).toBe(paths.length);
    const log = await server.repository(REPOSITORY).log();
    expect(log.slice(0, -1).sort()).toEqual(written);
  });
});
