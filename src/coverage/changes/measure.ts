import type { ChangedLines } from './diff.js';
import type { TrackedFiles } from './tracked-files.js';
import type { Count } from '../model/counts.js';

/** A run of changed lines that no test ran. */
interface UncoveredRange {
  /** From the root of the repository. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What the reports say of the lines that a change added or replaced. */
export interface PatchCoverage {
  readonly count: Count;
  readonly uncovered: readonly UncoveredRange[];
}

/**
 * Looks changed lines up in the reports. Lines that are no code do not count.
 * @returns A reason instead, when the reports may have a changed file under a name of their own:
 *   what is not looked up must not pass for a change without code.
 */
export function measurePatch(changed: ChangedLines, files: TrackedFiles): PatchCoverage | string {
  let covered = 0;
  let total = 0;
  const uncovered: UncoveredRange[] = [];
  for (const [path, numbers] of changed) {
    const doubt = numbers.length > 0 ? files.findDoubt(path) : undefined;
    if (doubt !== undefined) {
      return `${path} changed, and it cannot be told whether it is ${doubt} of the reports`;
    }
    const lines = files.listLines(path);
    const missed: number[] = [];
    for (const line of numbers) {
      const isCovered = lines.get(line);
      if (isCovered === undefined) continue;
      total += 1;
      if (isCovered) covered += 1;
      else missed.push(line);
    }
    uncovered.push(...joinLines(path, missed));
  }
  return { count: { covered, total }, uncovered };
}

/** Lines in order as ranges of neighbours. */
function joinLines(path: string, lines: readonly number[]): readonly UncoveredRange[] {
  const ranges: UncoveredRange[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.end === line - 1) ranges[ranges.length - 1] = { ...last, end: line };
    else ranges.push({ path, start: line, end: line });
  }
  return ranges;
}
