import { describe, expect, it } from '@jest/globals';
import type { Application, ApplicationSource } from '../../../src/ports/argocd.js';
import type { Expectation, RevisionFacts } from '../../../src/verify/rules/expectation.js';
import { findSources } from '../../../src/verify/rules/sources.js';
import { LATER, OLD, OURS, shaOf } from '../states.js';

const FACTS = new Map<string, RevisionFacts>([
  [OURS, { relation: 'same', asks: 'untold' }],
  [LATER, { relation: 'later', asks: 'other', other: 'ghcr.io/org/app:1.3' }],
  [OLD, { relation: 'earlier', asks: 'untold' }],
  [shaOf('abab'), { relation: 'absent', asks: 'untold' }],
]);

const EXPECTED: Expectation = {
  commit: OURS,
  repository: 'Org/gitops',
  defaultBranch: 'main',
  image: { repository: 'ghcr.io/org/app', tag: '1.2' },
  files: [],
  syncTimeout: 1,
  verifyTimeout: 1,
  maySync: false,
};

function kindOf(
  source: Partial<ApplicationSource>,
  revision: string,
  expected: Partial<Expectation> = {},
): string {
  const whole = {
    repoUrl: 'https://github.com/org/gitops',
    path: 'app',
    targetRevision: 'main',
    isPackage: false,
    overrides: '{}',
    ...source,
  };
  const told = { sources: [whole], revisions: [revision], isCompared: true };
  const application = told as unknown as Application;
  return findSources(application, { ...EXPECTED, ...expected }, FACTS).kind;
}

describe('a source and the GitOps repository', () => {
  it.each([
    ['https://github.com/org/gitops'],
    ['https://github.com/org/gitops.git'],
    ['https://github.com/Org/GitOps/'],
    ['https://user:pw@github.com/org/gitops.git'],
    ['git@github.com:org/gitops.git'],
    ['ssh://git@github.com:22/org/gitops'],
    ['https://gitea.internal:3000/scm/org/gitops'],
  ])('%s is it', (repoUrl) => {
    expect(kindOf({ repoUrl }, OLD)).toBe('watched');
  });

  it.each([
    { repoUrl: 'https://github.com/org/gitops-2', revision: shaOf('abab'), kind: 'foreign' },
    { repoUrl: 'https://github.com/org/gitops-2', revision: 'main', kind: 'untold' },
    { repoUrl: 'https://mirror.internal/manifests', revision: OLD, kind: 'watched' },
  ])('$repoUrl at $revision: $kind', ({ repoUrl, revision, kind }) => {
    expect(kindOf({ repoUrl }, revision)).toBe(kind);
  });

  it('is foreign at no target revision, and told so', () => {
    const source = { repoUrl: 'https://github.com/org/other', path: 'a', targetRevision: '' };
    const sources = [{ ...source, isPackage: false, overrides: '{}' }];
    const application = { sources, isCompared: true };
    const revisions = [shaOf('abab')];
    expect(
      findSources({ ...application, revisions } as unknown as Application, EXPECTED, FACTS),
    ).toEqual({
      kind: 'foreign',
      watches: 'https://github.com/org/other at HEAD, path a',
      mayChange: false,
    });
  });

  it('a chart is never it', () => {
    expect(kindOf({ isPackage: true }, OURS)).toBe('foreign');
  });
});

describe('a target revision', () => {
  it.each([
    { target: '', expected: {}, revision: OLD, kind: 'watched' },
    { target: 'HEAD', expected: {}, revision: OLD, kind: 'watched' },
    { target: 'HEAD', expected: { branch: 'main' }, revision: OLD, kind: 'watched' },
    { target: 'HEAD', expected: { branch: 'dev' }, revision: OLD, kind: 'foreign' },
    { target: 'refs/heads/dev', expected: { branch: 'dev' }, revision: OLD, kind: 'watched' },
    { target: 'dev', expected: {}, revision: OLD, kind: 'foreign' },
    { target: 'dev', expected: {}, revision: '', kind: 'untold' },
    { target: 'dev', expected: {}, revision: OURS, kind: 'watched' },
    { target: 'v1.*', expected: {}, revision: LATER, kind: 'watched' },
    { target: 'main', expected: { defaultBranch: undefined }, revision: OLD, kind: 'untold' },
  ])('$target of $expected at $revision: $kind', ({ target, expected, revision, kind }) => {
    expect(kindOf({ targetRevision: target }, revision, expected)).toBe(kind);
  });
});

describe('a spec that asks for the image itself', () => {
  it.each([
    ['{"helm":{"parameters":[{"name":"image.tag","value":"1.2"}]}}', 'spec'],
    ['{"kustomize":{"images":["ghcr.io/org/app:1.2"]}}', 'spec'],
    ['{"helm":{"values":"image:\\n  tag: 1.2\\n"}}', 'spec'],
    ['{"helm":{"parameters":[{"name":"image.tag","value":"1.2.3"}]}}', 'foreign'],
    ['{"helm":{"parameters":[{"name":"image.tag","value":"11.2"}]}}', 'foreign'],
  ])('%s: %s', (overrides, kind) => {
    expect(kindOf({ isPackage: true, overrides }, '1.0.0')).toBe(kind);
  });

  it('asks for nothing where the image has neither tag nor digest', () => {
    const image = { repository: 'ghcr.io/org/app' };
    const overrides = '{"kustomize":{"images":["ghcr.io/org/app:1.2"]}}';
    expect(kindOf({ isPackage: true, overrides }, '', { image })).toBe('foreign');
  });

  it('asks by the digest where there is one', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const image = { repository: 'ghcr.io/org/app', tag: '1.2', digest };
    const overrides = '{"kustomize":{"images":["ghcr.io/org/app:1.2"]}}';
    expect(kindOf({ isPackage: true, overrides }, '', { image })).toBe('foreign');
    const pinned = `{"kustomize":{"images":["ghcr.io/org/app@${digest}"]}}`;
    expect(kindOf({ isPackage: true, overrides: pinned }, '', { image })).toBe('spec');
  });
});
