import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fixturePath } from './fixture.js';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { runCoverageStep } from '../../src/coverage/step.js';
import { InputReader } from '../../src/base/input-reader.js';
import type { JsonObject } from '../../src/base/json.js';
import { findFiles, listAllFiles, listFilesIn, openFile } from '../../src/runner/files.js';
import { hasCommit, listParents, listTrackedFiles, readDiff } from '../../src/runner/git.js';
import { RecordingLogger } from '../fakes/logger.js';

const before = process.cwd();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});

afterEach(() => {
  process.chdir(before);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  return execFileSync('git', [...identity, ...args], { encoding: 'utf8' }).trim();
}

/** Goes into a copy of a case; what is no repository becomes one when it is asked to. */
function enter(name: string, { isRepository = true } = {}): void {
  const place = mkdtempSync(join(folder, 'case-'));
  if (name.endsWith('.tgz')) {
    execFileSync('tar', ['-xzf', fixturePath(`cases/${name}`), '-C', place]);
    process.chdir(join(place, name.replace('.tgz', '')));
    return;
  }
  cpSync(fixturePath(`cases/${name}`), place, { recursive: true });
  process.chdir(place);
  if (!isRepository) return;
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'c');
}

/** Runs the step with everything that it has of the outside. */
async function run(raw: Readonly<Record<string, string>>, payload: JsonObject = {}) {
  const inputs = parseCoverageInputs(new InputReader(new Map(Object.entries(raw))));
  const ports = {
    files: { find: findFiles, open: openFile, listIn: listFilesIn, listAll: listAllFiles },
    changes: { diff: readDiff, contains: hasCommit, listFiles: listTrackedFiles, listParents },
    logger: new RecordingLogger(),
  };
  return runCoverageStep(inputs, { workspace: process.cwd(), payload }, ports);
}

