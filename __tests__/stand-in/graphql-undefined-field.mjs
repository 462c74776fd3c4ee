// What a server answers that does not know a mutation: the errors of GitHub's validation, which come
// without data.

import { getLocation, GraphQLError, Kind, visit } from 'graphql';

/** @typedef {import('graphql').ASTNode} Node */
/** @typedef {import('graphql').FieldNode} Field */
/** @typedef {import('graphql').OperationDefinitionNode} Operation */
/** @typedef {import('graphql').VariableDefinitionNode} Variable */

/**
 * A variable of a type that came with the mutation is refused too, and so is one that nothing else
 * uses, in the order that graphql-ruby has, which GitHub runs.
 * @param {Operation} operation
 * @param {import('graphql').GraphQLSchema} schema Without the mutation.
 */
export function describeUndefinedFields(operation, schema) {
  const known = schema.getMutationType()?.getFields() ?? {};
  const fields = operation.selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
  const undefinedFields = fields.filter(({ name }) => known[name.value] === undefined);
  const used = findVariables(fields.filter((field) => !undefinedFields.includes(field)));
  const variables = operation.variableDefinitions ?? [];
  return [
    ...variables.flatMap((variable) => describeType(operation, variable, schema)),
    ...undefinedFields.map((field) => describeField(operation, field)),
    ...variables
      .filter(({ variable }) => !used.has(variable.name.value))
      .map((variable) => describeUnused(operation, variable)),
  ];
}

/** @param {readonly Field[]} fields */
function findVariables(fields) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const field of fields) visit(field, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

/**
 * @param {Operation} operation
 * @param {Variable} variable
 * @param {import('graphql').GraphQLSchema} schema
 */
function describeType(operation, variable, schema) {
  let { type } = variable;
  while (type.kind !== Kind.NAMED_TYPE) ({ type } = type);
  const typeName = type.name.value;
  if (schema.getType(typeName) !== undefined) return [];
  const variableName = variable.variable.name.value;
  const message = `${typeName} isn't a defined input type (on $${variableName})`;
  const extensions = { code: 'variableRequiresValidType', typeName, variableName };
  return [describe([labelOf(operation)], extensions, variable, message)];
}

/**
 * @param {Operation} operation
 * @param {Field} field
 */
function describeField(operation, field) {
  const fieldName = field.name.value;
  const path = [labelOf(operation), field.alias?.value ?? fieldName];
  const extensions = { code: 'undefinedField', typeName: 'Mutation', fieldName };
  return describe(path, extensions, field, `Field '${fieldName}' doesn't exist on type 'Mutation'`);
}

/**
 * @param {Operation} operation
 * @param {Variable} variable
 */
function describeUnused(operation, { variable }) {
  const variableName = variable.name.value;
  const name = operation.name?.value ?? `anonymous ${operation.operation}`;
  const message = `Variable $${variableName} is declared by ${name} but not used`;
  const extensions = { code: 'variableNotUsed', variableName };
  return describe([labelOf(operation)], extensions, operation, message);
}

/**
 * @param {readonly string[]} path
 * @param {Readonly<Record<string, string>>} extensions
 * @param {Node} node Where it is.
 * @param {string} message
 */
function describe(path, extensions, node, message) {
  if (node.loc === undefined) throw new GraphQLError(`${message}, in an unknown place`);
  const { line, column } = getLocation(node.loc.source, node.loc.start);
  return { path, extensions, locations: [{ line, column }], message };
}

/** @param {Operation} operation */
function labelOf({ operation, name }) {
  return name === undefined ? operation : `${operation} ${name.value}`;
}
