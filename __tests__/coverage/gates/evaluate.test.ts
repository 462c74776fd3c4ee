import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Coverage } from '../../../src/coverage/model/file-coverage.js';
import { evaluateCoverage, type Evidence } from '../../../src/coverage/gates/evaluate.js';
import { parseCoverageInputs } from '../../../src/coverage/inputs.js';
import { InputReader } from '../../../src/base/input-reader.js';
import { combine, parseReport, readFixture } from '../fixture.js';

/** Files with so many lines covered of so many. */
async function coverageOf(files: Readonly<Record<string, readonly [number, number]>>) {
  const classes = Object.entries(files).map(([name, [covered, total]]) => {
    const lines = Array.from(
      { length: total },
      (_, index) => `<line number="${index + 1}" hits="${index < covered ? 1 : 0}"/>`,
    );
    return `<class filename="${name}"><lines>${lines.join('')}</lines></class>`;
  });
  const report = await parseReport(`<coverage>${classes.join('')}</coverage>`);
  return combine([report]);
}

function evaluate(
  coverage: Coverage,
  raw: Readonly<Record<string, string>>,
  evidence: Partial<Evidence> = {},
) {
  const reader = new InputReader(new Map(Object.entries({ 'coverage-files': 'x', ...raw })));
  const inputs = parseCoverageInputs(reader);
  expect(reader.problems).toEqual([]);
  return evaluateCoverage(inputs, { coverage, baseline: '', patch: '', ...evidence });
}

const BRANCH_REPORT = readFixture('python-new/branch/coverage.xml');

async function readBranchReport(): Promise<Coverage> {
  const report = await parseReport(BRANCH_REPORT);
  return combine([report]);
}

