/** Delay before the second try at the most, in milliseconds; it doubles with every further try. */
const FIRST_DELAY = 250;

/** What a delay grows to at the most, in milliseconds. */
const LONGEST_DELAY = 8000;

/**
 * The wait before the next try, in milliseconds, with full jitter: writers that collided once and
 * waited equally long would collide again.
 * @param failed How many tries have failed so far, from 1.
 * @param fraction A random number in [0, 1).
 */
export function computeDelay(failed: number, fraction: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failed - 1));
  return Math.round(longest * fraction);
}
