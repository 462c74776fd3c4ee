// Writes files of a branch as one commit, the way that a server does: the branch is moved only if it
// still is where it was read.

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, readGit, REF_LOCK_TIMEOUT, runGit } from './git.mjs';
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

/** @typedef {{ name: string, email: string, date?: string }} Identity */

/** @typedef {{ path: string, mode: string, bytes: Uint8Array } | { path: string, deleted: true }} FileChange */

/**
 * @typedef {object} BranchUpdate
 * @property {string} branch
 * @property {string} head The commit that the branch was read at.
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
export async function commitFiles(gitDir, change) {
  const tree = await writeTree(gitDir, change.head, change.files);
  const commit = await writeCommit(gitDir, { ...change, tree, parents: [change.head] });
  await moveBranch(gitDir, change, commit);
  return commit;
}

/**
 * @param {string} gitDir
 * @param {CommitContent & { tree: string, parents: readonly string[] }} content
 * @returns {Promise<string>} The commit, which no branch has yet.
 */
export async function writeCommit(gitDir, { tree, parents, message, author, committer }) {
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  return readGit(gitDir, args, {
    input: message,
    env: { ...renderIdentity('AUTHOR', author), ...renderIdentity('COMMITTER', committer) },
  });
}

/**
 * @param {string} gitDir
 * @param {BranchUpdate} update
 * @param {string} commit
 * @throws {MovedHeadError | UnknownBehaviourError} The latter when it is locked or was deleted.
 */
export async function moveBranch(gitDir, { branch, head, beforeRefUpdate }, commit) {
  await beforeRefUpdate();
  try {
    const args = ['-c', REF_LOCK_TIMEOUT, 'update-ref', `refs/heads/${branch}`, commit, head];
    await runGit(gitDir, args);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const actual = await readHead(gitDir, branch);
    if (actual === undefined || actual === head) {
      throw new UnknownBehaviourError(`a branch that cannot be moved: ${error.stderr}`);
    }
    throw new MovedHeadError(actual, head);
  }
}

/**
 * @param {string} gitDir
 * @param {string} head
 * @param {readonly FileChange[]} files
 */
async function writeTree(gitDir, head, files) {
  // An index of its own, since requests come at the same time.
  const index = join(gitDir, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await runGit(gitDir, ['read-tree', head], { env });
    const lines = [];
    for (const file of files) lines.push(await renderIndexLine(gitDir, file));
    const args = ['update-index', '-z', '--add', '--index-info'];
    await runGit(gitDir, args, { env, input: lines.join('') });
    return await readGit(gitDir, ['write-tree'], { env });
  } finally {
    await rm(index, { force: true });
  }
}

/**
 * @param {string} gitDir
 * @param {FileChange} file
 */
async function renderIndexLine(gitDir, file) {
  // Mode 0 takes a path out of the index.
  if ('deleted' in file) return `0 ${'0'.repeat(40)}\t${file.path}\0`;
  const blob = await readGit(gitDir, ['hash-object', '-w', '--stdin'], { input: file.bytes });
  return `${file.mode} ${blob}\t${file.path}\0`;
}

/**
 * @param {'AUTHOR' | 'COMMITTER'} role
 * @param {Identity} identity
 * @returns {Record<string, string>}
 */
function renderIdentity(role, { name, email, date }) {
  return {
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    ...(date !== undefined && { [`GIT_${role}_DATE`]: date }),
  };
}
