import { describe, expect, it } from '@jest/globals';
import { parseImageReference } from '../../../src/base/image.js';
import { findDeployed, findSynced, matchImage } from '../../../src/verify/rules/deployed.js';
import type { Workload } from '../../../src/ports/argocd.js';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

function parse(text: string) {
  const parsed = parseImageReference(text);
  if (!parsed.valid) throw new Error(parsed.rule);
  return parsed.reference;
}

describe('a live image and the one that was promoted', () => {
  it.each([
    ['ghcr.io/org/app:1', 'ghcr.io/org/app:1', 'same'],
    ['ghcr.io/org/app:2', 'ghcr.io/org/app:1', 'other'],
    ['ghcr.io/org/app', 'ghcr.io/org/app:1', 'other'],
    ['ghcr.io/org/other:1', 'ghcr.io/org/app:1', 'foreign'],
    ['ghcr.io/team/org/app:1', 'ghcr.io/org/app:1', 'foreign'],
    ['mirror.internal/org/app:1', 'ghcr.io/org/app:1', 'same'],
    ['mirror.internal/ghcr.io/org/app:1', 'ghcr.io/org/app:1', 'same'],
    ['localhost:5000/org/app:1', 'ghcr.io/org/app:1', 'same'],
    ['mirror.internal/other-org/app:1', 'ghcr.io/org/app:1', 'foreign'],
    ['mirror.internal/x/app:1', 'registry.internal/app:1', 'foreign'],
    [`ghcr.io/org/app:1@${A}`, 'ghcr.io/org/app:1', 'same'],
    [`ghcr.io/org/app@${A}`, 'ghcr.io/org/app:1', 'pinned'],
    [`ghcr.io/org/app:1@${A}`, `ghcr.io/org/app:1@${A}`, 'same'],
    [`ghcr.io/org/app:1@${B}`, `ghcr.io/org/app:1@${A}`, 'other'],
    [`ghcr.io/org/app@${A}`, `ghcr.io/org/app:1@${A}`, 'same'],
    ['ghcr.io/org/app:1', `ghcr.io/org/app:1@${A}`, 'tagged'],
    ['ghcr.io/org/app:edge', `ghcr.io/org/app:edge@${A}`, 'untold'],
    ['ghcr.io/org/app:stable-alpine3.20', `ghcr.io/org/app:stable-alpine3.20@${A}`, 'untold'],
    [`ghcr.io/org/app:edge@${A}`, `ghcr.io/org/app:edge@${A}`, 'same'],
    ['ghcr.io/org/app:1', `ghcr.io/org/app@${A}`, 'untold'],
    ['nginx:1', 'docker.io/library/nginx:1', 'same'],
    ['index.docker.io/library/nginx:1', 'nginx:1', 'same'],
    ['quay.io/bitnami/nginx:1', 'nginx:1', 'foreign'],
    ['not an image', 'nginx:1', 'foreign'],
  ])('%s beside %s: %s', (live, ours, expected) => {
    expect(matchImage(live, parse(ours))).toBe(expected);
  });
});

