import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentsClient } from '../../../src/github/rest/contents.js';
import { ContentsEngine } from '../../../src/github/rest/files.js';
import { RestClient } from '../../../src/github/http/client.js';
import type { FileRequest, GitOpsTarget, RepositoryFile } from '../../../src/ports/gitops.js';
import { validateExchanges } from '../../stand-in/openapi.mjs';
import { renderExchanges } from '../../stand-in/request-log.mjs';
import {
  startGitHubStandIn,
  type GitHubStandIn,
  type StandInOptions,
} from '../../stand-in/server.mjs';

const text = 'images: []\n';
const files = {
  'kustomization.yaml': text,
  'app/a b/kustomization.yml': text,
  'app/#1?%/kustomization.yaml': text,
  'link/kustomization.yaml': { symlink: '../kustomization.yaml' },
  'large/kustomization.yaml': `# ${'x'.repeat(1024 * 1024)}\n`,
  'small/kustomization.yaml': 'resources: []\n',
  'plain/notes': 'x',
  'plain/more': 'y',
};

let root = '';
let standIn: GitHubStandIn;
/** How many requests were made before the test at hand. */
let before = 0;
/** What stands between the next requests and their answers. */
let onRequest: StandInOptions['onRequest'];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'contents-'));
  standIn = await startGitHubStandIn({
    root,
    repositories: {
      'org/gitops': { files, renamedFrom: ['org/before'] },
      'org/guarded': { files, protectedBranches: { main: 'pull-request' } },
      'org/signed': { files, protectedBranches: { main: 'ruleset-signatures' } },
      'org/secret': { files, private: true },
    },
    tokens: {
      writer: {
        kind: 'app',
        login: 'bot',
        permissions: { 'org/gitops': 'write' },
      },
      personal: {
        kind: 'fine-grained',
        login: 'ada',
        permissions: { 'org/guarded': 'write', 'org/signed': 'write' },
      },
    },
    onRequest: (exchange, answer) => (onRequest ?? ((_, pass) => pass()))(exchange, answer),
  });
});

/** Changes the reply to a GET of the kustomization of the root. */
function answerContent(changes: object): StandInOptions['onRequest'] {
  return async ({ path }, answer) => {
    const reply = await answer();
    if (!path.endsWith('/kustomization.yaml')) return reply;
    return { ...reply, body: { ...(reply.body as object), ...changes } };
  };
}

afterEach(() => {
  onRequest = undefined;
  expect(validateExchanges(standIn.requests.slice(before))).toEqual([]);
  before = standIn.requests.length;
});

afterAll(async () => {
  await standIn.close();
  rmSync(root, { recursive: true });
});

function open(changes: Partial<GitOpsTarget> = {}): ContentsEngine {
  const target: GitOpsTarget = {
    repository: 'org/gitops',
    apiUrl: standIn.url,
    token: 'writer',
    tokenInput: 'gitops-token',
    commitApi: 'contents',
    ...changes,
  };
  return new ContentsEngine(target, new ContentsClient(target, new RestClient(target)));
}

async function readOne(
  engine: ContentsEngine,
  path: string,
  kind: FileRequest['kind'] = 'kustomization',
): Promise<RepositoryFile> {
  const { files: read } = await engine.readFiles([{ kind, path }]);
  const [file] = read;
  if (file === undefined) throw new Error('Nothing was read.');
  return file;
}

/** Sorted, since several are made at the same time. */
function made(): readonly string[] {
  return renderExchanges(standIn.requests.slice(before)).toSorted();
}

/**
 * Answers none of so many requests before all of them came: who asks one after another waits for ever.
 * @returns How many came.
 */
function answerTogether(count: number): () => number {
  let came = 0;
  let release: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  onRequest = async (_, answer) => {
    came += 1;
    if (came === count) release();
    await all;
    return answer();
  };
  return () => came;
}

