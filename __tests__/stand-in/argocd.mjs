// A stand-in for the REST API of argocd-server, for tests. It plays what was recorded of Argo CD
// 3.2.11, and answers as that did: 401 without a token, 403 for an Application that is not there,
// 404 with its project, 415 for a write that is no JSON, and `text/plain` outside of its root path.

import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { CERTIFICATE, PRIVATE_KEY } from './argocd-certificate.mjs';

/**
 * What an Application is from a moment on. `null` for a part: it never answers.
 * @typedef {object} Moment
 * @property {number} from How often it was read before: 0 is from the beginning.
 * @property {unknown} [application] Absent: there is none.
 * @property {unknown} [managedResources]
 * @property {unknown} [resourceTree]
 * @property {unknown} [syncWindows]
 * @property {unknown} [refresh]
 */

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {unknown} [body] JSON, or a text as it is; `null`: it never answers.
 */

/** @typedef {{ method: string, url: string, headers: import('node:http').IncomingHttpHeaders, body: string }} Request */

/**
 * @typedef {object} ArgoOptions
 * @property {string} token
 * @property {boolean} [tls] With a certificate of its own.
 * @property {string} [rootPath] Such as `/argo-cd`.
 * @property {Readonly<Record<string, readonly Moment[]>>} [applications]
 * @property {boolean} [maySync] Whether the token has the right.
 * @property {(request: Request) => Reply | undefined} [onRequest] Whatever stands in front of it.
 */

/**
 * @typedef {object} ArgoStandIn
 * @property {string} url With its root path.
 * @property {readonly Request[]} requests
 * @property {() => Promise<void>} close
 */

/**
 * @param {ArgoOptions} options
 * @returns {Promise<ArgoStandIn>}
 */
export async function startArgoStandIn(options) {
  /** @type {Request[]} */
  const requests = [];
  /** How often each Application was read. @type {Map<string, number>} */
  const reads = new Map();
  /** @type {import('node:http').RequestListener} */
  const serve = (incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (text) => (body += text));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body };
      requests.push(request);
      send(outgoing, options.onRequest?.(request) ?? answer(options, reads, request));
    });
  };
  const server =
    options.tls === true
      ? createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, serve)
      : createServer(serve);
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The stand-in is closed.');
  const scheme = options.tls === true ? 'https' : 'http';
  return {
    url: `${scheme}://127.0.0.1:${address.port}${options.rootPath ?? ''}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @param {import('node:http').ServerResponse} outgoing
 * @param {Reply} reply
 */
function send(outgoing, { status, headers = {}, body = {} }) {
  if (body === null) return;
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  outgoing.writeHead(status, { 'content-type': type, ...headers });
  outgoing.end(isText ? body : JSON.stringify(body));
}

/**
 * @param {ArgoOptions} options
 * @param {Map<string, number>} reads
 * @param {Request} request
 * @returns {Reply}
 */
function answer(options, reads, { method, url, headers }) {
  const { pathname, searchParams } = new URL(url, 'http://argocd');
  const { rootPath = '' } = options;
  if (!pathname.startsWith(`${rootPath}/api/`))
    return { status: 404, body: '404 page not found\n' };
  const path = pathname.slice(rootPath.length);
  if (path === '/api/version') return { status: 200, body: { Version: 'v3.2.11' } };
  if (method !== 'GET' && headers['content-type'] !== 'application/json') {
    return { status: 415, body: 'Invalid content type\n' };
  }
  if (headers.authorization === undefined) return fail(401, 16, 'no session information');
  if (headers.authorization !== `Bearer ${options.token}`) {
    return fail(401, 16, 'invalid session: token signature is invalid');
  }
  const { name = '', part = '' } =
    /^\/api\/v1\/applications\/(?<name>[^/]+)(?:\/(?<part>.+))?$/.exec(path)?.groups ?? {};
  const read = reads.get(name) ?? 0;
  const moment = options.applications?.[name]?.findLast(({ from }) => from <= read);
  if (part === '' && !searchParams.has('refresh')) reads.set(name, read + 1);
  if (moment?.application === undefined) {
    return searchParams.has('project')
      ? fail(404, 5, `applications.argoproj.io "${name}" not found`)
      : fail(403, 7, 'permission denied');
  }
  if (part === 'sync') {
    return options.maySync === true
      ? { status: 200, body: moment.application }
      : fail(403, 7, `permission denied: applications, sync, default/${name}, sub: ci`);
  }
  return partOf(moment, part, searchParams.has('refresh'));
}

/**
 * @param {Moment} moment
 * @param {string} part
 * @param {boolean} isRefresh
 * @returns {Reply}
 */
function partOf(moment, part, isRefresh) {
  const { application, refresh = application } = moment;
  const bodies = new Map([
    ['', isRefresh ? refresh : application],
    ['managed-resources', moment.managedResources ?? null],
    ['resource-tree', moment.resourceTree ?? {}],
    ['syncwindows', moment.syncWindows ?? { canSync: true }],
  ]);
  return bodies.has(part) ? { status: 200, body: bodies.get(part) } : fail(404, 5, 'Not Found');
}

/**
 * @param {number} status
 * @param {number} code Of gRPC.
 * @param {string} message
 * @returns {Reply}
 */
function fail(status, code, message) {
  return { status, body: { error: message, code, message } };
}
