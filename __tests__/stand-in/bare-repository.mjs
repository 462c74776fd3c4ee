// Real bare git repositories: made of given files, and read back.

import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile as readFileOfDisk } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { writeStoredCommit } from './git/commit-objects.mjs';
import { walkHistory } from './git/history.mjs';
import { writeObject } from './git/loose-objects.mjs';
import { moveRef, NOTHING } from './git/ref-updates.mjs';
import { changeTree } from './git/trees.mjs';
import { readGit, runGit } from './git.mjs';
import { readBlob, readEntry, resolveCommit } from './objects.mjs';

/**
 * Text or bytes of a regular file, the target of a symbolic link, the commit of a submodule, or an
 * executable file.
 * @typedef {string | Uint8Array | { symlink: string } | { submodule: string } | { executable: string | Uint8Array }} File
 */

/** @typedef {Readonly<Record<string, File>>} Files By path from the root, with forward slashes. */

/**
 * @typedef {object} BareRepository
 * @property {string} gitDir
 * @property {(ref: string, path?: string) => Promise<string>} resolve The name of a commit, or of what
 *   it has at a path.
 * @property {(ref: string, path: string) => Promise<Buffer>} readFile The bytes of a file.
 * @property {(ref?: string) => Promise<string[]>} log The whole messages of the commits, newest first.
 * @property {(...args: string[]) => Promise<string>} git Output of any git command in it.
 */

/** The first commit is the same on every machine at any time, and so is its name. */
const FIRST_COMMIT_DATE = '1767225600 +0000';

/** What real git needs to see a bare repository. */
const SKELETON = {
  HEAD: 'ref: refs/heads/main\n',
  config: '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n',
};

/**
 * Makes a bare repository with one commit on `main` that holds the files.
 * @param {string} gitDir Is made with its parents.
 * @param {Files} files
 * @returns {Promise<BareRepository>}
 */
export async function createBareRepository(gitDir, files) {
  for (const directory of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(join(gitDir, directory), { recursive: true });
  }
  for (const [name, text] of Object.entries(SKELETON)) writeFileSync(join(gitDir, name), text);
  const commit = writeFirstCommit(gitDir, files);
  await moveRef(gitDir, { name: 'refs/heads/main', to: commit, from: NOTHING });
  return openBareRepository(gitDir);
}

/**
 * @param {string} gitDir
 * @returns {BareRepository}
 */
export function openBareRepository(gitDir) {
  return {
    gitDir,
    resolve: async (ref, path) => {
      const commit = await resolveCommit(gitDir, ref);
      if (commit === undefined) throw new Error(`${gitDir} has no ${ref}.`);
      if (path === undefined) return commit;
      const entry = await readEntry(gitDir, commit, path);
      if (entry === undefined) throw new Error(`${gitDir} has no ${path} at ${ref}.`);
      return entry.oid;
    },
    readFile: async (ref, path) => {
      const commit = await resolveCommit(gitDir, ref);
      const entry = commit === undefined ? undefined : await readEntry(gitDir, commit, path);
      // What is no file, or named by an expression, is left to git.
      if (entry === undefined) return runGit(gitDir, ['cat-file', 'blob', `${ref}:${path}`]);
      return readBlob(gitDir, entry.oid);
    },
    log: async (ref = 'main') => {
      const start = await resolveCommit(gitDir, ref);
      if (start === undefined) throw new Error(`${gitDir} has no ${ref}.`);
      return [...walkHistory(gitDir, start)].map(({ message }) => message);
    },
    git: (...args) => readGit(gitDir, args),
  };
}

/**
 * The regular files of a directory, for a repository that holds the same.
 * @param {string} directory
 * @returns {Promise<Files>}
 */
export async function readDirectory(directory) {
  /** @type {Record<string, File>} */
  const files = {};
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(directory, path).replaceAll(sep, '/')] = await readFileOfDisk(path);
  }
  return files;
}

/**
 * @param {string} gitDir
 * @param {Files} files
 */
function writeFirstCommit(gitDir, files) {
  const changes = Object.entries(files).map(([path, file]) => {
    return { path, ...writeFile(gitDir, file) };
  });
  const tree = changeTree(gitDir, undefined, changes);
  const message = 'Add the manifests\n';
  const ada = { name: 'Ada', email: 'ada@example.com', date: FIRST_COMMIT_DATE };
  return writeStoredCommit(gitDir, { tree, parents: [], message, author: ada, committer: ada });
}

/**
 * @param {string} gitDir
 * @param {File} file
 * @returns {{ mode: string, oid: string }}
 */
function writeFile(gitDir, file) {
  if (typeof file === 'string' || file instanceof Uint8Array) {
    return writeBlob(gitDir, '100644', file);
  }
  if ('symlink' in file) return writeBlob(gitDir, '120000', file.symlink);
  if ('executable' in file) return writeBlob(gitDir, '100755', file.executable);
  return { mode: '160000', oid: file.submodule };
}

/**
 * @param {string} gitDir
 * @param {string} mode
 * @param {string | Uint8Array} content
 */
function writeBlob(gitDir, mode, content) {
  return { mode, oid: writeObject(gitDir, 'blob', Buffer.from(content)) };
}
