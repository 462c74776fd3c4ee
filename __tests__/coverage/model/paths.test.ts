import { describe, expect, it } from '@jest/globals';
import { joinSource, normalisePath, relativisePath } from '../../../src/coverage/model/paths.js';

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

describe('joinSource', () => {
  it.each([
    { sources: ['/home/x/app'], filename: 'calc.py', expected: '/home/x/app/calc.py' },
    { sources: ['/home/x/app/'], filename: '/home/x/b.py', expected: '/home/x/b.py' },
    { sources: ['C:\\work'], filename: 'src\\A.cs', expected: 'C:/work/src/A.cs' },
    { sources: ['/a', '/b'], filename: 'calc.py', expected: 'calc.py' },
    { sources: ['--source', '/a'], filename: 'A.scala', expected: 'A.scala' },
    { sources: ['src'], filename: 'A.java', expected: 'src/A.java' },
    { sources: ['.'], filename: 'a.c', expected: 'a.c' },
    { sources: ['--source'], filename: 'A.scala', expected: 'A.scala' },
    { sources: ['src'], filename: 'https://host/A.cs', expected: 'https://host/A.cs' },
    { sources: [], filename: 'a.c', expected: 'a.c' },
  ])('$filename under $sources is $expected', ({ sources, filename, expected }) => {
    expect(joinSource(sources, filename)).toBe(expected);
  });
});

describe('relativisePath', () => {
  it.each([
    { path: 'C:/work/a.cs', workspace: 'c:\\work', expected: 'a.cs' },
    { path: 'd:/a/app/app/a.cs', workspace: '/srv', expected: 'a.cs' },
    { path: '/srv2/a.c', workspace: '/srv', expected: '/srv2/a.c' },
  ])('$path in $workspace is $expected', ({ path, workspace, expected }) => {
    expect(relativisePath(path, workspace)).toBe(expected);
  });
});
