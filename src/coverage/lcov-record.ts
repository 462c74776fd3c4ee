import type { FileCoverage } from './file-coverage.js';
import { checkCount, parseCount, parseHits, parseLineNumber, readDigits } from './number.js';
import { ReportError } from './report-error.js';
import { cutFirst, cutLast } from './text-lines.js';

/** Entries that count what a record found, and those that count what was hit of it. */
const FOUND_AND_HIT = [
  ['LF', 'LH', 'lines'],
  ['BRF', 'BRH', 'branches'],
  ['FNF', 'FNH', 'functions'],
] as const;

/** One record, from `SF` to `end_of_record`. A file can have several; they are united. */
export class LcovRecord {
  readonly #file: FileCoverage;
  readonly #stated = new Map<string, number>();
  readonly #functionLines = new Map<string, string>();

  constructor(file: FileCoverage) {
    this.#file = file;
  }

  /**
   * Takes an entry, and says whether more of the record can follow.
   * @throws ReportError when the entry is malformed.
   */
  add(line: string): boolean {
    if (line.startsWith('DA:')) this.#addLine(line);
    else if (line.startsWith('BRDA:')) this.#addBranch(line.slice(5));
    else if (line.trimEnd() === 'end_of_record') return this.#close();
    else if (!line.startsWith('#')) this.#addOther(line);
    return true;
  }

  /** `DA:<line>,<hits>[,<checksum>]` */
  #addLine(entry: string): void {
    const comma = entry.indexOf(',', 3);
    const next = entry.indexOf(',', comma + 1);
    const end = next === -1 || comma === -1 ? entry.length : next;
    const line = readDigits(entry, 3, comma);
    const hits = readDigits(entry, comma + 1, end);
    // The rare spellings, and the errors.
    if (line === -1 || hits === -1) this.#addUnusualLine(entry.slice(3));
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
  #addBranch(entry: string): void {
    const [line, rest] = cutFirst(entry, ',');
    const [name, taken] = cutLast(rest, ',');
    const hits = taken === '-' ? 0 : parseHits(taken, 'how often a branch was taken');
    this.#file.branches.named.add(parseLineNumber(line), name, hits > 0);
  }

  #addOther(entry: string): void {
    const [keyword, value] = cutFirst(entry, ':');
    const [first, rest] = cutFirst(value, ',');
    if (keyword === 'FN') this.#file.functions.add(0, cutFunctionEnd(rest), false);
    else if (keyword === 'FNDA') this.#file.functions.add(0, rest, isHit(first));
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
    this.#functionLines.set(index, line);
    this.#file.functions.add(parseLineNumber(line), '', false);
  }

  /** `FNA:<index>,<hits>,<name>` */
  #addFunctionAlias(index: string, rest: string): void {
    const [hits] = cutFirst(rest, ',');
    const line = parseLineNumber(this.#functionLines.get(index));
    this.#file.functions.add(line, '', isHit(hits));
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

function isHit(hits: string): boolean {
  return parseHits(hits, 'the hits of a function') > 0;
}

/** `FN:<line>,[<end>,]<name>`: newer writers add the last line. */
function cutFunctionEnd(rest: string): string {
  return rest.replace(/^\d+,(?=.)/, '');
}