describe('readFiles of a kustomization', () => {
  it.each([
    { path: '', file: 'kustomization.yaml' },
    { path: 'kustomization.yaml', file: 'kustomization.yaml' },
    { path: 'app/a b', file: 'app/a b/kustomization.yml' },
    { path: 'app/#1?%', file: 'app/#1?%/kustomization.yaml' },
  ])('reads "$path"', async ({ path, file }) => {
    const { files: read, branch, head } = await open().readFiles([{ kind: 'kustomization', path }]);
    expect(read).toMatchObject([{ path: file, bytes: Buffer.from(text) }]);
    expect(branch).toBe('main');
    expect(head).toBeUndefined();
  });

  it.each([
    { path: 'link', code: 'unsupported-file', message: 'is a symbolic link' },
    { path: 'plain', code: 'path-not-found', message: 'There are: more, notes.' },
    { path: 'plain/notes', code: 'path-not-found', message: 'is not a directory' },
    { path: 'nowhere/at/all', code: 'path-not-found', message: 'At its root there are: app/' },
  ])('refuses "$path"', async ({ path, code, message }) => {
    await expect(readOne(open(), path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  const absent = { kind: 'kustomization', path: 'larg' } as const;
  const asked = [
    'GET /repos/org/gitops/contents/larg 404',
    'GET /repos/org/gitops/contents/larg/kustomization.yaml 404',
    'GET /repos/org/gitops/contents 200',
  ].toSorted();

  it.each([
    {
      description: 'asks once for all paths where an input names what is not there',
      requests: [
        { ...absent, input: 'kustomization' },
        { ...absent, input: 'targets: item 1, kustomization' },
      ],
      reply: undefined,
      message:
        'kustomization: org/gitops has no "larg" on its default branch (main). Is "large" meant? At its root there are: app/',
      requested: [...asked, 'GET /repos/org/gitops/git/trees/main?recursive=1 200'],
    },
    {
      description: 'tells what is at the root where the server does not tell all paths',
      requests: [{ ...absent, input: 'kustomization' }],
      reply: { status: 404, body: { message: 'Not Found' } },
      message:
        'kustomization: org/gitops has no "larg" on its default branch (main). At its root there are: app/',
      requested: [...asked, 'GET /repos/org/gitops/git/trees/main?recursive=1 404'],
    },
    {
      description: 'asks for no more where no input names it',
      requests: [absent],
      reply: undefined,
      message: 'has no "larg" on its default branch (main). At its root there are: app/',
      requested: asked,
    },
  ])('$description', async ({ requests, reply, message, requested }) => {
    onRequest = ({ path }, answer) =>
      path.includes('/git/trees/') && reply !== undefined ? Promise.resolve(reply) : answer();
    await expect(open().readFiles(requests)).rejects.toMatchObject({
      code: 'path-not-found',
      message: expect.stringContaining(message),
    });
    expect(made()).toEqual([...requested].toSorted());
  });

  it.each([
    { description: 'cut', drop: 'drop' as const, code: 'unavailable', message: 'did not answer' },
    {
      description: 'refused for the moment',
      drop: { status: 503, body: { message: 'Service Unavailable' } },
      code: 'unavailable',
      message: 'answered 503',
    },
  ])('can be tried again when the connection is $description', async (fault) => {
    onRequest = () => Promise.resolve(fault.drop);
    await expect(readOne(open(), '')).rejects.toMatchObject({
      code: fault.code,
      message: expect.stringContaining(fault.message),
    });
  });

  it('refuses a file over 1 MiB, and does not fetch its blob', async () => {
    await expect(readOne(open(), 'large')).rejects.toMatchObject({
      code: 'unsupported-file',
      message: expect.stringContaining('large/kustomization.yaml: expected at most 1 MiB'),
    });
    expect(made()).toEqual([
      'GET /repos/org/gitops/contents/large 200',
      'GET /repos/org/gitops/contents/large/kustomization.yaml 200',
    ]);
  });

  it('fetches the blob where other bytes came', async () => {
    onRequest = answerContent({ content: 'eA==\n' });
    expect(Buffer.from((await readOne(open(), '')).bytes).toString()).toBe(text);
  });

  it('refuses bytes that are not those of the blob', async () => {
    onRequest = async ({ path }, answer) => {
      const reply = await answer();
      if (!/kustomization\.yaml$|blobs/.test(path)) return reply;
      return { ...reply, body: { ...(reply.body as object), content: 'eA==\n' } };
    };
    await expect(readOne(open(), '')).rejects.toMatchObject({
      code: 'unsupported-file',
      message: expect.stringContaining('not delivered byte for byte'),
    });
  });

  it.each([
    { what: 'an empty list', body: [] },
    { what: 'a list without it', body: [{ name: 'README.md', type: 'file', sha: 'a'.repeat(40) }] },
    { what: 'no list', body: {} },
    { what: 'a page', body: Buffer.from('<html></html>') },
    { what: 'the half of a list', body: Buffer.from('[{"name":"kustomiz') },
  ])('does not believe $what beside a file that is there', async ({ body }) => {
    onRequest = async (exchange, answer) => {
      const reply = await answer();
      return exchange.path.endsWith('/small') ? { ...reply, body } : reply;
    };
    await expect(readOne(open(), 'small')).rejects.toMatchObject({
      code: 'unavailable',
      isTransient: true,
    });
    before = standIn.requests.length;
  });

  it('does not take the name of a link for that of the file which it became', async () => {
    onRequest = answerContent({ content: 'eA==\n', sha: 'a'.repeat(40) });
    await expect(readOne(open(), '')).rejects.toMatchObject({
      code: 'unavailable',
      message: 'kustomization.yaml in org/gitops changed while it was read.',
    });
  });

  it('names the new name of a repository', async () => {
    await expect(readOne(open({ repository: 'org/before' }), '')).rejects.toMatchObject({
      code: 'repository-not-found',
      message: 'gitops-repository: org/before is now org/gitops. Write that name.',
    });
  });

  it.each([
    { location: '/api/v1/repos/org/new/contents/?ref=main', message: 'is now org/new.' },
    { location: '/api/v1/repos/org/gitops/contents/', message: 'if it has the same, the server' },
    { location: '/elsewhere', message: 'was renamed or moved. Write its new name' },
    { location: '/repositories/99', message: 'was renamed or moved. Write its new name' },
  ])('takes $location for another address', async ({ location, message }) => {
    const body = { message: 'Moved Permanently' };
    onRequest = ({ path }, answer) =>
      path.startsWith('/repos/')
        ? Promise.resolve({ status: 301, headers: { location }, body })
        : answer();
    await expect(readOne(open(), '')).rejects.toMatchObject({
      code: 'repository-not-found',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    { description: 'a repository', change: { repository: 'org/nope' } },
    {
      description: 'a private one that the token cannot see',
      change: { repository: 'org/secret' },
    },
  ])('tells of $description that is not there', async ({ change }) => {
    await expect(readOne(open(change), 'app/base')).rejects.toMatchObject({
      code: 'repository-not-found',
      message: expect.stringContaining('or the token (input gitops-token) cannot see it'),
    });
  });

  it.each(['', 'app'])('tells of a branch that is not there, asked for "%s"', async (path) => {
    await expect(readOne(open({ branch: 'nope' }), path)).rejects.toMatchObject({
      code: 'branch-not-found',
      message:
        'gitops-branch: org/gitops has no branch "nope". Its default branch is main. Create it, or correct the name.',
    });
  });
});

describe('readFiles', () => {
  it('asks for the listing and the file at the same time', async () => {
    const came = answerTogether(2);
    await readOne(open(), '');
    expect(came()).toBe(2);
  });

  it('asks for the histories of files at the same time', async () => {
    const came = answerTogether(2);
    const histories = await open().readHistories(['kustomization.yaml', 'small'], 20);
    expect(came()).toBe(2);
    expect([...histories.keys()]).toEqual(['kustomization.yaml', 'small']);
    for (const commits of histories.values()) expect(commits).toHaveLength(1);
  });

  it('asks for the other name where the directory has not the likely one', async () => {
    await readOne(open(), 'app/a b');
    expect(made()).toEqual([
      'GET /repos/org/gitops/contents/app/a b 200',
      'GET /repos/org/gitops/contents/app/a b/kustomization.yaml 404',
      'GET /repos/org/gitops/contents/app/a b/kustomization.yml 200',
    ]);
  });

  it.each([
    { description: 'a file that is listed', pattern: /kustomization\.yml$/ },
    { description: 'the likely file that is listed', pattern: /kustomization\.yaml$/ },
    { description: 'the listing of a file that is there', pattern: /small$/ },
  ])('can be tried again after 404 for $description', async ({ pattern }) => {
    onRequest = ({ path }, answer) =>
      pattern.test(path)
        ? Promise.resolve({ status: 404, body: { message: 'Not Found' } })
        : answer();
    const path = pattern.test('small')
      ? 'small'
      : pattern.test('kustomization.yml')
        ? 'app/a b'
        : '';
    await expect(readOne(open(), path)).rejects.toMatchObject({ code: 'unavailable' });
    onRequest = undefined;
    await readOne(open(), path);
  });

  it('lists a directory once, and reads a file once', async () => {
    const { files: read } = await open().readFiles([
      { kind: 'file', path: 'plain/notes' },
      { kind: 'file', path: 'plain/more' },
      { kind: 'file', path: 'plain/notes' },
    ]);
    expect(read.map(({ path }) => path)).toEqual(['plain/notes', 'plain/more', 'plain/notes']);
    expect(made()).toEqual([
      'GET /repos/org/gitops/contents/plain 200',
      'GET /repos/org/gitops/contents/plain/more 200',
      'GET /repos/org/gitops/contents/plain/notes 200',
    ]);
  });
});

describe('readFiles of a plain file', () => {
  it.each([
    { path: 'plain/notes', expected: 'x' },
    { path: 'kustomization.yaml', expected: text },
  ])('reads $path', async ({ path, expected }) => {
    const file = await readOne(open(), path, 'file');
    expect(file.path).toBe(path);
    expect(Buffer.from(file.bytes).toString()).toBe(expected);
  });

  it.each([
    {
      path: 'plain/other',
      code: 'path-not-found',
      message:
        'values or targets: org/gitops has no other in plain on its default branch. There are: more, notes.',
    },
    {
      path: 'plain',
      code: 'unsupported-file',
      message: 'values or targets: plain in org/gitops is a directory',
    },
    { path: 'link/kustomization.yaml', code: 'unsupported-file', message: 'is a symbolic link' },
  ])('refuses $path', async ({ path, code, message }) => {
    await expect(readOne(open(), path, 'file')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('commitFile', () => {
  it('commits, and refuses what was read before as a conflict', async () => {
    const engine = open({ branch: 'main' });
    const file = await readOne(engine, '');
    const first = await engine.commitFile({ file, bytes: Buffer.from('#1\n') }, 'main', 'one');
    const second = await engine.commitFile({ file, bytes: Buffer.from('#2\n') }, 'main', 'two');
    const [head] = await engine.readNewestCommits(1);
    expect(first).toMatchObject({ outcome: 'committed', commit: { sha: head?.sha } });
    expect(second).toMatchObject({
      outcome: 'conflict',
      detail: expect.stringContaining('kustomization.yaml does not match'),
    });
    expect(head?.message.trim()).toBe('one');
  });

  it('does not know what became of a write without an answer', async () => {
    const engine = open();
    const file = await readOne(engine, 'app/a b');
    onRequest = () => Promise.resolve('drop');
    expect(await engine.commitFile({ file, bytes: file.bytes }, 'main', 'lost')).toMatchObject({
      outcome: 'lost',
    });
  });

  it('does not know it either when the answer is not whole', async () => {
    const engine = open();
    const file = await readOne(engine, 'app/a b');
    onRequest = async (_, answer) => ({ ...(await answer()), body: '' });
    const change = { file, bytes: Buffer.from('#3\n') };
    expect(await engine.commitFile(change, 'main', 'cut')).toMatchObject({ outcome: 'lost' });
  });

  it.each([
    { repository: 'org/guarded', message: 'Set mode: pull-request' },
    { repository: 'org/signed', message: 'Set commit-api: graphql' },
  ])('refuses a protected branch of $repository', async ({ repository, message }) => {
    const engine = open({ repository, token: 'personal' });
    const file = await readOne(engine, '');
    const written = engine.commitFile({ file, bytes: Buffer.from('x') }, 'main', 'no');
    await expect(written).rejects.toMatchObject({
      code: 'write-refused',
      message: expect.stringContaining(message),
    });
  });
});
