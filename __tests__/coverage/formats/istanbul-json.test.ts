import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, readFixture, renderCounts, uniteFiles } from '../fixture.js';
import { istanbulSummary } from '../../../src/coverage/formats/istanbul-summary.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';

const COUNTS = { lines: '10/15', statements: '13/20', functions: '4/7', branches: '6/14' };

describe('Istanbul summary', () => {
  it('reads its fixture', async () => {
    const report = await parseReport(readFixture('js/nyc/coverage-summary.json'));
    expect(report).toMatchObject({ tool: 'Istanbul', mainMetric: 'lines' });
    expect(renderCounts(report.declaredTotals)).toEqual(COUNTS);
    expect(countBody(report)).toEqual(COUNTS);
  });

  it('cannot unite files of which it has only counts', async () => {
    const summary = await parseReport(readFixture('js/nyc/coverage-summary.json'));
    const final = await parseReport(readFixture('js/nyc/coverage-final.json'));
    for (const pair of [
      [summary, final],
      [final, summary],
    ]) {
      expect(() => uniteFiles(pair.map(({ files }) => files))).toThrow(
        'use a format that lists them',
      );
    }
  });

  it.each([
    { description: 'covered above total', total: { total: 1, covered: 2 } },
    { description: 'unknown counts', total: { total: 'Unknown', covered: 0 } },
    { description: 'no counts', total: 1 },
  ])('refuses $description', async ({ total }) => {
    const text = JSON.stringify({ total: { lines: total } });
    await expect(parseReport(text)).rejects.toThrow(/contradicts|states|has no/);
  });

  it('has no branches where they are no counts', async () => {
    const one = { total: 1, covered: 1 };
    const total = {
      lines: one,
      statements: one,
      functions: one,
      branches: { total: null, covered: 1 },
    };
    const report = await parseReport(JSON.stringify({ total }));
    expect([...(report.unusable?.keys() ?? [])]).toEqual(['branches']);
    expect(renderCounts(report.declaredTotals)).toMatchObject({ lines: '1/1', functions: '1/1' });
  });

  it('refuses a summary without a total', () => {
    const reader = istanbulSummary.createParser(new ReportMemory());
    reader.write('{}');
    expect(() => reader.end()).toThrow('has no total');
  });
});

describe('Istanbul coverage-final', () => {
  it('reads its fixture', async () => {
    const report = await parseReport(readFixture('js/nyc/coverage-final.json'));
    expect(report).toMatchObject({
      tool: 'Istanbul',
      mainMetric: 'lines',
      declaredTotals: new Map(),
    });
    expect(countBody(report)).toEqual(COUNTS);
  });

  it('reads what is below data', async () => {
    const whole = JSON.parse(readFixture('js/nyc/coverage-final.json').toString()) as object;
    const nested = Object.entries(whole).map(([path, data]) => [path, { data: data as unknown }]);
    const report = await parseReport(JSON.stringify(Object.fromEntries(nested)));
    expect(countBody(report)).toEqual(COUNTS);
  });

  it.each([
    {
      description: 'a statement without hits',
      file: { statementMap: { 0: { start: { line: 1 }, end: {} } }, s: {} },
    },
    { description: 'no map of functions', file: { statementMap: {}, s: {} } },
    { description: 'a statement without a place', file: { statementMap: {}, s: { 0: 1 } } },
    {
      description: 'negative hits',
      file: { statementMap: { 0: { start: { line: 1 }, end: {} } }, s: { 0: -1 } },
    },
  ])('refuses $description', async ({ file }) => {
    await expect(parseReport(JSON.stringify({ a: file }))).rejects.toThrow(/has no|states/);
  });

  it.each([
    { description: 'NaN', b: { 0: [1, null] } },
    { description: 'negative', b: { 0: [1, -1] } },
    { description: 'absent', b: {} },
  ])('has no branches where hits are $description', async ({ b }) => {
    const loc = { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } };
    const statements = { statementMap: { 0: loc }, s: { 0: 1 }, fnMap: {}, f: {} };
    const branchMap = { 0: { loc, type: 'if' } };
    const report = await parseReport(JSON.stringify({ a: { ...statements, branchMap, b } }));
    expect([...(report.unusable?.keys() ?? [])]).toEqual(['branches']);
    expect(countBody(report)).toMatchObject({ lines: '1/1', statements: '1/1' });
  });

  it.each([
    { description: 'NaN', f: { 0: null } },
    { description: 'negative', f: { 0: -1 } },
    { description: 'absent', f: {} },
  ])('has no functions where hits are $description', async ({ f }) => {
    const loc = { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } };
    const file = { statementMap: { 0: loc }, s: { 0: 1 }, branchMap: {}, b: {} };
    const report = await parseReport(JSON.stringify({ a: { ...file, fnMap: { 0: { loc } }, f } }));
    expect([...(report.unusable?.keys() ?? [])]).toEqual(['functions']);
    expect(countBody(report)).toMatchObject({ lines: '1/1', statements: '1/1' });
  });

  it.each([
    { description: 'no entry', branchMap: {} },
    { description: 'an entry without a place', branchMap: { 0: { type: 'if', line: 2 } } },
  ])('counts the branches of which its map has $description', async ({ branchMap }) => {
    const none = { statementMap: {}, s: {}, fnMap: {}, f: {} };
    const file = { ...none, branchMap, b: { 0: [1, 0], 1: [0, 0] } };
    const report = await parseReport(JSON.stringify({ a: file }));
    expect(countBody(report)).toEqual({ branches: '1/4' });
    expect(report.unusable?.size).toBe(0);
  });

  it('counts functions and branches of one place one by one', async () => {
    const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } };
    const maps = { fnMap: { 0: { loc }, 1: { loc } }, branchMap: { 0: { loc }, 1: { loc } } };
    const file = { statementMap: {}, s: {}, ...maps, f: { 0: 1, 1: 0 }, b: { 0: [1], 1: [0] } };
    const report = await parseReport(JSON.stringify({ a: file }));
    expect(countBody(report)).toEqual({ functions: '1/2', branches: '1/2' });
  });

  it('counts statements of one place one by one', async () => {
    const place = { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } };
    const none = { fnMap: {}, f: {}, branchMap: {}, b: {} };
    const file = { statementMap: { 0: place, 1: place }, s: { 0: 1, 1: 0 }, ...none };
    const report = await parseReport(JSON.stringify({ a: file }));
    expect(countBody(report)).toEqual({ lines: '1/1', statements: '1/2' });
  });
});
