import { describe, expect, it } from '@jest/globals';
import { parseInputs } from '../../src/action/inputs.js';
import { describePipeline, renderPipeline } from '../../src/action/pipeline-summary.js';
import type { RunReport } from '../../src/action/report.js';
import { PromoteError } from '../../src/base/errors.js';
import type { VerifyResult } from '../../src/verify/result.js';
import { contextOf, SHA } from '../fakes/context.js';
import { coverage, image, pipeline, promotion } from '../fakes/report.js';

const COMMIT = 'c0ffee'.padEnd(40, '0');

const nothing = { coverage: false, image: false, promotion: false, verification: false };

const verification: VerifyResult = {
  verdict: 'healthy',
  message: 'm',
  commit: COMMIT,
  applications: ['agent', 'argocd/other'].map((name) => ({
    name,
    verdict: 'healthy',
    revision: COMMIT,
    sync: 'Synced',
    health: 'Healthy',
  })),
  endpoints: [],
  warnings: [],
};

function rowsOf(report: RunReport): readonly string[] {
  const [part = ''] = renderPipeline(report);
  return part.split('\n').slice(4);
}

describe('renderPipeline', () => {
  it('has a row for each part, with its link', () => {
    const argocdUrl = 'https://argocd.example/root';
    const healthUrls = ['https://agent.example/health?a=(b)'];
    const whole = {
      ...pipeline,
      argocdUrl,
      healthUrls,
      asked: { ...pipeline.asked, verification: true },
    };
    const pullRequest = { number: 7, url: 'https://github.com/org/gitops/pull/7' };
    const report = { coverage, image, promotion: { ...promotion, pullRequest }, verification };
    expect(renderPipeline({ ...report, pipeline: whole })).toEqual([
      [
        '### Pipeline',
        '',
        '| Step | Result | Link |',
        '| --- | --- | --- |',
        '| Coverage | 81.25%, pass | [run](https://github.com/org/app/actions/runs/7) |',
        `| Image | \`ghcr.io/org/app:main-a1b2c3d\` | [built from \`a1b2c3d4e5f6\`](https://github.com/org/app/commit/${SHA}) |`,
        '| Commit | promoted | [`c0ffee`](https://github.com/org/gitops/commit/c0ffee), [#7](https://github.com/org/gitops/pull/7) |',
        '| Deployment | healthy | [`agent`](https://argocd.example/root/applications/agent), [`argocd/other`](https://argocd.example/root/applications/argocd/other), [`https://agent.example/health?a=(b)`](https://agent.example/health?a=%28b%29) |',
      ].join('\n'),
    ]);
  });

  it.each([
    { description: 'a run of which nothing is known', report: { coverage, image } },
    {
      description: 'a run of one part',
      report: { coverage, pipeline: { ...pipeline, asked: { ...nothing, coverage: true } } },
    },
  ])('is not there for $description', ({ report }) => {
    expect(renderPipeline(report)).toEqual([]);
  });

  it.each([
    { reason: 'stale', expected: 'nothing was promoted, a newer commit is there' },
    { reason: 'dry-run', expected: 'dry run, nothing was written' },
    { reason: 'failed', expected: 'not done' },
  ] as const)('does not call $reason promoted', ({ reason, expected }) => {
    const { commit, ...rest } = promotion;
    expect(commit).toBeDefined();
    const rows = rowsOf({ image, promotion: { ...rest, reason }, pipeline });
    expect(rows).toContain(`| Commit | ${expected} |  |`);
  });

  const rollback = { ...promotion, takenBack: { repository: 'org/app', commits: [], count: 1 } };
  const link = '[`c0ffee`](https://github.com/org/gitops/commit/c0ffee)';

  it('does not call a rollback promoted', () => {
    const rows = rowsOf({ image, promotion: rollback, pipeline });
    expect(rows).toContain(`| Commit | rolled back | ${link} |`);
  });

  it('ends with what was taken back because verify had failed', () => {
    const failed = { ...verification, verdict: 'failed' as const };
    const asked = { ...nothing, promotion: true, verification: true };
    const recovery = { rollback, verification };
    const rows = rowsOf({
      ...{ promotion, verification: failed, recovery },
      pipeline: { ...pipeline, asked },
    });
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(': '))).toEqual([
      '| Commit: promoted',
      '| Deployment: not as it has to be',
      '| Rollback: rolled back, healthy',
    ]);
    expect(rows[2]).toContain(link);
  });

  it.each([
    { code: 'outcome-unknown', expected: 'not known' },
    { code: 'write-refused', expected: 'nothing was written' },
  ] as const)('tells what is left after $code', ({ code, expected }) => {
    const rows = rowsOf({ image, failure: new PromoteError(code, 'm'), pipeline });
    expect(rows).toEqual([
      '| Coverage | no result | [run](https://github.com/org/app/actions/runs/7) |',
      expect.stringContaining('| Image | '),
      `| Commit | ${expected} |  |`,
    ]);
  });

  it('tells a verdict that rests on nothing, and an image that is none', () => {
    const none = { image: { repository: 'app' }, names: [], labels: [] };
    const rows = rowsOf({ coverage: { verdict: 'unknown', message: 'm' }, image: none, pipeline });
    expect(rows[0]).toContain('| Coverage | unknown | ');
    expect(rows[1]).toBe('| Image | none |  |');
  });

  it('links the commit of an image of another repository', () => {
    const rows = rowsOf({ image: { ...image, sourceRepository: 'org/other' }, pipeline });
    expect(rows[1]).toContain(`](https://github.com/org/other/commit/${SHA})`);
  });

  it('says that a deployment was not verified', () => {
    const asked = { ...nothing, promotion: true, verification: true };
    const rows = rowsOf({ promotion, pipeline: { ...pipeline, asked } });
    expect(rows[1]).toBe('| Deployment | no result |  |');
  });

  it('bounds the links', () => {
    const healthUrls = Array.from({ length: 30 }, (_, index) => `https://${index}.example`);
    const asked = { ...nothing, promotion: true, verification: true };
    const rows = rowsOf({ promotion, verification, pipeline: { ...pipeline, asked, healthUrls } });
    expect(rows[1]?.match(/\]\(/g)).toHaveLength(18);
    expect(rows[1]).toContain(', 12 more |');
  });
});

