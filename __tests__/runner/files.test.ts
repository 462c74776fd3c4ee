import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAllFiles, listFilesIn } from '../../src/runner/files.js';

const before = process.cwd();
let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
  process.chdir(folder);
  for (const path of ['.git', 'node_modules/x', 'src/sub']) mkdirSync(path, { recursive: true });
  for (const path of ['a.js', '.git/HEAD', 'node_modules/x/i.js', 'src/b.js', 'src/sub/c.js']) {
    writeFileSync(path, '');
  }
  symlinkSync('a.js', 'link.js');
  symlinkSync('src', 'lib.d');
  symlinkSync('gone.js', 'broken.js');
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('listFilesIn', () => {
  it('lists the files of directories, and none of those that are not there', async () => {
    const directories = ['', 'src', 'lib', 'a.js', join(folder, 'src')];
    const listed = await listFilesIn(directories);
    expect(listed.map(({ path }) => path).sort()).toEqual(
      ['a.js', 'broken.js', 'lib.d', 'link.js', 'src/b.js', join(folder, 'src/b.js')].sort(),
    );
  });

  it('tells where links lead', async () => {
    const listed = await listFilesIn(['', 'src', 'lib.d']);
    const targets = listed.map(({ path, target }) => [path, target]);
    expect(Object.fromEntries(targets)).toEqual({
      'a.js': join(folder, 'a.js'),
      'src/b.js': join(folder, 'src/b.js'),
      'broken.js': 'broken.js',
      'link.js': join(folder, 'a.js'),
      'lib.d': join(folder, 'src'),
      'lib.d/b.js': join(folder, 'src/b.js'),
    });
  });
});

describe('listAllFiles', () => {
  it('lists the files of the workspace, without those of git and of packages', async () => {
    expect([...(await listAllFiles())].sort()).toEqual([
      'a.js',
      'broken.js',
      'lib.d',
      'link.js',
      'src/b.js',
      'src/sub/c.js',
    ]);
  });
});
