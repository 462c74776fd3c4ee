// Writes files of a branch as one commit, the way that a server does: the branch is moved only if it
// still is where it was read.

import { readStoredCommit, writeStoredCommit } from './git/commit-objects.mjs';
import { writeObject } from './git/loose-objects.mjs';
import { moveRef, RefUpdateError } from './git/ref-updates.mjs';
import { changeTree } from './git/trees.mjs';
import { readHead } from './objects.mjs';
import { UnknownBehaviourError } from './replies.mjs';

/** The branch was moved by somebody else after its head was read. */
export class MovedHeadError extends Error {
  /**
   * @param {string} actual
   * @param {string} expected
   */
  constructor(actual, expected) {
    super(`is at ${actual} but expected ${expected}`);
    this.name = 'MovedHeadError';
  }
}

/** @typedef {import('./git/commit-objects.mjs').Identity} Identity */

/** @typedef {{ path: string, mode: string, bytes: Uint8Array } | { path: string, deleted: true }} FileChange */

/**
 * @typedef {object} BranchUpdate
 * @property {string} branch
 * @property {string} head The commit that the branch was read at.
 * @property {number} [lockTimeoutMs] How long to wait for another one who holds its lock.
 * @property {() => Promise<void>} beforeRefUpdate What happens between reading and moving the branch.
 */

/**
 * @typedef {object} CommitContent
 * @property {string} message
 * @property {Identity} author
 * @property {Identity} committer
 */

/**
 * @param {string} gitDir
 * @param {BranchUpdate & CommitContent & { files: readonly FileChange[] }} change
 * @returns {Promise<string>} The new commit.
 * @throws {MovedHeadError}
 */
export async function commitFiles(gitDir, { files, ...change }) {
  const written = files.map((file) => {
    if ('deleted' in file) return file;
    return { ...file, oid: writeObject(gitDir, 'blob', file.bytes) };
  });
  const tree = changeTree(gitDir, readStoredCommit(gitDir, change.head).tree, written);
  const commit = await writeCommit(gitDir, { ...change, tree, parents: [change.head] });
  await moveBranch(gitDir, change, commit);
  return commit;
}

/**
 * @param {string} gitDir
 * @param {CommitContent & { tree: string, parents: readonly string[] }} content
 * @returns {Promise<string>} The commit, which no branch has yet.
 */
export async function writeCommit(gitDir, content) {
  return writeStoredCommit(gitDir, content);
}

/**
 * @param {string} gitDir
 * @param {BranchUpdate} update
 * @param {string} commit
 * @throws {MovedHeadError | UnknownBehaviourError} The latter when it is locked or was deleted.
 */
export async function moveBranch(gitDir, update, commit) {
  const { branch, head, lockTimeoutMs, beforeRefUpdate } = update;
  await beforeRefUpdate();
  const name = `refs/heads/${branch}`;
  try {
    await moveRef(gitDir, { name, to: commit, from: head }, lockTimeoutMs);
  } catch (error) {
    if (!(error instanceof RefUpdateError)) throw error;
    const actual = await readHead(gitDir, branch);
    if (actual === undefined || actual === head) {
      throw new UnknownBehaviourError(`a branch that cannot be moved: ${error.message}`);
    }
    throw new MovedHeadError(actual, head);
  }
}
