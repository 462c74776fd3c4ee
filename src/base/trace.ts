import type { JsonObject } from './json.js';

/** Is told of every request and of its answer, in words for whoever debugs. */
export type Trace = (message: string) => void;

/** A request that was made, and what came of it. */
export interface Exchange {
  readonly method: string;
  /** With nothing secret in it. */
  readonly address: string;
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
 */
export function renderExchange({ method, address, answer, headers, took }: Exchange): string {
  const told = typeof answer === 'number' ? String(answer) : `no answer (${answer})`;
  const { 'x-github-request-id': id, 'retry-after': wait } = headers;
  return [
    `${method} ${address}: ${told} in ${Math.round(took)} ms`,
    ...(typeof id === 'string' ? [`request id ${id}`] : []),
    ...(typeof wait === 'string' ? [`retry after ${wait}`] : []),
  ].join(', ');
}
