// What can go wrong with a request, as GitHub and the network between do it.

import { setTimeout as sleep } from 'node:timers/promises';
import { GRAPHQL } from './graphql-endpoint.mjs';
import { refuse, refuseInvalid } from './replies.mjs';

/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./request-log.mjs').Exchange} Exchange */

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {boolean} takesEffect Whether the request does what it asks for all the same.
 * @property {boolean} isGraphqlOnly Whether only GraphQL can fail like this; a sweep leaves the other
 *   requests out.
 * @property {(exchange: Readonly<Exchange>, answer: () => Promise<Reply>) => Promise<Reply | 'drop'>} run
 */

/** How long a rate limit lasts: short, so that a test can wait for its end. */
const RATE_LIMIT_SECONDS = 1;

const DELAY_MS = 200;

/** What a mutation asks for; everything else asks for a repository. */
const FIELDS = ['createCommitOnBranch', 'enablePullRequestAutoMerge', 'updateRefs'];

const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const PRIMARY = 'API rate limit exceeded for user ID 1.';
const CRASH =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0000:0000` when reporting this issue.';
const PRIMARY_PAGE = '/using-the-rest-api/rate-limits-for-the-rest-api';

/**
 * Refusals: what is refused does not take effect.
 * @type {Readonly<Record<string, (exchange: Readonly<Exchange>) => Reply>>}
 */
const REFUSALS = {
  'status 409': refuseConflict,
  'status 422': refuseContent,
  'status 403': refusePermission,
  'status 403, secondary rate limit': () => refuseSecondary(403, RATE_LIMIT_SECONDS),
  'status 403, rate limit': (exchange) => refusePrimary(exchange, RATE_LIMIT_SECONDS),
  'status 429': () => refuseSecondary(429, RATE_LIMIT_SECONDS),
};

/**
 * Failures of the server: whether the request took effect, nobody knows.
 * @type {Readonly<Record<string, () => Reply>>}
 */
const FAILURES = {
  'status 500': () => refuse(500, 'Server Error'),
  'status 502': () => refuse(502, 'Server Error'),
  'status 503': () =>
    refuse(503, 'No server is currently available to service your request. Sorry about that.'),
};

/**
 * All faults, for a sweep.
 * @type {readonly Fault[]}
 */
export const FAULTS = [
  makeFault('connection dropped', false, () => 'drop'),
  makeFault('connection dropped', true, () => 'drop'),
  ...Object.entries(REFUSALS).map(([name, refusal]) => makeFault(name, false, refusal)),
  ...Object.entries(FAILURES).flatMap(([name, failure]) => [
    makeFault(name, false, failure),
    makeFault(name, true, failure),
  ]),
  makeGraphqlFault(false),
  makeGraphqlFault(true),
  makeCut(false),
  makeCut(true),
  { name: 'delay', takesEffect: true, isGraphqlOnly: false, run: delay },
];

/**
 * @param {string} name One of `FAULTS`.
 * @returns {Fault}
 */
export function findFault(name) {
  const fault = FAULTS.find((candidate) => candidate.name === name);
  if (fault === undefined) throw new Error(`There is no fault ${name}.`);
  return fault;
}

/**
 * A rate limit that lasts longer than those of `FAULTS`.
 * @param {'primary' | 'secondary'} kind
 * @param {number} seconds
 * @returns {Fault}
 */
export function limitRate(kind, seconds) {
  const name = `${kind} rate limit of ${seconds} seconds`;
  if (kind === 'secondary') return makeFault(name, false, () => refuseSecondary(403, seconds));
  return makeFault(name, false, (exchange) => refusePrimary(exchange, seconds));
}

/**
 * @param {string} name
 * @param {boolean} takesEffect
 * @param {(exchange: Readonly<Exchange>) => Reply | 'drop'} reply
 * @returns {Fault}
 */
function makeFault(name, takesEffect, reply) {
  return {
    name: `${name}, ${takesEffect ? 'after' : 'before'} it took effect`,
    takesEffect,
    isGraphqlOnly: false,
    run: async (exchange, answer) => {
      if (takesEffect) await answer();
      return reply(exchange);
    },
  };
}

/**
 * A failure that GraphQL answers 200 for, without data and without a type.
 * @param {boolean} takesEffect
 * @returns {Fault}
 */
function makeGraphqlFault(takesEffect) {
  const fault = makeFault('GraphQL failure', takesEffect, ({ template }) => {
    if (template !== GRAPHQL) throw new Error('Only GraphQL fails like this.');
    return { status: 200, body: { errors: [{ message: CRASH }] } };
  });
  return { ...fault, isGraphqlOnly: true };
}

/**
 * The client learns how long the answer is and gets the first half of it.
 * @param {boolean} takesEffect
 * @returns {Fault}
 */
function makeCut(takesEffect) {
  return {
    ...makeFault('answer cut', takesEffect, () => 'drop'),
    run: async (_exchange, answer) => {
      const reply = takesEffect ? await answer() : { status: 200, body: { data: null } };
      return reply.body === undefined ? 'drop' : { ...reply, isCut: true };
    },
  };
}

/** @type {Fault['run']} */
async function delay(_exchange, answer) {
  await sleep(DELAY_MS);
  return answer();
}

/**
 * A branch that another one moved, as each API says it.
 * @param {Readonly<Exchange>} exchange
 */
function refuseConflict(exchange) {
  const [actual, expected] = ['1', '2'].map((digit) => digit.repeat(40));
  if (exchange.template !== GRAPHQL) return refuse(409, `is at ${actual} but expected ${expected}`);
  const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
  return answerErrors(exchange, 'STALE_DATA', message);
}

/** @param {Readonly<Exchange>} exchange */
function refuseContent(exchange) {
  if (exchange.template === GRAPHQL) {
    return answerErrors(exchange, 'UNPROCESSABLE', 'Validation failed');
  }
  return refuseInvalid([{ resource: 'Commit', field: 'sha', code: 'invalid' }], '');
}

/** @param {Readonly<Exchange>} exchange */
function refusePermission(exchange) {
  const message = 'Resource not accessible by integration';
  return exchange.template === GRAPHQL
    ? answerErrors(exchange, 'FORBIDDEN', message)
    : refuse(403, message);
}

/**
 * It is the same for both APIs.
 * @param {403 | 429} status
 * @param {number} seconds
 * @returns {Reply}
 */
function refuseSecondary(status, seconds) {
  const headers = { 'retry-after': String(seconds) };
  return { ...refuse(status, SECONDARY, PRIMARY_PAGE), headers };
}

/**
 * GraphQL answers 200.
 * @param {Readonly<Exchange>} exchange
 * @param {number} seconds
 * @returns {Reply}
 */
function refusePrimary(exchange, seconds) {
  const isGraphql = exchange.template === GRAPHQL;
  const reply = isGraphql
    ? answerErrors(exchange, 'RATE_LIMITED', PRIMARY)
    : refuse(403, PRIMARY, PRIMARY_PAGE);
  const reset = Math.ceil(Date.now() / 1000) + seconds;
  const headers = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-used': '5000',
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': isGraphql ? 'graphql' : 'core',
  };
  return { ...reply, headers };
}

/**
 * @param {Readonly<Exchange>} exchange
 * @param {string} type
 * @param {string} message
 * @returns {Reply}
 */
function answerErrors({ body }, type, message) {
  const text = JSON.stringify(body);
  const field = FIELDS.find((name) => text.includes(name)) ?? 'repository';
  const errors = [{ type, path: [field], locations: [{ line: 1, column: 1 }], message }];
  return { status: 200, body: { data: { [field]: null }, errors } };
}
