import { describe, expect, it } from '@jest/globals';
import { compileGlob, hasDotParts, isGlob, matchesAny } from '../../../src/coverage/model/glob.js';

describe('isGlob', () => {
  it.each([
    { glob: 'a{b,{c,d}}', expected: true },
    { glob: 'a{b', expected: false },
    { glob: '[z-a]', expected: false },
    { glob: '}a{', expected: false },
    { glob: 'a[{]}', expected: false },
  ])('$glob: $expected', ({ glob, expected }) => {
    expect(isGlob(glob)).toBe(expected);
  });
});

describe('hasDotParts', () => {
  it.each([
    { glob: './src/*.ts', expected: false },
    { glob: '.github/..a/b..', expected: false },
    { glob: '../a', expected: true },
    { glob: 'a/../b', expected: true },
    { glob: 'a/.', expected: true },
    { glob: '{a,..}/b', expected: true },
    { glob: '././a', expected: true },
  ])('$glob: $expected', ({ glob, expected }) => {
    expect(hasDotParts(glob)).toBe(expected);
  });
});

describe('compileGlob', () => {
  it('takes time by the length of a path, whatever the glob', () => {
    const glob = compileGlob(`${'**/*a'.repeat(6)}{*a,**}*b`);
    expect(glob.test('a'.repeat(300_000))).toBe(false);
    expect(glob.test(`${'a/'.repeat(100_000)}b`)).toBe(true);
  });

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
    { glob: '{src,lib/{a,b}}/*.ts', path: 'lib/b/x.ts', expected: true },
    { glob: '{src,lib/{a,b}}/*.ts', path: 'lib/c/x.ts', expected: false },
    { glob: '**/*.{test,spec}.{ts,*x}', path: 'a/b.spec.tsx', expected: true },
    { glob: 'a,b.ts', path: 'a,b.ts', expected: true },
    { glob: '[ab].ts', path: 'b.ts', expected: true },
    { glob: '[a-c].ts', path: 'd.ts', expected: false },
    { glob: '[!ab].ts', path: 'c.ts', expected: true },
    { glob: '[!ab].ts', path: 'a.ts', expected: false },
    { glob: 'pages/[id].ts', path: 'pages/[id].ts', expected: true },
    { glob: 'tests', path: 'tests/unit/a.ts', expected: true },
    { glob: '**/tests', path: 'src/tests/a.ts', expected: true },
    { glob: '**/a.ts', path: '/abs/a.ts', expected: true },
    { glob: 'tests', path: 'tests2/a.ts', expected: false },
    { glob: 'src/*', path: 'src/b/a.ts', expected: false },
    { glob: '**', path: 'a/b', expected: true },
    { glob: '{a,b,}c', path: 'c', expected: true },
    { glob: 'a{[!b],**/c}', path: 'ac', expected: true },
    { glob: 'a{/**,b}', path: 'a/x/y', expected: true },
    { glob: '', path: '', expected: true },
    { glob: '*/**/*a*b', path: 'x/y/z/1a2b', expected: true },
    { glob: '*/**/*a*b', path: '1a2b', expected: false },
  ])('$glob matches $path: $expected', ({ glob, path, expected }) => {
    expect(matchesAny(path, [compileGlob(glob)])).toBe(expected);
  });
});
