// POST /graphql. On GitHub Enterprise Server the REST API is at /api/v3 and this at /api/graphql.

import { refuseAbsent } from './replies.mjs';

/** @typedef {import('./graphql.mjs').Session} Session */
/** @typedef {import('./replies.mjs').Reply} Reply */

/** How exchanges of it are marked. GitHub's OpenAPI description does not have it. */
export const GRAPHQL = '/graphql';

const DOCUMENTATION = 'https://docs.github.com/graphql';
const AUTHENTICATION = `${DOCUMENTATION}/guides/forming-calls-with-graphql#authenticating-with-graphql`;

/**
 * @param {string} method
 * @param {string} pathname
 */
export function isGraphql(method, pathname) {
  return method === 'POST' && /^(?:\/api)?\/graphql$/.test(pathname);
}

/**
 * What a server has of it: all, all but the mutation, as an old one, or nothing.
 * @typedef {'full' | 'without-createCommitOnBranch' | 'none'} GraphqlSupport
 */

/**
 * @typedef {object} Circumstances
 * @property {Session['caller'] | 'anonymous' | 'unknown'} caller
 * @property {GraphqlSupport} graphql
 */

/**
 * @param {unknown} body
 * @param {Omit<Session, keyof Circumstances> & Circumstances} request
 * @returns {Promise<Reply>}
 */
export async function answerGraphql(body, { caller, graphql, ...session }) {
  if (graphql === 'none') return refuseAbsent('');
  if (caller === 'unknown') return refuse('Bad credentials', DOCUMENTATION);
  if (caller === 'anonymous') {
    return refuse('This endpoint requires you to be authenticated.', AUTHENTICATION);
  }
  // Not before it is needed: the demo runs without any package installed.
  const { runRequest } = await import('./graphql.mjs');
  return runRequest(body, { ...session, caller, graphql });
}

/**
 * @param {string} message
 * @param {string} page
 * @returns {Reply}
 */
function refuse(message, page) {
  return { status: 401, body: { message, documentation_url: page, status: '401' } };
}
