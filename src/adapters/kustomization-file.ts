import { PromoteError } from '../errors.js';
import type { DirectoryEntry } from './contents-replies.js';

/** The names that kustomize looks for in a directory. */
const NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What an input asked for, and where. */
export interface Asked {
  readonly repository: string;
  /** The inputs that it may stand in, for messages. */
  readonly inputs: string;
  /** Path from the root, without slashes at its ends; empty is the root. */
  readonly path: string;
}

/** Splits a path into its directory and, when it names a file, the file's name. */
export function splitKustomizationPath(path: string): {
  readonly directory: string;
  readonly file?: string;
} {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (!NAMES.includes(name) && !/\.ya?ml$/i.test(name)) return { directory: path };
  return { directory: path.slice(0, Math.max(slash, 0)), file: name };
}

/**
 * The path of the kustomization that was asked for, among the entries of its directory.
 * @throws PromoteError `path-not-found`, `path-ambiguous` (kustomize refuses two as well), or
 *   `unsupported-file` for what is not a regular file.
 */
export function chooseKustomization(entries: readonly DirectoryEntry[], asked: Asked): string {
  const { directory, file } = splitKustomizationPath(asked.path);
  const wanted = file === undefined ? NAMES : [file];
  const [found, second] = entries.filter(({ name }) => wanted.includes(name));
  if (found === undefined) throw absent(entries, directory, wanted, asked);
  if (second !== undefined) throw ambiguous(found, second, asked);
  const path = directory === '' ? found.name : `${directory}/${found.name}`;
  if (found.type !== 'file') throw notRegular(path, found, asked);
  return path;
}

/**
 * The path of the file that was asked for, among the entries of its directory.
 * @throws PromoteError `path-not-found`, or `unsupported-file` for what is not a regular file.
 */
export function chooseFile(entries: readonly DirectoryEntry[], asked: Asked): string {
  const slash = asked.path.lastIndexOf('/');
  const name = asked.path.slice(slash + 1);
  const found = entries.find((entry) => entry.name === name);
  if (found === undefined)
    throw absent(entries, asked.path.slice(0, Math.max(slash, 0)), [name], asked);
  if (found.type !== 'file') throw notRegular(asked.path, found, asked);
  return asked.path;
}

function absent(
  entries: readonly DirectoryEntry[],
  directory: string,
  wanted: readonly string[],
  { inputs, repository }: Asked,
): PromoteError {
  return new PromoteError(
    'path-not-found',
    `${inputs}: ${repository} has no ${wanted.join(', ')} in ${quoteDirectory(directory)}. ${renderEntries(entries)}`,
  );
}

function ambiguous(first: DirectoryEntry, second: DirectoryEntry, { path }: Asked): PromoteError {
  return new PromoteError(
    'path-ambiguous',
    `kustomization: ${quoteDirectory(path)} holds both ${first.name} and ${second.name}, and kustomize refuses that. Remove one of them.`,
  );
}

function notRegular(
  path: string,
  { type }: DirectoryEntry,
  { inputs, repository }: Asked,
): PromoteError {
  const kinds = {
    file: 'a file',
    dir: 'a directory',
    symlink: 'a symbolic link',
    submodule: 'a submodule',
  };
  return new PromoteError(
    'unsupported-file',
    `${inputs}: ${path} in ${repository} is ${kinds[type]}, and only a regular file can be changed. Name the file itself.`,
  );
}

/** What is there instead, for a message: 20 names at the most. */
export function renderEntries(entries: readonly DirectoryEntry[]): string {
  if (entries.length === 0) return 'Nothing is there.';
  const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
  return `There are: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}

function quoteDirectory(path: string): string {
  return path === '' ? 'its root directory' : path;
}
