import { describe, expect, it } from '@jest/globals';
import { joinSource, normalisePath } from '../../src/coverage/paths.js';

describe('normalisePath', () => {
  it.each([
    { path: 'src/a.ts', expected: 'src/a.ts' },
    { path: './src//a.ts', expected: 'src/a.ts' },
    { path: 'src/../lib/a.ts', expected: 'lib/a.ts' },
    { path: '../../a.ts', expected: '../../a.ts' },
    { path: '/home/x/./a.ts', expected: '/home/x/a.ts' },
    { path: 'C:\\work\\src\\A.cs', expected: 'C:/work/src/A.cs' },
    { path: 'src\\A.cs', expected: 'src/A.cs' },
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
    { sources: ['src'], filename: 'A.java', expected: 'A.java' },
    { sources: [], filename: 'a.c', expected: 'a.c' },
  ])('$filename under $sources is $expected', ({ sources, filename, expected }) => {
    expect(joinSource(sources, filename)).toBe(expected);
  });
});
