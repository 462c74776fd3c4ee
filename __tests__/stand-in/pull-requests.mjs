// The pull requests of a repository, which are kept in memory, and what becomes of them when a
// branch moves.

import { isAncestor } from './history.mjs';
import { readHead, readHeads } from './objects.mjs';
import { PROTECTIONS } from './replies.mjs';

/** @typedef {import('./operations.mjs').Repository} Repository */

/**
 * @typedef {object} PullRequest
 * @property {number} number
 * @property {string} title
 * @property {string | null} body
 * @property {boolean} draft
 * @property {string} login Who opened it.
 * @property {string} head The name of the branch.
 * @property {string} base The name of the branch.
 * @property {string} headSha The newest commit of the head that belongs to it.
 * @property {'open' | 'closed'} state
 * @property {{ sha: string, login: string } | undefined} merged The commit that it became.
 * @property {readonly string[]} labels
 * @property {readonly string[]} reviewers Users who are asked for a review.
 * @property {readonly string[]} teams Teams that are asked for a review.
 * @property {AutoMerge | undefined} autoMerge
 */

/**
 * @typedef {object} AutoMerge
 * @property {string} login Who enabled it.
 * @property {'MERGE' | 'SQUASH' | 'REBASE'} method
 * @property {string} title
 * @property {string} message
 */

/**
 * An identifier that GraphQL takes; opaque, as GitHub's are.
 * @param {string} repository `owner/name`.
 * @param {number} number
 */
export function nodeIdOf(repository, number) {
  return `PR_${Buffer.from(`${repository}#${number}`).toString('base64url')}`;
}

/**
 * What the rules of the base branch still ask for. A rule that changes come through a pull request
 * is met by one.
 * @param {Repository} repository
 * @param {PullRequest} pullRequest
 * @returns {string | undefined} GitHub's sentence.
 */
export function computeBlocker({ protectedBranches }, { base }) {
  return protectedBranches[base] === 'status-checks' ? PROTECTIONS['status-checks'] : undefined;
}

/**
 * Where the branches of each pull request were when it last followed them.
 * @type {WeakMap<PullRequest, string>}
 */
const followed = new WeakMap();

/**
 * Does what GitHub does to open pull requests when a branch was moved or deleted.
 * @param {Repository} repository
 */
export async function followBranches({ gitDir, pullRequests }) {
  const open = pullRequests.filter(({ state }) => state === 'open');
  if (open.length === 0) return;
  const heads = await readHeads(gitDir);
  for (const pullRequest of open) {
    const [head, base] = [heads.get(pullRequest.head), heads.get(pullRequest.base)];
    if (head === undefined || base === undefined) pullRequest.state = 'closed';
    else await followBranch(gitDir, pullRequest, head, base);
  }
}

/**
 * @param {string} gitDir
 * @param {PullRequest} pullRequest
 * @param {string} head
 * @param {string} base
 */
async function followBranch(gitDir, pullRequest, head, base) {
  const place = `${head} ${base}`;
  if (followed.get(pullRequest) === place) return;
  const isMerged = await isAncestor(gitDir, head, base);
  // A merge that goes on at the same time says itself what it became.
  if (pullRequest.state === 'closed') return;
  followed.set(pullRequest, place);
  if (!isMerged) {
    pullRequest.headSha = head;
    return;
  }
  pullRequest.state = 'closed';
  // The base came to hold the commits, by a push or another pull request: that counts as merged. A
  // head that was moved back to the base has none any more, and cannot be reopened.
  if (head === pullRequest.headSha) {
    pullRequest.merged = { sha: head, login: pullRequest.login };
  }
}

/**
 * Whether a closed one may be opened again: its commits have to be there still, and be none of the
 * base's.
 * @param {Repository} repository
 * @param {PullRequest} pullRequest
 */
export async function canReopen({ gitDir }, pullRequest) {
  const head = await readHead(gitDir, pullRequest.head);
  const base = await readHead(gitDir, pullRequest.base);
  if (head === undefined || base === undefined) return false;
  return (
    (await isAncestor(gitDir, pullRequest.headSha, head)) && !(await isAncestor(gitDir, head, base))
  );
}
