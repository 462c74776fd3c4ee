import { isFileSystemError, type NamedReport } from './reports.js';
import { listDirectories, type Sources } from './identity/identify.js';
import { GO_MOD } from './identity/modules.js';
import { isAbsolute, normalisePath } from './model/paths.js';
import { PromoteError } from '../base/errors.js';
import type { Files, ListedFile, SourceChanges } from '../ports/runner.js';

interface SourcePorts {
  readonly files: Files;
  readonly changes: SourceChanges;
}

/** The files of the repository, listed once a run. */
export interface Checkout {
  readonly paths: readonly string[];
  /** Whether git tracks them. */
  readonly isTracked: boolean;
  /** Why git does not list them, where it does not: then they are those that exist. */
  readonly refusal: PromoteError | undefined;
}

/** Lists the files that git tracks, or without a checkout those that exist. */
export async function readSourceTree({ changes, files }: SourcePorts): Promise<Checkout> {
  try {
    const paths = await changes.listFiles();
    if (paths.length > 0) return { paths, isTracked: true, refusal: undefined };
    return { paths: await files.listAll(), isTracked: false, refusal: undefined };
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'coverage-unknown') throw error;
    return { paths: await files.listAll(), isTracked: false, refusal: error };
  }
}

/** Reads what it takes to tell whose files those of the reports are. */
export async function readSources(
  reports: readonly NamedReport[],
  { paths, isTracked, refusal }: Checkout,
  { workspace, workspaceLink }: Pick<Sources, 'workspace' | 'workspaceLink'>,
  { files }: SourcePorts,
): Promise<Sources> {
  const hasModules = reports.some(({ report }) => report.pathsFrom === 'module');
  const modules = hasModules
    ? await readModules(paths, workspace, files)
    : new Map<string, string>();
  const directories = [...listDirectories(reports, { workspace, workspaceLink, modules })];
  // Without a checkout the list has what exists in the workspace.
  const asked = refusal === undefined ? directories : directories.filter(isAbsolute);
  const listed = await files.listIn(asked);
  const existing = new Set(listed.map(({ path }) => path));
  const links = listLinks(listed, normalisePath(workspace));
  return { workspace, workspaceLink, files: paths, isTracked, existing, links, modules };
}

/** The files of the repository that links lead to, by the path of the link. */
function listLinks(listed: readonly ListedFile[], workspace: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const { path, target } of listed) {
    const full = normalisePath(target);
    if (!full.startsWith(`${workspace}/`)) continue;
    const file = full.slice(workspace.length + 1);
    if (file !== path) links.set(path, file);
  }
  return links;
}

async function readModules(
  paths: readonly string[],
  workspace: string,
  files: Files,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (path !== GO_MOD && !path.endsWith(`/${GO_MOD}`)) continue;
    const text = await readSource(`${workspace}/${path}`, files);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** A sparse checkout does not have all files that git tracks. */
async function readSource(path: string, files: Files): Promise<string | undefined> {
  try {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of files.open(path)) text += decoder.decode(chunk, { stream: true });
    return text;
  } catch (error) {
    if (isFileSystemError(error)) return undefined;
    throw error;
  }
}
