import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileCoverage } from '../../src/coverage/file-coverage.js';
import { ReportMemory } from '../../src/coverage/memory.js';
import { countFiles, uniteFiles } from '../../src/coverage/merge.js';

interface Line {
  readonly file: string;
  readonly line: number;
  readonly covered: boolean;
  readonly missing: readonly string[];
  /** Whether the report tells which branches are missing. */
  readonly isNamed: boolean;
}

const BRANCHES = ['1', '2', '3'];

const lines = fc.array(
  fc.record<Line>({
    file: fc.constantFrom('a', 'b', 'c'),
    line: fc.integer({ min: 1, max: 100 }),
    covered: fc.boolean(),
    missing: fc.subarray(BRANCHES),
    isNamed: fc.boolean(),
  }),
  { maxLength: 60 },
);

const memory = new ReportMemory();

function build(from: readonly Line[]): ReadonlyMap<string, FileCoverage> {
  const files = new Map<string, FileCoverage>();
  for (const { file, line, covered, missing, isNamed } of from) {
    const coverage = files.get(file) ?? new FileCoverage(memory);
    files.set(file, coverage);
    coverage.lines.add(line, covered);
    const total = BRANCHES.length;
    const tally = { covered: total - missing.length, total };
    coverage.branches.tallies.add(line, isNamed ? { ...tally, missing } : tally);
    coverage.instructions.add(line, tally);
    for (const name of BRANCHES) {
      const isMissing = missing.includes(name);
      coverage.functions.add(line, name, !isMissing);
      // Half of the lines name their branches one by one, too.
      if (line % 2 === 0) coverage.branches.named.add(line, name, !isMissing);
    }
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
