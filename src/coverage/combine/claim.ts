import type { FileCoverage } from '../model/file-coverage.js';

/** Keys of files, of which there is at least one. */
export type Options = readonly [string, ...string[]];

/**
 * One file of one report, and which files it can be. A path in a report is a claim: it says what the
 * tool saw from where it ran, and not which file of the repository that is.
 */
export interface Claim {
  /** The report, as messages name it. */
  readonly report: string;
  /** The path as the report has it, for what leads to no file of the repository. */
  readonly path: string;
  readonly file: FileCoverage;
  /**
   * What it can be, the likeliest first: the path of a file in the repository, or a key that
   * `floatingKey` makes. One: it is certain.
   */
  readonly options: Options;
  /** The directory of the repository that the report lies in, where it lies in one. */
  readonly home?: string | undefined;
  /** The project that the report names. */
  readonly project?: string | undefined;
  /** Whether it can be any file of its name, where no place is known and too many are alike. */
  readonly isUnplaced?: boolean;
  /** Further files that it can be, should another report have the same file. */
  readonly listRivals?: () => readonly string[];
}

/** One file, as all reports together have it. */
export interface SettledFile {
  /** From the root of the repository where it is in it; else as the report has it. */
  readonly path: string;
  readonly file: FileCoverage;
  /** The only report that has it; `undefined` when several have. */
  readonly report: string | undefined;
  /** The only claim on it, where that can be of other files too, which nobody else claims. */
  readonly open?: Claim;
}

/** Claims that may be of one file or of several, and the files that they may be. */
export interface ClaimGroup {
  readonly claims: readonly Claim[];
  /** By the options of the claims. */
  readonly settled: ReadonlyMap<string, SettledFile>;
}

/** Whose files the claims of all reports are. */
export interface Identities {
  /** Files of which all that is claimed is known, by key. */
  readonly settled: ReadonlyMap<string, SettledFile>;
  readonly groups: readonly ClaimGroup[];
  /** Every claim that can be of several files, or of one and of none. */
  readonly doubtful: readonly Claim[];
}

/** Starts a key that is no path of the repository. */
const FLOATING = '\0';

/** A key for a path that leads to no known file; equal for equal paths of one project. */
export function floatingKey(path: string, project = ''): string {
  return `${FLOATING}${project}${FLOATING}${path}`;
}

export function isFloating(key: string): boolean {
  return key.startsWith(FLOATING);
}

/** The path in a key. */
export function pathOf(key: string): string {
  return key.slice(key.lastIndexOf(FLOATING) + 1);
}

/** The project in a key that is no path of the repository. */
export function projectOf(key: string): string {
  return isFloating(key) ? key.slice(1, key.lastIndexOf(FLOATING)) : '';
}

/** The paths that the file of a claim can have. */
export function listPaths({ options, path }: Pick<Claim, 'options' | 'path'>): readonly string[] {
  return options.map((key) => (isFloating(key) ? path : key));
}

/** The paths that the files of a group can have. */
export function listGroupPaths({ claims, settled }: ClaimGroup): readonly string[] {
  const paths = new Set([...settled.values()].map(({ path }) => path));
  for (const path of claims.flatMap(listPaths)) paths.add(path);
  return [...paths];
}