describe('reports of real tools in a checkout', () => {
  it.each([
    ...['lcov.info', 'clover.xml', 'cobertura-coverage.xml', 'coverage-final.json'].map((name) => ({
      description: `Jest in two packages (${name})`,
      place: 'monorepo-jest',
      files: `packages/*/reports/${name}`,
      counts: { covered: 7, total: 12 },
      verdict: 'fail',
    })),
    {
      description: 'Jest in two packages, in several formats',
      place: 'monorepo-jest',
      files: 'packages/a/reports/*.xml\npackages/b/reports/coverage-final.json',
      counts: { covered: 7, total: 12 },
      verdict: 'fail',
    },
    {
      description: 'JaCoCo in two modules without their sources',
      place: 'jacoco-modules-same-file',
      files: '**/jacoco.xml',
      counts: { covered: 12, total: 24 },
      verdict: 'fail',
    },
    {
      description: 'coverage.py with one source root and with two',
      place: 'coveragepy-several-sources',
      files: '*.xml',
      counts: { covered: 5, total: 6 },
      verdict: 'pass',
    },
  ])('$description', async ({ place, files, counts, verdict }) => {
    for (const isRepository of [true, false]) {
      enter(place, { isRepository });
      const result = await run({ 'coverage-files': files });
      expect(result.measured).toMatchObject(counts);
      expect(result.verdict).toBe(verdict);
    }
  });

  it('names files by their path in the repository, and selects them by it', async () => {
    enter('monorepo-jest');
    const files = 'packages/*/reports/lcov.info';
    const all = await run({ 'coverage-files': files, 'coverage-min-file': '80' });
    expect(all.filesBelow?.map(({ path }) => path)).toEqual(['packages/b/src/index.js']);
    const one = await run({ 'coverage-files': files, 'coverage-exclude': 'packages/b/**' });
    expect(one).toMatchObject({ verdict: 'pass', measured: { covered: 6, total: 6 } });
  });

  it('compares a package with its own earlier report', async () => {
    enter('monorepo-jest');
    mkdirSync('old');
    cpSync('packages', 'old', { recursive: true });
    const asked = { 'coverage-min': '0', 'coverage-max-drop': '0' };
    const files = 'packages/*/reports/lcov.info';
    const baseline = 'old/*/reports/coverage-final.json';
    const result = await run({ 'coverage-files': files, 'coverage-baseline': baseline, ...asked });
    expect(result.message).toContain('coverage stayed, from 58.33% (7/12 lines)');
  });

  it('finds changed lines in a nested Go module', async () => {
    enter('go-patch-nested-module.tgz');
    const result = await run({
      'coverage-files': '*.out',
      'coverage-min-patch': '80',
      'coverage-base': 'HEAD~1',
      'coverage-min': '0',
    });
    expect(result).toMatchObject({
      verdict: 'fail',
      message: expect.stringContaining('(0/5 changed lines)') as unknown,
    });
  });

  it('compares a pull request with the base of now', async () => {
    enter('patch-stale-base-sha.tgz');
    const base = { sha: git('rev-parse', 'HEAD^1~1') };
    const head = { sha: git('rev-parse', 'HEAD^2') };
    const result = await run(
      { 'coverage-files': 'lcov.info', 'coverage-min-patch': '80' },
      { pull_request: { base, head } },
    );
    expect(result).toMatchObject({
      verdict: 'fail',
      message: expect.stringContaining('(0/1 changed lines)') as unknown,
    });
  });

  describe('of a pull request whose base went on', () => {
    /** Ten lines on main, then one of a topic that has none of its own covered. */
    function enterTopic(): { readonly base: string; readonly head: string } {
      process.chdir(mkdtempSync(join(folder, 'topic-')));
      git('init', '-q', '-b', 'main');
      commit('x.py', 1);
      const base = git('rev-parse', 'HEAD');
      git('checkout', '-qb', 'topic');
      commit('x.py', 2);
      const head = git('rev-parse', 'HEAD');
      commit('x.py', 3);
      git('checkout', '-q', 'main');
      commit('other.py', 10);
      git('update-ref', 'refs/remotes/origin/main', 'main');
      const lines = (count: number, covered: number) =>
        Array.from({ length: count }, (_, index) => `DA:${index + 1},${Number(index < covered)}`);
      const files = ['SF:x.py', ...lines(3, 1), 'end_of_record', 'SF:other.py', ...lines(10, 10)];
      writeFileSync('lcov.info', [...files, 'end_of_record', ''].join('\n'));
      return { base, head };
    }

    function commit(path: string, lines: number): void {
      writeFileSync(path, 'x\n'.repeat(lines));
      git('add', path);
      git('commit', '-qm', 'c');
    }

    it.each([
      {
        description: 'its merge, which has a newer head than the event',
        checkOut: ['merge', '-q', '--no-ff', '--no-edit', 'topic'],
      },
      {
        description: 'its head, which has some of the base of now',
        checkOut: ['reset', '-q', '--hard', 'topic'],
        then: ['merge', '-q', '--no-edit', 'origin/main'],
      },
    ])('compares $description, with the base of now', async ({ checkOut, then }) => {
      const { base, head } = enterTopic();
      git('checkout', '-q', '--detach');
      git(...checkOut);
      if (then !== undefined) git(...then);
      const result = await run(
        { 'coverage-files': 'lcov.info', 'coverage-min': '0', 'coverage-min-patch': '80' },
        { pull_request: { base: { sha: base, ref: 'main' }, head: { sha: head } } },
      );
      expect(result.message).toContain('(0/2 changed lines)');
    });

    it('compares a head that is merged by now with the base of the event', async () => {
      const { base, head } = enterTopic();
      git('merge', '-q', '--no-edit', 'topic');
      git('update-ref', 'refs/remotes/origin/main', 'main');
      git('checkout', '-q', 'topic');
      const result = await run(
        { 'coverage-files': 'lcov.info', 'coverage-min': '0', 'coverage-min-patch': '80' },
        { pull_request: { base: { sha: base, ref: 'main' }, head: { sha: head } } },
      );
      expect(result.message).toContain('(0/2 changed lines)');
    });

    it.each([
      { description: 'several, where coverage-base says it', commits: 2, base: 'HEAD^' },
      { description: 'one', commits: 1, base: '' },
      { description: 'several, which it does not know', commits: 2, base: undefined },
    ])('knows where a squash starts of $description', async ({ commits, base: given }) => {
      const { base, head } = enterTopic();
      git('merge', '-q', '--squash', 'topic');
      git('commit', '-qm', 'squash');
      git('update-ref', 'refs/remotes/origin/main', 'main');
      const landed = git('rev-parse', 'HEAD');
      const ends = { base: { sha: base, ref: 'main' }, head: { sha: head } };
      const result = await run(
        {
          'coverage-files': 'lcov.info',
          'coverage-min': '0',
          'coverage-min-patch': '80',
          'coverage-base': given ?? '',
        },
        { pull_request: { ...ends, commits, merged: true, merge_commit_sha: landed } },
      );
      const known = '(0/2 changed lines)';
      expect(result.message).toContain(given === undefined ? 'set coverage-base' : known);
    });

    it('is unknown where the base itself is checked out', async () => {
      const { base, head } = enterTopic();
      const result = await run(
        { 'coverage-files': 'lcov.info', 'coverage-min': '0', 'coverage-min-patch': '80' },
        { pull_request: { base: { sha: base, ref: 'main' }, head: { sha: head } } },
      );
      expect(result).toMatchObject({
        verdict: 'unknown',
        message: expect.stringContaining(`does not have its head ${head}`) as unknown,
      });
    });
  });
});
