// POST /repos/{owner}/{repo}/issues/{issue_number}/labels and …/pulls/{pull_number}/requested_reviewers

import { describeLabels, describeListed } from './pull-request-reply.mjs';
import { findPullRequest } from './pulls.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * A label that the repository does not have is made.
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function addLabels(call) {
  const pullRequest = findPullRequest(call);
  if (pullRequest === undefined) return replies.refuseAbsent(call.page);
  const labels = readTexts(call.body['labels']);
  if (labels.length === 0) return replies.refuseUnknownBehaviour('labels that are no texts');
  pullRequest.labels = [...new Set([...pullRequest.labels, ...labels])];
  return { status: 200, body: describeLabels(call.links, pullRequest.labels) };
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function requestReviewers(call) {
  const { repository, body, page } = call;
  const pullRequest = findPullRequest(call);
  if (pullRequest === undefined) return replies.refuseAbsent(page);
  const reviewers = readTexts(body['reviewers']);
  const teams = readTexts(body['team_reviewers']);
  if (reviewers.includes(pullRequest.login)) {
    return replies.refuse(422, 'Review cannot be requested from pull request author.', page);
  }
  const isKnown =
    reviewers.every((user) => repository.collaborators.includes(user)) &&
    teams.every((team) => repository.teams.includes(team));
  if (!isKnown) return refuseReviewers(repository.name, page);
  pullRequest.reviewers = [...new Set([...pullRequest.reviewers, ...reviewers])];
  pullRequest.teams = [...new Set([...pullRequest.teams, ...teams])];
  return { status: 201, body: await describeListed(call, pullRequest) };
}

/**
 * @param {string} repository
 * @param {string} page
 */
function refuseReviewers(repository, page) {
  const message = `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repository} repository.`;
  return replies.refuse(422, message, page);
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function readTexts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
