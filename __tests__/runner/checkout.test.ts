import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCheckout } from '../../src/runner/git.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function makeRepository(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  git(path, 'init', '--quiet');
  return path;
}

function git(path: string, ...args: readonly string[]): string {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  const options = { encoding: 'utf8', env: process.env, stdio: 'pipe' } as const;
  return execFileSync('git', ['-C', path, ...author, ...args], options).trim();
}

describe('readCheckout', () => {
  it('reads origin and HEAD', async () => {
    const path = makeRepository('full');
    git(path, 'remote', 'add', 'origin', 'https://github.com/org/app');
    git(path, 'commit', '--quiet', '--allow-empty', '--message', 'x');
    expect(await readCheckout(path)).toEqual({
      origin: 'https://github.com/org/app',
      head: git(path, 'rev-parse', 'HEAD'),
    });
  });

  it('reads a checkout of another user, as in a container', async () => {
    const path = makeRepository('foreign');
    git(path, 'remote', 'add', 'origin', 'https://github.com/org/app');
    git(path, 'commit', '--quiet', '--allow-empty', '--message', 'x');
    const head = git(path, 'rev-parse', 'HEAD');
    const link = join(folder, 'link');
    symlinkSync(path, link);
    // Git's own tests pretend so; changing the owner takes root. A child gets the environment of
    // the process, which a test cannot change, so a git of its own sets it.
    const { PATH } = process.env;
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const script = `#!/bin/sh\nPATH='${PATH}' GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n`;
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
    process.env['PATH'] = `${bin}:${PATH}`;
    try {
      expect(() => git(path, 'rev-parse', 'HEAD')).toThrow('dubious ownership');
      expect(await readCheckout(path)).toHaveProperty('head', head);
      expect(await readCheckout(link)).toHaveProperty('head', head);
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  it('does not take the checkout that a directory lies in', async () => {
    const path = makeRepository('outer');
    git(path, 'remote', 'add', 'origin', 'https://github.com/org/app');
    git(path, 'commit', '--quiet', '--allow-empty', '--message', 'x');
    const inner = join(path, 'inner');
    mkdirSync(inner);
    expect(await readCheckout(inner)).toBeUndefined();
  });

  it('finds none without a commit', async () => {
    const path = makeRepository('empty');
    git(path, 'remote', 'add', 'origin', 'https://github.com/org/app');
    expect(await readCheckout(path)).toBeUndefined();
  });

  it('finds none without an origin', async () => {
    const path = makeRepository('local');
    git(path, 'commit', '--quiet', '--allow-empty', '--message', 'x');
    expect(await readCheckout(path)).toBeUndefined();
  });

  it('finds none in a directory that is not there', async () => {
    expect(await readCheckout(join(folder, 'absent'))).toBeUndefined();
  });

  it('finds none without git', async () => {
    const { PATH } = process.env;
    process.env['PATH'] = folder;
    try {
      expect(await readCheckout(folder)).toBeUndefined();
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
