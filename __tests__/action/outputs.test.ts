import { describe, expect, it } from '@jest/globals';
import { renderOutputs } from '../../src/action/outputs.js';
import { coverage, failure, image, promotion } from '../fakes/report.js';

describe('renderOutputs', () => {
  it('writes everything of a whole run', () => {
    const { result, ...outputs } = renderOutputs({ coverage, image, promotion });
    expect(outputs).toEqual({
      coverage: '81.25',
      'coverage-covered': '13',
      'coverage-total': '16',
      'coverage-metric': 'combined',
      'coverage-verdict': 'pass',
      image: 'ghcr.io/org/app:main-a1b2c3d',
      'image-repository': 'ghcr.io/org/app',
      tag: 'main-a1b2c3d',
      'short-sha': 'a1b2c3d',
      'source-sha': 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
      tags: 'ghcr.io/org/app:main-a1b2c3d\nghcr.io/org/app:main',
      labels: 'org.opencontainers.image.source=https://github.com/org/app',
      annotations: '',
      json: expect.any(String),
      version: 'main-a1b2c3d',
      changed: 'true',
      'would-change': 'true',
      'commit-sha': 'c0ffee',
      'commit-url': 'https://github.com/org/gitops/commit/c0ffee',
      'previous-image': 'ghcr.io/org/app:main-0000000',
      reason: 'promoted',
    });
    expect(JSON.parse(result ?? '')).toEqual({ coverage, image, promotion });
  });

  it('writes what was known before a failure', () => {
    const outputs = renderOutputs({ coverage: { verdict: 'unknown', message: 'x' }, failure });
    expect(outputs).toMatchObject({
      'coverage-verdict': 'unknown',
      changed: 'false',
      reason: 'coverage-unknown',
    });
    expect(outputs.coverage).toBeUndefined();
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      failure: { code: 'coverage-unknown', message: 'no report' },
    });
  });

  it('has no reason when nothing was promoted and nothing failed', () => {
    expect(renderOutputs({ image }).reason).toBeUndefined();
  });

  it('leaves out what is not known', () => {
    const outputs = renderOutputs({
      image: { image: { repository: 'app', digest: 'sha256:abc' }, names: [], labels: [] },
      promotion: { reason: 'dry-run', repository: 'org/gitops', targets: [], changed: false },
    });
    expect(Object.keys(outputs).sort()).toEqual(
      [
        'annotations',
        'changed',
        'digest',
        'image',
        'image-repository',
        'json',
        'labels',
        'reason',
        'result',
        'tags',
      ].sort(),
    );
    expect(outputs).toMatchObject({ image: 'app@sha256:abc', changed: 'false', tags: '' });
  });

  it('has the JSON of docker/metadata-action', () => {
    const names = ['app:1', 'app:latest', 'app/app:1', 'app/app:latest'];
    const labels = ['a=b=c', 'd='];
    const { json } = renderOutputs({
      image: { image: { repository: 'app', tag: '1' }, names, labels, annotations: ['index:a=b'] },
    });
    expect(JSON.parse(json ?? '')).toEqual({
      tags: names,
      'tag-names': ['1', 'latest'],
      labels: { a: 'b=c', d: '' },
      annotations: ['index:a=b'],
    });
  });

  it('has no image when no rule gave a tag', () => {
    const outputs = renderOutputs({
      image: { image: { repository: 'app' }, names: [], labels: [] },
    });
    expect(outputs.image).toBeUndefined();
    expect(outputs['image-repository']).toBe('app');
  });

  it.each([
    { isVerified: true, told: 'true' },
    { isVerified: false, told: 'false' },
    { isVerified: undefined, told: undefined },
  ])('tells whether the commit is verified: $told', ({ isVerified, told }) => {
    const commit = { sha: 'c0ffee', message: 'm', isVerified };
    expect(renderOutputs({ promotion: { ...promotion, commit } })['commit-verified']).toBe(told);
  });

  it('tells the pull request', () => {
    const pullRequest = { number: 7, url: 'https://github.com/org/gitops/pull/7' };
    const opened = { ...promotion, pullRequest, pullRequestOperation: 'created' } as const;
    const outputs = renderOutputs({ promotion: opened });
    expect(outputs).toMatchObject({
      'pull-request-operation': 'created',
      'pull-request-number': '7',
      'pull-request-url': 'https://github.com/org/gitops/pull/7',
    });
  });
});
