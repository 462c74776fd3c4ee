// Executes GraphQL over an extract of GitHub's public schema. What the extract does not have, GitHub
// may well have: it is answered 501.

import { execute, getOperationAST, GraphQLError, parse, validate } from 'graphql';
import { disablePullRequestAutoMerge, enablePullRequestAutoMerge } from './graphql-auto-merge.mjs';
import { createCommitOnBranch } from './graphql-commit.mjs';
import { GraphqlRefusal, SsoRefusal } from './graphql-errors.mjs';
import { updateRefs } from './graphql-update-refs.mjs';
import { readRepository } from './graphql-repository.mjs';
import { OLD_SCHEMA, SCHEMA } from './graphql-schemas.mjs';
import { describeUndefinedFields } from './graphql-undefined-field.mjs';
import { linkSso, refuseUnknownBehaviour, UnknownBehaviourError } from './replies.mjs';

/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * @typedef {object} Session Who asks, and what there is.
 * @property {import('./tokens.mjs').Token} caller
 * @property {ReadonlyMap<string, import('./operations.mjs').Repository>} repositories By `owner/name`.
 * @property {(repository: string) => import('./links.mjs').Links} linksOf
 * @property {() => Promise<void>} beforeRefUpdate
 * @property {'full' | 'without-createCommitOnBranch'} graphql
 */

/** @typedef {{ query: string, variables?: Record<string, unknown>, operationName?: string }} Query */

const ROOT = {
  repository: readRepository,
  createCommitOnBranch,
  disablePullRequestAutoMerge,
  enablePullRequestAutoMerge,
  updateRefs,
};

/**
 * @param {unknown} body
 * @param {Session} session
 * @returns {Promise<Reply>}
 */
export async function runRequest(body, session) {
  const problems = validateQuery(body);
  if (problems.length > 0) return refuseUnknownBehaviour(problems.join(' '));
  const { query, variables, operationName } = /** @type {Query} */ (body);
  const document = parse(query);
  const schema = session.graphql === 'full' ? SCHEMA : OLD_SCHEMA;
  const operation = getOperationAST(document, operationName);
  if (operation && validate(schema, document).length > 0) {
    return { status: 200, body: { errors: describeUndefinedFields(operation, schema) } };
  }
  const { data, errors = [] } = await execute({
    schema,
    document,
    rootValue: ROOT,
    contextValue: session,
    variableValues: variables,
    operationName,
  });
  try {
    const described = errors.map(describeError);
    const reply = { data: data ?? null, ...(described.length > 0 && { errors: described }) };
    return { status: 200, headers: linkAuthorization(errors), body: reply };
  } catch (error) {
    if (error instanceof UnknownBehaviourError) return refuseUnknownBehaviour(error.message);
    throw error;
  }
}

/**
 * @param {readonly GraphQLError[]} errors
 * @returns {Record<string, string>} Headers.
 */
function linkAuthorization(errors) {
  for (const { originalError } of errors) {
    if (originalError instanceof SsoRefusal) return linkSso(originalError.organization);
  }
  return {};
}

/**
 * @param {unknown} body
 * @returns {string[]} What is not as GitHub's schema has it; empty when all is.
 */
export function validateQuery(body) {
  if (typeof body !== 'object' || body === null || !('query' in body))
    return ['There is no query.'];
  try {
    return validate(SCHEMA, parse(String(body.query))).map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}

/**
 * @param {GraphQLError} error
 * @returns {Record<string, unknown>} In GitHub's shape, which has a type of its own.
 * @throws {unknown} What is none of GitHub's refusals.
 */
function describeError({ originalError, path, locations, message }) {
  if (originalError instanceof GraphqlRefusal) {
    const { type, extensions } = originalError;
    return {
      ...(type !== undefined && { type }),
      path,
      ...(extensions !== undefined && { extensions }),
      locations,
      message,
    };
  }
  throw originalError ?? new UnknownBehaviourError(message);
}
