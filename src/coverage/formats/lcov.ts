import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import { copyString, MAX_LINES, type ReportMemory, COST } from '../model/limits.js';
import { normalisePath } from '../model/paths.js';
import { ReportError } from '../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import { cutFirst, cutLast, LineSplitter } from '../read/lines.js';
import { checkCount, parseCount, parseHits, parseLineNumber, readDigits } from '../read/number.js';

/** Entries that count what a record found, and those that count what was hit of it. */
const FOUND_AND_HIT = [
  ['LF', 'LH', 'lines'],
  ['BRF', 'BRH', 'branches'],
  ['FNF', 'FNH', 'functions'],
] as const;

/** One record, from `SF` to `end_of_record`. A file can have several; they are united. */
class LcovRecord {
  readonly #file: FileCoverage;
  readonly #memory: ReportMemory;
  readonly #stated = new Map<string, number>();
  readonly #functionLines = new Map<string, string>();

  constructor(file: FileCoverage, memory: ReportMemory) {
    this.#file = file;
    this.#memory = memory;
  }

  /**
   * Takes an entry, and says whether more of the record can follow.
   * @throws ReportError when the entry is malformed.
   */
  add(text: string, start: number, end: number): boolean {
    if (text.startsWith('DA:', start)) this.#addLine(text, start + 3, end);
    else if (text.startsWith('BRDA:', start)) this.#addBranch(text, start + 5, end);
    else return this.#addOther(text.slice(start, end));
    return true;
  }

  /** `DA:<line>,<hits>[,<checksum>]` */
  #addLine(text: string, start: number, end: number): void {
    const comma = text.indexOf(',', start);
    const line = readDigits(text, start, comma);
    const hits = readDigits(text, comma + 1, end);
    // The rare spellings, and the errors.
    if (line === -1 || hits === -1) this.#addUnusualLine(text.slice(start, end));
    else this.#file.lines.add(line, hits > 0);
  }

  #addUnusualLine(entry: string): void {
    const [line, rest] = cutFirst(entry, ',');
    const [hits] = cutFirst(rest, ',');
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

  #addUnusualBranch(entry: string): void {
    const [line, rest] = cutFirst(entry, ',');
    const [name, taken] = cutLast(rest, ',');
    const hits = parseHits(taken, 'how often a branch was taken');
    this.#file.branches.named.add(parseLineNumber(line), name, hits > 0);
  }

  #addOther(entry: string): boolean {
    if (entry.trimEnd() === 'end_of_record') return this.#close();
    if (!/^(?:#|\s*$)/.test(entry)) this.#addRare(entry);
    return true;
  }

  #addRare(entry: string): void {
    const [keyword, value] = cutFirst(entry, ':');
    const [first, rest] = cutFirst(value, ',');
    if (keyword === 'FN') this.#file.functions.add(0, cutFunctionEnd(rest), false);
    else if (keyword === 'FNDA') this.#file.functions.add(0, rest, isFunctionHit(first));
    else if (keyword === 'FNL') this.#addFunctionLine(first, rest);
    else if (keyword === 'FNA') this.#addFunctionAlias(first, rest);
    else if (/^(?:LF|LH|BRF|BRH|FNF|FNH)$/.test(keyword)) {
      this.#stated.set(keyword, parseCount(value.trim(), keyword));
    } else if (!entry.includes(':')) {
      throw new ReportError(`has ${JSON.stringify(entry.slice(0, 40))} inside of a record`);
    }
  }

  /** `FNL:<index>,<line>[,<end>]`: lcov 2 numbers functions, since one can have several names. */
  #addFunctionLine(index: string, rest: string): void {
    const [line] = cutFirst(rest, ',');
    this.#memory.charge(COST.name);
    this.#functionLines.set(copyString(index), copyString(line));
    this.#file.functions.add(parseLineNumber(line), '', false);
  }

  /** `FNA:<index>,<hits>,<name>` */
  #addFunctionAlias(index: string, rest: string): void {
    const [hits] = cutFirst(rest, ',');
    const line = parseLineNumber(this.#functionLines.get(index));
    this.#file.functions.add(line, '', isFunctionHit(hits));
  }

  #close(): false {
    for (const [found, hit, what] of FOUND_AND_HIT) {
      const total = this.#stated.get(found);
      const covered = this.#stated.get(hit);
      if (total !== undefined && covered !== undefined) checkCount({ covered, total }, what);
    }
    return false;
  }
}

function isFunctionHit(hits: string): boolean {
  return parseHits(hits, 'the hits of a function') > 0;
}

/** `FN:<line>,[<end>,]<name>`: newer writers add the last line. */
function cutFunctionEnd(rest: string): string {
  return rest.replace(/^\d+,(?=.)/, '');
}

/**
 * LCOV's tracefile, as lcov, geninfo, Istanbul, coverage.py, cargo-llvm-cov and others write it.
 * Counted from its entries; the totals `LF` and `LH` are absent in some reports and wrong in others.
 */
export const lcov: ReportFormat = {
  name: 'lcov',
  detect: (head) => /^\s*(?:#[^\n]*\n\s*)*(?:TN|SF):/.test(head),
  createParser: (memory) => new LcovParser(memory),
};

class LcovParser implements ReportParser {
  readonly #memory: ReportMemory;
  readonly #files: FileSet;
  readonly #splitter = new LineSplitter((text, start, end) => {
    this.#addLine(text, start, end);
  });
  #record: LcovRecord | undefined;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#splitter.write(text);
  }

  end(): Report {
    this.#splitter.end();
    if (this.#record !== undefined)
      throw new ReportError('ends inside a record (end_of_record is missing)');
    return {
      tool: 'LCOV',
      mainMetric: 'lines',
      declaredTotals: new Map(),
      files: this.#files.resolve(normalisePath),
    };
  }

  #addLine(text: string, start: number, end: number): void {
    if (this.#record === undefined) this.#addOutside(text.slice(start, end));
    else if (!this.#record.add(text, start, end)) this.#record = undefined;
  }

  #addOutside(line: string): void {
    if (line.startsWith('SF:')) {
      this.#record = new LcovRecord(this.#files.open(line.slice(3)), this.#memory);
    } else if (!/^(?:TN:|VER:|#|\s*$)/.test(line)) {
      throw new ReportError(`has ${JSON.stringify(line.slice(0, 40))} outside of a record`);
    }
  }
}
