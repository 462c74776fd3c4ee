import { describe, expect, it } from '@jest/globals';
import { readCases } from './expected.js';
import { chunk, readFixture } from './fixture.js';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { COST } from '../../src/coverage/model/limits.js';
import { ReportMemory } from '../../src/coverage/model/limits.js';
import { PromoteError } from '../../src/base/errors.js';
import { InputReader } from '../../src/base/input-reader.js';
import type { JsonObject } from '../../src/base/json.js';
import type { SourceChanges, Files } from '../../src/ports/runner.js';
import { runCoverageStep } from '../../src/coverage/step.js';
import { RecordingLogger } from '../fakes/logger.js';

/** Files of the given contents; a pattern is the name of a file. */
function files(contents: Readonly<Record<string, string | Uint8Array | Error>>): Files {
  return {
    find: (globs) =>
      Promise.resolve(globs.filter((glob) => glob in contents).map((name) => `/w/${name}`)),
    open(path) {
      const content = contents[path.replace('/w/', '')];
      if (content instanceof Error) throw content;
      return chunk(Buffer.from(content ?? ''));
    },
    listIn: () => Promise.resolve([]),
    listAll: () => Promise.resolve(Object.keys(contents)),
  };
}

const DIFF = '+++ b/m.py\n@@ -0,0 +1,3 @@\n+a\n+b\n+c\n@@ -4,0 +5,1 @@\n+d\n';

const NO_GIT = new PromoteError('coverage-unknown', 'git ls-files failed: not a git repository');
const NO_BASE = new PromoteError('coverage-unknown', 'set fetch-depth');

async function run(
  source: Files,
  raw: Readonly<Record<string, string>>,
  payload: JsonObject = {},
  diff: string | Error = DIFF,
  memory = new ReportMemory(),
) {
  const logger = new RecordingLogger();
  const asked: string[] = [];
  const changes: SourceChanges = {
    diff(base) {
      asked.push(base);
      return diff instanceof Error ? Promise.reject(diff) : Promise.resolve(diff);
    },
    contains: () => Promise.resolve(false),
    listParents: () => Promise.resolve([]),
    listFiles: () =>
      diff === NO_GIT ? Promise.reject(NO_GIT) : Promise.resolve(['m.py', 'README.md']),
  };
  const reader = new InputReader(new Map(Object.entries(raw)));
  const inputs = parseCoverageInputs(reader);
  expect(reader.problems).toEqual([]);
  const ports = { files: source, changes, logger };
  const result = await runCoverageStep(inputs, { workspace: '/w', payload }, ports, memory);
  return { result, entries: logger.lines, asked };
}

const COBERTURA = '<coverage lines-covered="8" lines-valid="10">';

