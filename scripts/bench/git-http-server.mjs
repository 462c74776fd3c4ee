/** git's own smart HTTP over bare repositories: `git http-backend`, started for every request. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { devNull } from 'node:os';
import { performance } from 'node:perf_hooks';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** Where the headers end that a CGI program writes before its body. */
const END_OF_HEADERS = '\r\n\r\n';

/**
 * Whoever asks may clone, and push where `http.receivepack` is set.
 * @param {string} root Directory of the repositories.
 * @returns {Promise<{ url: string, log: readonly { milliseconds: number }[], close: () => void }>}
 *   `log` has the time that each request took.
 */
export async function startGitHttpServer(root) {
  /** @type {{ milliseconds: number }[]} */
  const log = [];
  const server = createServer((request, response) => {
    const begin = performance.now();
    response.on('close', () => log.push({ milliseconds: performance.now() - begin }));
    answer(root, request, response);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server is closed.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    log,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {string} root
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
function answer(root, request, response) {
  const backend = spawn('git', ['http-backend'], {
    env: renderVariables(root, request),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  backend.on('error', () => response.destroy());
  // The program may end without reading all of the body; its answer tells why.
  backend.stdin.on('error', () => undefined);
  request.pipe(backend.stdin);
  let head = Buffer.alloc(0);
  const readHead = (/** @type {Buffer} */ chunk) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(END_OF_HEADERS);
    if (end === -1) return;
    backend.stdout.off('data', readHead);
    const { status, headers } = parseHeaders(head.subarray(0, end).toString());
    response.writeHead(status, headers);
    response.write(head.subarray(end + END_OF_HEADERS.length));
    backend.stdout.pipe(response);
  };
  backend.stdout.on('data', readHead);
}

/**
 * The variables of a CGI request, as far as `git http-backend` reads them.
 * @param {string} root
 * @param {IncomingMessage} request
 */
function renderVariables(root, { method = 'GET', url = '/', headers }) {
  const { pathname, search } = new URL(url, 'http://localhost');
  return {
    PATH: process.env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    REQUEST_METHOD: method,
    PATH_INFO: decodeURIComponent(pathname),
    QUERY_STRING: search.slice(1),
    CONTENT_TYPE: headers['content-type'] ?? '',
    CONTENT_LENGTH: headers['content-length'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
  };
}

/**
 * @param {string} head
 * @returns {{ status: number, headers: Record<string, string> }}
 */
function parseHeaders(head) {
  const lines = head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const { status = '200', ...headers } = Object.fromEntries(lines);
  return { status: Number.parseInt(status, 10), headers };
}