describe('evaluateCoverage', () => {
  it('lists all failures together', async () => {
    const result = evaluate(await readBranchReport(), {
      'coverage-min': '70',
      'coverage-min-lines': '68.75',
      'coverage-min-branches': '70',
      'coverage-min-file': '50',
    });
    expect(result.verdict).toBe('fail');
    expect(result.message.split('\n')).toEqual([
      'coverage 68.18% (30/44 lines and branches) is below 70%: 1 more covered line or branch needed',
      'coverage 66.66% (8/12 branches) is below 70%: 1 more covered branch needed',
      '1 of 2 files is below 50% of its lines: /home/runner/work/py/app/sub/util.py 42.85% (3/7)',
    ]);
    expect(result.gates?.map(({ gate, verdict }) => [gate, verdict])).toEqual([
      ['coverage-min', 'fail'],
      ['coverage-min-lines', 'pass'],
      ['coverage-min-branches', 'fail'],
      ['coverage-min-file', 'fail'],
    ]);
    expect(result.measured).toEqual({
      metric: 'combined',
      covered: 30,
      total: 44,
      percent: '68.18',
      tool: 'coverage.py 7.16.2',
    });
  });

  it('is unknown when a metric was not measured, and nothing fails', async () => {
    const coverage = await coverageOf({ 'a.c': [1, 1] });
    const result = evaluate(coverage, { 'coverage-min-functions': '0' });
    expect(result.verdict).toBe('unknown');
    expect(result.message).toBe(
      'coverage is unknown: no functions were measured, only lines. Let the tool measure them, or remove coverage-min-functions',
    );
    expect(result.measured).toMatchObject({ covered: 1, total: 1 });
  });

  it('tells every gate when all pass', async () => {
    const coverage = await coverageOf({ 'a.c': [4, 5], 'b.c': [5, 5] });
    const result = evaluate(coverage, { 'coverage-min-file': '80', 'coverage-min-lines': '80' });
    expect(result).toMatchObject({ verdict: 'pass', filesBelow: [] });
    expect(result.message).toBe(
      'coverage 90.00% (9/10 lines) reaches 80%\neach of the 2 files reaches 80% of its lines',
    );
    expect(result.worstFiles).toEqual([{ path: 'a.c', covered: 4, total: 5, percent: '80.00' }]);
  });

  it('ranks files by what is missing, and names ten of them', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`f${index}.c`, [0, 1] as const]),
    );
    const coverage = await coverageOf({
      ...files,
      'big.c': [0, 5],
      'half.c': [1, 2],
      'no.c': [0, 0],
    });
    const result = evaluate(coverage, { 'coverage-min': '0', 'coverage-min-file': '50' });
    expect(result.filesBelow).toHaveLength(13);
    expect(result.worstFiles?.map(({ path }) => path).slice(0, 3)).toEqual([
      'big.c',
      'f0.c',
      'f1.c',
    ]);
    expect(result.worstFiles).toHaveLength(10);
    expect(result.message).toMatch(/^13 of 14 files are below 50% .* and 3 more$/);
  });

  it('cannot hold files against a minimum when none is listed', async () => {
    const report = await parseReport(readFixture('hostile/utf16.xml'));
    const coverage = combine([report]);
    const result = evaluate(coverage, { 'coverage-min-file': '50' });
    expect(result.verdict).toBe('unknown');
    expect(result.message).toContain('the reports list no lines of files');
  });

  it.each([
    { minimum: '80', precision: '0', verdict: 'pass', words: 'rounded to 80%, reaches 80%' },
    { minimum: '81', precision: '0', verdict: 'fail', words: 'rounded to 80%, is below 81%' },
    { minimum: '79.9', precision: '1', verdict: 'fail', words: 'rounded to 79.5%, is below 79.9%' },
  ])('rounds to $precision decimals before it compares with $minimum', async (row) => {
    const coverage = await coverageOf({ 'a.py': [159, 200] });
    const result = evaluate(coverage, {
      'coverage-min': row.minimum,
      'coverage-min-file': '0',
      'coverage-precision': row.precision,
    });
    expect(result.verdict).toBe(row.verdict);
    expect(result.message).toContain(row.words);
  });

  it('says what files are rounded to, and of one file what is true of one', async () => {
    const coverage = await coverageOf({ 'a.py': [159, 200] });
    const asked = { 'coverage-min': '0', 'coverage-precision': '0' };
    const below = evaluate(coverage, { ...asked, 'coverage-min-file': '81' });
    expect(below.message).toBe(
      'the only file is below 81% of its lines: a.py 79.50% (159/200), rounded to 80%',
    );
    expect(below.gates?.at(-1)).toMatchObject({
      gate: 'coverage-min-file',
      measured: { metric: 'lines', covered: 159, total: 200, percent: '79.50' },
    });
    const reached = evaluate(coverage, { ...asked, 'coverage-min-file': '80' });
    expect(reached.message).toContain('the only file reaches 80% of its lines');
  });

  it('does not round to everything', async () => {
    const coverage = await coverageOf({ 'a.py': [1999, 2000] });
    const asked = { 'coverage-min': '100', 'coverage-min-file': '100', 'coverage-precision': '0' };
    expect(evaluate(coverage, asked).message.split('\n')).toEqual([
      'coverage 99.95% (1999/2000 lines) is below 100%, to which nothing is rounded: 1 more covered line needed',
      'the only file is below 100% of its lines: a.py 99.95% (1999/2000)',
    ]);
  });

  it.each([
    {
      description: 'is covered',
      patch: { count: { covered: 4, total: 5 }, uncovered: [] },
      verdict: 'pass',
      message: 'patch coverage 80.00% (4/5 changed lines) reaches 80%',
    },
    {
      description: 'is not',
      patch: { count: { covered: 3, total: 5 }, uncovered: [] },
      verdict: 'fail',
      message:
        'patch coverage 60.00% (3/5 changed lines) is below 80%: 1 more covered changed line needed',
    },
    {
      description: 'has no code',
      patch: { count: { covered: 0, total: 0 }, uncovered: [] },
      verdict: 'pass',
      message: 'patch coverage: no changed line is code that the reports know',
    },
    {
      description: 'is not known',
      patch: 'there is no base',
      verdict: 'unknown',
      message: 'coverage is unknown: there is no base',
    },
  ])('holds a patch that $description', async ({ patch, verdict, message }) => {
    const coverage = await coverageOf({ 'a.py': [9, 10] });
    const result = evaluate(coverage, { 'coverage-min-patch': '80' }, { patch });
    expect(result.verdict).toBe(verdict);
    expect(result.message).toContain(message);
  });

  it.each([
    {
      baseline: '80.5',
      drop: '0.5',
      verdict: 'pass',
      words: 'fell from 80.50% to 80.00% (8/10 lines), by no more than 0.5 points',
    },
    { baseline: '80.6', drop: '0.5', verdict: 'fail', words: 'by 0.60 points, where at most 0.5' },
    {
      baseline: '80.501',
      drop: '0.5',
      verdict: 'fail',
      words: 'from 80.501% to 80.000% (8/10 lines), by 0.501 points',
    },
    { baseline: '80', drop: '0', verdict: 'pass', words: 'stayed, from 80.00% to 80.00%' },
    {
      baseline: '80.0001',
      drop: '0',
      verdict: 'fail',
      words: 'fell from 80.0001% to 80.0000% (8/10 lines), by 0.0001 points',
    },
    {
      baseline: '70',
      drop: '0',
      verdict: 'pass',
      words: 'rose from 70.00% to 80.00% (8/10 lines)',
    },
  ])('holds against $baseline with a drop of $drop', async ({ baseline, drop, verdict, words }) => {
    const coverage = await coverageOf({ 'a.py': [8, 10] });
    const result = evaluate(coverage, { 'coverage-baseline': baseline, 'coverage-max-drop': drop });
    expect(result.verdict).toBe(verdict);
    expect(result.message).toContain(words);
  });

  it('holds against an earlier report, in the same metric', async () => {
    const coverage = await coverageOf({ 'a.py': [8, 10] });
    const baseline = await coverageOf({ 'a.py': [9, 10] });
    const asked = { 'coverage-baseline': 'old.xml', 'coverage-max-drop': '1' };
    expect(evaluate(coverage, asked, { baseline }).message).toContain(
      'fell from 90.00% (9/10 lines) to 80.00% (8/10 lines), by 10.00 points',
    );
    const missing = evaluate(coverage, asked, { baseline: 'it is not there' });
    expect(missing).toMatchObject({
      verdict: 'unknown',
      message: 'coverage is unknown: of the baseline, it is not there',
    });
    const nothing = evaluate(await coverageOf({}), asked, { baseline });
    expect(nothing.message).toBe('coverage is unknown: nothing was measured (0 of 0)');
  });

  it('never turns from pass to fail when more is covered', async () => {
    const sizes = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.nat(100), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(sizes, async ([hit, total, minimum, precision]) => {
        const covered = Math.min(hit, total);
        const more = Math.min(covered + 1, total);
        const asked = {
          'coverage-min': String(minimum),
          'coverage-min-file': String(minimum),
          ...(precision < 3 && { 'coverage-precision': String(precision) }),
        };
        const before = evaluate(await coverageOf({ 'a.c': [covered, total] }), asked);
        const after = evaluate(await coverageOf({ 'a.c': [more, total] }), asked);
        expect([before.verdict, after.verdict]).not.toEqual(['pass', 'fail']);
      }),
    );
  });
});
