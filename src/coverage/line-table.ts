import type { Count } from './counts.js';
import type { LineBudget } from './limits.js';

const UNCOVERED = 1;
const COVERED = 2;

/**
 * The coverable lines of one file: a byte for each line of source, since only whether a line was
 * hit is ever asked, and reports of millions of lines have to fit in memory.
 */
export class LineTable {
  readonly #budget: LineBudget;
  #states = new Uint8Array(0);
  #length = 0;

  constructor(budget: LineBudget) {
    this.#budget = budget;
  }

  /** Notes a coverable line. A line that was met before stays covered. */
  add(line: number, covered: boolean): void {
    if (line >= this.#length) this.#extend(line + 1);
    const state = covered ? COVERED : UNCOVERED;
    if (this.#states[line] !== COVERED) this.#states[line] = state;
  }

  addAll(other: LineTable): void {
    for (const [line, covered] of other.entries()) this.add(line, covered);
  }

  /** The coverable lines in order, with whether each was hit. */
  *entries(): Generator<readonly [line: number, covered: boolean]> {
    for (let line = 0; line < this.#length; line += 1) {
      const state = this.#states[line];
      if (state !== 0) yield [line, state === COVERED];
    }
  }

  count(): Count {
    let covered = 0;
    let total = 0;
    for (const state of this.#states) {
      if (state !== 0) total += 1;
      if (state === COVERED) covered += 1;
    }
    return { covered, total };
  }

  #extend(length: number): void {
    this.#budget.spend(length - this.#length);
    this.#length = length;
    if (length <= this.#states.length) return;
    const states = new Uint8Array(Math.max(64, length, this.#states.length * 2));
    states.set(this.#states);
    this.#states = states;
  }
}
