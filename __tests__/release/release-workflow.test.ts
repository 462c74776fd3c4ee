import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readWorkflow, readWorkflowText } from './workflows.js';

const release = readWorkflow('release.yml');

/** The script of a step, by how its name starts. */
function scriptOf(job: string, name: string): string {
  const step = release.jobs[job]?.steps.find((each) => each.name?.startsWith(name));
  if (step?.run === undefined) throw new Error(`release.yml has no step "${name}".`);
  return step.run;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script as the runner does, with a `gh` that only says how it was called. */
function runScript(script: string, env: Readonly<Record<string, string>>) {
  const gh = join(folder, 'gh');
  const calls = join(folder, 'gh-calls');
  rmSync(calls, { force: true });
  writeFileSync(gh, `#!/bin/sh\necho "$@" >> '${calls}'\n`);
  chmodSync(gh, 0o755);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
  });
  return { status, stdout, calls: existsSync(calls) ? readFileSync(calls, 'utf8') : '' };
}

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

describe('the major tag', () => {
  const script = scriptOf('major', 'Move it');

  /** The tag v1 is on the second of three commits, and a branch leaves at the first. */
  const commits = { first: '', second: '', third: '', backport: '' };

  beforeAll(() => {
    git('init', '--quiet', '--initial-branch=main');
    const commit = (message: string): string => {
      git('commit', '--quiet', '--allow-empty', `--message=${message}`);
      return git('rev-parse', 'HEAD');
    };
    for (const name of ['first', 'second', 'third'] as const) commits[name] = commit(name);
    git('tag', 'v1', commits.second);
    git('checkout', '--quiet', commits.first);
    commits.backport = commit('backport');
  });

  const refs = 'repos/org/gitops-promote/git/refs';

  it.each([
    {
      description: 'moves to a release that comes after it, and never by force',
      tag: 'v1.1.0',
      at: 'third',
      calls: `api --method PATCH ${refs}/tags/v1 -f sha=<sha> -F force=false\n`,
    },
    {
      description: 'may be where the release is',
      tag: 'v1.0.0',
      at: 'second',
      calls: `api --method PATCH ${refs}/tags/v1 -f sha=<sha> -F force=false\n`,
    },
    { description: 'does not go back', tag: 'v1.0.1', at: 'first', calls: '' },
    { description: 'does not go to another line', tag: 'v1.0.2', at: 'backport', calls: '' },
    {
      description: 'is made for the first release of a major version',
      tag: 'v2.0.0',
      at: 'third',
      calls: `api --method POST ${refs} -f ref=refs/tags/v2 -f sha=<sha>\n`,
    },
    { description: 'follows versions only', tag: 'v1-beta', at: 'third', calls: '' },
  ] as const)('$description', ({ tag, at, calls }) => {
    const sha = commits[at];
    const result = runScript(script, {
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: 'org/gitops-promote',
      GITHUB_SHA: sha,
    });
    expect(result).toMatchObject({ status: 0, calls: calls.replace('<sha>', sha) });
    expect(result.stdout === '').toBe(calls !== '');
  });

  it('does not move where the commit is not there', () => {
    const env = {
      GITHUB_REF_NAME: 'v1.1.0',
      GITHUB_REPOSITORY: 'org/x',
      GITHUB_SHA: '0'.repeat(40),
    };
    expect(runScript(script, env).calls).toBe('');
  });
});

describe('the tag of a release', () => {
  const script = scriptOf('test', 'The tag is the version');

  it.each([
    { description: 'is the version, with its date', tag: 'v1.2.3', heading: '1.2.3 - 2026-12-01' },
    {
      description: 'is another version',
      tag: 'v1.2.4',
      heading: '1.2.3 - 2026-12-01',
      fails: true,
    },
    { description: 'has no date', tag: 'v1.2.3', heading: '1.2.3', fails: true },
    { description: 'only looks alike', tag: 'v1.2.3', heading: '1x2.3 - 2026-12-01', fails: true },
  ])('$description', ({ tag, heading, fails = false }) => {
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }');
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n## ${heading}\n`);
    const { status } = runScript(script, { GITHUB_REF_NAME: tag });
    expect(status === 0).toBe(!fails);
  });
});

describe('the release', () => {
  it('is a draft with everything that belongs to it, since a published one cannot be changed', () => {
    const env = {
      GITHUB_REF_NAME: 'v1.0.0',
      RUNNER_TEMP: folder,
      PROVENANCE: join(folder, 'provenance'),
      SBOM: join(folder, 'sbom'),
    };
    for (const file of [env.PROVENANCE, env.SBOM]) writeFileSync(file, '{}');
    const { status, calls } = runScript(scriptOf('draft', 'Draft the release'), env);
    expect(status).toBe(0);
    expect(calls.replaceAll(`${folder}/`, '')).toBe(
      'release create v1.0.0 --draft --verify-tag --generate-notes sbom.cdx.json provenance.sigstore.json sbom.sigstore.json\n',
    );
    expect(existsSync(join(folder, 'provenance.sigstore.json'))).toBe(true);
  });

  it('attests the file that the runner reads and all that it starts', () => {
    const attestations = (release.jobs['draft']?.steps ?? []).filter(({ uses }) =>
      uses?.startsWith('actions/attest@'),
    );
    expect(attestations.map((step) => step.with?.['subject-path'])).toEqual([
      'action.yml\ndist/**\n',
      'action.yml\ndist/**\n',
    ]);
    expect(attestations.map((step) => step.with?.['sbom-path'])).toEqual([
      undefined,
      '${{ runner.temp }}/sbom.cdx.json',
    ]);
  });

  it('runs no code of the project and of its packages where it may sign and write', () => {
    for (const name of ['draft', 'major']) {
      const scripts = (release.jobs[name]?.steps ?? []).map(({ run = '' }) => run).join('\n');
      expect(scripts).not.toMatch(/npm (?:ci|install|run|test)|npx|node /);
    }
  });

  it('waits for no run of another tag: of those that wait, GitHub cancels all but the newest', () => {
    const [, group] = /^concurrency:\n {2}group: (.*)\n {2}cancel-in-progress: false$/m.exec(
      readWorkflowText('release.yml'),
    ) ?? [''];
    expect(group).toBe('release-${{ github.ref }}');
  });

  it('waits for the tests, and needs no cache', () => {
    expect(release.jobs['draft']?.needs).toBe('test');
    const setup = release.jobs['test']?.steps.find(({ uses }) =>
      uses?.startsWith('actions/setup-node@'),
    );
    expect(setup?.with).toEqual({ 'node-version': 24, 'package-manager-cache': false });
    expect(JSON.stringify(release)).not.toContain('actions/cache');
  });
});
