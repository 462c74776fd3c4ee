import { describe, expect, it } from '@jest/globals';
import { FileCoverage } from '../../src/coverage/file-coverage.js';
import { ReportMemory } from '../../src/coverage/memory.js';
import { measurePatch, resolveTracked } from '../../src/coverage/patch.js';

const memory = new ReportMemory();

function file(...lines: readonly (readonly [number, boolean])[]): FileCoverage {
  const coverage = new FileCoverage(memory);
  for (const [line, covered] of lines) coverage.lines.add(line, covered);
  return coverage;
}

describe('measurePatch', () => {
  it('counts changed lines that are code, and tells the others', () => {
    const files = new Map([
      ['a.py', file([1, true], [2, false], [3, false], [5, false], [6, true])],
      ['b.py', file([1, false])],
    ]);
    const changed = new Map([
      ['a.py', [1, 2, 3, 4, 5]],
      ['c.md', [1]],
    ]);
    expect(measurePatch(changed, files)).toEqual({
      count: { covered: 1, total: 4 },
      uncovered: [
        { path: 'a.py', start: 2, end: 3 },
        { path: 'a.py', start: 5, end: 5 },
      ],
    });
  });
});

describe('resolveTracked', () => {
  const tracked = ['app/calc.py', 'app/sub/calc.py', 'calc.go', 'lib/x/util.py', 'web/util.py'];

  it.each([
    { description: 'the path itself', path: 'app/calc.py', expected: 'app/calc.py' },
    { description: 'another machine', path: '/srv/app/sub/calc.py', expected: 'app/sub/calc.py' },
    { description: 'a Go module', path: 'example.com/m/calc.go', expected: 'calc.go' },
    { description: 'a source directory', path: 'x/util.py', expected: 'lib/x/util.py' },
    { description: 'several candidates', path: 'calc.py', expected: undefined },
    { description: 'no candidate', path: 'other.py', expected: undefined },
    { description: 'a part of a name', path: 'lc.py', expected: undefined },
  ])('finds $description', ({ path, expected }) => {
    const resolved = resolveTracked(new Map([[path, file()]]), tracked);
    expect([...resolved.keys()]).toEqual(expected === undefined ? [] : [expected]);
  });

  it('gives a tracked file to the first that names it', () => {
    const first = file();
    const files = new Map([
      ['app/calc.py', first],
      ['/other/app/calc.py', file()],
    ]);
    expect([...resolveTracked(files, tracked)]).toEqual([['app/calc.py', first]]);
  });

  it('takes the longest of the paths that end a name', () => {
    const files = new Map([['/srv/a/b.py', file()]]);
    expect([...resolveTracked(files, ['b.py', 'a/b.py']).keys()]).toEqual(['a/b.py']);
  });
});
