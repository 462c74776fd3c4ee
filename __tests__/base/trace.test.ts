import { describe, expect, it } from '@jest/globals';
import { renderExchange } from '../../src/base/trace.js';

describe('renderExchange', () => {
  const address = 'https://api.github.com/repos/o/r';

  it.each([
    {
      description: 'a read, with the name that GitHub gives it',
      exchange: {
        ...{ method: 'GET', address, answer: 200, took: 12.4 },
        headers: { 'x-github-request-id': 'F00:BA4' },
      },
      expected: 'GET https://api.github.com/repos/o/r: 200 in 12 ms, request id F00:BA4',
    },
    {
      description: 'a wait that the server asks for',
      exchange: {
        ...{ method: 'PUT', address, answer: 403, took: 7 },
        headers: { 'retry-after': '60' },
      },
      expected: 'PUT https://api.github.com/repos/o/r: 403 in 7 ms, retry after 60',
    },
    {
      description: 'what got no answer',
      exchange: { method: 'GET', address, answer: 'socket hang up', took: 3, headers: {} },
      expected: 'GET https://api.github.com/repos/o/r: no answer (socket hang up) in 3 ms',
    },
  ])('tells $description', ({ exchange, expected }) => {
    expect(renderExchange(exchange)).toBe(expected);
  });
});
