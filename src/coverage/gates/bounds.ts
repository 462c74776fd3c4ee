import { addCounts, type Count, countOf, type Metric, NOTHING } from '../model/counts.js';
import type { Coverage } from '../model/file-coverage.js';

/** The smallest and the largest percentage that all readings of the reports allow. */
export interface Bounds {
  readonly lower: Count;
  readonly upper: Count;
  /** What it depends on, for messages: the claims of groups that count otherwise in each. */
  readonly doubts: readonly string[];
}

/**
 * Chooses a reading of each group so that the percentage over all files is smallest, and largest.
 * Then a gate holds in all readings when the smallest reaches it, and in none when the largest does
 * not: the sum over files of `covered * 100 - minimum * total` is negative in one reading if and only
 * if its smallest value is.
 */
export function computeBounds(
  { totals, groups }: Pick<Coverage, 'totals' | 'groups'>,
  metric: Metric,
): Bounds {
  const settled = countOf(totals, metric);
  const choices = groups.map(({ names, readings }) => ({
    names,
    counts: readings.map((reading) => countOf(reading.totals, metric)),
  }));
  const open = choices.filter(({ counts }) => counts.some((count) => !isEqual(count, counts[0])));
  const closed = choices.filter((choice) => !open.includes(choice));
  const base = closed.map(({ counts }) => chooseLargest(counts)).reduce(addCounts, settled);
  const lower = chooseReadings(
    base,
    open.map(({ counts }) => counts),
    -1n,
  );
  const upper = chooseReadings(
    base,
    open.map(({ counts }) => counts),
    1n,
  );
  const isDecided = compare(lower, upper) === 0n;
  return { lower, upper, doubts: isDecided ? [] : open.flatMap(({ names }) => names) };
}

/**
 * The sum with the smallest percentage (`sign` -1) or the largest (1). Each round takes of every group
 * the reading that moves the percentage of the round before most; it ends when nothing moves.
 */
function chooseReadings(base: Count, groups: readonly (readonly Count[])[], sign: bigint): Count {
  let best = groups.map(chooseLargest).reduce(addCounts, base);
  for (;;) {
    const target = best;
    const next = groups
      .map((counts) => chooseFarthest(counts, target, sign))
      .reduce(addCounts, base);
    if (next.total === 0 || sign * compare(next, best) <= 0n) return best;
    best = next;
  }
}

/** To start with something that has a percentage. */
function chooseLargest(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => (b.total > a.total ? b : a), NOTHING);
}

function chooseFarthest(counts: readonly Count[], target: Count, sign: bigint): Count {
  let farthest = chooseLargest(counts);
  for (const count of counts) {
    const isFarther = sign * (computeExcess(count, target) - computeExcess(farthest, target)) > 0n;
    if (isFarther) farthest = count;
  }
  return farthest;
}

/** How far a count is above the percentage of another, times the total of that. */
function computeExcess(count: Count, target: Count): bigint {
  return (
    BigInt(count.covered) * BigInt(target.total) - BigInt(count.total) * BigInt(target.covered)
  );
}

/** Positive when the percentage of `a` is larger. */
function compare(a: Count, b: Count): bigint {
  return BigInt(a.covered) * BigInt(b.total) - BigInt(b.covered) * BigInt(a.total);
}

function isEqual(a: Count, b: Count | undefined): boolean {
  return a.covered === b?.covered && a.total === b.total;
}
