/**
 * What is asked for at once comes in any order, which a test must not ask for.
 * @param sizes How many requests each round trip has; what is behind them stays as it is.
 * @returns The requests, those of each round trip sorted.
 */
export function sortRoundTrips(
  requests: readonly string[],
  sizes: readonly number[],
): readonly string[] {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((a, b) => a + b));
  const rounds = ends.map((end, index) => requests.slice(end - (sizes[index] ?? 0), end));
  return [...rounds.flatMap((round) => round.toSorted()), ...requests.slice(ends.at(-1) ?? 0)];
}
