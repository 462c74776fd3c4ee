import { describe, expect, it } from '@jest/globals';
import { joinPath, normalisePath, relativisePath } from '../../../src/coverage/model/paths.js';

describe('normalisePath', () => {
  it.each([
    { path: 'src/a.ts', expected: 'src/a.ts' },
    { path: './src//a.ts', expected: 'src/a.ts' },
    { path: 'src/../lib/a.ts', expected: 'lib/a.ts' },
    { path: '../../a.ts', expected: '../../a.ts' },
    { path: '/home/x/./a.ts', expected: '/home/x/a.ts' },
    { path: 'C:\\work\\src\\A.cs', expected: 'C:/work/src/A.cs' },
    { path: 'src\\A.cs', expected: 'src/A.cs' },
    { path: 'c:\\work', expected: 'C:/work' },
    { path: 'https://host//a/../b.cs', expected: 'https://host//a/../b.cs' },
    { path: '', expected: '' },
  ])('$path is $expected', ({ path, expected }) => {
    expect(normalisePath(path)).toBe(expected);
  });
});

describe('joinPath', () => {
  it.each([
    { directory: '/home/x/app', filename: 'calc.py', expected: '/home/x/app/calc.py' },
    { directory: '/home/x/app/', filename: '/home/x/b.py', expected: '/home/x/b.py' },
    { directory: 'C:\\work', filename: 'src\\A.cs', expected: 'C:/work/src/A.cs' },
    { directory: '/', filename: 'home/x/A.cs', expected: '/home/x/A.cs' },
    { directory: '.', filename: 'a.c', expected: 'a.c' },
    { directory: 'src', filename: 'https://host/A.cs', expected: 'https://host/A.cs' },
  ])('$filename in $directory is $expected', ({ directory, filename, expected }) => {
    expect(joinPath(directory, filename)).toBe(expected);
  });
});

describe('relativisePath', () => {
  it.each([
    { path: 'C:/work/a.cs', workspace: 'c:\\work', expected: 'a.cs' },
    { path: 'd:/a/app/app/a.cs', workspace: '/srv', expected: 'a.cs' },
    { path: '/opt/_work/app/app/a.cs', workspace: '/srv', expected: 'a.cs' },
    { path: '/srv2/a.c', workspace: '/srv', expected: '/srv2/a.c' },
  ])('$path in $workspace is $expected', ({ path, workspace, expected }) => {
    expect(relativisePath(path, [workspace])).toBe(expected);
  });
});
