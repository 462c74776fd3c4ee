import { describe, expect, it } from '@jest/globals';
import { evaluateDrop } from '../../../src/coverage/gates/drop.js';
import { parsePercentage } from '../../../src/coverage/gates/percent.js';

function measurementOf(covered: number, total: number) {
  const count = { covered, total };
  return { known: true, metric: 'branches', count, upper: count, doubts: [] } as const;
}

describe('evaluateDrop', () => {
  it('shows as many digits as it takes to see a fall', () => {
    const none = parsePercentage('0');
    if (none === undefined) throw new Error('0 is no percentage');
    const allowed = { gate: 'coverage-max-drop', minimum: none };
    const result = evaluateDrop(
      allowed,
      measurementOf(79_996, 100_000),
      measurementOf(79_995, 100_000),
    );
    expect(result).toEqual({
      gate: 'coverage-max-drop',
      verdict: 'fail',
      message:
        'coverage fell from 79.996% (79996/100000 branches) to 79.995% (79995/100000 branches), by 0.001 points, where at most 0 are allowed',
      required: '0',
      measured: { metric: 'branches', covered: 79_995, total: 100_000, percent: '79.99' },
    });
  });
});
