import { addCounts, type Count, NOTHING } from './counts.js';
import { type ReportMemory, COST } from './limits.js';

/**
 * Parts of one line (branches, instructions): how many, how many were covered, and which were not
 * where that is known.
 */
export interface Tally extends Count {
  /** Identities of the parts that were not covered; absent when the report does not name them. */
  readonly missing?: readonly string[];
}

interface Union {
  readonly tally: Tally;
  readonly isLowerBound: boolean;
}

/** Counts by line, of reports that do not identify every branch or instruction. */
export class TallyTable {
  readonly #memory: ReportMemory;
  readonly #tallies = new Map<number, Tally>();
  #isLowerBound = false;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  /** Whether a union was not exact, so that the true count can be higher. */
  get isLowerBound(): boolean {
    return this.#isLowerBound;
  }

  get isEmpty(): boolean {
    return this.#tallies.size === 0;
  }

  /** Whether there is a count of the whole file, which is on no line. */
  get isOfFile(): boolean {
    return this.#tallies.has(0);
  }

  /** Notes the parts of a line, united with what is known of it. */
  add(line: number, tally: Tally): void {
    const known = this.#tallies.get(line);
    if (known === undefined) {
      this.#memory.charge(COST.tally + (tally.missing?.length ?? 0) * COST.unit);
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
 * What either run covered. Exact when one run covered none or all of it, or when both name what they
 * missed; else as much as is certain. Reports of the same code have the same total; of other totals
 * the larger counts, with what was covered of it, since what the other run covered may be gone.
 */
function uniteTallies(a: Tally, b: Tally): Union {
  if (a.total !== b.total) return { tally: a.total > b.total ? a : b, isLowerBound: true };
  const { total } = a;
  const [less, more] = a.covered < b.covered ? [a, b] : [b, a];
  if (less.covered === 0 || more.covered === total) return { tally: more, isLowerBound: false };
  const missing = intersect(less.missing, more.missing);
  if (missing === undefined) return { tally: more, isLowerBound: true };
  const covered = Math.max(more.covered, total - missing.length);
  const isLowerBound = less.missing === undefined || more.missing === undefined;
  return { tally: { covered, total, missing }, isLowerBound };
}

/** What both miss; what one misses, when only that is known. */
function intersect(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const others = new Set(b);
  return a.filter((part) => others.has(part));
}
