import { isThere, type Mapping, type SourceTree } from './mapping.js';
import { FLOATING, type Outcome, PathResolver } from './resolver.js';
import { parentOf } from './source-index.js';
import type { FileCoverage } from '../model/file-coverage.js';
import { type Claim, floatingKey, isFloating, type Options } from '../combine/claim.js';
import { isAbsolute, joinPath, relativisePath } from '../model/paths.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';

/** A report, and where it lies. */
export interface PlacedReport {
  /** As messages name it: its path from the workspace. */
  readonly name: string;
  readonly report: Report;
}

/** The directories that a report's paths can start at: its own and those around it, nearest first. */
export function listRoots(name: string): readonly string[] {
  const roots: string[] = [];
  let directory = isAbsolute(name) ? '' : parentOf(name);
  while (directory !== '') {
    roots.push(directory);
    directory = parentOf(directory);
  }
  return [...roots, ''];
}

/** Resolves the paths of a report that starts them at directories. */
export function resolveFiles(placed: PlacedReport, tree: SourceTree): readonly Claim[] {
  const { name, report } = placed;
  const finder = new Finder(placed, tree);
  return [...report.files].map(([path, file]) => finder.find(path, file, name));
}

/** How many files that a path can be of are named. */
const MAX_ALIKE = 3;

/** Tries the ways in which one report can mean its paths. */
class Finder {
  readonly #sources: readonly string[];
  readonly #tree: SourceTree;
  /** Of paths as the report has them, where they are relative. */
  readonly #bare: PathResolver;
  /** Of relative paths with their source root before them. */
  readonly #rooted: PathResolver;
  /** Of paths in full. */
  readonly #full: PathResolver;

  constructor({ name, report }: PlacedReport, tree: SourceTree) {
    this.#tree = tree;
    // Some tools write an option of theirs as the root (`--source`).
    this.#sources = (report.sources ?? []).filter((source) => !source.startsWith('-'));
    const paths = [...report.files.keys()];
    const roots = listRoots(name).map((to): Mapping => ({ from: '', to }));
    const spelled = this.#sources.length === 0 ? paths : paths.flatMap((path) => this.#spell(path));
    const isOutside = (path: string): boolean => isAbsolute(path) && !tree.existing.has(path);
    this.#bare = new PathResolver(this.#select(paths), roots, tree);
    this.#rooted =
      this.#sources.length === 0
        ? this.#bare
        : new PathResolver(this.#select(spelled), roots, tree);
    this.#full = new PathResolver(
      spelled.filter(isOutside),
      tree.workspaces.map((from) => ({ from, to: '' })),
      tree,
    );
  }

  find(path: string, file: FileCoverage, report: string): Claim {
    const spelled = this.#spell(path);
    const outcomes = spelled.map((each) => this.#resolve(each));
    const found = outcomes.filter(({ kind }) => kind === 'found');
    const [only, ...more] = spelled;
    const shown = this.#shorten(more.length === 0 ? only : path);
    const claim = { report, path: shown, file };
    const [first, ...others] = new Set(found.flatMap(({ paths }) => paths));
    if (first !== undefined) {
      const mayBeOfOthers = file.isRepeatedUnlike && !this.#rooted.isPlaced(path);
      if (mayBeOfOthers) refuseJoined(claim, this.#listAlike(path, first), true);
      const listRivals = (): readonly string[] => this.#listRivals(spelled);
      return { ...claim, options: [first, ...others], listRivals };
    }
    const isUnplaced = outcomes.some(({ kind }) => kind === 'unplaced');
    const placed = this.#findByPlace(path, outcomes);
    if (placed !== undefined) {
      const listRivals = (): readonly string[] => this.#bare.listRivals(path);
      return { ...claim, isUnplaced, options: [placed], listRivals };
    }
    const options = this.#listOptions(path, floatingKey(shown), outcomes);
    refuseJoined(claim, options);
    return { ...claim, isUnplaced, options };
  }

  /** The file of a path, and the others that end in it. */
  #listAlike(path: string, found: string): readonly string[] {
    const alike = isAbsolute(path) ? [] : this.#tree.index.listEndingIn(path, MAX_ALIKE);
    return [found, ...alike.filter((each) => each !== found)];
  }

  #listRivals(spelled: readonly string[]): readonly string[] {
    return spelled.flatMap((path) =>
      (isAbsolute(path) ? this.#full : this.#rooted).listRivals(path),
    );
  }

  /** The file of a path that no source root leads to one: the place of the report says which it is. */
  #findByPlace(path: string, outcomes: readonly Outcome[]): string | undefined {
    const paths = outcomes.flatMap((outcome) => outcome.paths);
    const bare = this.#resolveBare(path);
    const isSure = bare.kind === 'found' || bare.kind === 'absent';
    const [file] = isSure ? bare.paths : [];
    return file !== undefined && (paths.length === 0 || paths.includes(file)) ? file : undefined;
  }

  /** A path as it is, where the report has source roots that did not lead to a file. */
  #resolveBare(path: string): Outcome {
    return this.#sources.length === 0 ? FLOATING : this.#resolve(path, this.#bare);
  }

  /** What a path can be that nothing leads to a file surely. */
  #listOptions(path: string, own: string, outcomes: readonly Outcome[]): Options {
    const paths = outcomes.flatMap((outcome) => outcome.paths);
    const bare = this.#resolveBare(path);
    const [first, ...others] = new Set([...paths, ...bare.paths]);
    if (first === undefined) return [own];
    const isPlaced = outcomes.length === 1 && outcomes.every(({ kind }) => kind === 'absent');
    return isPlaced ? [first, ...others] : [first, ...others, own];
  }

  #resolve(path: string, resolver = this.#rooted): Outcome {
    if (!isAbsolute(path)) return resolver.resolve(path);
    if (this.#tree.existing.has(path)) return { kind: 'found', paths: [path] };
    return this.#full.resolve(path);
  }

  /** The path below each source root. */
  #spell(path: string): readonly [string, ...string[]] {
    const [first, ...others] = this.#sources;
    if (first === undefined || isAbsolute(path)) return [path];
    return [joinPath(first, path), ...others.map((source) => joinPath(source, path))];
  }

  #select(paths: readonly string[]): readonly string[] {
    return paths.filter((path) => !isAbsolute(path));
  }

  /** Without the place of a checkout that is known by its form, so that machines meet. */
  #shorten(path: string): string {
    return isThere(path, this.#tree) ? path : relativisePath(path, this.#tree.workspaces);
  }
}

/**
 * Reports of several packages that were joined to one have lost which package a record is of.
 * @throws ReportError when that decides.
 */
function refuseJoined(
  { report, path, file }: Pick<Claim, 'report' | 'path' | 'file'>,
  options: readonly string[],
  isFound = false,
): void {
  const files = options.filter((key) => !isFloating(key));
  const isDoubtful = file.isRepeated && files.length > 1;
  const isUnlike = file.isRepeatedUnlike && !isAbsolute(path) && !isFound;
  if (!isDoubtful && !isUnlike) return;
  const some = isDoubtful ? ` (${files.slice(0, MAX_ALIKE).join(', ')})` : '';
  throw new ReportError(
    `${report} has several records of ${path}, and it cannot be told which are of which file${some}: give the reports of the packages one by one`,
  );
}
