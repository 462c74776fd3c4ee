import type { FileCoverage } from '../model/file-coverage.js';

/** The files of the reports by the path that the repository has for them. */
export class TrackedFiles {
  readonly #placed = new Map<string, FileCoverage[]>();
  /** Paths of files that no tracked one can be told for, by their last part. */
  readonly #unplaced = new Map<string, string>();

  /** Notes that a report's file is the tracked one at `path`. Several reports can have it. */
  place(path: string, file: FileCoverage): void {
    const files = this.#placed.get(path) ?? [];
    this.#placed.set(path, files);
    files.push(file);
  }

  leaveOut(path: string): void {
    this.#unplaced.set(lastPart(path), path);
  }

  has(path: string): boolean {
    return this.#placed.has(path);
  }

  values(): readonly FileCoverage[] {
    return [...this.#placed.values()].flat();
  }

  /** The coverable lines of a tracked file, with whether any report has them covered. */
  listLines(path: string): ReadonlyMap<number, boolean> {
    const lines = new Map<number, boolean>();
    for (const file of this.#placed.get(path) ?? []) {
      for (const [line, isCovered] of file.lines.entries()) {
        lines.set(line, isCovered || lines.get(line) === true);
      }
    }
    return lines;
  }

  /** A file of the reports that may be the tracked one at `path`, which itself is in none. */
  findDoubt(path: string): string | undefined {
    return this.has(path) ? undefined : this.#unplaced.get(lastPart(path));
  }
}

/**
 * Finds the tracked file of each file in the reports. Reports name files from other roots: of a
 * source directory (`calc.py` of `app/calc.py`), of another machine, of a Go module. A tracked path
 * that a report has exactly is not looked for under other names: `build/lib/utils.py` is a copy, and
 * not the `utils.py` beside it.
 * @param tracked Paths from the root of the repository.
 */
export function resolveTracked(
  files: ReadonlyMap<string, FileCoverage>,
  tracked: readonly string[],
): TrackedFiles {
  const byName = groupByName(tracked);
  const resolved = new TrackedFiles();
  for (const path of tracked) {
    const file = files.get(path);
    if (file !== undefined) resolved.place(path, file);
  }
  const exact = new Set(tracked.filter((path) => files.has(path)));
  for (const [path, file] of files) {
    if (exact.has(path)) continue;
    const match = findTracked(path, file.sourceName ?? path, byName.get(lastPart(path)) ?? []);
    if (match === undefined || exact.has(match)) resolved.leaveOut(path);
    else resolved.place(match, file);
  }
  return resolved;
}

/**
 * The only tracked path that ends with the name, which says the most; else the longest of those that
 * the report's path ends with.
 */
function findTracked(
  path: string,
  name: string,
  candidates: readonly string[],
): string | undefined {
  const [only, ...others] = candidates.filter((candidate) => candidate.endsWith(`/${name}`));
  if (others.length > 0) return undefined;
  if (only !== undefined) return only;
  const shorter = candidates.filter((candidate) => path.endsWith(`/${candidate}`));
  const [longest] = shorter.sort((a, b) => b.length - a.length);
  return longest;
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
