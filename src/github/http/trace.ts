import type { JsonObject } from '../../base/json.js';

/** Is told of every request and of its answer, in words for whoever debugs. */
export type Trace = (message: string) => void;

/** A request that was made, and what came of it. Nothing of it holds the token. */
export interface Exchange {
  readonly method: string;
  /** In full, or behind the base address. */
  readonly url: string;
  readonly parameters: JsonObject;
  /** What the answer is: an HTTP status, or why there is none. */
  readonly answer: number | string;
  /** Headers of the answer, names in lower case; none without one. */
  readonly headers: JsonObject;
  /** How long the answer took, in milliseconds. */
  readonly took: number;
}

/**
 * One line of an exchange: method, address, status, time, GitHub's name of the request, and how long
 * the server wants to be left alone.
 * @param apiUrl Base address without a slash at its end.
 */
export function renderExchange(exchange: Exchange, apiUrl: string): string {
  const { method, answer, headers, took } = exchange;
  const told = typeof answer === 'number' ? String(answer) : `no answer (${answer})`;
  const id = headers['x-github-request-id'];
  const wait = headers['retry-after'];
  return [
    `${method} ${renderAddress(exchange, apiUrl)}: ${told} in ${Math.round(took)} ms`,
    ...(typeof id === 'string' ? [`request id ${id}`] : []),
    ...(typeof wait === 'string' ? [`retry after ${wait}`] : []),
  ].join(', ');
}

/** The parameters of a GET are its query; of GraphQL the operation is named and nothing else. */
function renderAddress({ method, url, parameters }: Exchange, apiUrl: string): string {
  const address = url.startsWith('/') ? `${apiUrl}${url}` : url;
  if (method === 'GET') return `${address}${renderParameters(parameters)}`;
  const { query } = parameters;
  const name = typeof query === 'string' ? /\{\s*(?<name>\w+)/.exec(query)?.groups?.['name'] : '';
  return name === undefined || name === '' ? address : `${address} (${name})`;
}

function renderParameters(parameters: JsonObject): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const pairs = given.map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(pairs).toString()}`;
}