describe('runCoverageStep', () => {
  it('passes, and logs what it read', async () => {
    const report = readFixture('python-new/branch/coverage.xml');
    const { result, entries } = await run(files({ 'coverage.xml': report }), {
      'coverage-files': 'coverage.xml',
      'coverage-min': '68',
    });
    expect(result).toMatchObject({
      verdict: 'pass',
      message: 'coverage 68.18% (30/44 lines and branches) reaches 68%',
      measured: {
        metric: 'combined',
        covered: 30,
        total: 44,
        percent: '68.18',
        tool: 'coverage.py 7.16.2',
      },
    });
    expect(entries).toEqual([
      'group: Coverage',
      'info: Read coverage.xml, written by coverage.py 7.16.2',
      'info: coverage-min: coverage 68.18% (30/44 lines and branches) reaches 68%',
    ]);
  });

  it('warns of a report whose totals are not those of its files', async () => {
    const body = '<class filename="a"><line number="1" hits="1"/></class>';
    const { result, entries } = await run(files({ a: `${COBERTURA}${body}</coverage>` }), {
      'coverage-files': 'a',
    });
    expect(result.verdict).toBe('pass');
    expect(entries).toContain('warning: a declares 8/10 lines, while its files list 1/1');
  });

  it('warns of globs that match no source file', async () => {
    const report = readFixture('python-merge/a.xml');
    const { entries } = await run(files({ a: report }), {
      'coverage-files': 'a',
      'coverage-include': '**/m.py\nsrc/**',
      'coverage-exclude': 'tests/**',
    });
    expect(entries.filter((entry) => entry.startsWith('warning'))).toEqual([
      expect.stringContaining('coverage-include: src/** matches no file in the reports ('),
      expect.stringContaining('coverage-exclude: tests/** matches no file in the reports ('),
    ]);
  });

  it('says when branches of several reports are a lower bound', async () => {
    const report =
      '<coverage><class filename="a"><line number="1" hits="1" condition-coverage="50% (1/2)"/></class></coverage>';
    const { result, entries } = await run(files({ a: report, b: report }), {
      'coverage-files': 'a\nb',
    });
    expect(result.measured).toMatchObject({ covered: 1, total: 1, tool: 'Cobertura' });
    expect(entries.join('\n')).toMatch(/notice: .*lower bound/);
  });

  it.each<{
    description: string;
    contents: Readonly<Record<string, string | Error>>;
    reason: string;
  }>([
    {
      description: 'a glob that matches nothing',
      contents: {},
      reason: 'coverage-files matches no file: "a". Paths are relative to the workspace',
    },
    { description: 'an empty file', contents: { a: '' }, reason: 'a is empty' },
    {
      description: 'a truncated report',
      contents: { a: COBERTURA },
      reason: 'a is not well-formed XML',
    },
    {
      description: 'nothing measured',
      contents: { a: '<coverage lines-covered="0" lines-valid="0"/>' },
      reason: 'nothing was measured (0 of 0)',
    },
    {
      description: 'a file that cannot be read',
      contents: { a: Object.assign(new Error("EACCES: denied, open '/w/a'"), { syscall: 'open' }) },
      reason: "a cannot be read: EACCES: denied, open 'a'",
    },
  ])('is unknown for $description', async ({ contents, reason }) => {
    const { result } = await run(files(contents), { 'coverage-files': 'a' });
    expect(result.verdict).toBe('unknown');
    expect(result.message).toContain(`coverage is unknown: ${reason}`);
    expect(result.measured).toBeUndefined();
  });

  it.each([
    {
      description: 'a name that is close',
      globs: 'coverage.out\n!gen/**',
      there: ['cover.out', 'main.go'],
      meant: 'matches no file: "coverage.out". Is "cover.out" meant? Paths are',
    },
    {
      description: 'a path in full, of a file in another directory',
      globs: '/w/build/lcov.info',
      there: ['packages/web/lcov.info', 'package.json'],
      meant: 'Is "packages/web/lcov.info" meant?',
    },
    {
      description: 'a pattern that ends in a name',
      globs: '**/target/site/jacoco/jacoco.xml',
      there: ['app/build/jacoco.xml', 'lib/build/jacoco.xml'],
      meant: 'Is one of "app/build/jacoco.xml", "lib/build/jacoco.xml" meant?',
    },
    {
      description: 'a name that many files have',
      globs: 'out/lcov.info',
      there: ['a', 'b', 'c', 'd'].map((name) => `${name}/x/lcov.info`),
      meant: 'matches no file: "out/lcov.info". Paths are',
    },
    {
      description: 'a pattern of all names',
      globs: 'build/**/*.xml',
      there: ['out/a.xml'],
      meant: 'matches no file: "build/**/*.xml". Paths are',
    },
    {
      description: 'a file that a later pattern takes back',
      globs: 'a.xml\n!a.xml',
      there: ['a.xml'],
      meant: 'matches no file: "a.xml". Paths are',
    },
    {
      description: 'patterns that ask for nothing',
      globs: '# a.xml\n!b.xml',
      there: ['a.xml'],
      meant: 'matches no file: "# a.xml", "!b.xml". Paths are',
    },
  ])('asks what is meant by $description', async ({ globs, there, meant }) => {
    const source: Files = {
      ...files({}),
      find: () => Promise.resolve([]),
      listAll: () => Promise.resolve(there),
    };
    const { result } = await run(source, { 'coverage-files': globs });
    expect(result.verdict).toBe('unknown');
    expect(result.message).toContain(meant);
  });

  it('tells the metrics that were measured, and how to ask for one', async () => {
    const lines = '<coverage lines-covered="8" lines-valid="10"/>';
    const asked = { 'coverage-files': 'a', 'coverage-metric': 'branches' };
    const { result } = await run(files({ a: lines }), asked);
    expect(result.message).toBe(
      'coverage is unknown: no branches were measured, only lines. Set coverage-metric to what was measured',
    );
  });

  it.each([
    {
      description: 'is unknown, though the others pass',
      min: '80',
      verdict: 'unknown',
      message: [/^coverage is unknown: coverage-files matches no file: "b", "c"\. Paths/],
    },
    {
      description: 'does not hide that the others fail',
      min: '81',
      verdict: 'fail',
      message: [/^coverage is unknown: coverage-files .*"b", "c"/, /is below 81%/],
    },
  ])('a report that is missing among several $description', async (row) => {
    const { result } = await run(files({ a: `${COBERTURA}</coverage>` }), {
      'coverage-files': 'a\nb\n!x\nc',
      'coverage-min': row.min,
    });
    expect(result.verdict).toBe(row.verdict);
    const sentences = result.message.split('\n');
    expect(sentences).toEqual(row.message.map((sentence) => expect.stringMatching(sentence)));
    expect(result.measured).toMatchObject({ covered: 8, total: 10 });
  });

  it('leaves out what a later pattern takes back', async () => {
    const source: Files = {
      ...files({ a: `${COBERTURA}</coverage>` }),
      find: (globs) => Promise.resolve(globs.includes('!a') ? [] : ['/w/a']),
    };
    const { result } = await run(source, { 'coverage-files': '!a\na\n# b' });
    expect(result.verdict).toBe('pass');
    const none = await run(source, { 'coverage-files': 'a\n!a' });
    expect(none.result.message).toContain('coverage-files matches no file: "a"');
  });

  it('does not hide an error of its own', async () => {
    const broken = files({ a: new TypeError('a bug') });
    await expect(run(broken, { 'coverage-files': 'a' })).rejects.toThrow('a bug');
  });

  it.each(readCases())(
    'gives what the tool says: $name',
    async ({ files: names, inputs, expected }) => {
      const contents = Object.fromEntries(names.map((name) => [name, readFixture(name)]));
      const { result } = await run(files(contents), {
        'coverage-files': names.join('\n'),
        ...inputs,
      });
      const { verdict, parsed, ...measured } = expected;
      if (verdict !== undefined) expect(result.verdict).toBe(verdict);
      if (parsed === true) expect(result.measured).toBeDefined();
      if (Object.keys(measured).length > 0) expect(result.measured).toMatchObject(measured);
    },
  );

  it('refuses a report of another format than the one asked for', async () => {
    const { result } = await run(files({ a: `${COBERTURA}</coverage>` }), {
      'coverage-files': 'a',
      'coverage-format': 'lcov',
    });
    expect(result.message).toBe(
      'coverage is unknown: a is cobertura, while coverage-format is lcov',
    );
  });

  describe('with a baseline', () => {
    const asked = { 'coverage-files': 'a', 'coverage-max-drop': '1' };
    const contents = {
      a: `${COBERTURA}</coverage>`,
      old: '<coverage lines-covered="9" lines-valid="10"/>',
    };

    it.each([
      {
        baseline: 'old',
        verdict: 'fail',
        message: 'coverage fell from 90.00% (9/10 lines) to 80.00% (8/10 lines), by 10.00',
      },
      { baseline: '80', verdict: 'pass', message: 'from 80.00% to 80.00%' },
      {
        baseline: 'none',
        verdict: 'unknown',
        message: 'coverage-baseline matches no file: "none"',
      },
    ])('of $baseline it is $verdict', async ({ baseline, verdict, message }) => {
      const { result } = await run(files(contents), { ...asked, 'coverage-baseline': baseline });
      expect(result.verdict).toBe(verdict);
      expect(result.message).toContain(message);
    });

    it('shares the limit of the run with it', async () => {
      const given = { ...asked, 'coverage-baseline': 'old' };
      const report = '<coverage><class filename="a"><line number="1" hits="1"/></class></coverage>';
      const memory = new ReportMemory(2 * COST.file);
      const source = files({ a: report, old: report });
      const { result } = await run(source, given, {}, DIFF, memory);
      expect(result.message).toMatch(/of the baseline, old takes the reports beyond/);
    });

    it('does not hide an error of its own', async () => {
      const broken = files({ ...contents, old: new TypeError('a bug') });
      await expect(run(broken, { ...asked, 'coverage-baseline': 'old' })).rejects.toThrow('a bug');
    });
  });

  describe('with changed lines', () => {
    const report = readFixture('python-merge/a.xml');
    const asked = { 'coverage-files': 'a', 'coverage-min': '0', 'coverage-min-patch': '80' };
    const sha = 'a'.repeat(40);

    it.each([
      { description: 'a pull request', payload: { pull_request: { base: { sha } } } },
      { description: 'a merge group', payload: { merge_group: { base_sha: sha } } },
      { description: 'a push', payload: { before: sha } },
    ])('compares with the base of $description', async ({ payload }) => {
      const { result, entries, asked: bases } = await run(files({ a: report }), asked, payload);
      expect(bases).toEqual([sha]);
      expect(result.message).toContain('patch coverage 75.00% (3/4 changed lines) is below 80%');
      expect(entries).toContain('m.py:5-5: No test runs these changed lines.');
    });

    it('compares with the ref that it is given', async () => {
      const given = { ...asked, 'coverage-base': 'main' };
      const { asked: bases } = await run(files({ a: report }), given, { before: sha });
      expect(bases).toEqual(['main']);
    });

    it.each([
      { description: 'a new branch', payload: { before: '0'.repeat(40) } },
      { description: 'another event', payload: { pull_request: 1 } },
    ])('is unknown on $description', async ({ payload }) => {
      const { result } = await run(files({ a: report }), asked, payload);
      expect(result).toMatchObject({ verdict: 'unknown' });
      expect(result.message).toContain('set coverage-base');
    });

    it.each([
      { description: 'a shallow clone', error: NO_BASE, payload: {}, reason: 'set fetch-depth' },
      {
        description: 'no git repository',
        error: NO_GIT,
        payload: {},
        reason: 'git ls-files failed: not a git repository. Run actions/checkout before this step',
      },
      {
        description: 'a forced push',
        error: NO_BASE,
        payload: { forced: true },
        reason: `the push was forced, so that a clone does not have the commit before it (${sha}): set coverage-base, such as to the default branch`,
      },
    ])('is unknown in $description, beside the other gates', async ({ error, payload, reason }) => {
      const given = { ...asked, 'coverage-min': '100' };
      const pushed = { ...payload, before: sha };
      const { result } = await run(files({ a: report }), given, pushed, error);
      expect(result.verdict).toBe('fail');
      expect(result.message.split('\n')).toEqual([
        expect.stringContaining('is below 100%'),
        `patch coverage is unknown: ${reason}`,
      ]);
      const alone = await run(files({ a: report }), asked, pushed, error);
      expect(alone.result).toMatchObject({ verdict: 'unknown', measured: { covered: 9 } });
    });

    it.each([
      { description: 'a defect', error: new TypeError('a bug') },
      { description: 'another failure', error: new PromoteError('internal', 'a bug') },
    ])('does not take $description for a missing base', async ({ error }) => {
      const failing = run(files({ a: report }), asked, { before: sha }, error);
      await expect(failing).rejects.toThrow('a bug');
    });

    it('trusts a given base after a forced push', async () => {
      const given = { ...asked, 'coverage-base': 'main' };
      const pushed = { before: sha, forced: true };
      const { result } = await run(files({ a: report }), given, pushed, NO_BASE);
      expect(result.message).toContain('set fetch-depth');
    });

    it.each([
      {
        description: 'files that git does not track',
        report: 'SF:other.py\nDA:1,1\nend_of_record\n',
      },
      { description: 'no lines', report: readFixture('js/nyc/coverage-summary.json') },
    ])('is unknown when the reports have $description', async ({ report: given }) => {
      const { result } = await run(files({ a: given }), asked, { before: sha });
      expect(result.verdict).toBe('unknown');
      expect(result.message).toContain('list no lines of a file that git tracks');
    });

    it('bounds the annotations', async () => {
      const lines = Array.from({ length: 30 }, (_, index) => `DA:${index * 2 + 1},0`);
      const lcov = ['SF:m.py', ...lines, 'end_of_record', ''].join('\n');
      const diff = '+++ b/m.py\n@@ -0,0 +1,60 @@\n';
      const { entries } = await run(files({ a: lcov }), asked, { before: sha }, diff);
      expect(entries.filter((entry) => entry.includes('No test runs'))).toHaveLength(10);
      expect(entries).toContain('info: 20 more places of changed lines are not covered');
    });
  });
});
