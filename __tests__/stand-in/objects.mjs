// Reads refs, trees and files of a bare repository.

import { readStoredCommit } from './git/commit-objects.mjs';
import { findObject, peel, readObject } from './git/object-database.mjs';
import { isRefName, readRefs, resolveRef } from './git/refs.mjs';
import { findInTree, readTree, TREE_MODE } from './git/trees.mjs';
import { GitError, readGit } from './git.mjs';

/**
 * @typedef {object} Entry An entry of a tree.
 * @property {string} mode Six octal digits: 100644, 100755, 120000 (link), 160000 (submodule), 040000.
 * @property {string} oid
 * @property {number} size In bytes; 0 for what is no blob.
 * @property {string} path From the root of the repository.
 */

const BRANCHES = 'refs/heads/';
const SUBMODULE_MODE = '160000';
const OID = /^[0-9a-f]{40}$/;

/** How git shortens the name of an object. */
const SHORT_OID = /^[0-9a-f]{4,39}$/;

/**
 * The commit that a branch, a tag, a full ref or a commit's (shortened) name stands for.
 * @param {string} gitDir
 * @param {string} ref
 * @returns {Promise<string | undefined>}
 */
export async function resolveCommit(gitDir, ref) {
  const named = [`refs/heads/${ref}`, `refs/tags/${ref}`, ref].filter(isRefName);
  for (const name of named) {
    const { oid } = resolveRef(gitDir, name);
    const commit = oid && peelToCommit(gitDir, oid);
    if (commit !== undefined) return commit;
  }
  if (OID.test(ref)) return peelToCommit(gitDir, ref);
  return SHORT_OID.test(ref) ? completeCommit(gitDir, ref) : undefined;
}

/**
 * @param {string} gitDir
 * @param {string} oid
 */
function peelToCommit(gitDir, oid) {
  const peeled = peel(gitDir, oid);
  return peeled?.type === 'commit' ? peeled.oid : undefined;
}

/**
 * @param {string} gitDir
 * @param {string} short
 */
async function completeCommit(gitDir, short) {
  try {
    return await readGit(gitDir, ['rev-parse', '--verify', '--quiet', `${short}^{commit}`]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/**
 * @param {string} gitDir
 * @param {string} branch
 * @returns {Promise<string | undefined>} The commit at its head.
 */
export async function readHead(gitDir, branch) {
  return readRef(gitDir, `refs/heads/${branch}`);
}

/**
 * @param {string} gitDir
 * @returns {Promise<Map<string, string>>} The commits at the heads of all branches, by their names.
 */
export async function readHeads(gitDir) {
  const refs = [...readRefs(gitDir)].filter(([name]) => name.startsWith(BRANCHES));
  return new Map(refs.map(([name, oid]) => [name.slice(BRANCHES.length), oid]));
}

/**
 * @param {string} gitDir
 * @param {string} ref Its full name: `refs/heads/main`.
 * @returns {Promise<string | undefined>} The object that it names.
 */
export async function readRef(gitDir, ref) {
  return isRefName(ref) ? resolveRef(gitDir, ref).oid : undefined;
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {Promise<string | undefined>} `commit`, `tag`, `tree`, `blob`, or nothing for no object.
 */
export async function readType(gitDir, oid) {
  return OID.test(oid) ? findObject(gitDir, oid)?.type : undefined;
}

/**
 * @param {string} gitDir
 * @returns {Promise<boolean>} Whether it has no branch yet.
 */
export async function isEmpty(gitDir) {
  return readRefs(gitDir).size === 0;
}

/**
 * @param {string} gitDir
 * @returns {Promise<string>} The name of the default branch.
 */
export async function readDefaultBranch(gitDir) {
  const { name } = resolveRef(gitDir, 'HEAD');
  if (!name.startsWith(BRANCHES)) throw new Error(`HEAD of ${gitDir} is no branch.`);
  return name.slice(BRANCHES.length);
}

/**
 * @param {string} gitDir
 * @param {string} commit
 * @param {string} path Empty for the root.
 * @returns {Promise<Entry | undefined>}
 */
export async function readEntry(gitDir, commit, path) {
  const { tree } = readStoredCommit(gitDir, commit);
  if (path === '') return { mode: TREE_MODE, oid: tree, size: 0, path };
  const found = findInTree(gitDir, tree, path);
  return found && describeEntry(gitDir, found, path);
}

/**
 * @param {string} gitDir
 * @param {Entry} directory
 * @returns {Promise<Entry[]>}
 */
export async function readEntries(gitDir, directory) {
  const prefix = directory.path === '' ? '' : `${directory.path}/`;
  return readTree(gitDir, directory.oid).map((entry) => {
    return describeEntry(gitDir, entry, `${prefix}${entry.name}`);
  });
}

/**
 * @param {string} gitDir
 * @param {import('./git/trees.mjs').TreeEntry} entry
 * @param {string} path
 * @returns {Entry}
 */
function describeEntry(gitDir, { mode, oid }, path) {
  const isBlob = mode !== TREE_MODE && mode !== SUBMODULE_MODE;
  return { mode, oid, size: isBlob ? readObject(gitDir, oid, 'blob').length : 0, path };
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {Promise<Buffer>}
 */
export async function readBlob(gitDir, oid) {
  return readObject(gitDir, oid, 'blob');
}
