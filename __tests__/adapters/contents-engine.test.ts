import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentsRepository } from '../../src/adapters/contents-repository.js';
import type { GitOpsTarget } from '../../src/gitops-ports.js';
import { validateExchanges } from '../stand-in/openapi.mjs';
import {
  startGitHubStandIn,
  type GitHubStandIn,
  type StandInOptions,
} from '../stand-in/server.mjs';

const text = 'images: []\n';
const files = {
  'kustomization.yaml': text,
  'app/a b/kustomization.yml': text,
  'app/#1?%/kustomization.yaml': text,
  'link/kustomization.yaml': { symlink: '../kustomization.yaml' },
  'large/kustomization.yaml': `# ${'x'.repeat(1024 * 1024)}\n`,
  'plain/notes': 'x',
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
      'org/gitops': { files },
      'org/guarded': { files, protectedBranches: { main: 'pull-request' } },
    },
    tokens: {
      writer: {
        kind: 'app',
        login: 'bot',
        permissions: { 'org/gitops': 'write', 'org/guarded': 'write' },
      },
    },
    onRequest: (exchange, answer) => (onRequest ?? ((_, pass) => pass()))(exchange, answer),
  });
});

afterEach(() => {
  onRequest = undefined;
  expect(validateExchanges(standIn.requests.slice(before))).toEqual([]);
  before = standIn.requests.length;
});

afterAll(async () => {
  await standIn.close();
  rmSync(root, { recursive: true });
});

function open(changes: Partial<GitOpsTarget> = {}): ContentsRepository {
  return new ContentsRepository({
    repository: 'org/gitops',
    apiUrl: standIn.url,
    token: 'writer',
    tokenInput: 'gitops-token',
    ...changes,
  });
}

describe('readKustomization', () => {
  it.each([
    { path: '', file: 'kustomization.yaml' },
    { path: 'kustomization.yaml', file: 'kustomization.yaml' },
    { path: 'app/a b', file: 'app/a b/kustomization.yml' },
    { path: 'app/#1?%', file: 'app/#1?%/kustomization.yaml' },
  ])('reads "$path"', async ({ path, file }) => {
    const repository = open();
    const read = await repository.readKustomization(path);
    expect(read.path).toBe(file);
    expect(Buffer.from(read.bytes).toString()).toBe(text);
    expect(repository.branch).toBe('main');
  });

  it.each([
    { path: 'link', code: 'unsupported-file', message: 'is a symbolic link' },
    { path: 'large', code: 'unsupported-file', message: 'over 1 MiB' },
    { path: 'plain', code: 'path-not-found', message: 'There are: notes.' },
    { path: 'plain/notes', code: 'path-not-found', message: 'is not a directory' },
    { path: 'nowhere/at/all', code: 'path-not-found', message: 'At its root: There are: app/' },
  ])('refuses "$path"', async ({ path, code, message }) => {
    await expect(open().readKustomization(path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
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
    await expect(open().readKustomization('')).rejects.toMatchObject({
      code: fault.code,
      message: expect.stringContaining(fault.message),
    });
  });

  it('refuses bytes that are not those of the blob', async () => {
    onRequest = async ({ path }, answer) => {
      const reply = await answer();
      if (!path.endsWith('/kustomization.yaml')) return reply;
      return { ...reply, body: { ...(reply.body as object), content: 'eA==\n' } };
    };
    await expect(open().readKustomization('')).rejects.toMatchObject({
      code: 'unsupported-file',
      message: expect.stringContaining('not delivered byte for byte'),
    });
  });
});

describe('readFile', () => {
  it.each([
    { path: 'plain/notes', expected: 'x' },
    { path: 'kustomization.yaml', expected: text },
  ])('reads $path', async ({ path, expected }) => {
    const file = await open().readFile(path);
    expect(file.path).toBe(path);
    expect(Buffer.from(file.bytes).toString()).toBe(expected);
  });

  it.each([
    {
      path: 'plain/other',
      code: 'path-not-found',
      message: 'values or targets: org/gitops has no other in plain. There are: notes.',
    },
    {
      path: 'plain',
      code: 'unsupported-file',
      message: 'values or targets: plain in org/gitops is a directory',
    },
    { path: 'link/kustomization.yaml', code: 'unsupported-file', message: 'is a symbolic link' },
  ])('refuses $path', async ({ path, code, message }) => {
    await expect(open().readFile(path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('commitFile', () => {
  it('commits, and refuses what was read before as a conflict', async () => {
    const repository = open({ branch: 'main' });
    const file = await repository.readKustomization('');
    const first = await repository.commitFile(file, Buffer.from('images: [] #1\n'), 'one');
    const second = await repository.commitFile(file, Buffer.from('images: [] #2\n'), 'two');
    const [head] = await repository.readNewestCommits(1);
    expect(first).toMatchObject({ outcome: 'committed', commit: { sha: head?.sha } });
    expect(second).toMatchObject({
      outcome: 'conflict',
      detail: expect.stringContaining('kustomization.yaml does not match'),
    });
    expect(head?.message.trim()).toBe('one');
  });

  it('does not know what became of a write without an answer', async () => {
    const repository = open();
    const file = await repository.readKustomization('app/a b');
    onRequest = () => Promise.resolve('drop');
    expect(await repository.commitFile(file, file.bytes, 'lost')).toMatchObject({
      outcome: 'lost',
    });
  });

  it('does not know it either when the answer is not whole', async () => {
    const repository = open();
    const file = await repository.readKustomization('app/a b');
    onRequest = async (_, answer) => ({ ...(await answer()), body: '' });
    const outcome = await repository.commitFile(file, Buffer.from('images: [] #3\n'), 'cut');
    expect(outcome).toMatchObject({ outcome: 'lost' });
  });

  it('refuses a protected branch', async () => {
    const repository = open({ repository: 'org/guarded' });
    const file = await repository.readKustomization('');
    await expect(repository.commitFile(file, Buffer.from('x'), 'no')).rejects.toMatchObject({
      code: 'write-refused',
      message: expect.stringContaining('is protected and refuses a direct commit'),
    });
  });
});
