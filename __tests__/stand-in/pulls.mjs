// GET and POST /repos/{owner}/{repo}/pulls, GET and PATCH …/pulls/{pull_number}

import { isAncestor } from './history.mjs';
import { readHead } from './objects.mjs';
import { linkNextPage, readPage } from './pages.mjs';
import { describeListed, describePullRequest } from './pull-request-reply.mjs';
import { canReopen } from './pull-requests.mjs';
import { addressOf } from './renames.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./pull-requests.mjs').PullRequest} PullRequest */
/** @typedef {import('./replies.mjs').Reply} Reply */

const RESOURCE = 'PullRequest';

/**
 * @param {Call} call
 * @returns {PullRequest | undefined}
 */
export function findPullRequest({ repository, parameters }) {
  const number = Number(parameters['pull_number'] ?? parameters['issue_number']);
  return repository.pullRequests.find((pullRequest) => pullRequest.number === number);
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function listPulls(call) {
  const { repository, query, links } = call;
  const head = query.get('head');
  if (query.has('sort') || query.has('direction') || (head !== null && !head.includes(':'))) {
    return replies.refuseUnknownBehaviour('pull requests sorted, or of a head without its owner');
  }
  const owner = repository.name.split('/')[0];
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const newestFirst = repository.pullRequests.toReversed();
  const found = newestFirst.filter((pullRequest) => {
    if (state !== 'all' && pullRequest.state !== state) return false;
    if (base !== null && pullRequest.base !== base) return false;
    return head === null || `${owner}:${pullRequest.head}` === head;
  });
  const { skip, count } = readPage(query);
  const body = [];
  for (const pullRequest of found.slice(skip, skip + count)) {
    body.push(await describeListed(call, pullRequest));
  }
  const address = addressOf(links.apiUrl, repository);
  const headers = linkNextPage(`${address}/pulls`, query, skip + count < found.length);
  return { status: 200, headers, body };
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getPull(call) {
  const pullRequest = findPullRequest(call);
  if (pullRequest === undefined) return replies.refuseAbsent(call.page);
  return { status: 200, body: await describePullRequest(call, pullRequest) };
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function createPull(call) {
  const { repository, body, caller, page } = call;
  if (caller === 'anonymous') throw new Error('A write was not refused.');
  if (caller.login === 'github-actions[bot]' && !repository.allowActionsPullRequests) {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    return replies.refuse(403, message, page);
  }
  const { title, head, base } = body;
  if (typeof title !== 'string' || typeof head !== 'string' || typeof base !== 'string') {
    return replies.refuseUnknownBehaviour('a pull request without a title, a head or a base');
  }
  const branch = head.replace(`${repository.name.split('/')[0]}:`, '');
  const ends = await readEnds(call, branch, base);
  if ('status' in ends) return ends;
  /** @type {PullRequest} */
  const pullRequest = {
    number: repository.pullRequests.length + 1,
    title,
    body: typeof body['body'] === 'string' ? body['body'] : null,
    draft: body['draft'] === true,
    login: caller.login,
    head: branch,
    base,
    headSha: ends.headSha,
    state: 'open',
    merged: undefined,
    labels: [],
    reviewers: [],
    teams: [],
    autoMerge: undefined,
  };
  repository.pullRequests.push(pullRequest);
  return { status: 201, body: await describePullRequest(call, pullRequest, { isNew: true }) };
}

/**
 * @param {Call} call
 * @param {string} head
 * @param {string} base
 * @returns {Promise<{ headSha: string } | Reply>}
 */
async function readEnds({ repository, page }, head, base) {
  const { gitDir, name, pullRequests } = repository;
  const headSha = await readHead(gitDir, head);
  const baseSha = await readHead(gitDir, base);
  if (headSha === undefined) return refuseField('head', page);
  if (baseSha === undefined) return refuseField('base', page);
  const isOpen = pullRequests.some((other) => {
    return other.state === 'open' && other.head === head && other.base === base;
  });
  if (isOpen) {
    const owner = name.split('/')[0] ?? '';
    return refuse(`A pull request already exists for ${owner}:${head}.`, page);
  }
  if (await isAncestor(gitDir, headSha, baseSha)) {
    return refuse(`No commits between ${base} and ${head}`, page);
  }
  return { headSha };
}

/**
 * @param {string} message
 * @param {string} page
 */
function refuse(message, page) {
  return replies.refuseInvalid([{ resource: RESOURCE, code: 'custom', message }], page);
}

/**
 * @param {string} field
 * @param {string} page
 */
function refuseField(field, page) {
  return replies.refuseInvalid([{ resource: RESOURCE, field, code: 'invalid' }], page);
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function updatePull(call) {
  const { repository, body, page } = call;
  const pullRequest = findPullRequest(call);
  if (pullRequest === undefined) return replies.refuseAbsent(page);
  const { title, body: text, state, base } = body;
  if (base !== undefined && base !== pullRequest.base) {
    return replies.refuseUnknownBehaviour('another base of a pull request');
  }
  if (state === 'open' && pullRequest.state === 'closed') {
    if (pullRequest.merged !== undefined) {
      return replies.refuseUnknownBehaviour('the reopening of a merged pull request');
    }
    if (!(await canReopen(repository, pullRequest))) return refuseReopening(pullRequest, page);
  }
  if (state === 'open' || state === 'closed') pullRequest.state = state;
  if (typeof title === 'string') pullRequest.title = title;
  if (typeof text === 'string') pullRequest.body = text;
  return { status: 200, body: await describePullRequest(call, pullRequest) };
}

/**
 * @param {PullRequest} pullRequest
 * @param {string} page
 */
function refuseReopening({ head }, page) {
  const message = `state cannot be changed. The ${head} branch was force-pushed or recreated.`;
  const error = { resource: RESOURCE, code: 'invalid', field: 'state', message };
  return replies.refuseInvalid([error], page);
}
