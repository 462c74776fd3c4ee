import { listRoots, type PlacedReport } from './files.js';
import {
  applyMapping,
  countFound,
  type Mapping,
  proposeMappings,
  type SourceTree,
} from './mapping.js';
import { type Claim, floatingKey } from '../combine/claim.js';
import type { FileCoverage } from '../model/file-coverage.js';

/** More files that end alike than this say nothing. */
const MAX_CANDIDATES = 64;

interface PackageFile {
  /** The path in the report, with the groups around it. */
  readonly name: string;
  /** The path from the root of the packages. */
  readonly path: string;
  readonly project: string | undefined;
  readonly file: FileCoverage;
}

/** What one file is, and how near to the report it was found; `Infinity` when it was not. */
interface Candidates {
  readonly paths: readonly string[];
  readonly distance: number;
}

/**
 * Resolves paths that start at the root of the packages (JaCoCo, Kover): the file is one that ends in
 * them, below the directory that has the name of the project, or below the nearest directory around
 * the report.
 */
export function resolvePackages(placed: PlacedReport, tree: SourceTree): readonly Claim[] {
  const projects = new Map<string | undefined, PackageFile[]>();
  for (const [name, file] of placed.report.files) {
    // The default package is empty.
    const path = (file.sourceName ?? name).replace(/^\//, '');
    const groups = name.slice(0, Math.max(0, name.length - path.length - 1));
    const project = groups === '' ? placed.report.project : groups;
    const files = projects.get(project) ?? [];
    projects.set(project, files);
    files.push({ name, path, project, file });
  }
  return [...projects].flatMap(([project, files]) => resolveProject(project, files, placed, tree));
}

function resolveProject(
  project: string | undefined,
  files: readonly PackageFile[],
  { name }: PlacedReport,
  tree: SourceTree,
): readonly Claim[] {
  const roots = listRoots(name);
  const named = listNamed(project, tree, roots);
  const places =
    named.length > 0 ? [named, ...roots.map((root) => [root])] : roots.map((root) => [root]);
  const direct = files.map((each) => ({ each, ...findBelow(each.path, places, tree) }));
  const lost = direct.filter(({ distance }) => distance === Infinity).map(({ each }) => each);
  const kotlin = findKotlin(lost, places, tree);
  const found = direct.map((one) => ({ ...one, ...kotlin.get(one.each) }));
  // A project whose directory is known has no files elsewhere.
  const home = named.length > 0 ? 0 : Math.min(...found.map(({ distance }) => distance));
  return found.map(({ each, paths, distance }): Claim => {
    const own = floatingKey(each.path, project);
    const claim = { report: name, path: each.name, file: each.file, project };
    const [first, ...others] = paths;
    // Of Java alone directories are packages: a file of another language is one of any place.
    const isUnplaced = !each.path.endsWith('.java');
    if (first === undefined) return { ...claim, options: [own], isUnplaced };
    const isCertain = others.length === 0 && distance === home;
    return { ...claim, options: isCertain ? [first] : [first, ...others, own] };
  });
}

/** The directories that have the name of a project; of several those around the report. */
function listNamed(
  project: string | undefined,
  { index }: SourceTree,
  roots: readonly string[],
): readonly string[] {
  const name = project?.slice(project.lastIndexOf('/') + 1) ?? '';
  const named = index.listDirectoriesNamed(name);
  const around = named.filter((directory) => roots.includes(directory));
  return around.length > 0 ? around : named;
}

/** The files that end in a path, below the first of the places that has any. */
function findBelow(
  path: string,
  places: readonly (readonly string[])[],
  { index }: SourceTree,
): Candidates {
  const files = index.listEndingIn(path, MAX_CANDIDATES);
  for (const [distance, directories] of places.entries()) {
    const below = files.filter((file) =>
      directories.some((directory) => directory === '' || file.startsWith(`${directory}/`)),
    );
    if (below.length > 0) return { paths: below, distance };
  }
  return { paths: [], distance: Infinity };
}

/**
 * Files of Kotlin whose directories leave out the root package, as its style guide has it: the part
 * that is left out is the same for all of a project. They are looked for as the others are, in the
 * first of the places that has any.
 */
function findKotlin(
  files: readonly PackageFile[],
  places: readonly (readonly string[])[],
  tree: SourceTree,
): ReadonlyMap<PackageFile, Candidates> {
  const kotlin = files.filter(({ path }) => path.endsWith('.kt'));
  const paths = kotlin.map(({ path }) => path);
  const shifted = new Map<PackageFile, Candidates>();
  if (kotlin.length === 0) return shifted;
  for (const [distance, directories] of places.entries()) {
    const mappings = proposeMappings(paths, tree.index.below(directories)).filter(
      ({ from }) => from !== '' && paths.every((path) => path.startsWith(`${from}/`)),
    );
    for (const file of kotlin) {
      const found = listLikeliest(file.path, mappings, { paths, tree });
      if (found.length > 0 && !shifted.has(file)) shifted.set(file, { paths: found, distance });
    }
  }
  return shifted;
}

/** Where a path leads by those mappings that have it and lead most of all paths to files. */
function listLikeliest(
  path: string,
  mappings: readonly Mapping[],
  { paths, tree }: { readonly paths: readonly string[]; readonly tree: SourceTree },
): readonly string[] {
  const judged = mappings.flatMap((mapping) => {
    const place = applyMapping(mapping, path);
    const isFound = place !== undefined && tree.index.has(place);
    return isFound ? [{ place, found: countFound(mapping, paths, tree) }] : [];
  });
  const most = Math.max(0, ...judged.map(({ found }) => found));
  return [...new Set(judged.filter(({ found }) => found === most).map(({ place }) => place))];
}
