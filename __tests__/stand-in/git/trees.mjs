// Trees: read from their objects, and written with other files in them.

import { readObject } from './object-database.mjs';
import { writeObject } from './loose-objects.mjs';

/** @typedef {{ name: string, mode: string, oid: string }} TreeEntry The mode has six octal digits. */

/** @typedef {{ path: string, mode: string, oid: string } | { path: string, deleted: true }} TreeChange */

/**
 * What a directory has, by name. Names are as their bytes are, each byte a character: so they are
 * written as they were read, and their order is that of git.
 * @typedef {Map<string, { mode: string, oid: string } | { directory: Directory }>} Directory
 */

export const TREE_MODE = '040000';

/**
 * @param {string} gitDir
 * @param {string} oid Of a tree.
 * @returns {TreeEntry[]}
 */
export function readTree(gitDir, oid) {
  return parseTree(readObject(gitDir, oid, 'tree')).map((entry) => {
    return { ...entry, name: Buffer.from(entry.name, 'latin1').toString() };
  });
}

/**
 * @param {string} gitDir
 * @param {string} tree
 * @param {string} path With forward slashes.
 * @returns {TreeEntry | undefined}
 */
export function findInTree(gitDir, tree, path) {
  const names = path.split('/');
  let at = tree;
  for (const [index, name] of names.entries()) {
    const entry = readTree(gitDir, at).find((candidate) => candidate.name === name);
    if (entry === undefined || index === names.length - 1) return entry;
    if (entry.mode !== TREE_MODE) return undefined;
    at = entry.oid;
  }
  return undefined;
}

/**
 * @param {string} gitDir
 * @param {string | undefined} tree What the changes are made to; none for an empty one.
 * @param {readonly TreeChange[]} changes The deletion of what is no file changes nothing.
 * @returns {string} The new tree.
 * @throws {Error} Where a file would be in the place of a directory, or the other way round.
 */
export function changeTree(gitDir, tree, changes) {
  const root = tree === undefined ? new Map() : openDirectory(gitDir, tree);
  for (const change of changes) {
    if ('deleted' in change) removeFile(gitDir, root, change.path);
    else putFile(gitDir, root, change);
  }
  return writeDirectory(gitDir, root);
}

/** @param {Buffer} content */
function parseTree(content) {
  /** @type {TreeEntry[]} */
  const entries = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    entries.push({
      mode: content.toString('latin1', at, space).padStart(6, '0'),
      name: content.toString('latin1', space + 1, end),
      oid: content.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {Directory}
 */
function openDirectory(gitDir, oid) {
  const entries = parseTree(readObject(gitDir, oid, 'tree'));
  return new Map(entries.map(({ name, ...entry }) => [name, entry]));
}

/**
 * @param {string} gitDir
 * @param {Directory} root
 * @param {{ path: string, mode: string, oid: string }} file
 */
function putFile(gitDir, root, { path, mode, oid }) {
  const { names, last } = splitPath(path);
  let directory = root;
  for (const name of names) {
    const child = descend(gitDir, directory, name);
    if (child === undefined && directory.has(name)) throw new Error(`${path} is below a file.`);
    const next = child ?? new Map();
    directory.set(name, { directory: next });
    directory = next;
  }
  const present = directory.get(last);
  if (present !== undefined && ('directory' in present || present.mode === TREE_MODE)) {
    throw new Error(`${path} is a directory.`);
  }
  directory.set(last, { mode, oid });
}

/**
 * @param {string} gitDir
 * @param {Directory} root
 * @param {string} path
 */
function removeFile(gitDir, root, path) {
  const { names, last } = splitPath(path);
  let directory = root;
  for (const name of names) {
    const child = descend(gitDir, directory, name);
    if (child === undefined) return;
    directory = child;
  }
  const present = directory.get(last);
  if (present !== undefined && !('directory' in present) && present.mode !== TREE_MODE) {
    directory.delete(last);
  }
}

/**
 * Parts that git takes from nobody, since they would lead elsewhere, are refused.
 * @param {string} path
 */
function splitPath(path) {
  const names = path.split('/').map((name) => Buffer.from(name).toString('latin1'));
  if (names.some((name) => /^(?:|\.|\.\.|\.git)$/i.test(name) || name.includes('\0'))) {
    throw new Error(`Invalid path '${path}'`);
  }
  return { names: names.slice(0, -1), last: names.at(-1) ?? '' };
}

/**
 * @param {string} gitDir
 * @param {Directory} directory
 * @param {string} name
 * @returns {Directory | undefined}
 */
function descend(gitDir, directory, name) {
  const present = directory.get(name);
  if (present === undefined) return undefined;
  if ('directory' in present) return present.directory;
  if (present.mode !== TREE_MODE) return undefined;
  const child = openDirectory(gitDir, present.oid);
  directory.set(name, { directory: child });
  return child;
}

/**
 * @param {string} gitDir
 * @param {Directory} directory
 * @returns {string} Its tree.
 */
function writeDirectory(gitDir, directory) {
  const entries = [];
  for (const [name, entry] of directory) {
    if (!('directory' in entry)) entries.push({ name, ...entry });
    // git has no empty directories.
    else if (countFiles(entry.directory) > 0) {
      entries.push({ name, mode: TREE_MODE, oid: writeDirectory(gitDir, entry.directory) });
    }
  }
  entries.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const parts = entries.flatMap(({ name, mode, oid }) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`, 'latin1'),
    Buffer.from(oid, 'hex'),
  ]);
  return writeObject(gitDir, 'tree', Buffer.concat(parts));
}

/**
 * @param {Directory} directory
 * @returns {number} Those of directories that were not opened count as one.
 */
function countFiles(directory) {
  const entries = [...directory.values()];
  return entries.reduce((sum, entry) => {
    return sum + ('directory' in entry ? countFiles(entry.directory) : 1);
  }, 0);
}

/**
 * A directory is ordered as if a slash ended its name.
 * @param {TreeEntry} entry
 */
function orderOf({ name, mode }) {
  return mode === TREE_MODE ? `${name}/` : name;
}
