import type { ChangedLines } from './changed-lines.js';
import type { Count } from './counts.js';
import type { FileCoverage } from './file-coverage.js';

/** A run of changed lines that no test ran. */
export interface UncoveredRange {
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
 * @param files By path from the root of the repository.
 */
export function measurePatch(
  changed: ChangedLines,
  files: ReadonlyMap<string, FileCoverage>,
): PatchCoverage {
  let covered = 0;
  let total = 0;
  const uncovered: UncoveredRange[] = [];
  for (const [path, numbers] of changed) {
    const lines = new Map(files.get(path)?.lines.entries());
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

/**
 * Files by the path that the repository has for them. Reports name files from other roots: of a
 * source directory (`calc.py` of `app/calc.py`), of another machine, of a Go module. A name stands
 * for the one tracked file that ends with it, or that it ends with.
 * @param tracked Paths from the root of the repository.
 */
export function resolveTracked(
  files: ReadonlyMap<string, FileCoverage>,
  tracked: readonly string[],
): ReadonlyMap<string, FileCoverage> {
  const byName = groupByName(tracked);
  const known = new Set(tracked);
  const resolved = new Map<string, FileCoverage>();
  for (const [path, file] of files) {
    const match = known.has(path) ? path : findTracked(path, byName.get(lastPart(path)) ?? []);
    if (match !== undefined && !resolved.has(match)) resolved.set(match, file);
  }
  return resolved;
}

/** The longest tracked path that ends the report's; else the only one that the report's ends. */
function findTracked(path: string, candidates: readonly string[]): string | undefined {
  const shorter = candidates.filter((candidate) => path.endsWith(`/${candidate}`));
  const [longest] = shorter.sort((a, b) => b.length - a.length);
  if (longest !== undefined) return longest;
  const [only, ...others] = candidates.filter((candidate) => candidate.endsWith(`/${path}`));
  return others.length === 0 ? only : undefined;
}

function groupByName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const name = lastPart(path);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(path);
  }
  return groups;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
