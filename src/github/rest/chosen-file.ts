import { PromoteError } from '../../base/errors.js';
import { findNearest, renderNearest } from '../../base/nearest.js';
import { nameBranch } from '../refusals/access.js';
import type { DirectoryEntry } from './replies.js';
import type { FileRequest, GitOpsTarget } from '../../ports/gitops.js';

/** The names that kustomize looks for in a directory. */
export const KUSTOMIZATIONS: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

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
 * @param target The repository and the branch, for messages.
 * @throws PromoteError `path-not-found`, `path-ambiguous` (kustomize refuses two as well), or
 *   `unsupported-file` for what is not a regular file.
 */
export function chooseFile<Entry extends DirectoryEntry>(
  entries: readonly Entry[],
  request: FileRequest,
  target: Place,
): ChosenFile<Entry> {
  const { directory, names } = splitRequest(request);
  const [entry, second] = entries.filter(({ name }) => names.includes(name));
  if (entry === undefined) throw refuseAbsent(entries, request, target);
  if (second !== undefined) {
    throw new PromoteError(
      'path-ambiguous',
      `${nameInput(request)}: ${quoteDirectory(directory)} holds both ${entry.name} and ${second.name}, and kustomize refuses that. Remove one of them.`,
    );
  }
  const path = locateEntry(directory, entry.name);
  if (entry.type === 'file') return { path, entry };
  throw new PromoteError(
    'unsupported-file',
    `${nameInput(request)}: ${path} in ${target.repository} is ${KINDS[entry.type]}, and only a regular file can be changed. Name the file itself.`,
  );
}

type Place = Pick<GitOpsTarget, 'repository' | 'branch'>;

/** The error for a directory that is there and does not hold what is asked for. */
function refuseAbsent(
  entries: readonly DirectoryEntry[],
  request: FileRequest,
  { repository, branch }: Place,
): PromoteError {
  const { directory, names } = splitRequest(request);
  const there = entries.map(({ name }) => locateEntry(directory, name));
  const cure = isNamedByDirectory(request)
    ? ' Name the directory of a kustomization, or its file.'
    : renderNearest(findNearest(request.path, there));
  const absent = `${nameInput(request)}: ${repository} has no ${names.join(', ')} in ${quoteDirectory(directory)} on ${nameBranch(branch)}.`;
  const cut =
    entries.length < LONGEST_LISTING
      ? ''
      : ' A listing ends after 1,000 entries, and only commit-api: graphql finds what comes behind them.';
  return new PromoteError('path-not-found', `${absent}${cure} ${renderEntries(entries)}${cut}`);
}

/** The input that asks for the file, for messages. */
export function nameInput({ input, kind }: FileRequest): string {
  return input ?? INPUTS[kind];
}

const KINDS = { dir: 'a directory', symlink: 'a symbolic link', submodule: 'a submodule' };

/** What is there instead, for a message: 20 names at the most. */
export function renderEntries(entries: readonly DirectoryEntry[], lead = 'There are'): string {
  if (entries.length === 0) return 'Nothing is there.';
  const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
  return `${lead}: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}

/** A kustomization that is not named as a YAML file is named by its directory. */
export function isNamedByDirectory({ kind, path }: FileRequest): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return kind !== 'file' && !KUSTOMIZATIONS.includes(name) && !/\.ya?ml$/i.test(name);
}

function splitRequest(request: FileRequest): {
  readonly directory: string;
  readonly names: readonly string[];
} {
  const { path } = request;
  if (isNamedByDirectory(request)) return { directory: path, names: KUSTOMIZATIONS };
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, Math.max(slash, 0)), names: [path.slice(slash + 1)] };
}

function locateEntry(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function quoteDirectory(path: string): string {
  return path === '' ? 'its root directory' : path;
}
