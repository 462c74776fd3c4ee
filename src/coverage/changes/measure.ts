import type { ChangedLines } from './diff.js';
import {
  type Claim,
  type Identities,
  isFloating,
  pathOf,
  type SettledFile,
} from '../combine/claim.js';
import type { Count } from '../model/counts.js';
import type { Coverage, FileCoverage } from '../model/file-coverage.js';

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

/** What the reports say, and of which files. */
export interface ReportedFiles {
  /** Paths of the files that git tracks. */
  readonly tracked: ReadonlySet<string>;
  readonly coverage: Pick<Coverage, 'files' | 'groups'>;
  readonly identities: Identities;
}

/**
 * Looks changed lines up in the reports. Lines that are no code do not count.
 * @returns A reason instead, when the reports may have a changed file under a name of their own:
 *   what is not looked up must not pass for a change without code.
 */
export function measurePatch(
  changed: ChangedLines,
  reported: ReportedFiles,
): PatchCoverage | string {
  const finder = new ChangedFileFinder(reported);
  let covered = 0;
  let total = 0;
  const uncovered: UncoveredRange[] = [];
  for (const [path, numbers] of changed) {
    const doubt = finder.findDoubt(path, numbers);
    if (doubt !== undefined) {
      return `${path} changed, and it cannot be told whether it is ${doubt.path} of ${doubt.report}`;
    }
    const file = finder.find(path);
    if (file?.knowsLines === false && numbers.length > 0) {
      return `${path} changed, and the reports do not tell which of its lines are code`;
    }
    const lines = new Map(file?.lines.entries());
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

/** Finds changed files in the reports, and what may be one of them. */
class ChangedFileFinder {
  readonly #reported: ReportedFiles;
  readonly #doubtful = new Map<string, Claim[]>();
  /** Files that git does not track, by the end that a copy has in common with what it is of. */
  readonly #copies = new Map<string, SettledFile[]>();

  constructor(reported: ReportedFiles) {
    this.#reported = reported;
    const { tracked, coverage } = reported;
    for (const [key, file] of reported.identities.settled) {
      if (tracked.has(key) || !coverage.files.has(key)) continue;
      const end = copyKeyOf(key);
      this.#copies.set(end, [...(this.#copies.get(end) ?? []), file]);
    }
    for (const claim of reported.identities.doubtful) {
      const paths = claim.options.filter((key) => !isFloating(key));
      const names = claim.isUnplaced === true ? claim.options.map(nameKeyOf) : [];
      for (const key of [...paths, ...names]) {
        const known = this.#doubtful.get(key);
        if (known === undefined) this.#doubtful.set(key, [claim]);
        else known.push(claim);
      }
    }
  }

  /** All that is certain of a file. */
  find(path: string): FileCoverage | undefined {
    const { coverage, identities } = this.#reported;
    const settled = identities.settled.get(path)?.file;
    if (settled !== undefined) return coverage.files.has(path) ? settled : undefined;
    const group = identities.groups.find((each) => each.settled.has(path));
    return group?.settled.get(path)?.file;
  }

  /** What may be a file and says something of its changed lines. */
  findDoubt(path: string, numbers: readonly number[]): Doubt | undefined {
    // A claim of any file of that name is no reason where a report has the very file.
    const isReported = this.#reported.identities.settled.has(path);
    const keys = isReported ? [path] : [path, nameKeyOf(path)];
    const claims = keys.flatMap((key) => this.#doubtful.get(key) ?? []);
    const doubts = isReported ? claims : [...claims, ...this.#listCopies(path)];
    if (doubts.length === 0 || numbers.length === 0) return undefined;
    const changed = new Set(numbers);
    return doubts.find(({ file }) => {
      const lines = [...file.lines.entries()];
      return !file.knowsLines || lines.some(([line]) => changed.has(line));
    });
  }

  /** Copies that were made to be tested, as by tox or a build: git does not track them. */
  #listCopies(path: string): readonly Doubt[] {
    const ends = [nameKeyOf(path), copyKeyOf(path)];
    const copies = ends.flatMap((end) => this.#copies.get(end) ?? []);
    return copies.map((copy) => ({ ...copy, report: copy.report ?? 'several reports' }));
  }
}

/** What may be a changed file. */
type Doubt = Pick<Claim, 'path' | 'report' | 'file'>;

/** Directories that hold packages themselves, so that what is before them is of no package. */
const INSTALLED = /(?:^|\/)(?:site|dist)-packages\/[^/]+$/;

/** A name with its directory; of a module that was installed without one, the name. */
function copyKeyOf(path: string): string {
  return INSTALLED.test(path) ? nameKeyOf(path) : path.split('/').slice(-2).join('/');
}

/** The key of files of one name, which no path has. */
function nameKeyOf(key: string): string {
  const path = pathOf(key);
  return `\0${path.slice(path.lastIndexOf('/') + 1)}`;
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
