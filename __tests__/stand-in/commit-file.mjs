// Writes one file of a branch as a commit, the way that a server does: the branch is moved only if
// it still is where it was read.

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, readGit, runGit } from './git.mjs';
import { readHead } from './objects.mjs';

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

/**
 * @typedef {object} FileChange
 * @property {string} branch
 * @property {string} head The commit that the branch was read at.
 * @property {string} path
 * @property {string} mode
 * @property {Uint8Array} bytes
 * @property {string} message
 * @property {Identity} author
 * @property {Identity} committer
 * @property {() => Promise<void>} beforeRefUpdate What happens between reading and moving the branch.
 */

/**
 * @param {string} gitDir
 * @param {FileChange} change
 * @returns {Promise<string>} The new commit.
 * @throws {MovedHeadError}
 */
export async function commitFile(gitDir, change) {
  const tree = await writeTree(gitDir, change);
  const commit = await readGit(gitDir, ['commit-tree', tree, '-p', change.head], {
    input: change.message,
    env: {
      ...renderIdentity('AUTHOR', change.author),
      ...renderIdentity('COMMITTER', change.committer),
    },
  });
  await change.beforeRefUpdate();
  await moveBranch(gitDir, change, commit);
  return commit;
}

/**
 * @param {string} gitDir
 * @param {FileChange} change
 */
async function writeTree(gitDir, { head, path, mode, bytes }) {
  const blob = await readGit(gitDir, ['hash-object', '-w', '--stdin'], { input: bytes });
  // An index of its own, since requests come at the same time.
  const index = join(gitDir, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await runGit(gitDir, ['read-tree', head], { env });
    const entry = `${mode} ${blob}\t${path}\0`;
    await runGit(gitDir, ['update-index', '-z', '--add', '--index-info'], { env, input: entry });
    return await readGit(gitDir, ['write-tree'], { env });
  } finally {
    await rm(index, { force: true });
  }
}

/**
 * @param {string} gitDir
 * @param {FileChange} change
 * @param {string} commit
 */
async function moveBranch(gitDir, { branch, head }, commit) {
  try {
    // Long enough that a writer who waits for another one's lock learns who was first.
    const lockTimeout = 'core.filesRefLockTimeout=5000';
    await runGit(gitDir, ['-c', lockTimeout, 'update-ref', `refs/heads/${branch}`, commit, head]);
  } catch (error) {
    const actual = await readHead(gitDir, branch);
    if (error instanceof GitError && actual !== undefined && actual !== head) {
      throw new MovedHeadError(actual, head);
    }
    throw error;
  }
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
