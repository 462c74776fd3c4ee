import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BareRepository, createBareRepository } from '../bare-repository.mjs';
import { writeCommit } from '../commit-files.mjs';
import { GitError, runGit } from '../git.mjs';
import { moveRef, NOTHING, RefUpdateError, removeRef } from './ref-updates.mjs';
import { isRefName, readRefs, resolveRef } from './refs.mjs';

const MAIN = 'refs/heads/main';
const ada = { name: 'Ada', email: 'ada@example.com', date: '1767225600 +0000' };

let root: string;
let repository: BareRepository;
let gitDir: string;
let first: string;
let next: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'refs-'));
  repository = await createBareRepository(join(root, 'r.git'), { a: '1\n' });
  ({ gitDir } = repository);
  first = resolveRef(gitDir, MAIN).oid ?? '';
  next = await addCommit('next');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function addCommit(message: string): Promise<string> {
  const tree = await repository.resolve('main', '');
  return writeCommit(gitDir, { tree, parents: [first], message, author: ada, committer: ada });
}

/** As git itself sees them. */
async function readByGit(): Promise<Map<string, string>> {
  const output = await repository.git('for-each-ref', '--format=%(refname) %(objectname)');
  return new Map(output.split('\n').map((line) => line.split(' ') as [string, string]));
}

describe('the name of a ref', () => {
  it.each([
    'refs/heads/main',
    'refs/heads/a/b.c',
    'refs/heads/ü',
    'refs/heads/@',
    'refs/heads/-a',
    'refs/heads/a.',
    'refs/heads/.a',
    'refs/heads/a..b',
    'refs/heads/a.lock',
    'refs/heads/a.lock/b',
    'refs/heads/a b',
    'refs/heads/a\x7f',
    'refs/heads/a~1',
    'refs/heads/a@{b',
    'refs/heads/a\\b',
    'refs/heads//a',
    'refs/heads/a/',
  ])('%s is one where git says so', async (name) => {
    const isOne = await repository.git('check-ref-format', name).then(
      () => true,
      (error: unknown) => !(error instanceof GitError),
    );
    expect(isRefName(name)).toBe(isOne);
  });
});

describe('moving a ref', () => {
  it('is seen by git, also through HEAD', async () => {
    await moveRef(gitDir, { name: 'HEAD', to: next, from: first });
    await moveRef(gitDir, { name: 'refs/heads/a/b', to: first, from: NOTHING });
    const refs = new Map([
      ['refs/heads/a/b', first],
      [MAIN, next],
    ]);
    expect(await readByGit()).toEqual(refs);
    expect(readRefs(gitDir)).toEqual(refs);
  });

  it.each([
    { description: 'that is elsewhere', name: MAIN, from: () => next },
    { description: 'that is there already', name: MAIN, from: () => NOTHING },
    { description: 'that is not there', name: 'refs/heads/new', from: () => first },
    { description: 'below another one', name: `${MAIN}/new`, from: () => NOTHING },
    { description: 'above another one', name: 'refs/heads', from: () => NOTHING },
    { description: 'of no name', name: 'refs/heads/a..b', from: () => NOTHING },
  ])('refuses one $description, as git does', async ({ name, from }) => {
    const before = await readByGit();
    const update = moveRef(gitDir, { name, to: next, from: from() });
    await expect(update).rejects.toThrow(RefUpdateError);
    await expect(repository.git('update-ref', name, next, from())).rejects.toThrow(GitError);
    expect(await readByGit()).toEqual(before);
  });

  it.each([
    { description: 'a tree', name: 'refs/heads/new', expression: 'main^{tree}' },
    { description: 'nothing', name: 'refs/tags/new', expression: '1'.repeat(40) },
  ])('refuses one to $description', async ({ name, expression }) => {
    const to = await repository.git('rev-parse', expression);
    await expect(moveRef(gitDir, { name, to, from: NOTHING })).rejects.toThrow(RefUpdateError);
    await expect(repository.git('update-ref', name, to, NOTHING)).rejects.toThrow(GitError);
  });

  it('goes from where it is packed, and takes the place of directories that git left', async () => {
    await repository.git('branch', 'a/b/c', 'main');
    await repository.git('pack-refs', '--all');
    await moveRef(gitDir, { name: MAIN, to: next, from: first });
    await repository.git('update-ref', '-d', 'refs/heads/a/b/c');
    await moveRef(gitDir, { name: 'refs/heads/a', to: first, from: NOTHING });
    expect([...(await readByGit()).values()]).toEqual([first, next]);
  });

  it('waits for a lock', async () => {
    const lock = join(gitDir, `${MAIN}.lock`);
    await writeFile(lock, '');
    const moved = moveRef(gitDir, { name: MAIN, to: next, from: first });
    await turn();
    expect(resolveRef(gitDir, MAIN).oid).toBe(first);
    await rm(lock);
    await moved;
    expect(resolveRef(gitDir, MAIN).oid).toBe(next);
  });

  it('leaves the lock of another one', async () => {
    const lock = join(gitDir, `${MAIN}.lock`);
    await writeFile(lock, 'another');
    const update = moveRef(gitDir, { name: MAIN, to: next, from: first }, 0);
    await expect(update).rejects.toThrow(RefUpdateError);
    await rm(lock);
  });

  it('succeeds once, of many in process and by git at once', async () => {
    const commits = await Promise.all(Array.from({ length: 10 }, (_, at) => addCommit(`${at}`)));
    const updates = commits.map(async (to, index) => {
      if (index % 2 === 0) await moveRef(gitDir, { name: MAIN, to, from: first });
      else await runGit(gitDir, ['update-ref', MAIN, to, first]);
      return to;
    });
    const settled = await Promise.allSettled(updates);
    const moved = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(moved).toEqual([await repository.git('rev-parse', 'main')]);
  });
});

describe('removing a ref', () => {
  it('takes it out of both places', async () => {
    await repository.git('tag', '-a', '-m', 'one', 'v1', 'main');
    await repository.git('tag', '-a', '-m', 'two', 'v2', 'main');
    await repository.git('pack-refs', '--all');
    await moveRef(gitDir, { name: MAIN, to: next, from: first });
    await removeRef(gitDir, MAIN);
    await removeRef(gitDir, 'refs/tags/v1');
    expect([...(await readByGit()).keys()]).toEqual(['refs/tags/v2']);
    expect(await repository.git('rev-parse', 'v2^{commit}')).toBe(first);
    expect([...readRefs(gitDir).keys()]).toEqual(['refs/tags/v2']);
  });
});
