// A stand-in for GitHub's REST and GraphQL APIs over real bare git repositories, for tests and the
// demo. It needs Node and git only, and for GraphQL the package `graphql`.
//
// Every reply is what GitHub answers, as its documentation, its OpenAPI description and published
// observations have it; where that is not known it answers 501 instead of a guess.

import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBareRepository, openBareRepository } from './bare-repository.mjs';
import { act, findTemplate } from './dispatch.mjs';
import { closeExchange, openExchange } from './request-log.mjs';
import { REF_LOCK_TIMEOUT_MS } from './git/ref-updates.mjs';
import { identify } from './tokens.mjs';

/** @typedef {import('./operations.mjs').Repository} Repository */
/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./request-log.mjs').Exchange} Exchange */

/**
 * @typedef {object} RepositoryOptions
 * @property {string} [gitDir] An existing bare repository. Otherwise one is made of `files`.
 * @property {import('./bare-repository.mjs').Files} [files]
 * @property {number} [refLockTimeoutMs] How long a write waits for a ref that another one has locked:
 *   30 seconds, so that it learns who was first.
 * @property {readonly string[]} [renamedFrom] What it was called before, each `owner/name`.
 * @property {boolean} [private]
 * @property {boolean} [archived]
 * @property {Repository['protectedBranches']} [protectedBranches]
 * @property {boolean} [allowAutoMerge] Off by default, as on GitHub.
 * @property {boolean} [allowActionsPullRequests] Whether `github-actions[bot]` may open one.
 * @property {readonly string[]} [collaborators] Users who may be asked for a review.
 * @property {readonly string[]} [teams] Teams that may be asked for a review, by their slugs.
 */

/**
 * Stands between a request and its answer. It may call `answer` (which takes effect) before, after
 * or not at all, wait, return another reply, or `'drop'`: the connection is cut without an answer.
 * @typedef {(exchange: Readonly<Exchange>, answer: () => Promise<Reply>) => Promise<Reply | 'drop'>} Interceptor
 */

/**
 * @typedef {object} StandInOptions
 * @property {string} root Directory in which repositories are made.
 * @property {Readonly<Record<string, RepositoryOptions>>} repositories By `owner/name`.
 * @property {Readonly<Record<string, import('./tokens.mjs').Token>>} [tokens] By their secret.
 * @property {import('./graphql-endpoint.mjs').GraphqlSupport} [graphql] All of it by default.
 * @property {number} [latencyMs] Added to every request.
 * @property {Interceptor} [onRequest]
 * @property {(exchange: Readonly<Exchange>) => Promise<void>} [beforeRefUpdate] Called when a write
 *   has read its branch and is about to move it: where another writer can come first.
 */

/**
 * @typedef {object} GitHubStandIn
 * @property {string} url Base address, as `GITHUB_API_URL` has it. With `/api/v3` behind it, it is
 *   that of a GitHub Enterprise Server.
 * @property {readonly Exchange[]} requests In the order in which they came.
 * @property {(name: string) => import('./bare-repository.mjs').BareRepository} repository
 * @property {() => Promise<void>} close
 */

/**
 * @param {StandInOptions} options
 * @returns {Promise<GitHubStandIn>}
 */
export async function startGitHubStandIn(options) {
  const repositories = await openRepositories(options);
  /** @type {Exchange[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const state = { options, repositories, requests, url: urlOf(server) };
    serve(state, request, response).catch((/** @type {unknown} */ error) => {
      const reply = { status: 500, body: { message: `The stand-in failed: ${String(error)}` } };
      send(response, reply);
    });
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  return {
    url: urlOf(server),
    requests,
    repository: (name) => openBareRepository(find(repositories, name).gitDir),
    close: () => close(server),
  };
}

/**
 * @param {StandInOptions} options
 * @returns {Promise<Map<string, Repository>>}
 */
async function openRepositories({ root, repositories }) {
  /** @type {Map<string, Repository>} */
  const opened = new Map();
  for (const [name, { files = {}, ...given }] of Object.entries(repositories)) {
    const gitDir = given.gitDir ?? join(root, `${name}.git`);
    if (given.gitDir === undefined) await createBareRepository(gitDir, files);
    const id = opened.size + 1;
    opened.set(name, { ...DEFAULTS, ...given, id, name, gitDir, pullRequests: [] });
  }
  return opened;
}

const DEFAULTS = {
  refLockTimeoutMs: REF_LOCK_TIMEOUT_MS,
  renamedFrom: [],
  private: false,
  archived: false,
  protectedBranches: {},
  allowAutoMerge: false,
  allowActionsPullRequests: true,
  collaborators: [],
  teams: [],
};

/** @typedef {import('./dispatch.mjs').Context & { requests: Exchange[] }} State */

/**
 * @param {State} state
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function serve(state, request, response) {
  const { tokens = {}, latencyMs = 0, onRequest = passOn } = state.options;
  const url = new URL(request.url ?? '/', state.url);
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  const caller = identify(request.headers.authorization, tokens);
  const login = typeof caller === 'string' ? undefined : caller.login;
  const template = findTemplate(method, url.pathname);
  const exchange = openExchange(url, method, body, { template, login });
  state.requests.push(exchange);
  response.setHeader('x-github-request-id', `STAND:IN:${state.requests.length}`);
  await sleep(latencyMs);
  const accept = request.headers.accept ?? '';
  const reply = await onRequest(exchange, () => act(state, exchange, { caller, accept, url }));
  if (reply === 'drop') {
    request.socket.destroy();
    return;
  }
  if (reply.isCut !== true) closeExchange(exchange, reply);
  send(response, reply);
}

/** @type {Interceptor} */
function passOn(_exchange, answerIt) {
  return answerIt();
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<unknown>}
 */
async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Reply} reply
 */
function send(response, { status, headers = {}, body, isCut = false }) {
  if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    ...headers,
  });
  if (!isCut) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** @param {import('node:http').Server} server */
function urlOf(server) {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server is closed.');
  return `http://127.0.0.1:${address.port}`;
}

/**
 * @param {Map<string, Repository>} repositories
 * @param {string} name
 */
function find(repositories, name) {
  const repository = repositories.get(name);
  if (repository === undefined) throw new Error(`The stand-in has no repository ${name}.`);
  return repository;
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
