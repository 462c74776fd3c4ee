import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileCoverage } from '../../src/coverage/file-coverage.js';
import { LineBudget } from '../../src/coverage/limits.js';
import { countFiles, uniteFiles } from '../../src/coverage/merge.js';

interface Line {
  readonly file: string;
  readonly line: number;
  readonly covered: boolean;
  readonly missing: readonly string[];
}

const BRANCHES = ['1', '2', '3'];

const lines = fc.array(
  fc.record<Line>({
    file: fc.constantFrom('a', 'b', 'c'),
    line: fc.integer({ min: 1, max: 100 }),
    covered: fc.boolean(),
    missing: fc.subarray(BRANCHES),
  }),
  { maxLength: 60 },
);

function build(from: readonly Line[]): ReadonlyMap<string, FileCoverage> {
  const budget = new LineBudget();
  const files = new Map<string, FileCoverage>();
  for (const { file, line, covered, missing } of from) {
    const coverage = files.get(file) ?? new FileCoverage(budget);
    files.set(file, coverage);
    coverage.lines.add(line, covered);
    const total = BRANCHES.length;
    coverage.branches.add(line, { covered: total - missing.length, total, missing });
  }
  return files;
}

function countUnion(...reports: readonly (readonly Line[])[]) {
  return countFiles(uniteFiles(reports.map(build)).values());
}

describe('uniteFiles', () => {
  it('does not depend on order', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        expect(countUnion(a, b)).toEqual(countUnion(b, a));
      }),
    );
  });

  it('does not depend on grouping', () => {
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        const left = uniteFiles([uniteFiles([build(a), build(b)]), build(c)]);
        const right = uniteFiles([build(a), uniteFiles([build(b), build(c)])]);
        expect(countFiles(left.values())).toEqual(countFiles(right.values()));
      }),
    );
  });

  it('changes nothing when a report is given twice', () => {
    fc.assert(
      fc.property(lines, (a) => {
        expect(countUnion(a, a)).toEqual(countUnion(a));
      }),
    );
  });

  it('never covers more than there is, nor less than one report', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const alone = countUnion(a);
        for (const [metric, { covered, total }] of countUnion(a, b)) {
          expect(covered).toBeLessThanOrEqual(total);
          expect(covered).toBeGreaterThanOrEqual(alone.get(metric)?.covered ?? 0);
        }
      }),
    );
  });
});
