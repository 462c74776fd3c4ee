import { describe, expect, it } from '@jest/globals';
import { validateExchanges, validateReply, validateRequest } from './openapi.mjs';

const CONTENTS = '/repos/{owner}/{repo}/contents/{path}';
const COMMITS = '/repos/{owner}/{repo}/commits';

const REF = '/repos/{owner}/{repo}/git/refs/{ref}';
const MERGE = '/repos/{owner}/{repo}/pulls/{pull_number}/merge';

const ERROR = {
  message: 'Not Found',
  documentation_url: 'https://docs.github.com/rest',
  status: '404',
};

describe('validateReply', () => {
  it.each([
    { description: 'a described error', method: 'GET', path: CONTENTS, status: 404, body: ERROR },
    { description: 'an empty list', method: 'GET', path: COMMITS, status: 200, body: [] },
    {
      description: 'a 409, whose two shapes overlap',
      method: 'PUT',
      path: CONTENTS,
      status: 409,
      body: { ...ERROR, status: '409' },
    },
    {
      description: 'null where it is allowed',
      method: 'PUT',
      path: CONTENTS,
      status: 200,
      body: { content: null, commit: {} },
    },
    {
      description: 'a status that was observed',
      method: 'PUT',
      path: CONTENTS,
      status: 401,
      body: { ...ERROR, status: '401' },
    },
    {
      description: 'a success without a body',
      method: 'DELETE',
      path: REF,
      status: 204,
      body: undefined,
    },
    {
      description: 'an error whose body is not described',
      method: 'DELETE',
      path: REF,
      status: 422,
      body: { ...ERROR, status: '422' },
    },
    {
      description: 'an error whose status is not described',
      method: 'PUT',
      path: MERGE,
      status: 405,
      body: { ...ERROR, status: '405' },
    },
  ])('accepts $description', ({ method, path, status, body }) => {
    expect(validateReply(method, path, status, body)).toEqual([]);
  });

  it.each<{ description: string; given: Parameters<typeof validateReply>; problem: string }>([
    {
      description: 'an operation that GitHub does not have',
      given: ['PATCH', CONTENTS, 200, {}],
      problem: `PATCH ${CONTENTS}: no such operation`,
    },
    {
      description: 'a path that GitHub does not have',
      given: ['GET', '/nowhere', 200, {}],
      problem: 'GET /nowhere: no such operation',
    },
    {
      description: 'a status that the operation does not have',
      given: ['PUT', CONTENTS, 418, ERROR],
      problem: `PUT ${CONTENTS}: no such status: 418`,
    },
    {
      description: 'a missing property',
      given: ['PUT', CONTENTS, 200, { content: null }],
      problem: `PUT ${CONTENTS}: 200: body must have required property 'commit'`,
    },
    {
      description: 'a property that is not described',
      given: ['PUT', CONTENTS, 200, { content: null, commit: { shaa: '1' } }],
      problem: `PUT ${CONTENTS}: 200: body/commit must NOT have additional properties`,
    },
    {
      description: 'a wrong type',
      given: ['GET', CONTENTS, 404, { ...ERROR, status: 404 }],
      problem: `GET ${CONTENTS}: 404: body/status must be string`,
    },
    {
      description: 'null where it is not allowed',
      given: ['GET', CONTENTS, 404, { ...ERROR, message: null }],
      problem: `GET ${CONTENTS}: 404: body/message must be string`,
    },
    {
      description: 'an address that is none',
      given: ['GET', COMMITS, 200, [{ url: 'nowhere at all' }]],
      problem: `GET ${COMMITS}: 200: body/0/url must match format "uri"`,
    },
    {
      description: 'an error that is none, where its body is not described',
      given: ['DELETE', REF, 422, { problem: 'x' }],
      problem: `DELETE ${REF}: 422: body must NOT have additional properties`,
    },
    {
      description: 'a body where none is described',
      given: ['GET', CONTENTS, 304, {}],
      problem: `GET ${CONTENTS}: 304: no JSON is described`,
    },
  ])('reports $description', ({ given, problem }) => {
    expect(validateReply(...given)).toContainEqual(expect.stringContaining(problem));
  });
});

describe('validateRequest', () => {
  it('accepts a documented request', () => {
    const body = { message: 'm', content: '', sha: 'a', branch: 'main' };
    expect(validateRequest('PUT', CONTENTS, {}, body)).toEqual([]);
    expect(validateRequest('GET', CONTENTS, { ref: 'main' }, undefined)).toEqual([]);
  });

  it.each<{ description: string; given: Parameters<typeof validateRequest>; problem: string }>([
    {
      description: 'a misspelt query parameter',
      given: ['GET', CONTENTS, { reff: 'main' }, undefined],
      problem: `GET ${CONTENTS}: no such query parameter: reff`,
    },
    {
      description: 'a body without its message',
      given: ['PUT', CONTENTS, {}, { content: '' }],
      problem: `PUT ${CONTENTS}: request: body must have required property 'message'`,
    },
    {
      description: 'a misspelt property of the body',
      given: ['PUT', CONTENTS, {}, { message: 'm', content: '', brunch: 'main' }],
      problem: `PUT ${CONTENTS}: request: body must NOT have additional properties`,
    },
    {
      description: 'an unknown operation',
      given: ['POST', '/graphql', {}, {}],
      problem: 'POST /graphql: no such operation',
    },
  ])('reports $description', ({ given, problem }) => {
    expect(validateRequest(...given)).toContainEqual(expect.stringContaining(problem));
  });
});

describe('validateExchanges', () => {
  const exchange = {
    method: 'GET',
    path: '/repos/o/r/contents/a',
    query: {},
    body: undefined,
    template: CONTENTS,
    login: undefined,
    status: 404,
    reply: ERROR as unknown,
  };

  it('reports what is wrong with any of them', () => {
    const wrong = { ...exchange, reply: { ...ERROR, code: 1 } };
    const lost = { ...exchange, query: { reff: '' }, status: undefined, reply: undefined };
    const unknown = { ...exchange, template: undefined };
    expect(validateExchanges([exchange])).toEqual([]);
    expect(validateExchanges([wrong, lost, unknown])).toHaveLength(3);
  });

  it('has no opinion on the text of a raw file', () => {
    expect(validateExchanges([{ ...exchange, status: 200, reply: 'images:\n' }])).toEqual([]);
  });
});
