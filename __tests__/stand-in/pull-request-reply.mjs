// A pull request as the REST API describes it.

import { readGit } from './git.mjs';
import { readCommitsSince } from './history.mjs';
import { readHead } from './objects.mjs';
import { computeBlocker, nodeIdOf } from './pull-requests.mjs';
import { describeRepository, TIME } from './repository.mjs';
import { describeTeam, describeUser } from './users.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./pull-requests.mjs').PullRequest} PullRequest */

/**
 * As lists have it.
 * @param {Call} call
 * @param {PullRequest} pullRequest
 */
export async function describeListed(call, pullRequest) {
  const described = await describeCommon(call, pullRequest);
  const teams = described.requested_teams.map((team) => ({ ...team, parent: null }));
  return { ...described, requested_teams: teams };
}

/**
 * As a reply of its own.
 * @param {Call} call
 * @param {PullRequest} pullRequest
 * @param {{ isNew?: boolean }} [options] GitHub has not looked yet whether a new one can be merged.
 */
export async function describePullRequest(call, pullRequest, { isNew = false } = {}) {
  const { merged } = pullRequest;
  const isBlocked = computeBlocker(call.repository, pullRequest) !== undefined;
  const isOpen = pullRequest.state === 'open' && !isNew;
  return {
    ...(await describeCommon(call, pullRequest)),
    merged: merged !== undefined,
    merged_by: merged === undefined ? null : describeUser(call.links.apiUrl, merged.login),
    mergeable: isOpen ? true : null,
    rebaseable: isOpen ? true : null,
    mergeable_state: isOpen ? (isBlocked ? 'blocked' : 'clean') : 'unknown',
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    ...(await countChanges(call, pullRequest)),
  };
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 */
async function describeCommon(call, pullRequest) {
  const { repository, links } = call;
  const { number, merged, state } = pullRequest;
  const closedAt = state === 'closed' ? TIME : null;
  const repo = await describeRepository(call);
  const base = await readBase(call, pullRequest);
  return {
    id: number,
    node_id: nodeIdOf(repository.name, number),
    number,
    title: pullRequest.title,
    body: pullRequest.body,
    state,
    draft: pullRequest.draft,
    locked: false,
    active_lock_reason: null,
    user: describeUser(links.apiUrl, pullRequest.login),
    author_association: 'CONTRIBUTOR',
    head: { ...describeEnd(call, pullRequest.head, pullRequest.headSha), repo },
    base: { ...describeEnd(call, pullRequest.base, base), repo },
    labels: describeLabels(links, pullRequest.labels),
    requested_reviewers: pullRequest.reviewers.map((user) => describeUser(links.apiUrl, user)),
    requested_teams: pullRequest.teams.map((slug) => {
      return describeTeam(links.apiUrl, ownerOf(call), slug);
    }),
    assignee: null,
    assignees: [],
    milestone: null,
    auto_merge: describeAutoMerge(links, pullRequest),
    merge_commit_sha: merged?.sha ?? null,
    ...{ created_at: TIME, updated_at: TIME, closed_at: closedAt },
    merged_at: merged === undefined ? null : TIME,
    ...describeAddresses(links, pullRequest),
  };
}

/**
 * @param {import('./links.mjs').Links} links
 * @param {readonly string[]} labels
 */
export function describeLabels({ api }, labels) {
  return labels.map((name) => ({
    id: 1,
    node_id: 'LA_1',
    url: `${api}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  }));
}

/** @param {Call} call */
function ownerOf({ repository }) {
  return repository.name.split('/')[0] ?? '';
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 */
async function readBase({ repository }, { base, headSha }) {
  return (await readHead(repository.gitDir, base)) ?? headSha;
}

/**
 * @param {Call} call
 * @param {string} branch
 * @param {string} sha
 */
function describeEnd(call, branch, sha) {
  return {
    label: `${ownerOf(call)}:${branch}`,
    ref: branch,
    sha,
    user: describeUser(call.links.apiUrl, ownerOf(call), 'Organization'),
  };
}

/**
 * @param {import('./links.mjs').Links} links
 * @param {PullRequest} pullRequest
 */
function describeAutoMerge({ apiUrl }, { autoMerge }) {
  if (autoMerge === undefined) return null;
  return {
    enabled_by: describeUser(apiUrl, autoMerge.login),
    merge_method: autoMerge.method.toLowerCase(),
    commit_title: autoMerge.title,
    commit_message: autoMerge.message,
  };
}

/**
 * @param {Call} call
 * @param {PullRequest} pullRequest
 */
async function countChanges(call, pullRequest) {
  const { gitDir } = call.repository;
  const base = await readBase(call, pullRequest);
  const { headSha } = pullRequest;
  const commits = (await readCommitsSince(gitDir, base, headSha)).length;
  return { commits, ...(await countLines(gitDir, `${base}...${headSha}`)) };
}

/**
 * What was counted, by the range: between two commits it never changes.
 * @type {Map<string, { additions: number, deletions: number, changed_files: number }>}
 */
const counted = new Map();

/**
 * @param {string} gitDir
 * @param {string} range Of the names of two commits.
 */
async function countLines(gitDir, range) {
  const known = counted.get(range);
  if (known !== undefined) return known;
  const lines = (await readGit(gitDir, ['diff', '--numstat', range])).split('\n');
  const counts = lines.filter((line) => line !== '').map((line) => line.split('\t').map(Number));
  const count = {
    additions: counts.reduce((sum, [added = 0]) => sum + (added || 0), 0),
    deletions: counts.reduce((sum, [, deleted = 0]) => sum + (deleted || 0), 0),
    changed_files: counts.length,
  };
  counted.set(range, count);
  return count;
}

/**
 * @param {import('./links.mjs').Links} links
 * @param {PullRequest} pullRequest
 */
function describeAddresses({ api, page }, { number, headSha }) {
  const self = `${api}/pulls/${number}`;
  const issue = `${api}/issues/${number}`;
  const html = `${page}/pull/${number}`;
  const comments = `${issue}/comments`;
  const commits = `${self}/commits`;
  const reviewComments = `${self}/comments`;
  const reviewComment = `${api}/pulls/comments{/number}`;
  const statuses = `${api}/statuses/${headSha}`;
  return {
    ...{ url: self, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
    ...{ issue_url: issue, comments_url: comments, commits_url: commits, statuses_url: statuses },
    ...{ review_comments_url: reviewComments, review_comment_url: reviewComment },
    _links: {
      self: { href: self },
      html: { href: html },
      issue: { href: issue },
      comments: { href: comments },
      review_comments: { href: reviewComments },
      review_comment: { href: reviewComment },
      commits: { href: commits },
      statuses: { href: statuses },
    },
  };
}
