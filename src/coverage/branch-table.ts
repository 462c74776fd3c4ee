import type { Count } from './counts.js';
import type { ReportMemory } from './memory.js';
import { TallyTable } from './tally-table.js';
import { UnitTable } from './unit-table.js';

/** The branches of one file: named ones, and counts by line of reports that do not name them. */
export class BranchTable {
  readonly #memory: ReportMemory;
  readonly named: UnitTable;
  readonly tallies: TallyTable;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.named = new UnitTable(memory);
    this.tallies = new TallyTable(memory);
  }

  addAll(other: BranchTable): void {
    this.named.addAll(other.named);
    this.tallies.addAll(other.tallies);
  }

  /** Whether branches may be more than counted, because some runs do not tell which they took. */
  get isLowerBound(): boolean {
    return this.#unite().isLowerBound;
  }

  count(): Count {
    return this.#unite().count();
  }

  #unite(): Pick<TallyTable, 'isLowerBound' | 'count'> {
    if (this.tallies.isEmpty) return { isLowerBound: false, count: () => this.named.count() };
    if (this.named.isEmpty) return this.tallies;
    // The same run as two formats, or two runs: by line, as if neither had names.
    const united = new TallyTable(this.#memory);
    united.addAll(this.tallies);
    for (const [line, count] of this.named.countByLine()) united.add(line, count);
    return united;
  }
}
