// Holds requests and replies against GitHub's own description of its API, so that the stand-in
// cannot drift into fiction, and the action cannot send what GitHub does not document.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { GRAPHQL } from './graphql-endpoint.mjs';
import { validateGraphqlExchange } from './graphql-validation.mjs';

/** @typedef {Record<string, any>} Json A part of the description: its shape is the standard's. */

/**
 * Statuses that GitHub answers without listing them for the operation. Their body is a basic error.
 * @type {ReadonlyMap<number, string>}
 */
export const OBSERVED_STATUSES = new Map([
  [301, 'Any GET of a repository that was renamed.'],
  [307, 'Any other request to a repository that was renamed.'],
  [401, 'Any operation answers "Bad credentials" to a token that it does not know.'],
  [403, 'A write without permission: "Resource not accessible by …"; an archived repository.'],
  [404, 'Any operation on a repository that is not there, or may not be seen.'],
  [429, 'Any operation can meet a rate limit.'],
  [500, 'Any operation can fail on the server.'],
  [502, 'Any operation can fail at the gateway.'],
  [503, 'Any operation can be unavailable.'],
]);

/**
 * Properties that GitHub sends without describing them, by schema.
 * @type {Record<string, Json>}
 */
const OBSERVED_PROPERTIES = {
  // Every error body repeats its status as a string; only basic-error describes that.
  'validation-error': { status: { type: 'string' } },
  // A label that was never described has null here too.
  'pull-request-simple': {
    labels: { type: 'array', items: { $ref: '#/components/schemas/label' } },
  },
};

const DESCRIPTION = JSON.parse(
  readFileSync(new URL('openapi-extract.json', import.meta.url), 'utf8'),
);

// Each schema is compiled once and called from where it is named, and its code is left as it comes
// out: compiling takes a fifth of the time, and checks the same. The description as a whole is no
// schema that could be valid.
const ajv = new Ajv({
  ...{ strict: false, allErrors: true },
  ...{ inlineRefs: false, code: { optimize: false }, validateSchema: false },
});
formats.default(ajv);
ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/);
ajv.addSchema(withObservedProperties(toJsonSchema(DESCRIPTION)), 'github');

/**
 * @param {string} method Any case.
 * @param {string} pathTemplate As GitHub's description spells it: `/repos/{owner}/{repo}`.
 * @param {number} status
 * @param {unknown} body Parsed JSON.
 * @returns {string[]} What is not as GitHub describes it; empty when all is.
 */
export function validateReply(method, pathTemplate, status, body) {
  const keys = ['paths', pathTemplate, method.toLowerCase()];
  const operation = DESCRIPTION.paths[pathTemplate]?.[method.toLowerCase()];
  const name = `${method} ${pathTemplate}`;
  if (operation === undefined) return [`${name}: no such operation`];
  const described = operation.responses[status];
  if (described !== undefined && status < 400 && isEmpty(described)) {
    return body === undefined ? [] : [`${name}: ${status}: no JSON is described`];
  }
  if (described !== undefined && !isVagueError(status, described)) {
    const reply = [...keys, 'responses', String(status), 'content', 'application/json', 'schema'];
    return validate(`${name}: ${status}`, reply, body);
  }
  if (described === undefined && !OBSERVED_STATUSES.has(status))
    return [`${name}: no such status: ${status}`];
  return validate(`${name}: ${status}`, ['components', 'schemas', 'basic-error'], body);
}

/** @param {Json} response */
function isEmpty({ content }) {
  return Object.keys(content).length === 0;
}

/**
 * Of some errors there is no body in the description, or one without the status that each repeats:
 * they are basic errors all the same.
 * @param {number} status
 * @param {Json} response
 */
function isVagueError(status, response) {
  if (status < 400) return false;
  const schema = response['content']['application/json']?.schema;
  return schema === undefined || schema.properties?.message !== undefined;
}

/**
 * @param {string} method Any case.
 * @param {string} pathTemplate As GitHub's description spells it.
 * @param {Record<string, string>} query
 * @param {unknown} body Parsed JSON; `undefined` for none.
 * @returns {string[]} What GitHub does not describe; empty when all is.
 */
export function validateRequest(method, pathTemplate, query, body) {
  const keys = ['paths', pathTemplate, method.toLowerCase()];
  const operation = DESCRIPTION.paths[pathTemplate]?.[method.toLowerCase()];
  const name = `${method} ${pathTemplate}`;
  if (operation === undefined) return [`${name}: no such operation`];
  const known = operation.parameters.filter(
    (/** @type {Json} */ { in: place }) => place === 'query',
  );
  const names = new Set(known.map((/** @type {Json} */ parameter) => parameter['name']));
  const unknown = Object.keys(query).filter((key) => !names.has(key));
  const problems = unknown.map((key) => `${name}: no such query parameter: ${key}`);
  if (operation.requestBody === undefined) return problems;
  const schema = [...keys, 'requestBody', 'content', 'application/json', 'schema'];
  return [...problems, ...validate(`${name}: request`, schema, body)];
}

/**
 * Holds everything that the stand-in was asked and answered against GitHub's description. Replies
 * that are not JSON (raw files) have no schema there.
 * @param {readonly import('./request-log.mjs').Exchange[]} exchanges
 * @returns {string[]}
 */
export function validateExchanges(exchanges) {
  return exchanges.flatMap((exchange) => {
    const { method, path, template, query, body, status, reply } = exchange;
    if (template === GRAPHQL) return validateGraphqlExchange(exchange);
    if (template === undefined) return [`${method} ${path}: no such operation`];
    const problems = validateRequest(method, template, query, body);
    if (status === undefined || typeof reply === 'string') return problems;
    return [...problems, ...validateReply(method, template, status, reply)];
  });
}

/**
 * @param {string} name
 * @param {readonly string[]} keys Where the schema is in the description.
 * @param {unknown} value
 * @returns {string[]}
 */
function validate(name, keys, value) {
  const pointer = keys.map((key) =>
    encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const check = ajv.getSchema(`github#/${pointer.join('/')}`);
  if (check === undefined) return [`${name}: no JSON is described`];
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    return `${name}: body${instancePath} ${message} ${JSON.stringify(params)}`;
  });
}

/**
 * OpenAPI 3.0 to JSON Schema, with three differences from a literal reading:
 * - `nullable` (not in JSON Schema) becomes a further type.
 * - `oneOf` becomes `anyOf`: GitHub lists shapes that overlap, such as its two errors of status 409,
 *   and a body that fits both would fail.
 * - An object may only have the properties that are described. OpenAPI would let any pass, and many
 *   of GitHub's replies require none, so that a misspelt one would go unseen.
 * @param {any} node
 * @returns {any}
 */
function toJsonSchema(node, isPropertyMap = false) {
  if (Array.isArray(node)) return node.map((item) => toJsonSchema(item));
  if (typeof node !== 'object' || node === null) return node;
  const schema = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      !isPropertyMap && key === 'oneOf' ? 'anyOf' : key,
      toJsonSchema(value, key === 'properties' && !isPropertyMap),
    ]),
  );
  if (isPropertyMap) return schema;
  if ('properties' in schema) schema['additionalProperties'] ??= false;
  return 'nullable' in schema ? withNull(schema) : schema;
}

/** @param {Json} schema */
function withNull({ nullable, ...schema }) {
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** @param {Json} description */
function withObservedProperties(description) {
  for (const [name, properties] of Object.entries(OBSERVED_PROPERTIES)) {
    Object.assign(description['components'].schemas[name].properties, properties);
  }
  return description;
}
