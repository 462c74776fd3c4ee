import { describe, expect, it } from '@jest/globals';
import { renderAddress } from '../../../src/github/http/trace.js';

const apiUrl = 'https://api.github.com';

describe('renderAddress', () => {
  it.each([
    {
      description: 'a read, with its query',
      request: {
        ...{ method: 'GET', url: '/repos/o/r/commits' },
        parameters: { sha: 'release/1', path: undefined, per_page: 20 },
      },
      expected: 'https://api.github.com/repos/o/r/commits?sha=release%2F1&per_page=20',
    },
    {
      description: 'a read without one',
      request: { method: 'GET', url: '/repos/o/r', parameters: {} },
      expected: 'https://api.github.com/repos/o/r',
    },
    {
      description: 'a write, without its body',
      request: {
        ...{ method: 'PUT', url: '/repos/o/r/contents/a' },
        parameters: { content: 'c2VjcmV0', message: 'm' },
      },
      expected: 'https://api.github.com/repos/o/r/contents/a',
    },
    {
      description: 'GraphQL, by its operation',
      request: {
        ...{ method: 'POST', url: 'https://api.github.com/graphql' },
        parameters: {
          query: 'mutation ($input: I!) {\n  createCommitOnBranch(input: $input) { x } }',
          variables: { input: 'c2VjcmV0' },
        },
      },
      expected: 'https://api.github.com/graphql (createCommitOnBranch)',
    },
  ])('tells $description', ({ request, expected }) => {
    expect(renderAddress(request, apiUrl)).toBe(expected);
  });
});
