import { LcovFunctions } from './functions.js';
import { addCounts, type Count, NOTHING } from '../../model/counts.js';
import type { FileCoverage } from '../../model/file-coverage.js';
import { MAX_LINES, type ReportMemory } from '../../model/limits.js';
import { ReportError } from '../../model/report-error.js';
import { cutFirst, cutLast } from '../../read/lines.js';
import {
  checkCount,
  parseCount,
  parseHits,
  parseLineNumber,
  readDigits,
  type UnusableMetrics,
} from '../../read/number.js';

/** Entries that count what a record found, and those that count what was hit of it. */
const FOUND_AND_HIT = [
  ['LF', 'LH', 'lines'],
  ['BRF', 'BRH', 'branches'],
  ['FNF', 'FNH', 'functions'],
] as const;

/** The entry that ends a record. */
export const END_OF_RECORD = 'end_of_record';

/** It, alone or with the start of another file behind it: nothing is lost between the two. */
const END = /^end_of_record(?:\s*$|(?=(?:SF|TN):))/;

const TAKEN = 'how often a branch was taken';

/** The end of a file and the start of another one, in one entry: the file was cut and joined. */
const JOINED = /SF:(?:[^:\s]*[\\/.]|[^:\s)\]]+$)/;

/** One record, from `SF` to `end_of_record`. A file can have several; they are united. */
export class LcovRecord {
  readonly #file: FileCoverage;
  readonly #unusable: UnusableMetrics;
  readonly #functions: LcovFunctions;
  readonly #stated = new Map<string, number>();
  /** How many branches of Bazel's kind each line has so far. */
  readonly #bazelBranches = new Map<number, number>();
  /** How many lines the records before list. */
  readonly #linesBefore: number;
  #entries = 0;

  constructor(file: FileCoverage, memory: ReportMemory, unusable: UnusableMetrics) {
    this.#file = file;
    this.#unusable = unusable;
    this.#functions = new LcovFunctions(memory);
    this.#linesBefore = file.lines.count().total;
  }

  /**
   * Takes an entry, and says whether more of the record can follow.
   * @throws ReportError when the entry is malformed, or shows that the record was cut.
   */
  add(text: string, start: number, end: number): boolean {
    if (text.startsWith('DA:', start)) this.#addLine(text, start + 3, end);
    else if (text.startsWith('BRDA:', start)) this.#addBranch(text, start + 5, end);
    else return this.#addOther(text.slice(start, end));
    return true;
  }

  /** The lines that the file of the record has, of it and those before. */
  get listedLines(): Count {
    return this.#file.lines.count();
  }

  /** The lines that `LF` and `LH` state; none where they are not both there. */
  get statedLines(): Count | undefined {
    const total = this.#stated.get('LF');
    const covered = this.#stated.get('LH');
    return total === undefined || covered === undefined ? undefined : { covered, total };
  }

  /** Notes in the file that it has several records, and whether they list the same lines. */
  noteRepeat(): void {
    const { total } = this.#file.lines.count();
    this.#file.isRepeated = true;
    this.#file.isRepeatedUnlike ||= total !== this.#linesBefore || this.#entries < total;
  }

