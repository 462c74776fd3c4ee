// GET /repos/{owner}/{repo}/compare/{basehead}

import { describeCommit } from './commits.mjs';
import { readChangedFiles } from './compare-files.mjs';
import { readCommit, readCommitsSince, readMergeBase } from './history.mjs';
import { resolveCommit } from './objects.mjs';
import { linkNextPage, readPage } from './pages.mjs';
import { addressOf } from './renames.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./links.mjs').Links} Links */
/** @typedef {import('./history.mjs').Commit} Commit */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/** @typedef {{ base: string, head: string, mergeBase: string }} Range Names of commits. */

/** Without a word about pages. */
const MAX_COMMITS = 250;

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function compareCommits(call) {
  const { repository, parameters, page } = call;
  const { gitDir } = repository;
  const [baseRef = '', headRef = ''] = (parameters['basehead'] ?? '').split('...');
  const base = await resolveCommit(gitDir, baseRef);
  const head = await resolveCommit(gitDir, headRef);
  if (base === undefined || head === undefined) return replies.refuseAbsent(page);
  const mergeBase = await readMergeBase(gitDir, base, head);
  if (mergeBase === undefined) {
    const message = `No common ancestor between ${baseRef} and ${headRef}.`;
    return replies.refuse(404, message, page);
  }
  return answer(call, { base, head, mergeBase });
}

/**
 * @param {Call} call
 * @param {Range} range
 * @returns {Promise<Reply>}
 */
async function answer({ repository, parameters, query, links }, range) {
  const { gitDir } = repository;
  const { base, head, mergeBase } = range;
  const ahead = (await readCommitsSince(gitDir, base, head)).reverse();
  const behind = await readCommitsSince(gitDir, head, base);
  const shown = selectCommits(query, ahead);
  const body = {
    ...describeComparison(links, base, head),
    base_commit: describeCommit(links, await readCommit(gitDir, base)),
    merge_base_commit: describeCommit(links, await readCommit(gitDir, mergeBase)),
    status: computeStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: shown.commits.map((commit) => describeCommit(links, commit)),
    ...(shown.isFirst && { files: await readChangedFiles(gitDir, links, mergeBase, head) }),
  };
  const address = `${addressOf(links.apiUrl, repository)}/compare/${parameters['basehead']}`;
  return { status: 200, headers: linkNextPage(address, query, shown.hasNext), body };
}

/**
 * A page of the commits, or else the newest of them. All pages but the first go without the files.
 * @param {URLSearchParams} query
 * @param {readonly Commit[]} commits Oldest first.
 */
function selectCommits(query, commits) {
  if (!query.has('page') && !query.has('per_page')) {
    return { commits: commits.slice(-MAX_COMMITS), isFirst: true, hasNext: false };
  }
  const { number, skip, count } = readPage(query);
  const end = skip + count;
  const isFirst = number === 1;
  return { commits: commits.slice(skip, end), isFirst, hasNext: end < commits.length };
}

/**
 * @param {number} ahead
 * @param {number} behind
 */
function computeStatus(ahead, behind) {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/**
 * @param {Links} links
 * @param {string} base
 * @param {string} head
 */
function describeComparison({ api, page }, base, head) {
  const comparison = `${base}...${head}`;
  return {
    url: `${api}/compare/${comparison}`,
    html_url: `${page}/compare/${comparison}`,
    permalink_url: `${page}/compare/${comparison}`,
    diff_url: `${page}/compare/${comparison}.diff`,
    patch_url: `${page}/compare/${comparison}.patch`,
  };
}
