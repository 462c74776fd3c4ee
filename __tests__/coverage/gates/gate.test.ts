import { describe, expect, it } from '@jest/globals';
import { evaluateMinimum } from '../../../src/coverage/gates/minimum.js';
import { parsePercentage } from '../../../src/coverage/gates/percent.js';
import type { Metric } from '../../../src/coverage/model/counts.js';

function evaluate(metric: Metric, covered: number, total: number, minimum: string) {
  const parsed = parsePercentage(minimum);
  if (parsed === undefined) throw new Error(`${minimum} is no percentage`);
  const required = { gate: 'coverage-min', minimum: parsed, precision: undefined };
  const count = { covered, total };
  return evaluateMinimum(required, { known: true, metric, count, upper: count, doubts: [] });
}

describe('evaluateMinimum', () => {
  it.each<{ metric: Metric; covered: number; total: number; min: string; message: string }>([
    {
      metric: 'lines',
      covered: 19_999,
      total: 25_000,
      min: '80',
      message: 'coverage 79.996% (19999/25000 lines) is below 80%: 1 more covered line needed',
    },
    {
      metric: 'combined',
      covered: 30,
      total: 44,
      min: '80',
      message:
        'coverage 68.18% (30/44 lines and branches) is below 80%: 6 more covered lines or branches needed',
    },
    {
      metric: 'branches',
      covered: 8,
      total: 10,
      min: '80',
      message: 'coverage 80.00% (8/10 branches) reaches 80%',
    },
  ])('says $message', ({ metric, covered, total, min, message }) => {
    expect(evaluate(metric, covered, total, min).message).toBe(message);
  });

  it('gives what was measured', () => {
    expect(evaluate('lines', 9, 10, '90')).toMatchObject({
      gate: 'coverage-min',
      verdict: 'pass',
      required: '90',
      measured: { metric: 'lines', covered: 9, total: 10, percent: '90.00' },
    });
    expect(evaluate('lines', 9, 10, '90.01').verdict).toBe('fail');
  });
});
