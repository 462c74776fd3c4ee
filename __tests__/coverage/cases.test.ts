import { describe, expect, it } from '@jest/globals';
import { chunk, readFixture } from './fixture.js';
import { InputReader } from '../../src/base/input-reader.js';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { runCoverageStep } from '../../src/coverage/step.js';
import { RecordingLogger } from '../fakes/logger.js';

const DIFF = '+++ b/line.go\n@@ -0,0 +4,1 @@\n+x\n';

/** Runs the step over one report of `fixtures/`, in a checkout of the given files. */
async function run(
  fixture: string,
  raw: Readonly<Record<string, string>>,
  tracked: readonly string[] = [],
) {
  const logger = new RecordingLogger();
  const report = readFixture(fixture);
  const reader = new InputReader(new Map(Object.entries({ ...raw, 'coverage-files': 'report' })));
  const inputs = parseCoverageInputs(reader);
  expect(reader.problems).toEqual([]);
  const result = await runCoverageStep(
    inputs,
    { workspace: '/w', payload: {} },
    {
      logger,
      files: {
        find: (globs) => Promise.resolve(globs.includes('report') ? ['/w/report'] : []),
        open: (path) =>
          chunk(path === '/w/go.mod' ? Buffer.from('module example.com/m\n') : report),
        listIn: () => Promise.resolve([]),
        listAll: () => Promise.resolve(tracked),
      },
      changes: {
        diff: () => Promise.resolve(DIFF),
        contains: () => Promise.resolve(false),
        listParents: () => Promise.resolve([]),
        listFiles: () => Promise.resolve(tracked),
      },
    },
  );
  return { result, warnings: logger.lines.filter((line) => line.startsWith('warning')) };
}

describe('reports of shapes that people met', () => {
  it.each<{
    fixture: string;
    inputs: Readonly<Record<string, string>>;
    expected: object;
  }>([
    {
      fixture: 'cases/lcov-record-without-end.info',
      inputs: {},
      expected: { verdict: 'unknown', message: expect.stringContaining('lacks an end_of_record') },
    },
    {
      fixture: 'cases/lcov-same-name-functions.info',
      inputs: { 'coverage-metric': 'functions' },
      expected: { verdict: 'fail', measured: { covered: 1, total: 2 } },
    },
    {
      fixture: 'cases/go-line-directive.out',
      inputs: { 'coverage-min': '70' },
      expected: { verdict: 'pass', measured: { metric: 'statements', covered: 15, total: 21 } },
    },
    {
      fixture: 'cases/go-line-directive.out',
      inputs: { 'coverage-min': '70', 'coverage-min-lines': '1' },
      expected: { verdict: 'unknown', message: expect.stringContaining('no lines were measured') },
    },
    {
      fixture: 'cases/go-line-directive.out',
      inputs: { 'coverage-min': '70', 'coverage-min-file': '0' },
      expected: {
        verdict: 'unknown',
        message: expect.stringContaining('do not tell the lines of'),
      },
    },
    {
      fixture: 'cases/gcovr-jacoco.xml',
      inputs: { 'coverage-min': '42' },
      expected: { verdict: 'pass', measured: { metric: 'lines', covered: 11, total: 26 } },
    },
    {
      fixture: 'cases/gcovr-jacoco.xml',
      inputs: { 'coverage-exclude': '**/main.cpp' },
      expected: { verdict: 'fail', measured: { metric: 'lines', covered: 10, total: 25 } },
    },
    {
      fixture: 'cases/gcovr-jacoco.xml',
      inputs: { 'coverage-metric': 'instructions' },
      expected: { verdict: 'unknown' },
    },
    {
      fixture: 'cases/gcovr-cobertura.xml',
      inputs: {},
      expected: { verdict: 'fail', measured: { covered: 11, total: 26 } },
    },
    {
      fixture: 'cases/gcovr-cobertura.xml',
      inputs: { 'coverage-exclude': 'zzz' },
      expected: { verdict: 'fail', measured: { covered: 11, total: 26 } },
    },
    {
      fixture: 'cases/gcovr-cobertura.xml',
      inputs: { 'coverage-exclude': '**/main.cpp' },
      expected: { verdict: 'fail', measured: { covered: 10, total: 16 } },
    },
    {
      fixture: 'cases/bun-fnf.info',
      inputs: { 'coverage-min': '50', 'coverage-min-functions': '50' },
      expected: { verdict: 'pass', message: expect.stringContaining('(6/9 functions)') },
    },
  ])('$fixture with $inputs', async ({ fixture, inputs, expected }) => {
    expect((await run(fixture, inputs)).result).toMatchObject(expected);
  });

  it('says that gcovr counts instantiations, not that it lost a file', async () => {
    const { warnings } = await run('cases/gcovr-cobertura.xml', {});
    expect(warnings).toEqual([
      'warning: report declares 11/26 lines, while its files list 11/17; the total has a line once for each function that it is in, such as the instantiations of a template, and the files have it once',
    ]);
  });

  it('does not take a changed file whose lines are not known for one without code', async () => {
    const tracked = ['go.mod', 'line.go', 'store.go', 'gen/store.go'];
    const inputs = { 'coverage-min': '70', 'coverage-min-patch': '80', 'coverage-base': 'main' };
    const { result } = await run('cases/go-line-directive.out', inputs, tracked);
    expect(result.verdict).toBe('unknown');
    expect(result.message).toContain('line.go changed, and');
  });
});
