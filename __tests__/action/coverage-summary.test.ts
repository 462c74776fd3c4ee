import { describe, expect, it } from '@jest/globals';
import type { FileResult } from '../../src/coverage/gates/result.js';
import { renderCoverage } from '../../src/action/coverage-summary.js';

function fileOf(path: string): FileResult {
  return { path, covered: 1, total: 4, percent: '25.00' };
}

describe('renderCoverage', () => {
  it('shows every gate, and the files to look at', () => {
    const parts = renderCoverage({
      verdict: 'fail',
      message: 'one\ntwo *bold*',
      measured: { metric: 'lines', covered: 1, total: 4, percent: '25.00', tool: 'LCOV' },
      gates: [
        {
          gate: 'coverage-min',
          verdict: 'fail',
          message: 'one',
          required: '80',
          measured: { metric: 'lines', covered: 1, total: 4, percent: '25.00' },
        },
        { gate: 'coverage-max-drop', verdict: 'pass', message: 'two', required: '0.5' },
        { gate: 'coverage-files', verdict: 'unknown', message: 'three' },
      ],
      filesBelow: [fileOf('a|b.c')],
      worstFiles: [fileOf('a|b.c'), fileOf('c.c')],
    });
    expect(parts).toEqual([
      '### Coverage: fail',
      'Measured by `LCOV`',
      [
        '| Gate | Metric | Covered | Total | Coverage | Required | Verdict |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| `coverage-min` | lines | 1 | 4 | `██░░░░░░░░` 25.00% | 80% | fail |',
        '| `coverage-max-drop` |  |  |  |  | 0.5 points | pass |',
        '| `coverage-files` |  |  |  |  |  | unknown |',
      ].join('\n'),
      'one',
      'two \\*bold\\*',
      '<details><summary>1 file below coverage-min-file</summary>\n\n| File | Covered lines | Lines | Coverage |\n| --- | --- | --- | --- |\n| `a\\|b.c` | 1 | 4 | `██░░░░░░░░` 25.00% |\n\n</details>',
      '<details><summary>Files with the least covered</summary>\n\n| File | Covered lines | Lines | Coverage |\n| --- | --- | --- | --- |\n| `c.c` | 1 | 4 | `██░░░░░░░░` 25.00% |\n\n</details>',
    ]);
  });

  it('says little when little is known', () => {
    expect(renderCoverage({ verdict: 'unknown', message: 'no report' })).toEqual([
      '### Coverage: unknown',
      'no report',
    ]);
  });

  it.each([
    { covered: 0, total: 10, bar: '░░░░░░░░░░' },
    { covered: 1, total: 11, bar: '░░░░░░░░░░' },
    { covered: 1, total: 10, bar: '█░░░░░░░░░' },
    { covered: 7, total: 10, bar: '███████░░░' },
    { covered: 79_999, total: 100_000, bar: '███████░░░' },
    { covered: 9_999, total: 10_000, bar: '█████████░' },
    { covered: 899_999_999_999_998, total: 899_999_999_999_999, bar: '█████████░' },
    { covered: 3, total: 3, bar: '██████████' },
    { covered: 0, total: 0, bar: '░░░░░░░░░░' },
  ])('has a bar for $covered of $total', ({ covered, total, bar }) => {
    const worstFiles = [{ path: 'f', covered, total, percent: '12.34' }];
    const [, , files] = renderCoverage({ verdict: 'pass', message: 'm', worstFiles });
    expect(files).toContain(`| ${total} | \`${bar}\` 12.34% |`);
  });

  it('bounds the list of files', () => {
    const filesBelow = Array.from({ length: 300 }, (_, index) => fileOf(`f${index}`));
    const parts = renderCoverage({ verdict: 'fail', message: 'm', filesBelow });
    expect(parts.join('\n').match(/^\| `f/gm)).toHaveLength(100);
  });
});
