// PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge

import { moveBranch, MovedHeadError, writeCommit } from './commit-files.mjs';
import { GitError, readGit } from './git.mjs';
import { readCommitsSince } from './history.mjs';
import { readHead } from './objects.mjs';
import { computeBlocker } from './pull-requests.mjs';
import { findPullRequest } from './pulls.mjs';
import * as replies from './replies.mjs';
import { identityOf, WEB_FLOW } from './signers.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./pull-requests.mjs').PullRequest} PullRequest */
/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function mergePull(call) {
  const pullRequest = findPullRequest(call);
  if (pullRequest === undefined) return replies.refuseAbsent(call.page);
  return inTurn(pullRequest, async () => check(call, pullRequest) ?? merge(call, pullRequest));
}

/**
 * The request that each pull request is busy with.
 * @type {WeakMap<PullRequest, Promise<unknown>>}
 */
const running = new WeakMap();

/**
 * One after the other: of two requests at once that both find it open, each would merge it.
 * @param {PullRequest} pullRequest
 * @param {() => Promise<Reply>} action
 */
async function inTurn(pullRequest, action) {
  const turn = (running.get(pullRequest) ?? Promise.resolve()).then(action, action);
  running.set(pullRequest, turn);
  return turn;
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 * @returns {Reply | undefined}
 */
function check({ repository, body, page }, pullRequest) {
  const { sha, merge_method: method } = body;
  if (method === 'rebase') return replies.refuseUnknownBehaviour('a merge by rebase');
  if (pullRequest.state === 'closed') return refuseMerge(page);
  if (sha !== undefined && sha !== pullRequest.headSha) {
    const message = 'Head branch was modified. Review and try the merge again.';
    return replies.refuse(409, message, page);
  }
  if (pullRequest.draft) return replies.refuseUnknownBehaviour('the merge of a draft');
  const blocker = computeBlocker(repository, pullRequest);
  return blocker === undefined ? undefined : replies.refuse(405, blocker, page);
}

/** @param {string} page */
function refuseMerge(page) {
  return replies.refuse(405, 'Pull Request is not mergeable', page);
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 * @returns {Promise<Reply>}
 */
async function merge(call, pullRequest) {
  const { repository, caller, page, beforeRefUpdate } = call;
  if (caller === 'anonymous') throw new Error('A write was not refused.');
  const { gitDir, refLockTimeoutMs: lockTimeoutMs } = repository;
  const base = await readHead(gitDir, pullRequest.base);
  const tree = base === undefined ? undefined : await mergeTrees(gitDir, base, pullRequest.headSha);
  if (base === undefined || tree === undefined) return refuseMerge(page);
  const isSquash = call.body['merge_method'] === 'squash';
  const sha = await writeCommit(gitDir, {
    tree,
    parents: isSquash ? [base] : [base, pullRequest.headSha],
    message: await renderMessage(call, pullRequest, base),
    author: identityOf(caller),
    committer: WEB_FLOW,
  });
  try {
    const update = { branch: pullRequest.base, head: base, lockTimeoutMs, beforeRefUpdate };
    await moveBranch(gitDir, update, sha);
  } catch (error) {
    if (!(error instanceof MovedHeadError)) throw error;
    const message = 'Base branch was modified. Review and try the merge again.';
    return replies.refuse(405, message, page);
  }
  pullRequest.state = 'closed';
  pullRequest.merged = { sha, login: caller.login };
  const message = 'Pull Request successfully merged';
  return { status: 200, body: { sha, merged: true, message } };
}

/**
 * @param {string} gitDir
 * @param {string} base
 * @param {string} head
 * @returns {Promise<string | undefined>} Nothing when they conflict.
 */
async function mergeTrees(gitDir, base, head) {
  try {
    return await readGit(gitDir, ['merge-tree', '--write-tree', base, head]);
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 * @param {string} base
 */
async function renderMessage({ repository, body }, pullRequest, base) {
  const isSquash = body['merge_method'] === 'squash';
  const { title, message } = isSquash
    ? await renderSquash(repository.gitDir, pullRequest, base)
    : renderMerge(repository.name, pullRequest);
  const given = {
    title: body['commit_title'] ?? title,
    message: body['commit_message'] ?? message,
  };
  return given.message === '' ? String(given.title) : `${given.title}\n\n${given.message}`;
}

/**
 * @param {string} repository `owner/name`.
 * @param {PullRequest} pullRequest
 */
function renderMerge(repository, { number, head, title }) {
  const owner = repository.split('/')[0];
  return { title: `Merge pull request #${number} from ${owner}/${head}`, message: title };
}

/**
 * Of one commit its own message, of several the title of the pull request and a list of them: the
 * default of a repository's settings.
 * @param {string} gitDir
 * @param {PullRequest} pullRequest
 * @param {string} base
 */
async function renderSquash(gitDir, { number, title, headSha }, base) {
  const commits = await readCommitsSince(gitDir, base, headSha);
  const messages = commits.reverse().map((commit) => commit.message);
  if (messages.length > 1) {
    const list = messages.map((message) => `* ${message}`).join('\n\n');
    return { title: `${title} (#${number})`, message: list };
  }
  const [subject = title, ...rest] = (messages[0] ?? title).split('\n');
  return { title: `${subject} (#${number})`, message: rest.join('\n').trim() };
}
