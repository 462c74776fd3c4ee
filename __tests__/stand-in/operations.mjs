// The operations of GitHub's API that the stand-in has, and the checks that come before each.

import { getCommit } from './commit.mjs';
import { listCommits } from './commits.mjs';
import { compareCommits } from './compare.mjs';
import { getContents } from './contents-read.mjs';
import { putContents } from './contents-write.mjs';
import { getBlob } from './git-blobs.mjs';
import { createRef, deleteRef, getRef, updateRef } from './git-refs.mjs';
import { getTree } from './git-trees.mjs';
import { mergePull } from './pull-merge.mjs';
import { addLabels, requestReviewers } from './pull-metadata.mjs';
import { createPull, getPull, listPulls, updatePull } from './pulls.mjs';
import * as replies from './replies.mjs';
import { getRepository } from './repository.mjs';
import { computeAccess, findUnauthorizedOrganization } from './tokens.mjs';

/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * @typedef {object} Repository
 * @property {number} id
 * @property {string} name `owner/name`.
 * @property {readonly string[]} renamedFrom What it was called before, each `owner/name`.
 * @property {string} gitDir
 * @property {number} refLockTimeoutMs
 * @property {boolean} private
 * @property {boolean} archived
 * @property {Readonly<Record<string, import('./replies.mjs').Protection>>} protectedBranches
 * @property {boolean} allowAutoMerge
 * @property {boolean} allowActionsPullRequests
 * @property {readonly string[]} collaborators
 * @property {readonly string[]} teams
 * @property {import('./pull-requests.mjs').PullRequest[]} pullRequests In the order of their numbers.
 */

/**
 * @typedef {object} Call A request that may be answered.
 * @property {Repository} repository
 * @property {import('./tokens.mjs').Token | 'anonymous'} caller
 * @property {Readonly<Record<string, string>>} parameters Of the path, decoded.
 * @property {URLSearchParams} query
 * @property {Readonly<Record<string, unknown>>} body
 * @property {string} accept The header.
 * @property {string} page Where the documentation has the operation.
 * @property {import('./links.mjs').Links} links
 * @property {() => Promise<void>} beforeRefUpdate
 */

/**
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} template
 * @property {string} page
 * @property {(call: Call) => Promise<Reply>} answer
 */

/** @type {readonly Operation[]} */
const OPERATIONS = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}',
    page: '/repos/repos#get-a-repository',
    answer: getRepository,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/contents/{path}',
    page: '/repos/contents#get-repository-content',
    answer: getContents,
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/contents/{path}',
    page: '/repos/contents#create-or-update-file-contents',
    answer: putContents,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits',
    page: '/commits/commits#list-commits',
    answer: listCommits,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}',
    page: '/commits/commits#get-a-commit',
    answer: getCommit,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/compare/{basehead}',
    page: '/commits/commits#compare-two-commits',
    answer: compareCommits,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    page: '/git/blobs#get-a-blob',
    answer: getBlob,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/git/ref/{ref}',
    page: '/git/refs#get-a-reference',
    answer: getRef,
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/git/refs',
    page: '/git/refs#create-a-reference',
    answer: createRef,
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/git/refs/{ref}',
    page: '/git/refs#update-a-reference',
    answer: updateRef,
  },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}/git/refs/{ref}',
    page: '/git/refs#delete-a-reference',
    answer: deleteRef,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    page: '/git/trees#get-a-tree',
    answer: getTree,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls',
    page: '/pulls/pulls#list-pull-requests',
    answer: listPulls,
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/pulls',
    page: '/pulls/pulls#create-a-pull-request',
    answer: createPull,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}',
    page: '/pulls/pulls#get-a-pull-request',
    answer: getPull,
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}',
    page: '/pulls/pulls#update-a-pull-request',
    answer: updatePull,
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    page: '/pulls/pulls#merge-a-pull-request',
    answer: mergePull,
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    page: '/pulls/review-requests#request-reviewers-for-a-pull-request',
    answer: requestReviewers,
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    page: '/issues/labels#add-labels-to-an-issue',
    answer: addLabels,
  },
];

/**
 * @param {string} method
 * @param {string} pathname Still encoded: a client may send the slashes of a file's path as `%2F`.
 * @returns {{ operation: Operation, parameters: Record<string, string> } | undefined}
 */
export function findOperation(method, pathname) {
  for (const operation of OPERATIONS) {
    if (operation.method !== method) continue;
    const groups = toPattern(operation.template).exec(pathname)?.groups;
    if (groups === undefined) continue;
    const decoded = Object.entries(groups).flatMap(([name, value]) => {
      return value === undefined ? [] : [[name, decodeURIComponent(value)]];
    });
    return { operation, parameters: Object.fromEntries(decoded) };
  }
  return undefined;
}

/**
 * A repository may be given by its id: `/repositories/1` is `/repos/owner/name`.
 * A path of a file, a comparison or a ref takes the rest of the address, slashes included, and may be left
 * out, which is the root.
 * @param {string} template
 */
function toPattern(template) {
  const pattern = template
    .replace('/repos/{owner}/{repo}', '(?:/repos/{owner}/{repo}|/repositories/(?<id>\\d+))')
    .replace(/\/\{(path|basehead|ref)\}$/, '(?:/(?<$1>.*))?')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${pattern}$`);
}

/**
 * @typedef {object} Circumstances What is not known yet when a request comes.
 * @property {Call['caller'] | 'unknown'} caller
 * @property {Repository | undefined} repository
 * @property {string | undefined} movedTo Where the request has to go that names it as it was before.
 */

/**
 * Answers, after the checks that GitHub makes whatever the operation is.
 * @param {Operation} operation
 * @param {Omit<Call, 'caller' | 'repository' | 'page'> & Circumstances} call
 * @returns {Promise<Reply>}
 */
export async function answer(operation, { caller, repository, movedTo, ...call }) {
  const { page } = operation;
  if (caller === 'unknown') return replies.refuseUnknownToken();
  if (repository === undefined) return replies.refuseAbsent(page);
  const organization = findUnauthorizedOrganization(caller, repository);
  if (organization !== undefined) return replies.refuseSso(organization);
  const access = computeAccess(caller, repository);
  if (access === 'none') return replies.refuseAbsent(page);
  if (movedTo !== undefined) return replies.redirect(operation.method, movedTo);
  if (operation.method !== 'GET') {
    if (caller === 'anonymous') return replies.refuseAnonymousWrite(page);
    if (access !== 'write') return replies.refuseWrite(caller.kind, page);
    if (repository.archived) return replies.refuseArchived(page);
  }
  try {
    return await operation.answer({ ...call, caller, repository, page });
  } catch (error) {
    if (!(error instanceof replies.UnknownBehaviourError)) throw error;
    return replies.refuseUnknownBehaviour(error.message);
  }
}
