import { describe, expect, it } from '@jest/globals';
import { renderExchange } from '../../../src/github/http/trace.js';

const apiUrl = 'https://api.github.com';

describe('renderExchange', () => {
  it.each([
    {
      description: 'a read, with its query',
      exchange: {
        ...{ method: 'GET', url: '/repos/o/r/commits', answer: 200, took: 12.4 },
        parameters: { sha: 'release/1', path: undefined, per_page: 20 },
        headers: { 'x-github-request-id': 'F00:BA4' },
      },
      expected:
        'GET https://api.github.com/repos/o/r/commits?sha=release%2F1&per_page=20: 200 in 12 ms, request id F00:BA4',
    },
    {
      description: 'a write, without its body',
      exchange: {
        ...{ method: 'PUT', url: '/repos/o/r/contents/a', answer: 403, took: 7 },
        parameters: { content: 'c2VjcmV0', message: 'm' },
        headers: { 'retry-after': '60' },
      },
      expected: 'PUT https://api.github.com/repos/o/r/contents/a: 403 in 7 ms, retry after 60',
    },
    {
      description: 'GraphQL, by its operation',
      exchange: {
        ...{ method: 'POST', url: 'https://api.github.com/graphql', answer: 200, took: 0 },
        parameters: {
          query: 'mutation ($input: I!) {\n  createCommitOnBranch(input: $input) { x } }',
          variables: { input: 'c2VjcmV0' },
        },
        headers: {},
      },
      expected: 'POST https://api.github.com/graphql (createCommitOnBranch): 200 in 0 ms',
    },
    {
      description: 'what got no answer',
      exchange: {
        ...{ method: 'GET', url: '/repos/o/r', answer: 'socket hang up', took: 3 },
        ...{ parameters: {}, headers: {} },
      },
      expected: 'GET https://api.github.com/repos/o/r: no answer (socket hang up) in 3 ms',
    },
  ])('tells $description', ({ exchange, expected }) => {
    expect(renderExchange(exchange, apiUrl)).toBe(expected);
  });
});
