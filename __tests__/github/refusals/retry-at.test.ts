import { describe, expect, it } from '@jest/globals';
import { computeRetryAt } from '../../../src/github/refusals/explain.js';

/** Wed, 25 Nov 2026 16:00:00 GMT. */
const NOW = Date.UTC(2026, 10, 25, 16);
const SECONDARY = 'You have exceeded a secondary rate limit.';

describe('computeRetryAt', () => {
  it.each([
    { description: 'seconds', headers: { 'retry-after': '90' }, expected: 90 },
    { description: 'no seconds', headers: { 'retry-after': '0' }, expected: 0 },
    {
      description: 'a date, with nothing known of the clock of the server',
      headers: { 'retry-after': 'Wed, 25 Nov 2026 16:01:30 GMT' },
      expected: 90,
    },
    {
      description: 'a date of a clock that is ten minutes ahead',
      headers: {
        'retry-after': 'Wed, 25 Nov 2026 16:11:30 GMT',
        date: 'Wed, 25 Nov 2026 16:10:00 GMT',
      },
      expected: 90,
    },
    {
      description: 'a date that is over',
      headers: { 'retry-after': 'Wed, 25 Nov 2026 15:00:00 GMT' },
      expected: 0,
    },
    {
      description: 'the end of the primary limit',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 300) },
      expected: 300,
    },
    {
      description: 'the end of the primary limit by a clock that is an hour behind',
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 - 3600 + 300),
        date: 'Wed, 25 Nov 2026 15:00:00 GMT',
      },
      expected: 300,
    },
    {
      description: 'an end of the primary limit that is over',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
      expected: 0,
    },
    {
      description: 'both: retry-after counts',
      headers: {
        'retry-after': '5',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 + 300),
      },
      expected: 5,
    },
    {
      description: 'a secondary limit with something left of the primary one',
      headers: { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': String(NOW / 1000 + 3000) },
      message: SECONDARY,
      expected: 60,
    },
    { description: 'a secondary limit alone', headers: {}, message: SECONDARY, expected: 60 },
    {
      description: 'a limit with a retry-after that is none',
      headers: { 'retry-after': 'soon' },
      message: SECONDARY,
      expected: 60,
    },
    {
      description: 'what is known for a limit by its status alone',
      headers: {},
      isLimit: true,
      expected: 60,
    },
    {
      description: 'a limit with a date that is none',
      headers: { 'retry-after': 'Soon GMT', date: 'GMT' },
      message: 'Too Many Requests',
      expected: 60,
    },
  ])('takes $description', ({ headers, message = '', isLimit, expected }) => {
    expect(computeRetryAt({ headers, message, isLimit }, NOW)).toBe(NOW + expected * 1000);
  });

  it.each([
    { description: 'nothing', headers: {} },
    {
      description: 'a limit that is not used up',
      headers: { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': String(NOW / 1000) },
    },
    { description: 'a limit without its end', headers: { 'x-ratelimit-remaining': '0' } },
    { description: 'values that are no text', headers: { 'retry-after': 5 } },
  ])('has no moment of $description', ({ headers }) => {
    expect(computeRetryAt({ headers, message: 'Service Unavailable' }, NOW)).toBeUndefined();
  });
});
