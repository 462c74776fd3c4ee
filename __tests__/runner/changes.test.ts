import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listParents, listTrackedFiles, readDiff } from '../../src/runner/git.js';
import { parseChangedLines } from '../../src/coverage/changes/diff.js';

const before = process.cwd();
let folder = '';

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  return execFileSync('git', [...identity, ...args], { encoding: 'utf8' }).trim();
}

function commit(files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) writeFileSync(path, content);
  git('add', '-A');
  git('commit', '-qm', 'c');
  return git('rev-parse', 'HEAD');
}

let base = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  process.chdir(folder);
  git('init', '-q', '-b', 'main', 'source');
  process.chdir('source');
  mkdirSync('src');
  base = commit({ 'src/a b.py': '1\n2\n3\n', 'ü"q".py': '1\n' });
  git('checkout', '-qb', 'topic');
  commit({ 'src/a b.py': '1\ntwo\n3\nfour\n', 'ü"q".py': '0\n1\n' });
  git('checkout', '-q', 'main');
  commit({ 'src/other.py': 'on main only\n' });
  git('checkout', '-q', 'topic');
  // What a user's configuration can do to the form of a diff.
  git('config', 'diff.mnemonicPrefix', 'true');
  git('config', 'diff.noprefix', 'true');
  git('config', 'color.ui', 'always');
  git('config', 'diff.interHunkContext', '5');
  git('config', 'diff.relative', 'true');
  git('clone', '-q', '--depth', '1', `file://${join(folder, 'source')}`, join(folder, 'shallow'));
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('the changes of a checkout', () => {
  it('tells the lines that the branch itself changed', async () => {
    process.chdir('src');
    for (const ref of [base, 'main']) {
      expect([...parseChangedLines(await readDiff(ref))].sort()).toEqual([
        ['src/a b.py', [2, 4]],
        ['ü"q".py', [1]],
      ]);
    }
    process.chdir('..');
  });

  it('lists the files that git tracks, from anywhere in it', async () => {
    process.chdir('src');
    expect([...(await listTrackedFiles())].sort()).toEqual(['src/a b.py', 'ü"q".py']);
    process.chdir('..');
  });

  it('says how to fetch a base that a shallow clone does not have', async () => {
    process.chdir(join(folder, 'shallow'));
    for (const ref of [base, 'no-such-branch']) {
      await expect(readDiff(ref)).rejects.toMatchObject({
        code: 'coverage-unknown',
        message: expect.stringContaining('fetch-depth: 0') as unknown,
      });
    }
    process.chdir(join(folder, 'source'));
  });

  it('finds a branch that only the remote has', async () => {
    git('clone', '-q', `file://${join(folder, 'source')}`, join(folder, 'clone'));
    process.chdir(join(folder, 'clone'));
    expect(parseChangedLines(await readDiff('main')).size).toBe(2);
    process.chdir(join(folder, 'source'));
  });

  it.each([
    { description: 'an attribute -diff', path: 'lock.js', content: '1\n2\n' },
    { description: 'an attribute binary', path: 'made.js', content: '1\n2\n' },
    { description: 'a NUL', path: 'nul.js', content: 'a\0b\n2\n' },
    { description: 'UTF-16', path: 'wide.cs', content: Buffer.from('a\nb\n', 'utf16le') },
  ])('tells the lines of files with $description', async ({ path, content }) => {
    git('checkout', '-qb', `with-${path}`, 'main');
    const before = commit({ '.gitattributes': 'lock.js -diff\nmade.js binary\n' });
    writeFileSync(path, content);
    git('add', '-A');
    git('commit', '-qm', 'c');
    const lines = parseChangedLines(await readDiff(before)).get(path);
    git('checkout', '-q', 'topic');
    expect(lines?.slice(0, 2)).toEqual([1, 2]);
  });

  it('tells the parents of a merge, also in a clone that does not have them', async () => {
    git('checkout', '-qb', 'merged', 'main');
    git('merge', '-q', '--no-edit', 'topic');
    const parents = [git('rev-parse', 'main'), git('rev-parse', 'topic')];
    expect(await listParents()).toEqual(parents);
    git('clone', '-q', '--depth', '1', `file://${join(folder, 'source')}`, join(folder, 'merge'));
    process.chdir(join(folder, 'merge'));
    expect(await listParents()).toEqual(parents);
    process.chdir(join(folder, 'source'));
    git('checkout', '-q', 'topic');
  });

  it('says when there is no git', async () => {
    const { PATH } = process.env;
    Object.assign(process.env, { PATH: folder });
    await expect(listTrackedFiles()).rejects.toMatchObject({ code: 'coverage-unknown' });
    Object.assign(process.env, { PATH });
  });

  it('says when there is no repository', async () => {
    process.chdir(tmpdir());
    await expect(listTrackedFiles()).rejects.toMatchObject({ code: 'coverage-unknown' });
    await expect(listParents()).rejects.toMatchObject({ code: 'coverage-unknown' });
    process.chdir(join(folder, 'source'));
  });
});