describe('the resources of an Application', () => {
  const image = parse('ghcr.io/org/app:1');
  const make = (name: string, live: readonly string[], isLive = true): Workload => ({
    group: 'apps',
    kind: 'Deployment',
    namespace: 'n',
    name,
    wanted: ['ghcr.io/org/app:1'],
    live,
    isLive,
    isLeft: false,
  });
  const ours = make('a', ['ghcr.io/org/app:1']);
  const kept = make('b', ['envoy:1', 'ghcr.io/org/app:0']);
  const other = { ...kept, wanted: ['ghcr.io/org/app:0'] };

  it.each([
    {
      description: 'one runs it, one another',
      workloads: [ours, other],
      expected: { state: 'deployed', others: ['Deployment/b runs ghcr.io/org/app:0'], missing: [] },
    },
    {
      description: 'one runs it, one is not there',
      workloads: [ours, make('c', [], false)],
      expected: { state: 'deployed', missing: ['Deployment/c'] },
    },
    {
      description: 'all run another',
      workloads: [other],
      expected: { state: 'other', others: ['Deployment/b runs ghcr.io/org/app:0'], isKept: false },
    },
    {
      description: 'one runs another and is to run ours',
      workloads: [kept],
      expected: {
        state: 'other',
        others: ['Deployment/b runs ghcr.io/org/app:0 and is to run ghcr.io/org/app:1'],
        isKept: true,
      },
    },
    {
      description: 'none is there',
      workloads: [make('c', [], false)],
      expected: { state: 'missing', missing: ['Deployment/c'] },
    },
    {
      description: 'none is there, and it is to run another',
      workloads: [{ ...make('c', [], false), wanted: ['ghcr.io/org/app:0'] }],
      expected: { state: 'missing', missing: ['Deployment/c'] },
    },
    {
      description: 'what is not there is to run something else',
      workloads: [{ ...make('c', [], false), wanted: ['nginx:1'] }],
      expected: { state: 'unnamed' },
    },
    {
      description: 'the digest alone is told, of what is to run ours and was synced',
      workloads: [make('d', [`ghcr.io/org/app@${A}`])],
      synced: ['ghcr.io/org/app:1'],
      expected: {
        state: 'deployed',
        others: [
          `Deployment/d runs ghcr.io/org/app@${A}, which does not tell whether it is ghcr.io/org/app:1`,
        ],
      },
    },
    {
      description: 'the digest alone is told, of what is to run ours and was not synced',
      workloads: [make('d', [`ghcr.io/org/app@${A}`])],
      expected: { state: 'other', isKept: true, isUntold: true },
    },
    {
      description: 'one is only left to be pruned',
      workloads: [{ ...ours, wanted: [], isLeft: true }],
      expected: {
        state: 'other',
        others: ['Deployment/a runs ghcr.io/org/app:1, and Git does not ask for it any more'],
      },
    },
    {
      description: 'the digest alone is told, in Git too',
      workloads: [{ ...make('d', [`ghcr.io/org/app@${A}`]), wanted: [`ghcr.io/org/app@${A}`] }],
      expected: { state: 'other', isKept: false, isUntold: true },
    },
    {
      description: 'one is kept at another, one tells a digest alone that Git asks for, too',
      workloads: [
        kept,
        { ...make('d', [`ghcr.io/org/app@${A}`]), wanted: [`ghcr.io/org/app@${A}`] },
      ],
      expected: { state: 'other', isKept: true, isUntold: false },
    },
    {
      description: 'one is kept at another, one at a digest alone',
      workloads: [kept, make('d', [`ghcr.io/org/app@${A}`])],
      expected: { state: 'other', isKept: true, isUntold: false },
    },
    {
      description:
        'one that tells a digest alone is only left to be pruned, and the rest runs another',
      workloads: [other, { ...make('d', [`ghcr.io/org/app@${A}`]), wanted: [], isLeft: true }],
      expected: { state: 'other', isKept: false, isUntold: false },
    },
    {
      description: 'one runs it, and one that is to run it runs another',
      workloads: [ours, kept],
      expected: { state: 'other', isKept: true },
    },
    {
      description: 'one runs it, one runs another, one is not there',
      workloads: [ours, kept, make('c', [], false)],
      expected: { state: 'deployed', missing: ['Deployment/c'] },
    },
    { description: 'there are none', workloads: [], expected: { state: 'unnamed' } },
  ])('$description', ({ workloads, synced = [], expected }) => {
    expect(findDeployed(workloads, synced, image)).toMatchObject(expected);
  });

  it.each([
    { images: ['ghcr.io/org/app:1', 'ghcr.io/org/app:0'], state: 'deployed' },
    { images: ['ghcr.io/org/app:0'], state: 'other', isUntold: false },
    { images: [`ghcr.io/org/app@${A}`], state: 'other', isUntold: true },
    { images: ['nginx:1'], state: 'unnamed' },
  ])('what was synced is looked at where they do not tell: $images', ({ images, ...expected }) => {
    expect(findSynced(images, image)).toMatchObject(expected);
  });
});
