import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Job, Run } from './engine.js';
import { dispatchOf, pullRequestOf, pushOf } from './events.js';
import { World } from './world.js';

const CI = '.github/workflows/ci.yaml';
const IMAGE = 'ghcr.io/org/repo/fastapi-agent';
const DEV = 'fastapi-agent/overlays/dev/kustomization.yaml';

let world: World;
/** Commits of the source repository: deployed in the beginning, and the next two. */
let [first, older, sha] = ['', '', ''];

beforeAll(async () => {
  world = await World.open();
  first = await world.source.resolve('main');
  older = await world.push('README.md', '# Agent\n');
  sha = await world.push('README.md', '# FastAPI agent\n');
});

afterAll(async () => {
  await world.close();
});

function resultsOf({ jobs }: Run): Record<string, string> {
  return Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));
}

/** The one line of that beginning that a person sees without unfolding a group. */
function lineOf(job: Job | undefined, start: string): string | undefined {
  const lines = job?.lines.filter((line) => line.startsWith(start)) ?? [];
  expect(lines).toHaveLength(1);
  return lines[0];
}

function readDev(): Promise<string> {
  return world.gitops.git('show', `main:${DEV}`);
}

// One story: each run finds what those before it have left.

describe('ci.yaml', () => {
  it('a pull request of a fork is a dry run, and says that it has no secrets', async () => {
    const head = await world.gitops.resolve('main');
    const commit = await world.push('README.md', '# An agent\n', 'feature');
    const event = pullRequestOf(commit, 'eve/repo');
    const run = await world.run({ workflow: CI, event, sha: commit, secrets: {} });
    expect(resultsOf(run)).toEqual({ test: 'success', build: 'success', preview: 'success' });
    const { preview } = run.jobs;
    expect(lineOf(preview, 'notice: ')).toMatch(
      /gitops-token is empty .* pull requests from forks/,
    );
    expect(lineOf(preview, 'Promotion: ')).toMatch(/dry run, nothing was written; .*not be read/);
    expect(await world.gitops.resolve('main')).toBe(head);
  });

  it('a pull request is a dry run that shows the difference', async () => {
    const head = await world.gitops.resolve('main');
    const commit = await world.source.resolve('feature');
    const run = await world.run({ workflow: CI, event: pullRequestOf(commit), sha: commit });
    expect(resultsOf(run)).toEqual({ test: 'success', build: 'success', preview: 'success' });
    const { build, preview } = run.jobs;
    expect(build?.lines).toContain('Built, not pushed.');
    expect(lineOf(preview, 'Promotion: ')).toMatch(
      /^Promotion: dry run, nothing was written; 1 of 1 targets would change/,
    );
    expect(preview?.summary).toContain('Promotion: dry run, nothing was written');
    expect(preview?.summary).toContain(`\n+    newTag: ${commit.slice(0, 7)} # the commit`);
    expect(await world.gitops.resolve('main')).toBe(head);
  });

  it('a gate that does not hold ends it before anything is built', async () => {
    const head = await world.gitops.resolve('main');
    const changes = { 'tests/test_answers.py': 'def test_nothing():\n    import agent.tools\n' };
    const run = await world.run({ workflow: CI, event: pushOf(sha), sha, changes });
    expect(resultsOf(run)).toEqual({ test: 'failure' });
    const { test } = run.jobs;
    expect(lineOf(test, 'Coverage: ')).toMatch(/^Coverage: fail, \d+\.\d\d% /);
    expect(lineOf(test, 'error: ')).toMatch(
      /^error: coverage [\d.]+% \(\d+\/\d+ .*\) is below 80%: \d+ more covered .* needed$/,
    );
    expect(test?.summary).toContain('Coverage: fail');
    expect(await world.gitops.resolve('main')).toBe(head);
  });

  it('a push is tested, built for both platforms, promoted by digest, and healthy in dev', async () => {
    const run = await world.run({ workflow: CI, event: pushOf(sha), sha });
    expect(resultsOf(run)).toEqual({
      ...{ test: 'success', build: 'success', promote: 'success', verify: 'success' },
    });
    const { test, build, promote, verify } = run.jobs;
    const coverage = test?.outputs['gate.coverage'] ?? '';
    expect(lineOf(test, 'Coverage: ')).toMatch(new RegExp(`^Coverage: pass, ${coverage}% `));
    const digest = build?.outputs['push.digest'] ?? '';
    const tag = `main-${sha.slice(0, 7)}`;
    const image = `${IMAGE}:${tag}@${digest}`;
    expect(lineOf(promote, `${image} is in its registry`)).toContain('linux/amd64, linux/arm64');
    const commit = await world.gitops.resolve('main');
    expect(lineOf(promote, 'Promotion: ')).toContain(
      `org/gitops asks for ${image}, commit https://github.com/org/gitops/commit/${commit}`,
    );
    expect(lineOf(verify, 'fastapi-agent-dev: ')).toMatch(
      /^fastapi-agent-dev: [0-9a-f]{7} is synced after \d+ s and healthy after \d+ s\. .* answering/,
    );
    expect(verify?.summary).toContain('### Verify: healthy');
    expect(await readDev()).toContain(
      `newTag: ${tag} # the commit that is deployed\n    digest: ${digest}`,
    );
    const [message] = await world.gitops.log();
    expect(message).toContain(`\nSource-Commit: ${sha}\n`);
    expect(message).toContain(`\nCoverage: ${coverage}\n`);
  });

  it('an older run that comes late changes nothing, and succeeds', async () => {
    const head = await world.gitops.resolve('main');
    const run = await world.run({ workflow: CI, event: pushOf(older), sha: older });
    expect(resultsOf(run)).toEqual({ test: 'success', build: 'success', promote: 'success' });
    const { promote } = run.jobs;
    expect(lineOf(promote, 'Promotion: ')).toMatch(
      /nothing was written to org\/gitops, a newer commit/,
    );
    expect(lineOf(promote, 'notice: ')).toMatch(
      /1 commit newer than [0-9a-f]{7}: nothing was promoted/,
    );
    expect(promote?.outputs['promote.reason']).toBe('stale');
    expect(await world.gitops.resolve('main')).toBe(head);
  });
});

