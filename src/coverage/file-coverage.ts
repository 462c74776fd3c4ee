import { BranchTable } from './branch-table.js';
import type { Count, CountedMetric, Totals } from './counts.js';
import { LineTable } from './line-table.js';
import { ROOM } from './limits.js';
import type { ReportMemory } from './memory.js';
import { ReportError } from './report-error.js';
import { TallyTable } from './tally-table.js';
import { UnitTable } from './unit-table.js';

/** What reports say about one source file. What they do not measure stays empty. */
export class FileCoverage {
  readonly #memory: ReportMemory;
  readonly lines: LineTable;
  readonly branches: BranchTable;
  readonly statements: UnitTable;
  readonly functions: UnitTable;
  readonly instructions: TallyTable;
  /** Its path without names that are no directories: groups of JaCoCo. Absent where it has none. */
  sourceName: string | undefined;
  /** Counts of a report that does not list the lines of its files. */
  stated: Totals | undefined;

  /** @throws ReportError when the reports hold too much. */
  constructor(memory: ReportMemory) {
    memory.spend(ROOM.file);
    this.#memory = memory;
    this.lines = new LineTable(memory);
    this.branches = new BranchTable(memory);
    this.statements = new UnitTable(memory);
    this.functions = new UnitTable(memory);
    this.instructions = new TallyTable(memory);
  }

  /** Whether a count may be too low, because the reports do not tell what exactly was covered. */
  get isLowerBound(): boolean {
    return this.branches.isLowerBound || this.instructions.isLowerBound;
  }

  /**
   * Notes the lines that one unit stands on. They cost although lines that were met before take no
   * memory, since a short report can go over the same million lines again and again.
   * @throws ReportError when the range is reversed, or the reports hold too much.
   */
  addRange(first: number, last: number, isCovered: boolean): void {
    if (last < first) throw new ReportError(`has a range of lines from ${first} to ${last}`);
    this.#memory.spend((last - first) * ROOM.sourceLine);
    for (let line = first; line <= last; line += 1) this.lines.add(line, isCovered);
  }

  /**
   * Unites with another run's coverage of the same file.
   * @throws ReportError when one of them has only counts.
   */
  addAll(other: FileCoverage): void {
    if (this.stated !== undefined || other.stated !== undefined) {
      throw new ReportError(
        'some reports count the same file without listing its lines: use a format that lists them, to unite them',
      );
    }
    this.lines.addAll(other.lines);
    this.branches.addAll(other.branches);
    this.statements.addAll(other.statements);
    this.functions.addAll(other.functions);
    this.instructions.addAll(other.instructions);
  }

  count(): Totals {
    if (this.stated !== undefined) return this.stated;
    return new Map<CountedMetric, Count>([
      ['lines', this.lines.count()],
      ['branches', this.branches.count()],
      ['statements', this.statements.count()],
      ['functions', this.functions.count()],
      ['instructions', this.instructions.count()],
    ]);
  }
}
