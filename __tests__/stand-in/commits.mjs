// GET /repos/{owner}/{repo}/commits

import { readCommits } from './history.mjs';
import { isEmpty, readDefaultBranch, resolveCommit } from './objects.mjs';
import { linkNextPage, readPage } from './pages.mjs';
import { addressOf } from './renames.mjs';
import * as replies from './replies.mjs';
import { isSignedByGitHub } from './signers.mjs';

/** @typedef {import('./history.mjs').Commit} Commit */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./links.mjs').Links} Links */

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** git signs nothing here: what GitHub itself would have committed counts as signed by it. */
const SIGNED = {
  verified: true,
  reason: 'valid',
  signature: '-----BEGIN PGP SIGNATURE-----',
  payload: '',
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
  const { skip, count } = readPage(query);
  const path = query.get('path') ?? undefined;
  const found = await readCommits(repository.gitDir, start, { path, skip, count: count + 1 });
  const body = found.slice(0, count).map((commit) => describeCommit(links, commit));
  const address = addressOf(links.apiUrl, repository);
  const headers = linkNextPage(`${address}/commits`, query, found.length > count);
  return { status: 200, headers, body };
}

/**
 * A commit as the lists have it. Its author is no user of GitHub's, so `author` is null.
 * @param {Links} links
 * @param {Commit} commit
 */
export function describeCommit(links, commit) {
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
    verification: isSignedByGitHub(committer) ? SIGNED : UNSIGNED,
  };
}
