import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  computeShortfall,
  parsePercentage,
  type Percentage,
  reaches,
  renderPercent,
  renderPercentBeside,
} from '../../../src/coverage/gates/percent.js';

function percentage(text: string): Percentage {
  const parsed = parsePercentage(text);
  if (parsed === undefined) throw new Error(`${text} is no percentage`);
  return parsed;
}

const counts = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([covered, total]) => ({ covered: Math.min(covered, total), total }));

const percentages = fc
  .tuple(fc.nat(99), fc.nat(999_999))
  .map(([whole, fraction]) => percentage(`${whole}.${String(fraction).padStart(6, '0')}`));

describe('parsePercentage', () => {
  it.each(['0', '80', '79.5', '87.125', '100', '100.000', '99.99999999999999999999'])(
    'takes %s',
    (text) => {
      expect(parsePercentage(text)?.text).toBe(text);
    },
  );

  it.each([
    '80%',
    '1e2',
    'NaN',
    '-1',
    '101',
    '100.01',
    '',
    '.5',
    '80.',
    '+80',
    '8 0',
    '0x10',
    `1.${'0'.repeat(21)}`,
  ])('refuses %p', (text) => {
    expect(parsePercentage(text)).toBeUndefined();
  });
});

describe('reaches', () => {
  it.each([
    { covered: 4, total: 5, minimum: '80', expected: true },
    { covered: 19_999, total: 25_000, minimum: '80', expected: false },
    { covered: 159, total: 200, minimum: '79.5', expected: true },
    { covered: 159, total: 200, minimum: '79.50000000000000000001', expected: false },
    { covered: 29, total: 100, minimum: '29', expected: true },
    { covered: 57, total: 100, minimum: '57', expected: true },
    { covered: 1, total: 3, minimum: '33.3333333333333333', expected: true },
    { covered: 999_999, total: 1_000_000, minimum: '100', expected: false },
    { covered: 0, total: 1, minimum: '0', expected: true },
  ])('$covered/$total reaches $minimum%: $expected', ({ covered, total, minimum, expected }) => {
    expect(reaches({ covered, total }, percentage(minimum))).toBe(expected);
  });

  it('stays true when more is covered', () => {
    fc.assert(
      fc.property(counts, percentages, ({ covered, total }, minimum) => {
        const more = { covered: Math.min(covered + 1, total), total };
        expect(reaches(more, minimum) || !reaches({ covered, total }, minimum)).toBe(true);
      }),
    );
  });
});

describe('computeShortfall', () => {
  it('is just what it takes', () => {
    fc.assert(
      fc.property(counts, percentages, ({ covered, total }, minimum) => {
        const shortfall = Number(computeShortfall({ covered, total }, minimum));
        expect(reaches({ covered: covered + shortfall, total }, minimum)).toBe(true);
        if (shortfall === 0) return;
        expect(reaches({ covered: covered + shortfall - 1, total }, minimum)).toBe(false);
      }),
    );
  });
});

describe('renderPercent', () => {
  it.each([
    { covered: 19_999, total: 25_000, expected: '79.99' },
    { covered: 99_999, total: 100_000, expected: '99.99' },
    { covered: 1, total: 100_000, expected: '0.00' },
    { covered: 2, total: 3, expected: '66.66' },
    { covered: 7, total: 7, expected: '100.00' },
    { covered: 1, total: 20, expected: '5.00' },
  ])('$covered/$total is $expected', ({ covered, total, expected }) => {
    expect(renderPercent({ covered, total }, 2)).toBe(expected);
  });
});

describe('renderPercentBeside', () => {
  it.each([
    { covered: 19_999, total: 25_000, minimum: '80', expected: '79.996' },
    { covered: 799_949, total: 1_000_000, minimum: '80', expected: '79.99' },
    { covered: 159, total: 200, minimum: '80', expected: '79.50' },
    { covered: 9_999_999, total: 10_000_000, minimum: '100', expected: '99.99999' },
    { covered: 697, total: 800, minimum: '87.125', expected: '87.125' },
    { covered: 696, total: 800, minimum: '87.125', expected: '87.000' },
  ])('$covered/$total beside $minimum% is $expected', ({ covered, total, minimum, expected }) => {
    expect(renderPercentBeside({ covered, total }, percentage(minimum))).toBe(expected);
  });

  it('always shows on which side of the minimum it is', () => {
    fc.assert(
      fc.property(counts, percentages, (count, minimum) => {
        const shown = percentage(renderPercentBeside(count, minimum));
        const isShownBelow =
          shown.digits * 10n ** BigInt(minimum.scale) < minimum.digits * 10n ** BigInt(shown.scale);
        expect(isShownBelow).toBe(!reaches(count, minimum));
      }),
    );
  });
});
