// Real bare git repositories: made of given files, and read back.

import { mkdir, readdir, readFile as readFileOfDisk } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readGit, runGit } from './git.mjs';

/**
 * Text or bytes of a regular file, the target of a symbolic link, the commit of a submodule, or an
 * executable file.
 * @typedef {string | Uint8Array | { symlink: string } | { submodule: string } | { executable: string | Uint8Array }} File
 */

/** @typedef {Readonly<Record<string, File>>} Files By path from the root, with forward slashes. */

/**
 * @typedef {object} BareRepository
 * @property {string} gitDir
 * @property {(ref: string, path: string) => Promise<Buffer>} readFile The bytes of a file.
 * @property {(ref?: string) => Promise<string[]>} log The whole messages of the commits, newest first.
 * @property {(...args: string[]) => Promise<string>} git Output of any git command in it.
 */

/** The first commit is the same on every machine at any time, and so is its name. */
const FIRST_COMMIT_DATE = '1767225600 +0000';

/**
 * Makes a bare repository with one commit on `main` that holds the files.
 * @param {string} gitDir Is made with its parents.
 * @param {Files} files
 * @returns {Promise<BareRepository>}
 */
export async function createBareRepository(gitDir, files) {
  await mkdir(gitDir, { recursive: true });
  await runGit(gitDir, ['init', '--quiet', '--bare', '--initial-branch=main']);
  await runGit(gitDir, ['fast-import', '--quiet'], { input: renderFirstCommit(files) });
  return openBareRepository(gitDir);
}

/**
 * @param {string} gitDir
 * @returns {BareRepository}
 */
export function openBareRepository(gitDir) {
  return {
    gitDir,
    readFile: (ref, path) => runGit(gitDir, ['cat-file', 'blob', `${ref}:${path}`]),
    log: async (ref = 'main') => {
      const output = (await runGit(gitDir, ['log', '-z', '--format=%B', ref])).toString();
      return output.split('\0').filter((message) => message !== '');
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
 * A stream for `git fast-import`: one process for any number of files.
 * @param {Files} files
 */
function renderFirstCommit(files) {
  const parts = [
    'commit refs/heads/main\n',
    `author Ada <ada@example.com> ${FIRST_COMMIT_DATE}\n`,
    `committer Ada <ada@example.com> ${FIRST_COMMIT_DATE}\n`,
    renderData('Add the manifests\n'),
    ...Object.entries(files).map(([path, file]) => renderFile(path, file)),
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/**
 * @param {string} path
 * @param {File} file
 */
function renderFile(path, file) {
  if (typeof file === 'string' || file instanceof Uint8Array) {
    return renderBlob('100644', path, file);
  }
  if ('symlink' in file) return renderBlob('120000', path, file.symlink);
  if ('executable' in file) return renderBlob('100755', path, file.executable);
  return `M 160000 ${file.submodule} ${JSON.stringify(path)}\n`;
}

/**
 * @param {string} mode
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function renderBlob(mode, path, content) {
  return Buffer.concat([
    Buffer.from(`M ${mode} inline ${JSON.stringify(path)}\n`),
    renderData(content),
  ]);
}

/** @param {string | Uint8Array} content */
function renderData(content) {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}
