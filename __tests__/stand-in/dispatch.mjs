// From a request to what answers it: an operation of the REST API, or GraphQL.

import { answerGraphql, GRAPHQL, isGraphql } from './graphql-endpoint.mjs';
import { makeLinks } from './links.mjs';
import { answer, findOperation } from './operations.mjs';
import { followBranches } from './pull-requests.mjs';
import { addressOf, findById, findRenamed } from './renames.mjs';
import { refuseUnknownBehaviour } from './replies.mjs';

/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./request-log.mjs').Exchange} Exchange */

/**
 * @typedef {object} Context
 * @property {import('./server.mjs').StandInOptions} options
 * @property {Map<string, import('./operations.mjs').Repository>} repositories By `owner/name`.
 * @property {string} url Base address of the stand-in.
 */

/**
 * @typedef {object} Request
 * @property {ReturnType<typeof import('./tokens.mjs').identify>} caller
 * @property {string} accept The header.
 * @property {URL} url
 */

/**
 * @param {string} method
 * @param {string} pathname
 * @returns {string | undefined} The path as GitHub's description spells it.
 */
export function findTemplate(method, pathname) {
  if (isGraphql(method, pathname)) return GRAPHQL;
  return findOperation(method, withoutPrefix(pathname))?.operation.template;
}

/**
 * A GitHub Enterprise Server has its REST API below `/api/v3`.
 * @param {string} pathname
 */
function prefixOf(pathname) {
  return pathname.startsWith('/api/v3/') ? '/api/v3' : '';
}

/** @param {string} pathname */
function withoutPrefix(pathname) {
  return pathname.slice(prefixOf(pathname).length);
}

/**
 * What comes after the name of a repository.
 * @param {URL} url
 */
function tailOf({ pathname, search }) {
  return `${withoutPrefix(pathname).replace(/^\/repos\/[^/]+\/[^/]+/, '')}${search}`;
}

/**
 * Answers, and lets pull requests follow the branches that were moved.
 * @param {Context} context
 * @param {Exchange} exchange
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
export async function act(context, exchange, request) {
  // Also before: a test may have moved a branch with git itself.
  await followAllBranches(context);
  const reply = await answerRequest(context, exchange, request);
  if (exchange.method !== 'GET') await followAllBranches(context);
  return reply;
}

/** @param {Context} context */
async function followAllBranches({ repositories }) {
  for (const repository of repositories.values()) await followBranches(repository);
}

/**
 * @param {Context} context
 * @param {Exchange} exchange
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
async function answerRequest(
  { options, repositories, url: base },
  exchange,
  { caller, accept, url },
) {
  const beforeRefUpdate = async () => options.beforeRefUpdate?.(exchange);
  if (exchange.template === GRAPHQL) {
    const linksOf = (/** @type {string} */ name) => makeLinks(base, name);
    const { graphql = 'full' } = options;
    const session = { caller, repositories, linksOf, beforeRefUpdate, graphql };
    return answerGraphql(exchange.body, session);
  }
  const found = findOperation(exchange.method, withoutPrefix(url.pathname));
  if (found === undefined) return refuseUnknownBehaviour(`${exchange.method} ${exchange.path}`);
  const { operation, parameters } = found;
  const name = `${parameters['owner']}/${parameters['repo']}`;
  const id = Number(parameters['id']);
  const renamed = findRenamed(repositories, name);
  const repository = repositories.get(name) ?? findById(repositories, id) ?? renamed;
  const apiUrl = `${base}${prefixOf(url.pathname)}`;
  return answer(operation, {
    caller,
    repository,
    movedTo: renamed && `${addressOf(apiUrl, renamed)}${tailOf(url)}`,
    parameters,
    query: url.searchParams,
    body: /** @type {Record<string, unknown>} */ (exchange.body ?? {}),
    accept,
    links: makeLinks(apiUrl, repository?.name ?? name),
    beforeRefUpdate,
  });
}
