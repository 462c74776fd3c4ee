import { describe, expect, it } from '@jest/globals';
import { computeGraphqlUrl } from '../../../src/github/http/client.js';

describe('computeGraphqlUrl', () => {
  it.each([
    { apiUrl: 'https://api.github.com', expected: 'https://api.github.com/graphql' },
    { apiUrl: 'https://ghes.example/api/v3', expected: 'https://ghes.example/api/graphql' },
    { apiUrl: 'https://api.org.ghe.com', expected: 'https://api.org.ghe.com/graphql' },
    { apiUrl: 'http://127.0.0.1:1', expected: 'http://127.0.0.1:1/graphql' },
  ])('of $apiUrl', ({ apiUrl, expected }) => {
    expect(computeGraphqlUrl(apiUrl)).toBe(expected);
  });
});
