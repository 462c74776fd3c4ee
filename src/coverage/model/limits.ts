import { ReportError } from './report-error.js';

/** Bytes of one report. Beyond it a report is a mistake or an attack. */
export const MAX_REPORT_BYTES = 1024 ** 3;

/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
export const MAX_DEPTH = 64;

/** Characters without one complete element, value or line: bounds what a parser buffers. */
export const MAX_TOKEN_CHARACTERS = 64 * 1024 ** 2;

/** Lines of code of all reports together; also the highest number that a line can have. */
export const MAX_LINES = 32_000_000;

/**
 * What is held costs room, so that the memory that reports take is bounded whatever they are made
 * of: a line of code the most, so that there is room for no more than `MAX_LINES` of them.
 */
export const COST = {
  line: 16,
  /** A line of source up to the highest that is known, code or not. */
  sourceLine: 1,
  /** A named branch, statement or function. */
  unit: 16,
  /** The unnamed branches of a line. */
  tally: 48,
  file: 1024,
  name: 128,
} as const;

/** What all reports of a run share: the bound of what they may hold, and the names in them. */
export class ReportMemory {
  #room: number;
  readonly #ids = new Map<string, number>();

  /** @param room What the reports may take together, as `COST` counts it. */
  constructor(room: number = MAX_LINES * COST.line) {
    this.#room = room;
  }

  /**
   * @param room What is held from now on; less than nothing for what is not held any more.
   * @throws ReportError when there is not so much left.
   */
  charge(room: number): void {
    this.#room -= room;
    if (this.#room < 0) {
      throw new ReportError(
        `takes the reports beyond ${MAX_LINES} lines of code, which is the limit for all together`,
      );
    }
  }

  /** A small number for a name; the same for the same name, in every report. */
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.charge(COST.name);
    const id = this.#ids.size;
    this.#ids.set(copyString(name), id);
    return id;
  }
}

/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory: without the copies 200 MB of Cobertura
 * take 2.1 times the memory (351 MB instead of 164 MB).
 */
export function copyString(text: string): string {
  return structuredClone(text);
}
