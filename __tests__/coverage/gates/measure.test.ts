import { describe, expect, it } from '@jest/globals';
import type { Count, CountedMetric } from '../../../src/coverage/model/counts.js';
import { measure } from '../../../src/coverage/gates/minimum.js';
import type { Metric } from '../../../src/coverage/model/counts.js';

const LINES: readonly [CountedMetric, Count] = ['lines', { covered: 1, total: 2 }];
const BRANCHES: readonly [CountedMetric, Count] = ['branches', { covered: 3, total: 4 }];

describe('measure', () => {
  it.each<{
    description: string;
    totals: readonly (readonly [CountedMetric, Count])[];
    headlines: readonly Metric[];
    metric: Metric | 'auto';
    leftOut?: readonly CountedMetric[];
    expected: object;
  }>([
    {
      description: 'the headline',
      totals: [LINES, BRANCHES],
      headlines: ['combined'],
      metric: 'auto',
      expected: { known: true, metric: 'combined', count: { covered: 4, total: 6 } },
    },
    {
      description: 'the metric asked for',
      totals: [LINES, BRANCHES],
      headlines: ['combined', 'lines'],
      metric: 'branches',
      expected: { known: true, metric: 'branches', count: { covered: 3, total: 4 } },
    },
    {
      description: 'tools that do not agree',
      totals: [LINES, BRANCHES],
      headlines: ['combined', 'lines'],
      metric: 'auto',
      expected: {
        known: false,
        reason:
          "the reports' tools do not agree on a metric (combined, lines): set coverage-metric",
      },
    },
    {
      description: 'a metric that was not measured',
      totals: [LINES],
      headlines: ['lines'],
      metric: 'combined',
      expected: { known: false, reason: 'no branches were measured, only lines', isLacking: true },
    },
    ...(['auto', 'combined'] as const).map((metric) => ({
      description: `lines alone (${metric}), where the tool measures branches and there are none`,
      totals: [LINES],
      headlines: ['combined'] as const,
      metric,
      expected: { known: true, metric: 'combined', count: { covered: 1, total: 2 } },
    })),
    {
      description: 'no lines alone, where a report has no say in branches',
      totals: [LINES],
      headlines: ['combined', 'statements'],
      metric: 'combined',
      leftOut: ['branches', 'statements'],
      expected: { known: false, reason: 'no branches were measured, only lines', isLacking: true },
    },
    {
      description: 'nothing at all',
      totals: [['lines', { covered: 0, total: 0 }]],
      headlines: ['lines'],
      metric: 'auto',
      expected: { known: false, reason: 'nothing was measured (0 of 0)' },
    },
  ])('gives $description', ({ totals, headlines, metric, leftOut, expected }) => {
    const coverage = {
      totals: new Map(totals),
      groups: [],
      mainMetrics: new Set(headlines),
      leftOut: new Set(leftOut),
    };
    expect(measure(coverage, metric)).toMatchObject(expected);
  });
});
