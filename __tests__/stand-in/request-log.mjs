// What the stand-in was asked and what it answered, for assertions and for validation.

import { URLSearchParams } from 'node:url';

/**
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string} path Decoded, without the query.
 * @property {Record<string, string>} query
 * @property {unknown} body Parsed JSON; `undefined` for none.
 * @property {string | undefined} template The path as GitHub's description spells it.
 * @property {string | undefined} login Whose token was sent. The token itself is never kept.
 * @property {number | undefined} status `undefined` until it is answered, and when it never was.
 * @property {unknown} reply Parsed JSON; the text of a raw file.
 */

/**
 * @param {URL} url
 * @param {string} method
 * @param {unknown} body
 * @param {{ template?: string | undefined, login?: string | undefined }} found
 * @returns {Exchange}
 */
export function openExchange(url, method, body, { template, login }) {
  const path = decodeURIComponent(url.pathname);
  const query = Object.fromEntries(url.searchParams);
  return { method, path, query, body, template, login, status: undefined, reply: undefined };
}

/**
 * @param {Exchange} exchange
 * @param {import('./replies.mjs').Reply} reply
 */
export function closeExchange(exchange, { status, body }) {
  exchange.status = status;
  exchange.reply = body instanceof Uint8Array ? Buffer.from(body).toString() : body;
}

/**
 * One line an exchange, such as `PUT /repos/org/gitops/contents/a.yaml 200`.
 * @param {readonly Exchange[]} exchanges
 */
export function renderExchanges(exchanges) {
  return exchanges.map(({ method, path, query, status }) => {
    const search = new URLSearchParams(query).toString();
    return `${method} ${path}${search === '' ? '' : `?${search}`} ${status ?? 'no answer'}`;
  });
}
