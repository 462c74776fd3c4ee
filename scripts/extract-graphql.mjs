// Writes __tests__/stand-in/graphql-extract.graphql: the part of GitHub's public GraphQL schema that
// the stand-in answers, so that queries are held against GitHub's own types without a dependency of
// 7 MB.
//
// Run by a maintainer when the stand-in learns a field or GitHub's schema moves on:
//
//   npm install --no-save @octokit/graphql-schema@15.26.1
//   node scripts/extract-graphql.mjs
//
// The path of another schema (such as that of a GitHub Enterprise Server) may be given.

import { readFile, writeFile } from 'node:fs/promises';
import { Kind, parse, print, visit } from 'graphql';
import { format } from 'prettier';

/** @typedef {import('graphql').DefinitionNode} Definition */
/** @typedef {import('graphql').FieldDefinitionNode} Field */

/**
 * What the stand-in has: of each type its fields, each with its arguments. Scalars, enums and what
 * is sent are taken as a whole.
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>> | 'whole'>>}
 */
const SELECTION = {
  Query: { repository: ['owner', 'name', 'followRenames'] },
  Mutation: {
    createCommitOnBranch: ['input'],
    enablePullRequestAutoMerge: ['input'],
    disablePullRequestAutoMerge: ['input'],
    updateRefs: ['input'],
  },
  Repository: {
    id: [],
    nameWithOwner: [],
    isArchived: [],
    defaultBranchRef: [],
    ref: ['qualifiedName'],
  },
  Ref: { name: [], target: [] },
  GitObject: { oid: [] },
  Commit: {
    oid: [],
    url: [],
    message: [],
    file: ['path'],
    history: ['first', 'path'],
    parents: ['first'],
    signature: [],
  },
  GitSignature: { isValid: [] },
  GpgSignature: { isValid: [] },
  CommitHistoryConnection: { nodes: [] },
  CommitConnection: { nodes: [] },
  Tree: { oid: [], entries: [] },
  TreeEntry: { name: [], path: [], type: [], mode: [], oid: [], object: [] },
  Blob: { oid: [], text: [], isBinary: [], isTruncated: [], byteSize: [] },
  PullRequest: { id: [], number: [], url: [], autoMergeRequest: [] },
  AutoMergeRequest: { mergeMethod: [] },
  PullRequestMergeMethod: 'whole',
  CreateCommitOnBranchInput: 'whole',
  CommittableBranch: 'whole',
  CommitMessage: 'whole',
  FileChanges: 'whole',
  FileAddition: 'whole',
  FileDeletion: 'whole',
  CreateCommitOnBranchPayload: { clientMutationId: [], commit: [], ref: [] },
  EnablePullRequestAutoMergeInput: 'whole',
  EnablePullRequestAutoMergePayload: { clientMutationId: [], pullRequest: [] },
  DisablePullRequestAutoMergeInput: 'whole',
  DisablePullRequestAutoMergePayload: { clientMutationId: [] },
  UpdateRefsInput: 'whole',
  RefUpdate: 'whole',
  UpdateRefsPayload: { clientMutationId: [] },
  GitRefname: 'whole',
  Base64String: 'whole',
  GitObjectID: 'whole',
  URI: 'whole',
};

const SOURCE = 'node_modules/@octokit/graphql-schema/schema.graphql';
const TARGET = new URL('../__tests__/stand-in/graphql-extract.graphql', import.meta.url);
const HEADING =
  "# Extract of GitHub's public GraphQL schema, made by scripts/extract-graphql.mjs\n\n";

/**
 * @param {Definition} definition
 * @returns {Definition[]} None when it is not selected.
 */
function extractDefinition(definition) {
  if (!('name' in definition) || definition.name === undefined) return [];
  const name = definition.name.value;
  const fields = SELECTION[name];
  if (fields === undefined) return [];
  if (fields === 'whole') return [definition];
  if (
    definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
    definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
  ) {
    throw new Error(`${name} has no fields to choose from.`);
  }
  const interfaces = definition.interfaces?.filter((node) => node.name.value in SELECTION) ?? [];
  const found = definition.fields ?? [];
  const chosen = Object.entries(fields).map(([field, args]) => {
    return extractField(name, found, field, args);
  });
  return [{ ...definition, interfaces, fields: chosen }];
}

/**
 * @param {string} type
 * @param {readonly Field[]} found
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Field}
 */
function extractField(type, found, name, args) {
  const field = found.find((candidate) => candidate.name.value === name);
  if (field === undefined) throw new Error(`GitHub's schema has no ${type}.${name}.`);
  const chosen = (field.arguments ?? []).filter((argument) => args.includes(argument.name.value));
  if (chosen.length < args.length) throw new Error(`${type}.${name} has other arguments.`);
  return { ...field, arguments: chosen };
}

const schema = parse(await readFile(process.argv[2] ?? SOURCE, 'utf8'));
const definitions = schema.definitions.flatMap(extractDefinition);
if (definitions.length < Object.keys(SELECTION).length) {
  throw new Error("GitHub's schema does not have all of the selected types.");
}
const extract = visit(
  { ...schema, definitions },
  {
    // Prose, and directives that GitHub's own documentation is made of.
    StringValue: (node, key) => (key === 'description' ? null : node),
    Directive: () => null,
  },
);
const text = await format(`${HEADING}${print(extract)}`, { parser: 'graphql', printWidth: 100 });
await writeFile(TARGET, text);