it('promote-prod.yaml asks in a pull request for what dev runs', async () => {
  const head = await world.gitops.resolve('main');
  const workflow = '.github/workflows/promote-prod.yaml';
  const run = await world.run({ workflow, event: dispatchOf(), sha });
  expect(resultsOf(run)).toEqual({ promote: 'success' });
  const { promote } = run.jobs;
  const [, digest = ''] = /digest: (?<digest>\S+)/.exec(await readDev()) ?? [];
  expect(lineOf(promote, 'Promotion: ')).toMatch(
    /Pull request #1 \(https:\/\/github\.com\/org\/gitops\/pull\/1\) was created\. .*Auto-merge is off\./,
  );
  expect(promote?.summary).toContain('[#1](https://github.com/org/gitops/pull/1)');
  const branch = 'promote/fastapi-agent/main';
  const path = 'fastapi-agent/overlays/prod/kustomization.yaml';
  expect(await world.gitops.git('diff', '--numstat', `main..${branch}`)).toBe(`2\t2\t${path}`);
  const prod = await world.gitops.git('show', `${branch}:${path}`);
  expect(prod).toContain(`newTag: main-${sha.slice(0, 7)}\n    digest: ${digest}`);
  expect(await world.gitops.resolve('main')).toBe(head);
});

describe('rollback.yaml', () => {
  const workflow = '.github/workflows/rollback.yaml';
  const inputs = { environment: 'dev', to: 'previous', reason: 'answers are wrong' };

  it('shows what it would take back', async () => {
    const head = await world.gitops.resolve('main');
    const event = dispatchOf({ ...inputs, 'dry-run': 'true' });
    const run = await world.run({ workflow, event, sha });
    expect(resultsOf(run)).toEqual({ rollback: 'success' });
    const { rollback } = run.jobs;
    expect(lineOf(rollback, 'Rollback: ')).toMatch(/dry run, nothing was written/);
    expect(rollback?.summary).toContain(`+    newTag: main-${first.slice(0, 7)} # the commit`);
    expect(await world.gitops.resolve('main')).toBe(head);
  });

  it('goes back to what ran before, and waits until it runs', async () => {
    const bad = await world.gitops.resolve('main');
    const event = dispatchOf({ ...inputs, 'dry-run': 'false' });
    const run = await world.run({ workflow, event, sha });
    expect(resultsOf(run)).toEqual({ rollback: 'success' });
    const { rollback } = run.jobs;
    const commit = await world.gitops.resolve('main');
    expect(lineOf(rollback, 'Rollback: ')).toContain(
      `https://github.com/org/gitops/commit/${commit}`,
    );
    expect(lineOf(rollback, 'fastapi-agent-dev: ')).toMatch(/is synced after \d+ s and healthy/);
    expect(await world.gitops.git('diff', bad, `${bad}~1`)).toBe(
      await world.gitops.git('diff', bad, commit),
    );
    const [message] = await world.gitops.log();
    expect(message).toContain(`\nRollback-Of: ${bad}\nRolled-Back-Commit: ${sha}\n`);
    expect(message).toContain('\nReason: answers are wrong\n');
  });

  it('a run of the commit that was taken back promotes nothing', async () => {
    const head = await world.gitops.resolve('main');
    const run = await world.run({ workflow: CI, event: pushOf(sha), sha });
    expect(resultsOf(run)).toEqual({ test: 'success', build: 'success', promote: 'success' });
    expect(run.jobs['promote']?.outputs['promote.reason']).toBe('rolled-back');
    expect(await world.gitops.resolve('main')).toBe(head);
  });
});
