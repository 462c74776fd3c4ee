// Holds exchanges with GraphQL against GitHub's schema and against the shape of its errors. Data needs
// no check: it was made by executing the query over that schema.

import { Ajv } from 'ajv';
import { validateQuery } from './graphql.mjs';

/** Types of errors, each as GitHub was seen to send it. */
const ERROR_TYPES = [
  ...['NOT_FOUND', 'FORBIDDEN', 'UNPROCESSABLE', 'STALE_DATA'],
  ...['BRANCH_PROTECTION_RULE_VIOLATION', 'RATE_LIMITED'],
  ...['MISSING_PAGINATION_BOUNDARIES', 'EXCESSIVE_PAGINATION'],
];

const TEXT = { type: 'string', minLength: 1 };

const PLACE = {
  type: 'object',
  properties: { line: { type: 'integer' }, column: { type: 'integer' } },
  required: ['line', 'column'],
  additionalProperties: false,
};

const ERROR = {
  type: 'object',
  properties: {
    type: { enum: ERROR_TYPES },
    message: TEXT,
    path: { type: 'array', items: { type: ['string', 'integer'] } },
    locations: { type: 'array', items: PLACE },
    extensions: { type: 'object' },
  },
  required: ['message'],
  additionalProperties: false,
};

const ANSWER = {
  type: 'object',
  properties: {
    data: { type: ['object', 'null'] },
    errors: { type: 'array', minItems: 1, items: ERROR },
  },
  anyOf: [{ required: ['data'] }, { required: ['errors'] }],
  additionalProperties: false,
};

/** What is answered with another status than 200. */
const REFUSAL = {
  type: 'object',
  properties: { message: TEXT, documentation_url: TEXT, status: TEXT },
  required: ['message'],
  additionalProperties: false,
};

/** 404 comes from a server without GraphQL. */
const REFUSAL_STATUSES = new Set([401, 403, 404, 429, 500, 502, 503]);

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
const checkAnswer = ajv.compile(ANSWER);
const checkRefusal = ajv.compile(REFUSAL);

/**
 * @param {Pick<import('./request-log.mjs').Exchange, 'body' | 'status' | 'reply'>} exchange
 * @returns {string[]} What is not as GitHub has it; empty when all is.
 */
export function validateGraphqlExchange({ body, status, reply }) {
  const problems = validateQuery(body).map((problem) => `GraphQL: request: ${problem}`);
  if (status === undefined) return problems;
  if (status !== 200 && !REFUSAL_STATUSES.has(status)) {
    return [...problems, `GraphQL: no such status: ${status}`];
  }
  const check = status === 200 ? checkAnswer : checkRefusal;
  if (check(reply)) return problems;
  const found = (check.errors ?? []).map(({ instancePath, message }) => {
    return `GraphQL: ${status}: body${instancePath} ${message}`;
  });
  return [...problems, ...found];
}
