import { PromoteError } from '../../base/errors.js';
import type { DirectoryEntry } from './replies.js';
import type { FileRequest } from '../../ports/gitops.js';

/** The names that kustomize looks for in a directory. */
const NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** How many entries of a directory GitHub lists at the most; it leaves the rest out. */
export const LONGEST_LISTING = 1000;

/** The inputs that a path may stand in, for messages. */
const INPUTS = { kustomization: 'kustomization', file: 'values or targets' };

/** A file that was asked for, as its directory has it. */
export interface ChosenFile<Entry> {
  readonly path: string;
  readonly entry: Entry;
}

/** The directory that a request looks in; empty is the root. */
export function directoryOf(request: FileRequest): string {
  return splitRequest(request).directory;
}

/** The paths that answer a request: of a directory, those of the names that kustomize knows. */
export function candidatesOf(request: FileRequest): readonly string[] {
  const { directory, names } = splitRequest(request);
  return names.map((name) => locateEntry(directory, name));
}

/**
 * The file that was asked for, among the entries of its directory.
 * @param repository `owner/name`, for messages.
 * @throws PromoteError `path-not-found`, `path-ambiguous` (kustomize refuses two as well), or
 *   `unsupported-file` for what is not a regular file.
 */
export function chooseFile<Entry extends DirectoryEntry>(
  entries: readonly Entry[],
  request: FileRequest,
  repository: string,
): ChosenFile<Entry> {
  const { directory, names } = splitRequest(request);
  const [entry, second] = entries.filter(({ name }) => names.includes(name));
  const inputs = request.input ?? INPUTS[request.kind];
  if (entry === undefined) {
    throw new PromoteError(
      'path-not-found',
      `${inputs}: ${repository} has no ${names.join(', ')} in ${quoteDirectory(directory)}. ${renderEntries(entries)}${entries.length < LONGEST_LISTING ? '' : ' A listing ends after 1,000 entries, and only commit-api: graphql finds what comes behind them.'}`,
    );
  }
  if (second !== undefined) {
    throw new PromoteError(
      'path-ambiguous',
      `kustomization: ${quoteDirectory(directory)} holds both ${entry.name} and ${second.name}, and kustomize refuses that. Remove one of them.`,
    );
  }
  const path = locateEntry(directory, entry.name);
  if (entry.type === 'file') return { path, entry };
  throw new PromoteError(
    'unsupported-file',
    `${inputs}: ${path} in ${repository} is ${KINDS[entry.type]}, and only a regular file can be changed. Name the file itself.`,
  );
}

const KINDS = { dir: 'a directory', symlink: 'a symbolic link', submodule: 'a submodule' };

/** What is there instead, for a message: 20 names at the most. */
export function renderEntries(entries: readonly DirectoryEntry[], lead = 'There are'): string {
  if (entries.length === 0) return 'Nothing is there.';
  const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
  return `${lead}: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}

/** A kustomization that is not named as a YAML file is named by its directory. */
function splitRequest({ kind, path }: FileRequest): {
  readonly directory: string;
  readonly names: readonly string[];
} {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const isFile = kind === 'file' || NAMES.includes(name) || /\.ya?ml$/i.test(name);
  if (!isFile) return { directory: path, names: NAMES };
  return { directory: path.slice(0, Math.max(slash, 0)), names: [name] };
}

function locateEntry(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function quoteDirectory(path: string): string {
  return path === '' ? 'its root directory' : path;
}
