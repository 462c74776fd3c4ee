import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAllFiles, listFilesIn } from '../../src/runner/files.js';

const before = process.cwd();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  process.chdir(folder);
  for (const path of ['.git', 'node_modules/x', 'src/sub']) mkdirSync(path, { recursive: true });
  for (const path of ['a.js', '.git/HEAD', 'node_modules/x/i.js', 'src/b.js', 'src/sub/c.js']) {
    writeFileSync(path, '');
  }
  symlinkSync('a.js', 'link.js');
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('listFilesIn', () => {
  it('lists the files of directories, and none of those that are not there', async () => {
    const directories = ['', 'src', 'lib', 'a.js', join(folder, 'src')];
    expect([...(await listFilesIn(directories))].sort()).toEqual(
      ['a.js', 'link.js', 'src/b.js', join(folder, 'src/b.js')].sort(),
    );
  });
});

describe('listAllFiles', () => {
  it('lists the files of the workspace, without those of git and of packages', async () => {
    expect([...(await listAllFiles())].sort()).toEqual([
      'a.js',
      'link.js',
      'src/b.js',
      'src/sub/c.js',
    ]);
  });
});
