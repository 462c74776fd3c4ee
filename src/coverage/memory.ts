import { LINES_PER_FILE, MAX_LINES } from './limits.js';
import { ReportError } from './report-error.js';

/** What all reports of a run share: the bound of what they may hold, and the names in them. */
export class ReportMemory {
  #linesLeft: number;
  readonly #ids = new Map<string, number>();

  /** @param lines How many lines of source the reports may describe together. */
  constructor(lines: number = MAX_LINES) {
    this.#linesLeft = lines;
  }

  /** @throws ReportError when there is not so much left. */
  spend(lines: number): void {
    this.#linesLeft -= lines;
    if (this.#linesLeft < 0) {
      throw new ReportError(
        `takes the reports beyond ${MAX_LINES} lines of source, which is the limit for all together`,
      );
    }
  }

  /** A small number for a name; the same for the same name, in every report. */
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.spend(LINES_PER_FILE);
    const id = this.#ids.size;
    this.#ids.set(detach(name), id);
    return id;
  }
}

/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory.
 */
export function detach(text: string): string {
  return structuredClone(text);
}