describe('describePipeline', () => {
  const verify = {
    steps: 'verify',
    image: 'ghcr.io/org/app:main-a1b2c3d',
    'gitops-repository': 'org/gitops',
    'gitops-token': 't',
    'gitops-commit': COMMIT,
    'argocd-server': 'argocd.example/root/',
    'argocd-token': 't',
    'argocd-applications': 'agent',
    'commit-trailers': 'Coverage: 90.00',
  };

  async function describeRun(given: Readonly<Record<string, string>>) {
    const context = contextOf();
    return describePipeline(await parseInputs(new Map(Object.entries(given)), context), context);
  }

  it('knows of a job that verifies what an earlier one promoted', async () => {
    const found = await describeRun(verify);
    expect(found).toEqual({
      asked: { ...nothing, image: true, verification: true },
      toldCoverage: '90.00',
      runUrl: 'https://github.com/org/app/actions/runs/7',
      sourceUrl: 'https://github.com/org/app',
      serverUrl: 'https://github.com/',
      commit: { sha: COMMIT, url: `https://github.com/org/gitops/commit/${COMMIT}` },
      argocdUrl: 'https://argocd.example/root',
      healthUrls: [],
    });
    const rows = rowsOf({ image, verification, pipeline: found });
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(': '))).toEqual([
      '| Coverage: 90.00%',
      '| Image: `ghcr.io/org/app:main-a1b2c3d`',
      '| Commit: of an earlier job',
      '| Deployment: healthy',
    ]);
  });

  it('does not guess the page of a commit on another server', async () => {
    const found = await describeRun({ ...verify, 'gitops-api-url': 'https://git.example/api/v1' });
    expect(found.commit).toEqual({ sha: COMMIT });
    const [, , row] = rowsOf({ image, verification, pipeline: found });
    expect(row).toBe('| Commit | of an earlier job | `c0ffee000000` |');
  });
});
