import type { LineBudget } from './limits.js';
import { LINES_PER_FILE } from './limits.js';
import type { Count, CountedMetric, Totals } from './counts.js';
import { LineTable } from './line-table.js';
import { TallyTable } from './tally-table.js';

/** What a report says about one source file. */
export class FileCoverage {
  readonly lines: LineTable;
  readonly branches: TallyTable;

  /** @throws ReportError when the budget is used up. */
  constructor(budget: LineBudget) {
    budget.spend(LINES_PER_FILE);
    this.lines = new LineTable(budget);
    this.branches = new TallyTable(budget);
  }

  /** Unites with another run's coverage of the same file. */
  addAll(other: FileCoverage): void {
    this.lines.addAll(other.lines);
    this.branches.addAll(other.branches);
  }

  count(): Totals {
    return new Map<CountedMetric, Count>([
      ['lines', this.lines.count()],
      ['branches', this.branches.count()],
    ]);
  }
}
