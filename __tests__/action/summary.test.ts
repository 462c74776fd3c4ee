import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { renderSummary } from '../../src/action/summary.js';
import { coverage, failure, image, pipeline, promotion } from '../fakes/report.js';

describe('renderSummary', () => {
  it('tells of every step', () => {
    const summary = renderSummary({ coverage, image, promotion });
    expect(summary).toContain('### Coverage: pass');
    expect(summary).toContain('Measured by `coverage.py`');
    expect(summary).toContain('| Deploy | `ghcr.io/org/app:main-a1b2c3d` |');
    expect(summary).toContain('### Promotion: promoted');
    expect(summary).toContain('[`c0ffee`](https://github.com/org/gitops/commit/c0ffee)');
    expect(summary).toContain('```diff\n--- a\n+++ b\n');
  });

  it('has a table of the rules', () => {
    const summary = renderSummary({
      image: {
        ...image,
        rules: [
          { source: 'type=sha|x', type: 'sha', outcome: 'tag', tag: 'main-a1b2c3d' },
          { source: 'y', type: 'raw', outcome: 'inapplicable', reason: 'not <here>' },
        ],
      },
    });
    expect(summary).toContain('| Rule | Tag |');
    expect(summary).toContain('| `type=sha\\|x` | `main-a1b2c3d` |');
    expect(summary).toContain('| `y` | not \\<here\\> |');
  });

  it('shows what the registry has', () => {
    const registry = { digest: 'sha256:abc', platforms: ['linux/amd64', 'linux/arm64'] };
    const summary = renderSummary({
      image: { ...image, registry: { ...registry, revision: 'r' } },
    });
    expect(summary).toContain('| Digest in the registry | `sha256:abc` |');
    expect(summary).toContain('| Platforms | `linux/amd64`, `linux/arm64` |');
    expect(summary).toContain('| Built from | `r` |');
    const bare = renderSummary({ image: { ...image, registry: { ...registry, platforms: [] } } });
    expect(bare).not.toMatch(/Platforms|Built from/);
  });

  it('says that there is nothing to deploy', () => {
    const summary = renderSummary({ image: { ...image, image: { repository: 'app' } } });
    expect(summary).toContain('| Deploy | nothing |');
  });

  it('says what was not done when a run failed', () => {
    const summary = renderSummary({
      mayWrite: true,
      coverage: { verdict: 'unknown', message: 'no <report>' },
      failure,
    });
    expect(summary).toContain('### Coverage: unknown');
    expect(summary).toContain('no \\<report\\>');
    expect(summary).toContain('### Failed: coverage-unknown');
    expect(summary).toContain('Nothing was written to a GitOps branch.');
  });

  it.each([
    { description: 'a run of the gate alone', mayWrite: false, expected: undefined },
    { description: 'a run whose inputs are wrong', mayWrite: undefined, expected: 'written.' },
  ])('does not speak of GitOps branches in $description', ({ mayWrite, expected }) => {
    const summary = renderSummary({ mayWrite, failure });
    expect(summary).not.toContain('GitOps');
    if (expected !== undefined) expect(summary).toContain(expected);
  });

  it.each([
    {
      description: 'after the commit',
      report: { promotion, failure },
      expected: 'The promotion itself was committed.',
    },
    {
      description: 'when nobody knows',
      report: { failure: new PromoteError('outcome-unknown', 'x') },
      expected: 'Whether the commit landed is not known.',
    },
    {
      description: 'when a write before the refusal got no answer',
      report: {
        promotion: { ...promotion, changed: false, reason: 'failed', mayHaveLanded: true } as const,
        failure: new PromoteError('write-refused', 'x'),
        mayWrite: true,
      },
      expected: 'Whether the commit landed is not known.',
    },
  ])('is honest about what was written $description', ({ report, expected }) => {
    expect(renderSummary(report)).toContain(expected);
  });

  it.each([
    { reason: 'unchanged', expected: 'nothing had to change' },
    { reason: 'dry-run', expected: 'dry run, nothing was written' },
  ] as const)('calls $reason: $expected', ({ reason, expected }) => {
    const { commit, targets, ...rest } = promotion;
    expect([commit, targets]).not.toContain(undefined);
    const unchanged = targets.map((target) => ({ ...target, diff: '' }));
    const summary = renderSummary({ promotion: { ...rest, reason, targets: unchanged } });
    expect(summary).toContain(`### Promotion: ${expected}`);
    expect(summary).not.toContain('```');
  });

  it('tells why nothing was promoted, without a diff of what does not happen', () => {
    const { commit, ...rest } = promotion;
    expect(commit).toBeDefined();
    const problem = { code: 'stale', message: 'app.yaml is newer <b>' } as const;
    const summary = renderSummary({ promotion: { ...rest, reason: 'stale', problem } });
    expect(summary).toContain('### Promotion: nothing was promoted, a newer commit is there');
    expect(summary).toContain('app.yaml is newer \\<b\\>');
    expect(summary).not.toContain('```');
  });

  it('links to the pull request, and does not tell its problem twice', () => {
    const pullRequest = { number: 7, url: 'https://github.com/org/gitops/pull/7' };
    const problem = { code: 'write-refused', message: 'auto-merge: no' } as const;
    const open = { ...promotion, reason: 'pull-request', pullRequest, problem } as const;
    const report = { promotion: open, failure: new PromoteError(problem.code, problem.message) };
    const summary = renderSummary(report);
    expect(summary).toContain('### Promotion: a pull request asks for it');
    expect(summary).toContain('pull request [#7](https://github.com/org/gitops/pull/7)');
    expect(summary).toContain('The pull request #7 is open.');
    expect(summary.split('auto-merge: no')).toHaveLength(2);
  });

  it('is bounded by whole parts, and says that it is cut', () => {
    const targets = promotion.targets.map((target) => ({
      ...target,
      diff: '+é\n'.repeat(300_000),
    }));
    const summary = renderSummary({ coverage, promotion: { ...promotion, targets } });
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(512 * 1024);
    expect(summary).toContain('### Promotion: promoted');
    expect(summary).not.toContain('```');
    expect(summary).toMatch(/\|\n\nThe summary is cut here: it is larger than 512 KiB\.\n\n$/);
  });

  it('keeps the failure and the pipeline, whatever is cut before them', () => {
    const targets = promotion.targets.map((target) => ({ ...target, diff: '+\n'.repeat(400_000) }));
    const report = { coverage, promotion: { ...promotion, targets }, failure, pipeline };
    const summary = renderSummary(report);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(512 * 1024);
    expect(summary).toMatch(
      /cut here: it is larger than 512 KiB\.\n\n### Failed: coverage-unknown\n[^]*\n### Pipeline\n\n\| Step/,
    );
  });

  it.each([0, 100, 900, 2000])('is bounded with %i characters more than would fit', (more) => {
    const message = 'x'.repeat(512 * 1024 - 1000 + more);
    const report = { coverage: { ...coverage, message }, failure, pipeline };
    const long = { ...report, failure: new PromoteError('internal', message) };
    for (const summary of [renderSummary(report), renderSummary(long)]) {
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(512 * 1024);
      expect(summary).toMatch(/\n### Failed: [^]*\n### Pipeline\n/);
    }
  });

  it('names nothing to push where no tag was computed', () => {
    expect(renderSummary({ image })).not.toContain('Push');
    expect(renderSummary({ image: { ...image, rules: [] } })).toContain('| Push |');
  });

  it('names a commit that has no page', () => {
    const commit = { sha: 'c0ffee', message: 'm' };
    expect(renderSummary({ promotion: { ...promotion, commit } })).toContain('commit `c0ffee`\n');
  });
});
