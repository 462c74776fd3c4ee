import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeDelay } from '../../src/promote/promote.js';

describe('computeDelay', () => {
  it.each([
    { description: 'the first wait is up to 250 ms', failed: 1, fraction: 0.999, expected: 250 },
    { description: 'the second is up to twice that', failed: 2, fraction: 0.5, expected: 250 },
    { description: 'no wait is over 8 s', failed: 30, fraction: 0.5, expected: 4000 },
    { description: 'jitter goes down to nothing', failed: 5, fraction: 0, expected: 0 },
  ])('$description', ({ failed, fraction, expected }) => {
    expect(computeDelay(failed, fraction)).toBe(expected);
  });

  it('stays within its bounds', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fraction, (failed, random) => {
        const delay = computeDelay(failed, random);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(8000);
      }),
    );
  });
});
