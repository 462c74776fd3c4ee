import { findNearest, renderNearest } from '../../base/nearest.js';
import { isNamedByDirectory, KUSTOMIZATIONS, nameInput, renderEntries } from './chosen-file.js';
import type { DirectoryEntry } from './replies.js';
import type { FileRequest } from '../../ports/gitops.js';

/** What is known of a branch that does not have a path. */
interface BranchFacts {
  /** `owner/name` */
  readonly repository: string;
  /** What it is called in messages. */
  readonly branch: string;
  /** The entries of its root directory. */
  readonly root: readonly DirectoryEntry[];
  /** The paths of all its files; empty where the server does not tell them. */
  readonly files: readonly string[];
}

/** The message for a directory that is not there: who asks for it, what may be meant, what is there. */
export function explainAbsentPath(request: FileRequest, facts: BranchFacts): string {
  const { repository, branch, root, files } = facts;
  const { path } = request;
  const candidates = isNamedByDirectory(request) ? listKustomized(files) : files.filter(isManifest);
  const absent = `${nameInput(request)}: ${repository} has no ${JSON.stringify(path)} on ${branch}.`;
  const directory = findLastDirectory(path, files);
  const there =
    directory === ''
      ? renderEntries(root, 'At its root there are')
      : renderEntries(listDirectory(directory, files), `In ${directory} there are`);
  return `${absent}${renderNearest(findNearest(path, candidates))} ${there}`;
}

/** The directories that hold a kustomization. */
function listKustomized(files: readonly string[]): readonly string[] {
  const directories = files.flatMap((path) => {
    const { directory, name } = splitPath(path);
    return KUSTOMIZATIONS.includes(name) && directory !== '' ? [directory] : [];
  });
  return [...new Set(directories)];
}

function isManifest(path: string): boolean {
  return /\.ya?ml$/i.test(path) || KUSTOMIZATIONS.includes(splitPath(path).name);
}

/** As far as the directories of a path are there; empty is the root. */
function findLastDirectory(path: string, files: readonly string[]): string {
  let { directory } = splitPath(path);
  while (directory !== '' && !files.some((file) => file.startsWith(`${directory}/`))) {
    ({ directory } = splitPath(directory));
  }
  return directory;
}

/** What a directory holds itself. */
function listDirectory(directory: string, files: readonly string[]): readonly DirectoryEntry[] {
  const entries = new Map<string, DirectoryEntry>();
  for (const file of files) {
    if (!file.startsWith(`${directory}/`)) continue;
    const [name = '', ...below] = file.slice(directory.length + 1).split('/');
    entries.set(name, { name, type: below.length > 0 ? 'dir' : 'file' });
  }
  return [...entries.values()];
}

function splitPath(path: string): { readonly directory: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}
