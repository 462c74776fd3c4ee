// enablePullRequestAutoMerge: merges as soon as nothing stands in the way any more, so it is refused
// where nothing does; and disablePullRequestAutoMerge.

import { GraphqlRefusal, refuseMutation } from './graphql-errors.mjs';
import { checkSso } from './graphql-repository.mjs';
import { computeBlocker, nodeIdOf } from './pull-requests.mjs';
import { UnknownBehaviourError } from './replies.mjs';
import { computeAccess } from './tokens.mjs';

/** @typedef {import('./graphql.mjs').Session} Session */
/** @typedef {import('./operations.mjs').Repository} Repository */
/** @typedef {import('./pull-requests.mjs').PullRequest} PullRequest */

/**
 * @typedef {object} Input
 * @property {string} pullRequestId
 * @property {'MERGE' | 'SQUASH' | 'REBASE'} mergeMethod
 * @property {string | null} [expectedHeadOid]
 * @property {string | null} [commitHeadline]
 * @property {string | null} [commitBody]
 * @property {string | null} [authorEmail]
 * @property {string | null} [clientMutationId]
 */

/**
 * @param {{ input: Input }} args
 * @param {Session} session
 */
export async function enablePullRequestAutoMerge({ input }, session) {
  const { repository, pullRequest } = findPullRequest(session, input.pullRequestId);
  checkSso(session.caller, repository);
  if (computeAccess(session.caller, repository) !== 'write') {
    throw refuseMutation(session.caller, 'EnablePullRequestAutoMerge');
  }
  check(input, repository, pullRequest);
  pullRequest.autoMerge = {
    login: session.caller.login,
    method: input.mergeMethod,
    title: input.commitHeadline ?? '',
    message: input.commitBody ?? '',
  };
  return {
    clientMutationId: input.clientMutationId,
    pullRequest: {
      id: input.pullRequestId,
      number: pullRequest.number,
      url: `${session.linksOf(repository.name).page}/pull/${pullRequest.number}`,
      autoMergeRequest: { mergeMethod: input.mergeMethod },
    },
  };
}

/**
 * @param {{ input: { pullRequestId: string, clientMutationId?: string | null } }} args
 * @param {Session} session
 */
export function disablePullRequestAutoMerge({ input }, session) {
  const { repository, pullRequest } = findPullRequest(session, input.pullRequestId);
  checkSso(session.caller, repository);
  if (computeAccess(session.caller, repository) !== 'write') {
    throw refuseMutation(session.caller, 'DisablePullRequestAutoMerge');
  }
  if (pullRequest.autoMerge === undefined) {
    throw new UnknownBehaviourError('the end of an auto-merge that is not enabled');
  }
  pullRequest.autoMerge = undefined;
  return { clientMutationId: input.clientMutationId };
}

/**
 * @param {Session} session
 * @param {string} id
 */
function findPullRequest({ repositories, caller }, id) {
  for (const repository of repositories.values()) {
    if (computeAccess(caller, repository) === 'none') continue;
    const pullRequest = repository.pullRequests.find(
      ({ number }) => nodeIdOf(repository.name, number) === id,
    );
    if (pullRequest !== undefined) return { repository, pullRequest };
  }
  const message = `Could not resolve to a node with the global id of '${id}'.`;
  throw new GraphqlRefusal('NOT_FOUND', message);
}

/**
 * @param {Input} input
 * @param {Repository} repository
 * @param {PullRequest} pullRequest
 */
function check({ expectedHeadOid, authorEmail }, repository, pullRequest) {
  if (authorEmail) throw new UnknownBehaviourError('auto-merge with an address of the author');
  if (pullRequest.state === 'closed') {
    throw new UnknownBehaviourError('auto-merge of a pull request that is closed');
  }
  if (expectedHeadOid && expectedHeadOid !== pullRequest.headSha) {
    throw new UnknownBehaviourError('auto-merge of a pull request with another head');
  }
  if (!repository.allowAutoMerge) {
    const message = 'Auto merge is not allowed for this repository';
    throw new GraphqlRefusal('UNPROCESSABLE', message);
  }
  if (computeBlocker(repository, pullRequest) === undefined) {
    const message = 'Pull request Pull request is in clean status';
    throw new GraphqlRefusal('UNPROCESSABLE', message);
  }
}
