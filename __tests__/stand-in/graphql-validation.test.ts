import { describe, expect, it } from '@jest/globals';
import { validateGraphqlExchange } from './graphql-validation.mjs';

const body = { query: '{ repository(owner: "o", name: "r") { isArchived } }' };
const error = {
  type: 'NOT_FOUND',
  path: ['repository'],
  locations: [{ line: 1, column: 3 }],
  message: 'Could not resolve',
};
const refused = { data: { repository: null }, errors: [error] };

function validate(exchange: object): string[] {
  return validateGraphqlExchange({ body, status: 200, reply: refused, ...exchange });
}

describe('validateGraphqlExchange', () => {
  it.each([
    { description: 'data', exchange: { reply: { data: { repository: null } } } },
    { description: 'errors', exchange: {} },
    { description: 'no answer', exchange: { status: undefined, reply: undefined } },
    { description: 'a refusal', exchange: { status: 401, reply: { message: 'Bad credentials' } } },
  ])('accepts $description', ({ exchange }) => {
    expect(validate(exchange)).toEqual([]);
  });

  it.each([
    {
      description: 'a field that the schema does not have',
      exchange: { body: { query: '{ viewer { login } }' } },
      problem: 'GraphQL: request: Cannot query field "viewer" on type "Query".',
    },
    {
      description: 'a request without a query',
      exchange: { body: undefined },
      problem: 'GraphQL: request: There is no query.',
    },
    {
      description: 'an unknown type of error',
      exchange: { reply: { ...refused, errors: [{ ...error, type: 'ODD' }] } },
      problem: 'GraphQL: 200: body/errors/0/type must be equal to one of the allowed values',
    },
    {
      description: 'an error without its message',
      exchange: { reply: { ...refused, errors: [{ type: 'NOT_FOUND' }] } },
      problem: "GraphQL: 200: body/errors/0 must have required property 'message'",
    },
    {
      description: 'an empty list of errors',
      exchange: { reply: { ...refused, errors: [] } },
      problem: 'GraphQL: 200: body/errors must NOT have fewer than 1 items',
    },
    {
      description: 'an error of the REST API',
      exchange: { reply: { message: 'Not Found' } },
      problem: 'GraphQL: 200: body must NOT have additional properties',
    },
    {
      description: 'a status that GraphQL does not have',
      exchange: { status: 409, reply: { message: 'Conflict' } },
      problem: 'GraphQL: no such status: 409',
    },
  ])('reports $description', ({ exchange, problem }) => {
    expect(validate(exchange)).toContain(problem);
  });
});
