import { describe, expect, it } from '@jest/globals';
import { measure } from '../../../src/coverage/gates/minimum.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { combine, parseReport, readFixture, renderCounts } from '../fixture.js';

const memory = new ReportMemory();

const AROUND = { workspace: '/home/runner/work/merge' };

function parse(name: string) {
  return parseReport(readFixture(name), memory);
}

describe('combineReports', () => {
  it.each(['xml', 'json', 'info'])('unites %s reports that overlap', async (extension) => {
    const a = await parse(`python-merge/a.${extension}`);
    const b = await parse(`python-merge/b.${extension}`);
    const { totals, isLowerBound, files } = combine([a, b], AROUND, memory);
    expect(renderCounts(totals)).toMatchObject({ lines: '9/11', branches: '3/4' });
    expect(isLowerBound).toBe(false);
    expect([...files.keys()]).toEqual(['m.py']);
  });

  it('unites reports of different formats', async () => {
    const a = await parse('python-merge/a.xml');
    const b = await parse('python-merge/b.info');
    const { totals, mainMetrics, tool } = combine([a, b], AROUND, memory);
    expect(renderCounts(totals)).toMatchObject({ lines: '9/11' });
    expect([...mainMetrics]).toEqual(['combined', 'lines']);
    expect(tool).toBe('coverage.py 7.16.2, LCOV');
  });

  it('unites a file that was tested on two machines', async () => {
    const on = (root: string) =>
      parseReport(`SF:${root}/src/a.c\nDA:1,${root.length % 2}\nend_of_record\n`, memory);
    const reports = [
      await on('/home/runner/work/app/app'),
      await on('D:\\a\\app\\app'),
      await on('/github/workspace'),
      await on('/srv/checkout'),
      await on('.'),
    ] as const;
    const { files } = combine(reports, { workspace: '/srv/checkout/' }, memory);
    expect([...files.keys()]).toEqual(['src/a.c']);
  });

  it('keeps files of one name under different sources apart', async () => {
    const of = (source: string) =>
      parseReport(
        `<coverage><sources><source>${source}</source></sources><class filename="calc.py"><line number="1" hits="1"/></class></coverage>`,
        memory,
      );
    const { files } = combine([await of('app'), await of('lib')], AROUND, memory);
    expect([...files.keys()]).toEqual(['app/calc.py', 'lib/calc.py']);
  });

  it('takes the totals that a single report declares', async () => {
    const { totals } = combine([await parse('hostile/utf16.xml')], AROUND, memory);
    expect(renderCounts(totals)).toEqual({ lines: '1/1' });
  });

  it('refuses to unite totals without files', async () => {
    const bare = await parse('hostile/utf16.xml');
    const other = await parse('python-merge/a.xml');
    expect(() => combine([other, bare], AROUND, memory)).toThrow('cannot be united');
  });

  const JACOCO = `<report><package name="p"><class name="p/B" sourcefilename="B.java"><method name="f" desc="()V">
    <counter type="METHOD" missed="0" covered="1"/></method></class></package>
    <counter type="LINE" missed="90" covered="1"/><counter type="METHOD" missed="0" covered="1"/></report>`;
  const COBERTURA =
    '<coverage lines-valid="1" lines-covered="1" branches-valid="9" branches-covered="0"><class filename="b"><line number="1" hits="1"/></class></coverage>';
  const LCOV = 'SF:a\nDA:1,1\nBRDA:1,0,0,1\nFN:1,f\nFNDA:1,f\nend_of_record\n';
  const GO = 'mode: set\na.go:1.1,2.2 1 1\n';

  it.each([
    {
      description: 'lines that a report declares and does not list',
      reports: [LCOV, JACOCO],
      counts: { branches: '1/1', functions: '2/2' },
    },
    {
      description: 'branches that a report declares and does not list',
      reports: [LCOV, COBERTURA],
      counts: { lines: '2/2' },
    },
    {
      description: 'what the format of a report does not have',
      reports: [GO, COBERTURA],
      counts: { lines: '3/3' },
    },
    {
      description: 'nothing that a report could list, and has none of',
      reports: [LCOV, 'SF:b\nDA:1,1\nend_of_record\n'],
      counts: { lines: '2/2', branches: '1/1', functions: '1/1' },
    },
  ])('leaves out of a union $description', async ({ reports, counts }) => {
    const [first, second] = await Promise.all(reports.map((text) => parseReport(text, memory)));
    if (first === undefined || second === undefined) throw new Error('two reports are needed');
    for (const order of [[first, second] as const, [second, first] as const]) {
      expect(renderCounts(combine(order, AROUND, memory).totals)).toEqual(counts);
    }
  });

  it('does not take lines for lines and branches where one format has no branches', async () => {
    const coverage = combine(
      [await parse('python-merge/a.xml'), await parseReport(GO, memory)],
      AROUND,
      memory,
    );
    expect(measure(coverage, 'combined')).toEqual({
      known: false,
      reason: 'no branches were measured, only lines',
    });
  });

  it('takes an empty report as nothing', async () => {
    const empty = await parse('python-new/empty/coverage.xml');
    const { totals } = combine([await parse('python-merge/a.xml'), empty], AROUND, memory);
    expect(renderCounts(totals)).toMatchObject({ lines: '7/11' });
  });

  it('adds up summaries of different files', async () => {
    const summary = (path: string) => {
      const counts = { total: 2, covered: 1 };
      const all = { lines: counts, statements: counts, functions: counts, branches: counts };
      return parseReport(JSON.stringify({ total: all, [path]: all }), memory);
    };
    const { totals } = combine([await summary('a.js'), await summary('b.js')], AROUND, memory);
    expect(renderCounts(totals)).toMatchObject({ lines: '2/4' });
  });

  it.each([
    { include: [], exclude: ['sub/**'], lines: '19/25' },
    { include: ['sub/*'], exclude: [], lines: '3/7' },
    { include: ['**/*.py'], exclude: ['**/util.py'], lines: '19/25' },
  ])('counts the files of $include without $exclude', async ({ include, exclude, lines }) => {
    const report = await parse('python-new/branch/coverage.xml');
    const selection = { workspace: '/home/runner/work/py/app', include, exclude };
    expect(renderCounts(combine([report], selection, memory).totals)).toMatchObject({ lines });
  });

  it('refuses to leave nothing', async () => {
    const report = await parse('python-merge/a.xml');
    const selection = { ...AROUND, include: ['src/**'] };
    expect(() => combine([report], selection, memory)).toThrow(
      'leave none of the 1 files in the reports (such as m.py)',
    );
  });

  it('says when branches are a lower bound', async () => {
    const report = (): ReturnType<typeof parseReport> =>
      parseReport(
        '<coverage><class filename="a"><line number="1" hits="1" condition-coverage="50% (1/2)"/></class></coverage>',
        memory,
      );
    expect(combine([await report(), await report()], AROUND, memory).isLowerBound).toBe(true);
  });
});
