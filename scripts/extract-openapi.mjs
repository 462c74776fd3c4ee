// Writes __tests__/stand-in/openapi-extract.json: the part of GitHub's OpenAPI description that the
// stand-in answers, so that its replies can be checked without a dependency of 385 MB.
//
// Run by a maintainer when the stand-in learns an operation or GitHub's description moves on:
//
//   npm install --no-save @octokit/openapi@23.0.2
//   node scripts/extract-openapi.mjs
//
// The path of another description (such as that of a GitHub Enterprise Server) may be given.

import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';

/** @typedef {Record<string, any>} Json A part of the description: its shape is the standard's. */

/** The operations that the stand-in has, by path. */
const OPERATIONS = {
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/commits': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get', 'put'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/refs': ['post'],
  '/repos/{owner}/{repo}/git/refs/{ref}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['post'],
  '/repos/{owner}/{repo}/pulls': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/merge': ['put'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': ['post'],
};

const SOURCE = 'node_modules/@octokit/openapi/generated/api.github.com.json';
const TARGET = new URL('../__tests__/stand-in/openapi-extract.json', import.meta.url);

/** What is for readers of the documentation, and takes no part in validation. */
const PROSE = new Set([
  ...['description', 'title', 'summary', 'example', 'examples', 'externalDocs', 'tags'],
  ...['default', 'deprecated', 'discriminator'],
]);

/**
 * A copy without prose. Names of properties are data, so one that is called `description` stays.
 * @param {unknown} node
 * @returns {any}
 */
function withoutProse(node, isPropertyMap = false) {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => isPropertyMap || !isProse(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutProse(value, key === 'properties' && !isPropertyMap)]),
  );
}

/** @param {string} key */
function isProse(key) {
  return PROSE.has(key) || key.startsWith('x-');
}

/**
 * Follows `$ref` of parameters and responses, so that only schemas remain to be referred to.
 * @param {Json} description
 * @param {Json} node
 * @returns {Json}
 */
function resolve(description, node) {
  if (typeof node['$ref'] !== 'string') return node;
  let found = description;
  for (const key of node['$ref'].split('/').slice(1)) found = found[key];
  return found;
}

/**
 * @param {Json} description
 * @param {Json} operation
 * @returns {Json}
 */
function extractOperation(description, operation) {
  const { parameters = [], requestBody, responses } = operation;
  return {
    parameters: parameters.map((/** @type {Json} */ parameter) => resolve(description, parameter)),
    ...(requestBody && { requestBody }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        { content: resolve(description, response)['content'] ?? {} },
      ]),
    ),
  };
}

/**
 * Adds the schemas that `node` refers to, and those that they refer to.
 * @param {Json} schemas All schemas of the description.
 * @param {unknown} node
 * @param {Map<string, Json>} found
 */
function collectSchemas(schemas, node, found) {
  for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (found.has(name)) continue;
    const schema = withoutProse(schemas[name]);
    found.set(name, schema);
    collectSchemas(schemas, schema, found);
  }
}

/**
 * @param {Json} description
 * @returns {Json}
 */
function extract(description) {
  /** @type {Json} */
  const paths = {};
  for (const [path, methods] of Object.entries(OPERATIONS)) {
    const operations = methods.map((method) => [
      method,
      withoutProse(extractOperation(description, description['paths'][path][method])),
    ]);
    paths[path] = Object.fromEntries(operations);
  }
  /** @type {Map<string, Json>} */
  const schemas = new Map();
  collectSchemas(description['components'].schemas, paths, schemas);
  const sorted = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1));
  const { version, license } = description['info'];
  return {
    openapi: description['openapi'],
    info: {
      title: "Extract of GitHub's OpenAPI description, made by scripts/extract-openapi.mjs",
      version,
      license,
    },
    paths,
    components: { schemas: Object.fromEntries(sorted) },
  };
}

const description = JSON.parse(await readFile(process.argv[2] ?? SOURCE, 'utf8'));
const text = await format(JSON.stringify(extract(description)), {
  parser: 'json',
  printWidth: 100,
});
await writeFile(TARGET, text);
