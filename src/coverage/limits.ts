import { ReportError } from './report-error.js';

/** Bytes of one report. Beyond it a report is a mistake or an attack. */
export const MAX_REPORT_BYTES = 1024 ** 3;

/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
export const MAX_DEPTH = 64;

/** Characters without one complete element: bounds what a parser buffers. */
export const MAX_TOKEN_CHARACTERS = 16 * 1024 ** 2;

/** Lines of source, from 1 to the highest number of each file, of all reports together. */
export const MAX_LINES = 32_000_000;

/** What a file costs of the budget of lines, so that empty files are bounded too. */
export const LINES_PER_FILE = 32;

/** Counts down what all reports of a run may hold in memory. */
export class LineBudget {
  #left: number;

  constructor(lines: number = MAX_LINES) {
    this.#left = lines;
  }

  /** @throws ReportError when the budget is used up. */
  spend(lines: number): void {
    this.#left -= lines;
    if (this.#left < 0) {
      throw new ReportError(
        `takes the reports beyond ${MAX_LINES} lines of source, which is the limit for all together`,
      );
    }
  }
}
