import { describe, expect, it } from '@jest/globals';
import {
  renderCoverageLine,
  renderImageLine,
  renderPromotionLine,
} from '../../src/action/result-lines.js';
import type { PromotionResult } from '../../src/promote/model/result.js';
import { coverage, image, promotion } from '../fakes/report.js';

const url = 'https://github.com/org/gitops/pull/7';
const commit = { sha: 'c0ffee', message: 'm' };

describe('renderCoverageLine', () => {
  it('tells the percentage, the counts and the verdict', () => {
    expect(renderCoverageLine(coverage)).toBe('Coverage: pass, 81.25% (13 of 16, combined).');
  });

  it('tells a verdict without counts', () => {
    expect(renderCoverageLine({ verdict: 'unknown', message: 'x' })).toBe('Coverage: unknown.');
  });
});

describe('renderImageLine', () => {
  it.each([
    {
      description: 'an image and its commit',
      result: image,
      line: `Image: ghcr.io/org/app:main-a1b2c3d, built from commit ${image.sourceSha ?? ''}.`,
    },
    {
      description: 'an image alone',
      result: { ...image, sourceSha: undefined },
      line: 'Image: ghcr.io/org/app:main-a1b2c3d, built from a commit that is not known.',
    },
    {
      description: 'that there is none',
      result: { ...image, image: { repository: 'ghcr.io/org/app' } },
      line: 'Image: none, since no rule gives a tag on this event.',
    },
  ])('tells $description', ({ result, line }) => {
    expect(renderImageLine(result)).toBe(line);
  });
});

describe('renderPromotionLine', () => {
  const pullRequest = { number: 7, url, labels: ['a', 'b'], reviewers: ['ada'] };

  it.each<{ description: string; change: Partial<PromotionResult>; line: string }>([
    {
      description: 'a commit whose page the server does not tell',
      change: { commit },
      line: 'Promotion: org/gitops asks for ghcr.io/org/app:main-a1b2c3d, commit c0ffee.',
    },
    {
      description: 'a verified commit',
      change: { commit: { ...commit, isVerified: true } },
      line: 'Promotion: org/gitops asks for ghcr.io/org/app:main-a1b2c3d, commit c0ffee (verified).',
    },
    {
      description: 'a pull request that merges itself',
      change: {
        reason: 'pull-request',
        commit,
        pullRequest: { ...pullRequest, autoMerge: 'rebase' },
        pullRequestOperation: 'updated',
      },
      line: `Promotion: Pull request #7 (${url}) was updated. Labels added: a, b. Asked for a review: ada. Auto-merge (rebase) is on. It asks for ghcr.io/org/app:main-a1b2c3d in org/gitops, commit c0ffee.`,
    },
    {
      description: 'a failure that left a pull request',
      change: {
        reason: 'failed',
        pullRequest: { number: 7, url },
        pullRequestOperation: 'created',
        problem: { code: 'unavailable', message: 'x' },
      },
      line: `Promotion: not done (unavailable). Pull request #7 (${url}) was created. Auto-merge is off.`,
    },
    {
      description: 'a failure after which nobody knows',
      change: {
        reason: 'failed',
        changed: false,
        commit: undefined,
        problem: { code: 'outcome-unknown', message: 'x' },
      },
      line: 'Promotion: not done (outcome-unknown). Whether the commit landed is not known.',
    },
    {
      description: 'a refusal after a write without an answer',
      change: {
        reason: 'failed',
        changed: false,
        commit: undefined,
        mayHaveLanded: true,
        problem: { code: 'write-refused', message: 'x' },
      },
      line: 'Promotion: not done (write-refused). Whether the commit landed is not known.',
    },
    {
      description: 'a failure that left a commit on the branch of the pull request',
      change: { reason: 'failed', commit, problem: { code: 'token-forbidden', message: 'x' } },
      line: 'Promotion: not done (token-forbidden). Commit c0ffee was made.',
    },
    {
      description: 'a dry run that could read nothing',
      change: { reason: 'dry-run', targets: [], commit: undefined },
      line: 'Promotion: dry run, nothing was written; the GitOps repository could not be read.',
    },
  ])('tells $description', ({ change, line }) => {
    expect(renderPromotionLine({ ...promotion, ...change }, { dryRun: false })).toBe(line);
  });
});
