// Reads the commits of a bare repository, and how they follow each other.

import { readStoredCommit } from './git/commit-objects.mjs';
import { readMergeBases, readReachable, walkHistory } from './git/history.mjs';
import { readGit } from './git.mjs';

/**
 * @typedef {object} Commit
 * @property {string} sha
 * @property {string} tree
 * @property {readonly string[]} parents
 * @property {Signature} author
 * @property {Signature} committer
 * @property {string} message Without line breaks at its end, as GitHub shows it.
 */

/**
 * @typedef {object} Signature
 * @property {string} name
 * @property {string} email
 * @property {string} date ISO 8601, in UTC.
 */

/**
 * @param {string} gitDir
 * @param {string} sha
 * @returns {Promise<Commit>}
 */
export async function readCommit(gitDir, sha) {
  return describeCommit(readStoredCommit(gitDir, sha));
}

/**
 * Commits that are reachable, newest first.
 * @param {string} gitDir
 * @param {string} start
 * @param {{ path?: string | undefined, skip?: number, count?: number }} [selection]
 * @returns {Promise<Commit[]>}
 */
export async function readCommits(gitDir, start, { path, skip = 0, count = Infinity } = {}) {
  const commits = [];
  let number = 0;
  for (const commit of walkHistory(gitDir, start, { path: path === '' ? undefined : path })) {
    if (number >= skip + count) break;
    if (number >= skip) commits.push(describeCommit(commit));
    number += 1;
  }
  return commits;
}

/**
 * Commits that are reachable from `head` and not from `base`, newest first.
 * @param {string} gitDir
 * @param {string} base
 * @param {string} head
 * @returns {Promise<Commit[]>}
 */
export async function readCommitsSince(gitDir, base, head) {
  const without = readReachable(gitDir, base);
  return [...walkHistory(gitDir, head, { without })].map(describeCommit);
}

/**
 * @param {import('./git/commit-objects.mjs').StoredCommit} commit
 * @returns {Commit}
 */
function describeCommit({ oid, tree, parents, author, committer, message }) {
  return {
    sha: oid,
    tree,
    parents,
    author: describeSignature(author),
    committer: describeSignature(committer),
    message: message.replace(/\n+$/, ''),
  };
}

/**
 * @param {import('./git/commit-objects.mjs').Signature} signature
 * @returns {Signature}
 */
function describeSignature({ name, email, seconds }) {
  return { name, email, date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') };
}

/**
 * @param {string} gitDir
 * @param {string} ancestor
 * @param {string} descendant
 * @returns {Promise<boolean>} Also of a commit and itself.
 */
export async function isAncestor(gitDir, ancestor, descendant) {
  return readReachable(gitDir, descendant).has(ancestor);
}

/**
 * @param {string} gitDir
 * @param {string} a
 * @param {string} b
 * @returns {Promise<string | undefined>} Where two commits have their last common one; nothing when
 *   they have none.
 */
export async function readMergeBase(gitDir, a, b) {
  const [first, second] = readMergeBases(gitDir, a, b);
  // Which one of several git takes is left to itself.
  return second === undefined ? first : readGit(gitDir, ['merge-base', a, b]);
}
