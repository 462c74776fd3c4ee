// The schemas that queries are held against: GitHub's, and that of a server that is too old to have
// createCommitOnBranch.

import { readFileSync } from 'node:fs';
import { buildASTSchema, parse, visit } from 'graphql';

const EXTRACT = parse(readFileSync(new URL('graphql-extract.graphql', import.meta.url), 'utf8'));

/** What came with the mutation. */
const NEW_NAMES = new Set([
  'createCommitOnBranch',
  'CreateCommitOnBranchInput',
  'CreateCommitOnBranchPayload',
]);

export const SCHEMA = buildASTSchema(EXTRACT);

export const OLD_SCHEMA = buildASTSchema(
  visit(EXTRACT, {
    FieldDefinition: withoutNewNames,
    InputObjectTypeDefinition: withoutNewNames,
    ObjectTypeDefinition: withoutNewNames,
  }),
);

/** @param {{ readonly name: import('graphql').NameNode }} node */
function withoutNewNames({ name }) {
  return NEW_NAMES.has(name.value) ? null : undefined;
}
