// GET /repos/{owner}/{repo}/commits and GET /repos/{owner}/{repo}/compare/{basehead}

import { GitError, readGit } from './git.mjs';
import { isEmpty, readCommits, readDefaultBranch, resolveCommit } from './objects.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./objects.mjs').Commit} Commit */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./links.mjs').Links} Links */

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** git signs nothing here, and the stand-in does not pretend that it did. */
const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function listCommits({ repository, query, page, links }) {
  if (await isEmpty(repository.gitDir))
    return replies.refuse(409, 'Git Repository is empty.', page);
  const ref = query.get('sha') ?? (await readDefaultBranch(repository.gitDir));
  const start = await resolveCommit(repository.gitDir, ref);
  if (start === undefined) return replies.refuseAbsent(page);
  const perPage = Math.min(Number(query.get('per_page') ?? DEFAULT_PER_PAGE), MAX_PER_PAGE);
  const number = Number(query.get('page') ?? 1);
  const skip = (number - 1) * perPage;
  const path = query.get('path') ?? undefined;
  const found = await readCommits(repository.gitDir, start, { path, skip, count: perPage + 1 });
  const body = found.slice(0, perPage).map((commit) => describeCommit(links, commit));
  if (found.length <= perPage) return { status: 200, body };
  const next = new URL(`${links.api}/commits?${query.toString()}`);
  next.searchParams.set('page', String(number + 1));
  return { status: 200, headers: { link: `<${next.href}>; rel="next"` }, body };
}

/**
 * All of the comparison but its `files`.
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function compareCommits({ repository, parameters, page, links }) {
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
  const ahead = await readCommits(gitDir, `${base}..${head}`);
  const behind = await readCommits(gitDir, `${head}..${base}`);
  const described = await Promise.all(
    [base, mergeBase].map((sha) => readCommits(gitDir, sha, { count: 1 })),
  );
  const [baseCommit, mergeBaseCommit] = described
    .flat()
    .map((commit) => describeCommit(links, commit));
  const body = {
    ...describeComparison(links, base, head),
    base_commit: baseCommit,
    merge_base_commit: mergeBaseCommit,
    status: computeStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.reverse().map((commit) => describeCommit(links, commit)),
  };
  return { status: 200, body };
}

/**
 * @param {string} gitDir
 * @param {string} base
 * @param {string} head
 */
async function readMergeBase(gitDir, base, head) {
  try {
    return await readGit(gitDir, ['merge-base', base, head]);
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
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

/**
 * A commit as the lists have it. Its author is no user of GitHub's, so `author` is null.
 * @param {Links} links
 * @param {Commit} commit
 */
function describeCommit(links, commit) {
  const url = `${links.api}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    commit: { ...describeGitCommit(links, commit), comment_count: 0 },
    url,
    html_url: `${links.page}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${links.api}/commits/${sha}`,
      html_url: `${links.page}/commit/${sha}`,
    })),
  };
}

/**
 * What git itself knows of a commit.
 * @param {Links} links
 * @param {Commit} commit
 */
export function describeGitCommit(links, { sha, tree, author, committer, message }) {
  return {
    author,
    committer,
    message,
    tree: { sha: tree, url: `${links.api}/git/trees/${tree}` },
    url: `${links.api}/git/commits/${sha}`,
    verification: UNSIGNED,
  };
}
