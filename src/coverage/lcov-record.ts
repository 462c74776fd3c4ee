import type { FileCoverage } from './file-coverage.js';
import { MAX_LINES, ROOM } from './limits.js';
import { detach, type ReportMemory } from './memory.js';
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
    this.#memory.spend(ROOM.name);
    this.#functionLines.set(detach(index), detach(line));
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
