import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BareRepository, createBareRepository } from '../bare-repository.mjs';
import { writeCommit } from '../commit-files.mjs';
import { readGit } from '../git.mjs';
import { findObject, peel, readObject } from './object-database.mjs';
import { changeTree, readTree } from './trees.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'objects-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function create(files: Readonly<Record<string, string>>): Promise<BareRepository> {
  return createBareRepository(join(root, 'r.git'), files);
}

describe('a commit', () => {
  it.each([
    { description: 'a plain name', name: 'Ada L.', email: 'ada@example.com', message: 'm\n' },
    { description: 'a bot', name: 'promoter[bot]', email: 'p@example.com', message: 'no end' },
    { description: 'brackets', name: ' ."A<d>a\n', email: '<ada@example.com>', message: 'ä\n\nb' },
    { description: 'no address', name: 'Ada', email: '', message: '' },
  ])('of $description is the one that git makes', async ({ message, ...person }) => {
    const { gitDir, resolve } = await create({ a: '1\n' });
    const tree = await resolve('main', '');
    const parent = await resolve('main');
    for (const date of ['2026-01-01T00:00:00Z', '2026-07-01T12:30:00+05:30', '1767225600 -0200']) {
      const author = { ...person, date };
      const commit = { tree, parents: [parent], message, author, committer: author };
      const made = await readGit(gitDir, ['commit-tree', tree, '-p', parent], {
        input: message,
        env: {
          ...{ GIT_AUTHOR_NAME: person.name, GIT_COMMITTER_NAME: person.name },
          ...{ GIT_AUTHOR_EMAIL: person.email, GIT_COMMITTER_EMAIL: person.email },
          ...{ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
        },
      });
      expect(await writeCommit(gitDir, commit)).toBe(made);
    }
  });

  it.each([
    { description: 'nobody', name: '<.>', date: '2026-01-01T00:00:00Z', message: 'm' },
    { description: 'no date', name: 'Ada', date: 'soon', message: 'm' },
    { description: 'a NUL byte', name: 'Ada', date: '2026-01-01T00:00:00Z', message: 'm\0' },
  ])('of $description is refused', async ({ name, date, message }) => {
    const { gitDir, resolve } = await create({ a: '1\n' });
    const tree = await resolve('main', '');
    const author = { name, email: 'ada@example.com', date };
    const commit = { tree, parents: [], message, author, committer: author };
    await expect(writeCommit(gitDir, commit)).rejects.toThrow(Error);
  });
});

describe('a tree', () => {
  it('keeps names that are no text', async () => {
    const { gitDir, resolve } = await create({ a: '1\n' });
    const blob = await resolve('main', 'a');
    const input = Buffer.from(`100644 blob ${blob}\t\xff\0`, 'latin1');
    const tree = await readGit(gitDir, ['mktree', '-z'], { input });
    const changed = changeTree(gitDir, tree, [{ path: 'b', mode: '100644', oid: blob }]);
    expect(changeTree(gitDir, changed, [{ path: 'b', deleted: true }])).toBe(tree);
  });

  it('has no directory without a file, and may be empty', async () => {
    const { gitDir, resolve } = await create({ 'd/e/a': '1\n' });
    const tree = await resolve('main', '');
    const empty = changeTree(gitDir, tree, [{ path: 'd/e/a', deleted: true }]);
    expect(readTree(gitDir, empty)).toEqual([]);
  });

  it.each(['d', 'd/a', 'd/e/a/b', 'x'])(
    'stays as it is when %s, which is no file, is deleted',
    async (path) => {
      const { gitDir, resolve } = await create({ 'd/e/a': '1\n' });
      const tree = await resolve('main', '');
      expect(changeTree(gitDir, tree, [{ path, deleted: true }])).toBe(tree);
    },
  );

  it.each(['d', 'd/e/a/b', '', '/a', 'a//b', './a', '../a', '.git/config', 'd/.GIT'])(
    'takes no file at "%s"',
    async (path) => {
      const { gitDir, resolve } = await create({ 'd/e/a': '1\n' });
      const [tree, oid] = [await resolve('main', ''), await resolve('main', 'd/e/a')];
      expect(() => changeTree(gitDir, tree, [{ path, mode: '100644', oid }])).toThrow(path);
    },
  );
});

describe('a packed object', () => {
  it.each([
    { bases: 'places', config: 'repack.useDeltaBaseOffset=true' },
    { bases: 'names', config: 'repack.useDeltaBaseOffset=false' },
  ])('is read through deltas that tell their bases by their $bases', async ({ config }) => {
    // Incompressible, and longer than one instruction of a delta can copy.
    const text = randomBytes(100_000).toString('base64');
    const files = { a: text, b: `${text}b`, c: `c${text}b`, d: `${text.slice(9)}d` };
    const { git, gitDir } = await create(files);
    const oids = (await git('ls-tree', '--object-only', 'main')).split('\n');
    await git('-c', config, 'repack', '-a', '-d', '--quiet');
    expect(await git('count-objects', '-v')).toMatch(/^count: 0\n/);
    expect(oids.map((oid) => readObject(gitDir, oid, 'blob').toString())).toEqual(
      Object.values(files),
    );
    const packs = join(gitDir, 'objects', 'pack');
    const index = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? '';
    expect(await git('verify-pack', '-v', join(packs, index))).toContain('chain length = ');
  });

  it('is none where there is none', async () => {
    const { git, gitDir } = await create({ a: '1\n' });
    await git('repack', '-a', '-d', '--quiet');
    for (const digit of ['0', '8', 'f']) {
      expect(findObject(gitDir, digit.repeat(40))).toBeUndefined();
    }
  });
});

describe('a tag of its own', () => {
  it('stands for its commit', async () => {
    const { git, gitDir } = await create({ a: '1\n' });
    await git('tag', '-a', '-m', 'm', 'v1', 'main');
    const tag = await git('rev-parse', 'v1');
    expect(findObject(gitDir, tag)?.type).toBe('tag');
    expect(peel(gitDir, tag)?.oid).toBe(await git('rev-parse', 'main'));
  });
});
