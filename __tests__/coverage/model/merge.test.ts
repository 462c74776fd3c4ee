import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileCoverage } from '../../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { countFiles } from '../../../src/coverage/combine/combine.js';
import { uniteFiles } from '../fixture.js';

interface Line {
  readonly file: string;
  readonly line: number;
  readonly covered: boolean;
  readonly missing: readonly string[];
  /** Branches that only some builds have, and none runs. */
  readonly extra: number;
  /** Whether the report tells which branches are missing. */
  readonly isNamed: boolean;
}

const BRANCHES = ['1', '2', '3'];
const EXTRA = ['4', '5'];

const lines = fc.array(
  fc.record<Line>({
    file: fc.constantFrom('a', 'b', 'c'),
    line: fc.integer({ min: 1, max: 100 }),
    covered: fc.boolean(),
    missing: fc.subarray(BRANCHES),
    extra: fc.nat(2),
    isNamed: fc.boolean(),
  }),
  { maxLength: 60 },
);

const memory = new ReportMemory();

function build(from: readonly Line[]): ReadonlyMap<string, FileCoverage> {
  const files = new Map<string, FileCoverage>();
  for (const { file, line, covered, missing, extra, isNamed } of from) {
    const coverage = files.get(file) ?? new FileCoverage(memory);
    files.set(file, coverage);
    coverage.lines.add(line, covered);
    const tally = { covered: BRANCHES.length - missing.length, total: BRANCHES.length + extra };
    coverage.branches.tallies.add(
      line,
      isNamed ? { ...tally, missing: [...missing, ...EXTRA.slice(0, extra)] } : tally,
    );
    coverage.instructions.add(line, tally);
    for (const name of BRANCHES) {
      const isMissing = missing.includes(name);
      coverage.functions.named.add(line, name, !isMissing);
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

  it('never covers more than there is of different builds', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        for (const { covered, total } of countUnion(a, b).values()) {
          expect(covered).toBeLessThanOrEqual(total);
        }
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

  it('never covers more than there is, nor less than one report of the same code', () => {
    const same = lines.map((each) => each.map((line) => ({ ...line, extra: 0 })));
    fc.assert(
      fc.property(same, same, (a, b) => {
        const alone = countUnion(a);
        for (const [metric, { covered, total }] of countUnion(a, b)) {
          expect(covered).toBeLessThanOrEqual(total);
          expect(covered).toBeGreaterThanOrEqual(alone.get(metric)?.covered ?? 0);
        }
      }),
    );
  });
});
