import { describe, expect, it } from '@jest/globals';
import { parsePercentage } from '../../../src/coverage/gates/percent.js';
import { reachesRounded, roundPercent } from '../../../src/coverage/gates/percent.js';

describe('reachesRounded', () => {
  // What coverage.py 6.5 and 7.16 `report --fail-under` did.
  it.each([
    { covered: 800, total: 1000, minimum: '80', precision: 0, passes: true },
    { covered: 799, total: 1000, minimum: '80', precision: 0, passes: true },
    { covered: 159, total: 200, minimum: '80', precision: 0, passes: true },
    { covered: 794, total: 1000, minimum: '80', precision: 0, passes: false },
    { covered: 157, total: 200, minimum: '79', precision: 0, passes: false },
    { covered: 161, total: 200, minimum: '81', precision: 0, passes: false },
    { covered: 163, total: 200, minimum: '82', precision: 0, passes: true },
    { covered: 159, total: 200, minimum: '79.6', precision: 0, passes: true },
    { covered: 161, total: 200, minimum: '80.5', precision: 0, passes: false },
    { covered: 19_999, total: 25_000, minimum: '80', precision: 0, passes: true },
    { covered: 19_999, total: 25_000, minimum: '80', precision: 2, passes: true },
    { covered: 19_999, total: 25_000, minimum: '80', precision: 3, passes: false },
    { covered: 799_949, total: 1_000_000, minimum: '80', precision: 0, passes: true },
    { covered: 633, total: 800, minimum: '79.13', precision: 2, passes: false },
    { covered: 633, total: 800, minimum: '79.12', precision: 2, passes: true },
    { covered: 641, total: 800, minimum: '80.13', precision: 2, passes: false },
    { covered: 9_999, total: 10_000, minimum: '100', precision: 0, passes: false },
    { covered: 9_999, total: 10_000, minimum: '100', precision: 1, passes: false },
    { covered: 199, total: 200, minimum: '100', precision: 0, passes: false },
    { covered: 99, total: 100, minimum: '99.5', precision: 0, passes: false },
    { covered: 1, total: 3, minimum: '33.33', precision: 2, passes: true },
    { covered: 1, total: 3, minimum: '33.333', precision: 2, passes: false },
    { covered: 2, total: 3, minimum: '66.67', precision: 2, passes: true },
    { covered: 7, total: 7, minimum: '100', precision: 0, passes: true },
    { covered: 0, total: 7, minimum: '0', precision: 0, passes: true },
    { covered: 0, total: 7, minimum: '0.1', precision: 0, passes: false },
  ])('$covered/$total with $precision decimals reaches $minimum: $passes', (row) => {
    const minimum = parsePercentage(row.minimum);
    if (minimum === undefined) throw new Error(`${row.minimum} is no percentage`);
    expect(reachesRounded(row, minimum, row.precision)).toBe(row.passes);
  });
});

describe('roundPercent', () => {
  it.each([
    { covered: 159, total: 200, precision: 0, expected: '80' },
    { covered: 161, total: 200, precision: 0, expected: '80' },
    { covered: 633, total: 800, precision: 2, expected: '79.12' },
    { covered: 1, total: 3, precision: 9, expected: '33.333333333' },
    { covered: 0, total: 3, precision: 1, expected: '0.0' },
  ])('$covered/$total is $expected', ({ covered, total, precision, expected }) => {
    expect(roundPercent({ covered, total }, precision).text).toBe(expected);
  });
});
