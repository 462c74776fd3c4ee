import { describe, expect, it } from '@jest/globals';
import { computeRetryAfter } from '../../src/base/retry-after.js';

describe('computeRetryAfter', () => {
  const now = Date.UTC(2026, 10, 25, 16);

  it.each([
    { value: '120', expected: now + 120_000 },
    { value: ' 0 ', expected: now },
    { value: 'Wed, 25 Nov 2026 16:01:30 GMT', expected: now + 90_000 },
    { value: 'Wed, 25 Nov 2026 15:00:00 GMT', expected: now },
    { value: 'soon', expected: undefined },
    { value: 'Soon GMT', expected: undefined },
    { value: undefined, expected: undefined },
  ])('after $value', ({ value, expected }) => {
    expect(computeRetryAfter({ 'retry-after': value }, now)).toBe(expected);
  });

  it('takes a date by the clock of the server, which is ten minutes ahead', () => {
    const headers = {
      'retry-after': 'Wed, 25 Nov 2026 16:11:30 GMT',
      date: 'Wed, 25 Nov 2026 16:10:00 GMT',
    };
    expect(computeRetryAfter(headers, now)).toBe(now + 90_000);
  });
});
