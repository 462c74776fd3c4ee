import { listRoots, type PlacedReport } from './files.js';
import type { SourceTree } from './mapping.js';
import { proposeMappings, applyMapping } from './mapping.js';
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
  const found = files.map((each) => ({ each, ...findBelow(each.path, places, tree) }));
  // A project whose directory is known has no files elsewhere.
  const home = named.length > 0 ? 0 : Math.min(...found.map(({ distance }) => distance));
  const lost = found.filter(({ distance }) => distance === Infinity);
  const kotlin = findKotlin(
    lost.map(({ each }) => each),
    tree,
  );
  return found.map(({ each, paths, distance }): Claim => {
    const own = floatingKey(each.path, project);
    const claim = { report: name, path: each.name, file: each.file, project };
    const shifted = kotlin.get(each);
    if (shifted !== undefined) return { ...claim, options: [shifted] };
    const [first, ...others] = paths;
    if (first === undefined) return { ...claim, options: [own] };
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
 * that is left out is the same for all of a project.
 */
function findKotlin(
  files: readonly PackageFile[],
  { index }: SourceTree,
): ReadonlyMap<PackageFile, string> {
  const shifted = new Map<PackageFile, string>();
  const kotlin = files.filter(({ path }) => path.endsWith('.kt'));
  const paths = kotlin.map(({ path }) => path);
  const mapping = proposeMappings(paths, index).find(
    ({ from }) => from !== '' && paths.every((path) => path.startsWith(`${from}/`)),
  );
  if (mapping === undefined) return shifted;
  for (const file of kotlin) {
    const place = applyMapping(mapping, file.path);
    if (place !== undefined && index.has(place)) shifted.set(file, place);
  }
  return shifted;
}
