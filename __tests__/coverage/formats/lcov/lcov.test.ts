import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBody, parseReport, readFixture } from '../../fixture.js';
import { lcov } from '../../../../src/coverage/formats/lcov/lcov.js';
import { MAX_TOKEN_CHARACTERS } from '../../../../src/coverage/model/limits.js';

function record(...entries: readonly string[]): string {
  return ['SF:a.c', ...entries, 'end_of_record', ''].join('\n');
}

describe('LCOV', () => {
  it.each([
    { description: 'a record', head: 'SF:a.c', expected: true },
    { description: 'comments and blanks before it', head: '\n# a\n\n #b\r\nTN:', expected: true },
    { description: 'a comment about one', head: '# SF:a.c', expected: false },
    // These end only if no blank can be matched in two ways.
    { description: 'nothing but blanks', head: ' \n'.repeat(32_768), expected: false },
    { description: 'nothing but comments', head: '# \n'.repeat(16_384), expected: false },
  ])('tells by $description', ({ head, expected }) => {
    expect(lcov.detect(head)).toBe(expected);
  });

  it.each([
    {
      fixture: 'c/lcov.info',
      counts: { lines: '8/11', branches: '4/10', functions: '2/3' },
    },
    {
      fixture: 'js/nyc/lcov.info',
      counts: { lines: '10/15', branches: '6/14', functions: '4/7' },
    },
    {
      fixture: 'js/jest/lcov.info',
      counts: { lines: '11/16', branches: '7/16', functions: '5/8' },
    },
    {
      fixture: 'python-new/branch/lcov.info',
      counts: { lines: '22/32', branches: '8/12', functions: '5/8' },
    },
  ])('reads $fixture', async ({ fixture, counts }) => {
    const report = await parseReport(readFixture(fixture));
    expect(report).toMatchObject({ tool: 'LCOV', mainMetric: 'lines', declaredTotals: new Map() });
    expect(countBody(report)).toEqual(counts);
  });

  it.each([
    { description: 'hits that add up', entries: ['DA:1,0', 'DA:1,1'], counts: { lines: '1/1' } },
    { description: 'a checksum', entries: ['DA:1,1,4r5/a+'], counts: { lines: '1/1' } },
    {
      description: 'scientific numbers',
      entries: ['DA:1,1e+06', 'DA:2,0.5'],
      counts: { lines: '2/2' },
    },
    {
      description: 'branches named by a text with commas',
      entries: ['BRDA:1,0,f(a, b),1', 'BRDA:1,0,f(a, c),-', 'BRDA:1,e0,0,0'],
      counts: { branches: '1/3' },
    },
    {
      description: 'the last line of a function',
      entries: ['FN:1,9,f', 'FNDA:1,f', 'FN:12,g'],
      counts: { functions: '1/2' },
    },
    {
      description: 'functions with several names',
      entries: ['FNL:0,1,9', 'FNA:0,0,f<int>', 'FNA:0,2,f<char, int>', 'FNL:1,12', 'FNA:1,0,g'],
      counts: { functions: '1/2' },
    },
    {
      description: 'functions of one name, in order',
      entries: ['FN:1,f', 'FN:5,f', 'FN:9,f', 'FNDA:1,f', 'FNDA:0,f', 'FNDA:0,f', 'FNF:3'],
      counts: { functions: '1/3' },
    },
    {
      description: 'functions of one name on one line',
      entries: ['FN:1,f', 'FN:1,f', 'FNDA:0,f', 'FNDA:2,f'],
      counts: { functions: '1/2' },
    },
    {
      description: 'hits right behind each start',
      entries: ['FN:1,f', 'FNDA:1,f', 'FN:5,f', 'FNDA:0,f'],
      counts: { functions: '1/2' },
    },
    {
      description: 'fewer hits than starts',
      entries: ['FN:1,f', 'FN:5,f', 'FNDA:1,f'],
      counts: { functions: '1/2' },
    },
    {
      description: 'names that the writer counts once',
      entries: ['FN:1,f', 'FN:5,f', 'FNDA:1,f', 'FNF:1', 'FNH:1'],
      counts: { functions: '1/1' },
    },
    {
      description: 'hits without a start',
      entries: ['FNDA:1,f', 'FNDA:0,g'],
      counts: { functions: '1/2' },
    },
    {
      description: 'numbered functions on one line',
      entries: ['FNL:0,1', 'FNA:0,1,f', 'FNL:1,1', 'FNA:1,0,g'],
      counts: { functions: '1/2' },
    },
    {
      description: 'functions that are only counted',
      entries: ['FNF:9', 'FNH:6'],
      counts: { functions: '6/9' },
    },
    {
      description: 'branches of Bazel',
      entries: ['BA:1,2', 'BA:1,1', 'BA:2,0'],
      counts: { branches: '1/3' },
    },
    {
      description: 'functions of one name that have hits and no starts',
      entries: ['FNDA:1,x', 'FNDA:0,x', 'FNF:2', 'FNH:1'],
      counts: { functions: '1/2' },
    },
    {
      description: 'names of other languages',
      entries: ['FN:1,MSF::run', 'FNDA:1,MSF::run', 'FN:2,-[A initWithSF:path:]'],
      counts: { functions: '1/2' },
    },
    {
      description: 'comments and entries that it does not know',
      entries: ['# comment', '#comment: too', ' \t', 'VER:1', 'MCDC:1,1,t,0,0,1', 'DA:1,1\r'],
      counts: { lines: '1/1' },
    },
    {
      description: 'totals that are too high',
      entries: ['DA:1,1', 'LF:20', 'LH:10', 'BRF:1'],
      counts: { lines: '1/1' },
    },
  ])('understands $description', async ({ entries, counts }) => {
    expect(countBody(await parseReport(record(...entries)))).toEqual(counts);
  });

  it('unites the records of a file, however it is spelt', async () => {
    const report = await parseReport(
      `TN:test\nVER:2\n \r\n${record('DA:1,1', 'DA:2,0')}${record('DA:2,1').replace('a.c', './a.c')}`,
    );
    expect([...report.files.keys()]).toEqual(['a.c']);
    expect(countBody(report)).toEqual({ lines: '2/2' });
  });

  it.each(['SF:b.c', 'TN:', 'TN:x\nSF:b.c'])(
    'splits files that were joined without a line end, at %p',
    async (start) => {
      const next = record('DA:1,0').replace('SF:a.c', start.includes('SF') ? start : 'TN:\nSF:b.c');
      const report = await parseReport(`${record('DA:1,1').trimEnd()}${next}`);
      expect(countBody(report)).toEqual({ lines: '1/2' });
      expect([...report.files.keys()]).toEqual(['a.c', 'b.c']);
    },
  );

  it.each([
    { cut: 'DA:2,1', next: 'SF:b.c' },
    { cut: 'D', next: 'SF:b.c' },
    { cut: 'LF', next: 'SF:b.c' },
    { cut: 'FNDA:1,f', next: 'SF:src/b.c' },
    { cut: 'FN:1,f', next: 'SF:b.c' },
    { cut: 'FN:1,f', next: 'SF:Makefile' },
    { cut: 'DA:1,1\nend_of_record\nSF:src/x', next: 'SF:src/b.c' },
    { cut: 'DA:1,1,4r5/a+', next: 'SF:b.c' },
    { cut: 'BRDA:1,0,0,1', next: 'SF:b.c' },
    { cut: 'LF:1', next: 'SF:b.c' },
    { cut: 'L', next: 'TN:' },
    { cut: 'DA:1,1\n', next: 'SF:b.c' },
    { cut: 'DA:1,1\nend_of_rec', next: 'TN:' },
    { cut: 'DA:1,1\nend_of_record', next: ' SF:b.c' },
    { cut: 'DA:1,1\nend_of_record', next: 'SSF:b.c' },
  ])('refuses $cut, where $next was joined to it', async ({ cut, next }) => {
    const text = `SF:a.c\nDA:1,1\n${cut}${next}\n${record('DA:1,0')}`;
    await expect(parseReport(text)).rejects.toThrow(/lacks an end_of_record|is needed|not a/);
  });

  it('reads how often a branch was taken in every spelling of a number', async () => {
    const report = await parseReport(record('DA:1,1', 'BRDA:1,0,0,1e+06', 'BRDA:1,0,1,0.0'));
    expect(countBody(report)).toEqual({ lines: '1/1', branches: '1/2' });
  });

  it.each(['NaN', '-3', '-Infinity'])('has no branches where one is %s', async (taken) => {
    const report = await parseReport(record('DA:1,1', 'BRDA:1,0,0,1', `BRDA:1,0,1,${taken}`));
    expect(report.unusable).toEqual(
      new Map([['branches', `states "${taken}" as how often a branch was taken`]]),
    );
    expect(countBody(report)).toMatchObject({ lines: '1/1' });
  });

  it.each([
    { description: 'names both counts', text: record('DA:1,1', 'LF:3', 'LH:2'), count: 1 },
    {
      description: 'says nothing where they agree',
      text: record('DA:1,1', 'LF:1', 'LH:1'),
      count: 0,
    },
    {
      description: 'says nothing where a file has several records',
      text: record('DA:1,1', 'LF:1', 'LH:1') + record('DA:1,0', 'LF:1', 'LH:0'),
      count: 0,
    },
  ])('$description of lines', async ({ text, count }) => {
    const { warnings } = await parseReport(text);
    expect(warnings).toHaveLength(count);
    if (count > 0)
      expect(warnings?.[0]).toContain('states 2/3 lines (LH, LF), while its entries list 1/1');
  });

  it.each([
    { fixture: 'node-test.info', functions: '10/17' },
    { fixture: 'c8.info', functions: '9/16' },
    { fixture: 'c8.json', functions: '9/16' },
    { fixture: 'vitest-v8.info', functions: '8/16' },
    { fixture: 'vitest-istanbul.info', functions: '7/16' },
  ])('has the functions that the tool of $fixture counts', async ({ fixture, functions }) => {
    expect(countBody(await parseReport(readFixture(`js/namesakes/${fixture}`)))).toMatchObject({
      functions,
    });
  });

  it('unites functions that are only counted, as a lower bound', async () => {
    const counted = await parseReport(record('FNF:3', 'FNH:1') + record('FNF:3', 'FNH:2'));
    expect(countBody(counted)).toEqual({ functions: '2/3' });
    const mixed = await parseReport(record('FNF:3', 'FNH:1') + record('FN:1,f', 'FNDA:1,f'));
    expect(countBody(mixed)).toEqual({ functions: '1/3' });
    expect([...mixed.files.values()].map((file) => file.isLowerBound)).toEqual([true]);
  });

  it.each([
    { description: 'negative hits', text: record('DA:1,-1'), reason: 'states "-1" as the hits' },
    { description: 'a line without hits', text: record('DA:1'), reason: 'states "" as the hits' },
    { description: 'a line that is no number', text: record('DA:a,1'), reason: 'states "a"' },
    {
      description: 'a number beyond all lines',
      text: record('DA:1,1', `DA:${10 ** 12},1`),
      reason: 'lines of code',
    },
    {
      description: 'a branch beyond all lines',
      text: record('BRDA:40000000,0,0,1'),
      reason: 'has a line numbered 40000000',
    },
    {
      description: 'a branch without hits',
      text: record('BRDA:1,0,0,'),
      reason: 'branch was taken',
    },
    { description: 'more hit than found', text: record('LF:1', 'LH:2'), reason: '2 of 1 lines' },
    { description: 'a name without a function', text: record('FNA:0,1,f'), reason: 'nothing' },
    {
      description: 'what is no entry',
      text: record('DA'),
      reason: '"DA" inside of a record (line 2)',
    },
    {
      description: 'what is in no record',
      text: `${record('DA:1,1')}DA:2,1\n`,
      reason: '"DA:2,1" outside of a record (line 4)',
    },
    { description: 'a record without an end', text: 'SF:a.c\nDA:1,1\n', reason: 'ends inside' },
    {
      description: 'an endless line',
      text: `SF:${'a'.repeat(MAX_TOKEN_CHARACTERS)}`,
      reason: 'has a line of more than',
    },
  ])('refuses $description', async ({ text, reason }) => {
    await expect(parseReport(text)).rejects.toThrow(reason);
  });

  it('gives back the counts that a report was made of', async () => {
    const lines = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(3)), {
      selector: ([line]) => line,
    });
    await fc.assert(
      fc.asyncProperty(
        lines.filter(({ length }) => length > 0),
        async (entries) => {
          const data = entries.map(([line, hits]) => `DA:${line},${hits}`);
          const branches = entries.map(([line, hits]) => `BRDA:${line},0,1,${hits}`);
          const covered = entries.filter(([, hits]) => hits > 0).length;
          const count = `${covered}/${entries.length}`;
          const report = await parseReport(record(...data, ...branches));
          expect(countBody(report)).toEqual({ lines: count, branches: count });
        },
      ),
    );
  });
});
