import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, readFixture, renderCounts } from '../fixture.js';

function report(files: object, totals: object, meta: object = {}): string {
  return JSON.stringify({
    meta: { version: '7.0', branch_coverage: true, ...meta },
    files,
    totals,
    extra: 1,
  });
}

const TOTALS = { covered_lines: 1, num_statements: 2 };

describe('coverage.py JSON', () => {
  it.each([
    {
      fixture: 'python-new/branch/coverage.json',
      mainMetric: 'combined',
      counts: { lines: '22/32', branches: '8/12' },
    },
    { fixture: 'python-new/line/coverage.json', mainMetric: 'lines', counts: { lines: '22/32' } },
    { fixture: 'boundary/159-200.json', mainMetric: 'lines', counts: { lines: '159/200' } },
  ])('reads $fixture', async ({ fixture, mainMetric, counts }) => {
    const parsed = await parseReport(readFixture(fixture));
    expect(parsed).toMatchObject({ tool: 'coverage.py 7.16.2', mainMetric });
    expect(renderCounts(parsed.declaredTotals)).toEqual(counts);
    expect(countBody(parsed)).toEqual(counts);
  });

  it('leaves out the line 0 that version 6.5 lists in an empty file', async () => {
    const parsed = await parseReport(
      report({ 'a.py': { executed_lines: [0], missing_lines: [] } }, TOTALS),
    );
    expect(countBody(parsed)).toEqual({});
  });

  it.each([
    { description: 'no totals', text: '{"meta": {"branch_coverage": false}}' },
    {
      description: 'covered above total',
      text: report({}, { covered_lines: 3, num_statements: 2 }),
    },
    {
      description: 'a total that is null',
      text: report({}, { covered_lines: null, num_statements: 2 }),
    },
    { description: 'a negative total', text: report({}, { covered_lines: -1, num_statements: 2 }) },
    { description: 'files that are no object', text: report([], TOTALS).replace('[]', '{"a": 1}') },
    { description: 'lines that are no list', text: report({ a: { executed_lines: 1 } }, TOTALS) },
    {
      description: 'a line that is no number',
      text: report({ a: { executed_lines: ['1'], missing_lines: [] } }, TOTALS),
    },
    {
      description: 'totals twice',
      text: report({}, TOTALS).replace(
        '{',
        '{"totals": {"covered_lines": 2, "num_statements": 2},',
      ),
    },
  ])('refuses $description', async ({ text }) => {
    await expect(parseReport(text)).rejects.toThrow(/has no|contradicts|states|twice/);
  });
});
