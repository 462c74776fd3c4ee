import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, renderCounts } from '../fixture.js';

describe('SimpleCov coverage.json', () => {
  const file = {
    lines: [null, 1, 0, 'ignored'],
    branches: [
      { type: 'then', start_line: 2, end_line: 2, coverage: 1 },
      { type: 'else', start_line: 2, end_line: 2, coverage: 0 },
      { type: 'else', start_line: 3, end_line: 3, coverage: 'ignored' },
    ],
  };

  it('takes the totals that it declares', async () => {
    const report = await parseReport(
      JSON.stringify({
        meta: { simplecov_version: '1.0.0' },
        total: { lines: { covered: 1, total: 2 } },
        coverage: { '/app/a.rb': file },
        groups: {},
      }),
    );
    expect(report).toMatchObject({ tool: 'SimpleCov 1.0.0', mainMetric: 'lines' });
    expect(renderCounts(report.declaredTotals)).toEqual({ lines: '1/2' });
    expect(countBody(report)).toEqual({ lines: '1/2', branches: '1/2' });
  });

  it('counts lines where it declares none', async () => {
    const report = await parseReport(
      JSON.stringify({
        meta: { simplecov_version: '0.22.0' },
        coverage: { '/app/a.rb': { lines: [1, 0] }, '/app/b.rb': { branches: [] } },
      }),
    );
    expect(report.declaredTotals.size).toBe(0);
    expect(countBody(report)).toEqual({ lines: '1/2' });
  });
});

describe('SimpleCov .resultset.json', () => {
  it('unites its commands', async () => {
    const branches = (taken: number) => ({
      '[:if, 0, 2, 4, 5, 7]': { '[:then, 1, 3, 6, 3, 10]': taken, '[:else, 2, 5, 6, 5, 9]': 0 },
    });
    const report = await parseReport(
      JSON.stringify({
        RSpec: {
          coverage: { '/app/a.rb': { lines: [1, 0, null, 0], branches: branches(0) } },
          timestamp: 1,
        },
        Cucumber: {
          coverage: {
            '/app/a.rb': { lines: null, branches: branches(2) },
            '/app/b.rb': [1, null, 0],
          },
          timestamp: 2,
        },
      }),
    );
    expect(report).toMatchObject({
      tool: 'SimpleCov',
      mainMetric: 'lines',
      declaredTotals: new Map(),
    });
    expect(countBody(report)).toEqual({ lines: '2/5', branches: '1/2' });
  });

  it.each([
    { description: 'a place that it does not know', file: { branches: { if: {} } } },
    { description: 'hits that are no number', file: { lines: ['1'] } },
    { description: 'lines that are no list', file: { lines: {} } },
    { description: 'a file that is no object', file: 1 },
  ])('refuses $description', async ({ file }) => {
    const text = JSON.stringify({ RSpec: { coverage: { a: file } } });
    await expect(parseReport(text)).rejects.toThrow(/states|has no/);
  });
});
