import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBody, parseReport, readFixture } from '../fixture.js';

describe('Go coverprofile', () => {
  it('reads its fixture', async () => {
    const report = await parseReport(readFixture('go/cover-set.out'));
    expect(report).toMatchObject({
      tool: 'Go',
      mainMetric: 'statements',
      declaredTotals: new Map(),
    });
    expect(countBody(report)).toMatchObject({ statements: '11/17' });
  });

  it('counts a block once, however many packages were tested', async () => {
    const report = await parseReport(
      'mode: set\nm/a.go:1.1,3.2 2 0\nm/a.go:5.1,5.2 1 0\nmode: set\nm/a.go:1.1,3.2 2 1\r\n',
    );
    expect(countBody(report)).toEqual({ statements: '2/3', lines: '3/4' });
  });

  it('takes the lines of a function that has no statements for no code', async () => {
    const report = await parseReport('mode: set\nm/a.go:5.20,6.2 0 0\nm/a.go:7.14,9.2 1 1\n');
    expect(countBody(report)).toEqual({ statements: '1/1', lines: '3/3' });
  });

  it('reads a path with colons and spaces', async () => {
    const report = await parseReport('mode: count\nC:\\my work\\a b.go:1.1,1.2 1 7\n');
    expect([...report.files.keys()]).toEqual(['C:/my work/a b.go']);
  });

  it.each([
    { text: 'm/a.go:1.1,3.2 2', reason: 'states "" as the statements of a block' },
    { text: 'm/a.go:1.1,3.2 2 -1', reason: 'states "-1" as the count of a block' },
    { text: 'm/a.go:1.1,3.2 x 1', reason: 'states "x" as the statements' },
    { text: 'm/a.go:1.1,y.2 1 1', reason: 'states "y" as the number of a line' },
    { text: 'm/a.go:1.1,3.2 2147483648 1', reason: 'a block of 2147483648 statements' },
    { text: 'm/a.go', reason: 'where a whole number is needed (line 2)' },
  ])('refuses $text', async ({ text, reason }) => {
    await expect(parseReport(`mode: set\n${text}\n`)).rejects.toThrow(reason);
  });

  it('leaves out the lines of a file with a block that runs backwards', async () => {
    const blocks =
      'm/a.go:1.1,2.1 1 1\nm/a.go:40.1,2.1 2 0\nm/a.go:3.1,9.1 1 1\nm/b.go:1.1,1.9 1 1\n';
    const report = await parseReport(`mode: set\n${blocks}`);
    expect(countBody(report)).toEqual({ statements: '3/5', lines: '1/1' });
    expect([...(report.unusable?.keys() ?? [])]).toEqual(['lines']);
    expect(report.files.get('m/a.go')?.knowsLines).toBe(false);
    expect(report.files.get('m/b.go')?.knowsLines).toBe(true);
  });

  it('counts the most statements that a block can have', async () => {
    const report = await parseReport('mode: set\nm/a.go:1.1,1.2 2147483647 1\n');
    expect(countBody(report)).toMatchObject({ statements: '2147483647/2147483647' });
  });

  it('gives back the counts that a profile was made of', async () => {
    const blocks = fc.uniqueArray(
      fc.record({ line: fc.integer({ min: 1, max: 999 }), statements: fc.nat(9), hits: fc.nat(2) }),
      { selector: ({ line }) => line, minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(blocks, async (profile) => {
        const rows = profile.map(
          ({ line, statements, hits }) => `m/a.go:${line}.2,${line}.9 ${statements} ${hits}`,
        );
        const report = await parseReport(['mode: count', ...rows, ...rows].join('\n'));
        let covered = 0;
        let total = 0;
        for (const { statements, hits } of profile) {
          total += statements;
          if (hits > 0) covered += statements;
        }
        expect(countBody(report)['statements'] ?? '0/0').toBe(`${covered}/${total}`);
      }),
    );
  });
});
