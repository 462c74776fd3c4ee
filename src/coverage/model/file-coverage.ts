import type { Count, CountedMetric, Metric, Totals } from './counts.js';
import { copyString, type ReportMemory, COST } from './limits.js';
import { LineTable } from './line-table.js';
import { normalisePath } from './paths.js';
import { ReportError } from './report-error.js';
import { TallyTable } from './tally-table.js';
import { UnitTable } from './unit-table.js';

/**
 * The branches or functions of one file: named ones, and counts of reports that do not name them, by
 * line, or on line 0 for all of the file.
 */
export class PartTable {
  readonly #memory: ReportMemory;
  readonly named: UnitTable;
  readonly tallies: TallyTable;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.named = new UnitTable(memory);
    this.tallies = new TallyTable(memory);
  }

  addAll(other: PartTable): void {
    this.named.addAll(other.named);
    this.tallies.addAll(other.tallies);
  }

  /** Whether they may be more than counted, because some runs do not tell which they took. */
  get isLowerBound(): boolean {
    return this.#unite().isLowerBound;
  }

  count(): Count {
    return this.#unite().count();
  }

  #unite(): Pick<TallyTable, 'isLowerBound' | 'count'> {
    if (this.tallies.isEmpty) return { isLowerBound: false, count: () => this.named.count() };
    if (this.named.isEmpty) return this.tallies;
    // The same run as two formats, or two runs: as if neither had names.
    const united = new TallyTable(this.#memory);
    united.addAll(this.tallies);
    if (this.tallies.isOfFile) united.add(0, this.named.count());
    else for (const [line, count] of this.named.countByLine()) united.add(line, count);
    return united;
  }
}

/** What reports say about one source file. What they do not measure stays empty. */
export class FileCoverage {
  readonly #memory: ReportMemory;
  lines: LineTable;
  readonly branches: PartTable;
  readonly statements: UnitTable;
  readonly functions: PartTable;
  readonly instructions: TallyTable;
  /** Its path without names that are no directories: groups of JaCoCo. Absent where it has none. */
  sourceName: string | undefined;
  /** Whether one report lists it several times: reports that were put together may mean several files. */
  isRepeated = false;
  /** Whether the lines that it lists are not the same each time. */
  isRepeatedUnlike = false;
  /** Counts of a report that does not list the lines of its files. */
  fileTotals: Totals | undefined;
  /** Whether the lines of the report are not those of the file, so that none are listed. */
  #hasUnknownLines = false;

  /** @throws ReportError when the reports hold too much. */
  constructor(memory: ReportMemory) {
    memory.charge(COST.file);
    this.#memory = memory;
    this.lines = new LineTable(memory);
    this.branches = new PartTable(memory);
    this.statements = new UnitTable(memory);
    this.functions = new PartTable(memory);
    this.instructions = new TallyTable(memory);
  }

  /** Whether lines that are not listed are known to be no code. */
  get knowsLines(): boolean {
    return !this.#hasUnknownLines && this.fileTotals === undefined;
  }

  /** Leaves out all lines, also those to come: it cannot be told which of them are of this file. */
  forgetLines(): void {
    this.#hasUnknownLines = true;
    this.lines = new LineTable(this.#memory);
  }

  /** Whether a count may be too low, because the reports do not tell what exactly was covered. */
  get isLowerBound(): boolean {
    return [this.branches, this.functions, this.instructions].some((table) => table.isLowerBound);
  }

  /**
   * Notes the lines that one unit stands on. They cost although lines that were met before take no
   * memory, since a short report can go over the same million lines again and again.
   * @throws ReportError when the range is reversed, or the reports hold too much.
   */
  addRange(first: number, last: number, isCovered: boolean): void {
    if (this.#hasUnknownLines) return;
    if (last < first) throw new ReportError(`has a range of lines from ${first} to ${last}`);
    this.#memory.charge((last - first) * COST.sourceLine);
    for (let line = first; line <= last; line += 1) this.lines.add(line, isCovered);
  }

  /**
   * Unites with another run's coverage of the same file.
   * @throws ReportError when one of them has only counts.
   */
  addAll(other: FileCoverage): void {
    if (this.fileTotals !== undefined || other.fileTotals !== undefined) {
      throw new ReportError(
        'some reports count the same file without listing its lines: use a format that lists them, to unite them',
      );
    }
    if (other.#hasUnknownLines) this.forgetLines();
    if (!this.#hasUnknownLines) this.lines.addAll(other.lines);
    this.branches.addAll(other.branches);
    this.statements.addAll(other.statements);
    this.functions.addAll(other.functions);
    this.instructions.addAll(other.instructions);
  }

  count(): Totals {
    if (this.fileTotals !== undefined) return this.fileTotals;
    return new Map<CountedMetric, Count>([
      ['lines', this.lines.count()],
      ['branches', this.branches.count()],
      ['statements', this.statements.count()],
      ['functions', this.functions.count()],
      ['instructions', this.instructions.count()],
    ]);
  }
}

/** The source files of a report while it is read. */
export class FileSet {
  readonly #memory: ReportMemory;
  readonly #files = new Map<string, FileCoverage>();

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** The file of that name; a new one when it is met for the first time. */
  open(name: string): FileCoverage {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = new FileCoverage(this.#memory);
    this.#files.set(copyString(name), file);
    return file;
  }

  /** All files, by one spelling of their paths; names of one path are united. */
  byPath(): ReadonlyMap<string, FileCoverage> {
    const files = new Map<string, FileCoverage>();
    for (const [name, file] of this.#files) {
      const path = normalisePath(name);
      const known = files.get(path);
      if (known === undefined) files.set(path, file);
      else known.addAll(file);
    }
    return files;
  }
}

/** One file of a reading. */
export interface ReadFile {
  readonly path: string;
  readonly totals: Totals;
}

/** What a group of claims counts if they are of these files. */
export interface Reading {
  readonly totals: Totals;
  readonly files: readonly ReadFile[];
}

/** Claims that may be of one file or of several, counted in every way. */
export interface DoubtfulFiles {
  /** Paths and reports, for messages. */
  readonly names: readonly string[];
  readonly readings: readonly Reading[];
  /** Whether the files of every reading are listed; else the readings are bounds of the totals. */
  readonly isComplete: boolean;
}

/** What all reports together say. */
export interface Coverage {
  /** Of the files that are known. */
  readonly totals: Totals;
  /** By path from the root of the repository, where they are in it. */
  readonly files: ReadonlyMap<string, FileCoverage>;
  /** What may be of one file or of several, counted in every way, beside `totals`. */
  readonly groups: readonly DoubtfulFiles[];
  /** The metrics that the tools themselves put first. */
  readonly mainMetrics: ReadonlySet<Metric>;
  /** Metrics that are left out, since a report has no say in them, or says what cannot be. */
  readonly leftOut: ReadonlySet<CountedMetric>;
  /** What wrote the reports. */
  readonly tool: string;
  /** Whether a count may be too low, because the reports do not tell what exactly they covered. */
  readonly isLowerBound: boolean;
}
