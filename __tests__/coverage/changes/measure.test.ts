import { describe, expect, it } from '@jest/globals';
import { FileCoverage } from '../../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { measurePatch } from '../../../src/coverage/changes/measure.js';
import { resolveTracked } from '../../../src/coverage/changes/tracked-files.js';

const memory = new ReportMemory();

function file(...lines: readonly (readonly [number, boolean])[]): FileCoverage {
  const coverage = new FileCoverage(memory);
  for (const [line, covered] of lines) coverage.lines.add(line, covered);
  return coverage;
}

describe('measurePatch', () => {
  const files = resolveTracked(
    new Map([
      ['a.py', file([1, true], [2, false], [3, false], [5, false], [6, true])],
      ['b.py', file([1, false])],
      ['calc.py', file([1, false])],
    ]),
    ['a.py', 'b.py', 'x/calc.py', 'y/calc.py'],
  );

  it('counts changed lines that are code, and tells the others', () => {
    const changed = new Map([
      ['a.py', [1, 2, 3, 4, 5]],
      ['c.md', [1]],
      ['x/calc.py', []],
    ]);
    expect(measurePatch(changed, files)).toEqual({
      count: { covered: 1, total: 4 },
      uncovered: [
        { path: 'a.py', start: 2, end: 3 },
        { path: 'a.py', start: 5, end: 5 },
      ],
    });
  });

  it('says which changed file the reports may have under another name', () => {
    const changed = new Map([
      ['a.py', [1]],
      ['y/calc.py', [1]],
    ]);
    expect(measurePatch(changed, files)).toBe(
      'y/calc.py changed, and it cannot be told whether it is calc.py of the reports',
    );
  });
});
