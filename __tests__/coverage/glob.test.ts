import { describe, expect, it } from '@jest/globals';
import { compileGlob, matchesAny } from '../../src/coverage/glob.js';

describe('compileGlob', () => {
  it.each([
    { glob: 'src/*.ts', path: 'src/a.ts', expected: true },
    { glob: 'src/*.ts', path: 'src/b/a.ts', expected: false },
    { glob: 'src/**', path: 'src/b/a.ts', expected: true },
    { glob: 'src/', path: 'src/b/a.ts', expected: true },
    { glob: './src/**/a.ts', path: 'src/a.ts', expected: true },
    { glob: '**/test_?.py', path: 'x/y/test_1.py', expected: true },
    { glob: '**/test_?.py', path: 'test_12.py', expected: false },
    { glob: '*.{ts,js}', path: 'a.js', expected: true },
    { glob: '*.{ts,js}', path: 'a.jsx', expected: false },
    { glob: 'a+b/[x].ts', path: 'a+b/[x].ts', expected: true },
    { glob: 'a.ts', path: 'aXts', expected: false },
    { glob: '**', path: 'a/b', expected: true },
  ])('$glob matches $path: $expected', ({ glob, path, expected }) => {
    expect(matchesAny(path, [compileGlob(glob)])).toBe(expected);
  });
});
