import { listRoots, type PlacedReport, resolveFiles } from './files.js';
import { applyMapping, type Mapping, type SourceTree } from './mapping.js';
import { listModules, resolveModules } from './modules.js';
import { resolvePackages } from './packages.js';
import { settleClaims } from './settle.js';
import { parentOf, SourceIndex } from './source-index.js';
import type { Claim, Identities, Options } from '../combine/claim.js';
import { isAbsolute, joinPath, normalisePath } from '../model/paths.js';

/** What is known of the files around the reports. */
export interface Sources {
  /** Where the repository is on this machine. */
  readonly workspace: string;
  /** Another way there, through a symbolic link. */
  readonly workspaceLink?: string;
  /** From its root: what git tracks; without a checkout, what exists. */
  readonly files: readonly string[];
  /** Whether git tracks them, so that reports and artifacts are not among them. */
  readonly isTracked?: boolean;
  /** What exists in the directories that `listDirectories` asks for. */
  readonly existing: ReadonlySet<string>;
  /** Files of the repository by the paths of the symbolic links among them that lead there. */
  readonly links?: ReadonlyMap<string, string>;
  /** Contents of the go.mod files among `files`, by path. */
  readonly modules: ReadonlyMap<string, string>;
}

/**
 * Finds out whose file each file of the reports is. What was passed in must not be used afterwards:
 * files of several reports are united.
 */
export function identifyFiles(reports: readonly PlacedReport[], sources: Sources): Identities {
  const tree: SourceTree = {
    index: new SourceIndex(sources.files),
    existing: sources.existing,
    workspaces: listWorkspaces(sources),
  };
  const modules = listModules(sources.modules);
  const claims = reports.flatMap((report) => {
    // Go paths and full paths are of one file wherever their reports lie.
    const isPlaced = sources.isTracked === true && report.report.pathsFrom !== 'module';
    const home = isPlaced ? findHome(report, tree) : undefined;
    return resolveReport(report, modules, tree).map((given) => {
      const claim = followLinks(given, sources.links);
      return isAbsolute(claim.path) ? claim : { ...claim, home };
    });
  });
  return settleClaims(claims);
}

/** A claim on the files themselves, where what it can be are links to them. */
function followLinks(claim: Claim, links: Sources['links']): Claim {
  if (links === undefined || links.size === 0) return claim;
  const follow = (key: string): string => links.get(key) ?? key;
  const [first, ...others] = claim.options;
  const file = follow(first);
  const options: Options = [file, ...new Set(others.map(follow).filter((key) => key !== file))];
  return { ...claim, options };
}

/** The nearest directory around a report that has files of the repository, but for its root. */
function findHome({ name }: PlacedReport, { index }: SourceTree): string | undefined {
  return listRoots(name).find((root) => index.hasDirectory(root));
}

function resolveReport(
  placed: PlacedReport,
  modules: readonly Mapping[],
  tree: SourceTree,
): readonly Claim[] {
  if (placed.report.pathsFrom === 'package') return resolvePackages(placed, tree);
  if (placed.report.pathsFrom === 'module') return resolveModules(placed, modules, tree);
  return resolveFiles(placed, tree);
}

/** The directories that can hold files of the reports, from the root of the repository or in full. */
export function listDirectories(
  reports: readonly PlacedReport[],
  sources: Pick<Sources, 'workspace' | 'workspaceLink' | 'modules'>,
): ReadonlySet<string> {
  const directories = new Set<string>();
  const workspaces = listWorkspaces(sources);
  const known = [
    ...workspaces.map((from): Mapping => ({ from, to: '' })),
    ...listModules(sources.modules),
  ];
  for (const { name, report } of reports) {
    const roots = listRoots(name).map((to): Mapping => ({ from: '', to }));
    for (const directory of listOwnDirectories(report)) {
      // A mapping is of what is in a directory.
      const inside = `${directory === '' ? '' : `${directory}/`}x`;
      for (const mapping of [...known, ...roots]) {
        const place = applyMapping(mapping, inside);
        if (place !== undefined) directories.add(parentOf(place));
      }
      if (isAbsolute(directory) && !isBelow(directory, workspaces)) directories.add(directory);
    }
  }
  return directories;
}

/** The workspace as paths can spell it. */
function listWorkspaces({
  workspace,
  workspaceLink = workspace,
}: Pick<Sources, 'workspace' | 'workspaceLink'>): readonly string[] {
  return [...new Set([workspace, workspaceLink].map(normalisePath))];
}

function isBelow(directory: string, workspaces: readonly string[]): boolean {
  return workspaces.some((workspace) => `${directory}/`.startsWith(`${workspace}/`));
}

/** The directories in the paths of a report, also below each of its source roots. */
function listOwnDirectories({ files, sources = [], pathsFrom }: PlacedReport['report']) {
  const directories = new Set<string>();
  if (pathsFrom === 'package') return directories;
  for (const path of files.keys()) directories.add(parentOf(path));
  for (const directory of [...directories]) {
    for (const source of sources) directories.add(joinPath(source, directory));
  }
  return directories;
}