  /** `DA:<line>,<hits>[,<checksum>]` */
  #addLine(text: string, start: number, end: number): void {
    this.#entries += 1;
    const comma = text.indexOf(',', start);
    const line = readDigits(text, start, comma);
    const hits = readDigits(text, comma + 1, end);
    // The rare spellings, and the errors.
    if (line === -1 || hits === -1) this.#addUnusualLine(text.slice(start, end));
    else this.#file.lines.add(line, hits > 0);
  }

  #addUnusualLine(entry: string): void {
    const [line, rest] = cutFirst(entry, ',');
    const [hits, checksum] = cutFirst(rest, ',');
    if (checksum.includes(':')) throw refuseCut(entry);
    this.#file.lines.add(parseLineNumber(line), parseHits(hits, 'the hits of a line') > 0);
  }

  /**
   * `BRDA:<line>,<block>,<branch>,<taken>`. The branch can be a text with commas, and `-` says that
   * the line itself never ran.
   */
  #addBranch(text: string, start: number, end: number): void {
    const comma = text.indexOf(',', start);
    const last = text.lastIndexOf(',', end - 1);
    const line = readDigits(text, start, comma);
    const isNever = last === end - 2 && text.endsWith('-', end);
    const taken = isNever ? 0 : readDigits(text, last + 1, end);
    if (line === -1 || line > MAX_LINES || taken === -1)
      this.#addUnusualBranch(text.slice(start, end));
    else this.#file.branches.named.add(line, text.slice(comma + 1, last), taken > 0);
  }

  /** Vitest writes `NaN` and negative numbers for some. */
  #addUnusualBranch(entry: string): void {
    const [line, rest] = cutFirst(entry, ',');
    const [name, taken] = cutLast(rest, ',');
    const number = parseLineNumber(line);
    if (!this.#unusable.accept('branches', [taken], TAKEN)) return;
    const hits = parseHits(taken, TAKEN);
    this.#file.branches.named.add(number, name, hits > 0);
  }

  /** Bazel's `BA:<line>,<value>`: 0 never ran, 1 ran and was not taken, 2 was taken. */
  #addBazelBranch(number: string, value: string): void {
    const line = parseLineNumber(number);
    const taken = parseCount(value.trim(), TAKEN);
    const before = this.#bazelBranches.get(line) ?? 0;
    this.#bazelBranches.set(line, before + 1);
    this.#file.branches.named.add(line, `BA ${before}`, taken > 1);
  }

  #addOther(entry: string): boolean {
    if (END.test(entry)) return this.#close();
    if (!/^(?:#|\s*$)/.test(entry)) this.#addRare(entry);
    return true;
  }

  #addRare(entry: string): void {
    const [keyword, value] = cutFirst(entry, ':');
    // Also a keyword that was cut: `D` of `DA`, and the next file's `SF:`.
    if (/(?:SF|TN)$/.test(keyword) || entry.startsWith(END_OF_RECORD)) throw refuseCut(entry);
    const [first, rest] = cutFirst(value, ',');
    if (keyword.startsWith('FN') && JOINED.test(rest)) throw refuseCut(entry);
    if (keyword === 'FN') this.#functions.addStart(first, rest);
    else if (keyword === 'FNDA') this.#functions.addHits(first, rest);
    else if (keyword === 'FNL') this.#functions.addNumbered(first, rest);
    else if (keyword === 'FNA') this.#functions.addAlias(first, rest);
    else if (keyword === 'BA') this.#addBazelBranch(first, rest);
    else if (/^(?:LF|LH|BRF|BRH|FNF|FNH)$/.test(keyword)) {
      this.#stated.set(keyword, parseCount(value.trim(), keyword));
    } else if (!entry.includes(':')) {
      throw new ReportError(`has ${JSON.stringify(entry.slice(0, 40))} inside of a record`);
    }
  }

  #close(): false {
    for (const [found, hit, what] of FOUND_AND_HIT) {
      const total = this.#stated.get(found);
      const covered = this.#stated.get(hit);
      if (total !== undefined && covered !== undefined) checkCount({ covered, total }, what);
    }
    const total = this.#stated.get('FNF') ?? 0;
    const covered = this.#stated.get('FNH');
    // Bun counts functions and does not list them.
    if (this.#functions.isEmpty && total > 0 && covered !== undefined) {
      this.#file.functions.tallies.add(0, { covered, total });
    }
    this.#functions.close(this.#file, this.#stated.get('FNF'));
    return false;
  }
}

/** Why a record cannot be used of which an entry has the start of another one in it. */
export function refuseCut(entry: string): ReportError {
  return new ReportError(
    `has ${JSON.stringify(entry.slice(0, 40))} inside of a record: it was cut or joined, and lacks an end_of_record`,
  );
}

/**
 * What records state of their lines beside what they list, of files with one record: what several
 * records of a file state cannot be added.
 */
export class StatedLines {
  #stated = NOTHING;
  #listed = NOTHING;
  #isComparable = true;

  add(record: LcovRecord, isFirst: boolean): void {
    const stated = record.statedLines;
    this.#isComparable &&= isFirst && stated !== undefined;
    if (stated === undefined) return;
    this.#stated = addCounts(this.#stated, stated);
    this.#listed = addCounts(this.#listed, record.listedLines);
  }

  /** Both counts, where they differ. */
  listWarnings(): readonly string[] {
    const [stated, listed] = [this.#stated, this.#listed];
    const isSame = stated.covered === listed.covered && stated.total === listed.total;
    if (!this.#isComparable || isSame) return [];
    return [
      `states ${stated.covered}/${stated.total} lines (LH, LF), while its entries list ${listed.covered}/${listed.total} (DA), which count; cargo-llvm-cov is known to count the two otherwise`,
    ];
  }
}
