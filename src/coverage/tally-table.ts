import type { Count } from './counts.js';
import { addCounts, NOTHING } from './counts.js';
import type { LineBudget } from './limits.js';

/** Branches of one line: how many, how many were taken, and which were not where that is known. */
export interface Tally extends Count {
  /** Identities of the branches that were not taken; absent when the report does not name them. */
  readonly missing?: readonly string[];
}

interface Union {
  readonly tally: Tally;
  readonly isLowerBound: boolean;
}

/** Branch counts by line, of reports that do not identify every branch. */
export class TallyTable {
  readonly #budget: LineBudget;
  readonly #tallies = new Map<number, Tally>();
  #isLowerBound = false;

  constructor(budget: LineBudget) {
    this.#budget = budget;
  }

  /** Whether a union was not exact, so that the true count can be higher. */
  get isLowerBound(): boolean {
    return this.#isLowerBound;
  }

  /** Notes the branches of a line, united with what is known of it. */
  add(line: number, tally: Tally): void {
    const known = this.#tallies.get(line);
    if (known === undefined) {
      this.#budget.spend(1);
      this.#tallies.set(line, tally);
      return;
    }
    const union = uniteTallies(known, tally);
    this.#isLowerBound ||= union.isLowerBound;
    this.#tallies.set(line, union.tally);
  }

  addAll(other: TallyTable): void {
    this.#isLowerBound ||= other.#isLowerBound;
    for (const [line, tally] of other.#tallies) this.add(line, tally);
  }

  count(): Count {
    let sum = NOTHING;
    for (const tally of this.#tallies.values()) sum = addCounts(sum, tally);
    return sum;
  }
}

/**
 * The branches that either run took. Exact when one run took none or all of them, or when both name
 * what they missed; else the larger count, which is a lower bound.
 */
function uniteTallies(a: Tally, b: Tally): Union {
  const [less, more] = a.covered < b.covered ? [a, b] : [b, a];
  const total = Math.max(a.total, b.total);
  const sameTotal = a.total === b.total;
  if (sameTotal && (less.covered === 0 || more.covered === total)) {
    return { tally: more, isLowerBound: false };
  }
  if (sameTotal && less.missing !== undefined && more.missing !== undefined) {
    const others = new Set(more.missing);
    const missing = less.missing.filter((branch) => others.has(branch));
    return { tally: { covered: total - missing.length, total, missing }, isLowerBound: false };
  }
  return { tally: { covered: more.covered, total }, isLowerBound: true };
}
