import { expect, it } from '@jest/globals';
import { promotion, secret, useExample } from './example.js';
import { runInProcess } from './in-process.js';

const example = useExample(runInProcess);

it.each([
  {
    description: 'a token that is not one',
    given: { 'gitops-token': 'wrong' },
    reason: 'token-invalid',
    says: 'gitops-token: the server does not accept this token',
  },
  {
    description: 'an empty token',
    given: { 'gitops-token': '' },
    reason: 'invalid-input',
    says: 'gitops-token: it is empty',
  },
  {
    description: 'no token for the source repository itself',
    given: { 'gitops-repository': 'org/repo', 'gitops-token': '', token: '' },
    reason: 'invalid-input',
    says: 'gitops-token: it is empty',
  },
  {
    description: 'a token of two lines',
    given: { 'gitops-token': `${secret}\nother` },
    reason: 'invalid-input',
    says: 'gitops-token: expected a token, got text with white space',
  },
  {
    description: 'a token that only reads',
    given: { 'gitops-token': 'reader' },
    reason: 'token-forbidden',
    says: 'can read org/gitops but not write to it',
  },
  {
    description: 'a classic token that only reads',
    given: { 'gitops-token': 'classic' },
    reason: 'token-forbidden',
    says: 'can read org/gitops but not write to it',
  },
  {
    description: 'a repository that the token cannot see',
    given: { 'gitops-token': 'stranger' },
    reason: 'repository-not-found',
    says: 'org/gitops does not exist, or the token (input gitops-token) cannot see it',
  },
  {
    description: 'a repository that is not there',
    given: { 'gitops-repository': 'org/gitopps' },
    reason: 'repository-not-found',
    says: 'gitops-repository: org/gitopps does not exist',
  },
  {
    description: 'a branch that is not there',
    given: { 'gitops-branch': 'production' },
    reason: 'branch-not-found',
    says: 'org/gitops has no branch "production". Its default branch is main.',
  },
  {
    description: 'a directory that is not there',
    given: { kustomization: 'fastapi/base' },
    reason: 'path-not-found',
    says: 'kustomization: org/gitops has no "fastapi/base" on its default branch (main). Is "fastapi-agent/base" meant? At its root there are:',
  },
  {
    description: 'a directory beside those that are there',
    given: { kustomization: 'fastapi-agent/overlays/dve', 'gitops-branch': 'main' },
    reason: 'path-not-found',
    says: 'kustomization: org/gitops has no "fastapi-agent/overlays/dve" on branch main. In fastapi-agent there are: base/, prod/.',
  },
  {
    description: 'a values file in a directory that is not there',
    given: { kustomization: '', 'image-name': '', values: 'broke/kustomization.yaml' },
    reason: 'path-not-found',
    says: 'values: org/gitops has no "broke/kustomization.yaml" on its default branch (main). Is "broken/kustomization.yaml" meant?',
  },
  {
    description: 'a file of targets that is not there',
    given: {
      ...{ kustomization: '', 'image-name': '' },
      targets: '- file: charts/values.yaml\n  set: { tag: "{{tag}}" }',
    },
    reason: 'path-not-found',
    says: 'targets: item 1, file: org/gitops has no "charts/values.yaml" on its default branch (main). Is "values.yaml" meant? At its root there are:',
  },
  {
    description: 'a file that is not there',
    given: { kustomization: 'fastapi-agent/base/kustomization.yml' },
    reason: 'path-not-found',
    says: 'There are: kustomization.yaml.',
  },
  {
    description: 'two kustomizations in one directory',
    given: { kustomization: 'twice' },
    reason: 'path-ambiguous',
    says: 'twice holds both',
  },
  {
    description: 'an entry that is not there',
    given: { 'image-name': 'agent' },
    reason: 'entry-not-found',
    says: 'fastapi-agent',
  },
  {
    description: 'a file that is no kustomization',
    given: { kustomization: 'deployment' },
    reason: 'not-a-kustomization',
    says: 'Deployment',
  },
  {
    description: 'YAML that is not valid',
    given: { kustomization: 'broken' },
    reason: 'invalid-yaml',
    says: 'broken/kustomization.yaml:3:1: expected YAML',
  },
  {
    description: 'a branch name as tag',
    given: { image: 'ghcr.io/org/repo/fastapi-agent:main' },
    reason: 'moving-tag',
    says: 'the tag main moves',
  },
  {
    description: 'an image name that is not valid',
    given: { image: 'ghcr.io/org/repo//agent:1' },
    reason: 'invalid-input',
    says: 'image: expected an image repository or reference',
  },
  {
    description: 'an input that is not a number',
    given: { 'retry-timeout': 'two' },
    reason: 'invalid-input',
    says: 'retry-timeout: expected a whole number from 0 to 3600, got "two"',
  },
  {
    description: 'an input of a step that does not run',
    given: { steps: '', 'coverage-min': '90' },
    reason: 'invalid-input',
    says: 'coverage-min: given, but the coverage step does not run',
  },
  {
    description: 'a misspelt input',
    given: { kustomisation: 'fastapi-agent/base' },
    reason: 'invalid-input',
    says: 'kustomisation: there is no such input. Is kustomization meant?',
  },
])('$description: $reason', async ({ given, reason, says }) => {
  const { exitCode, outputs, stdout, summary } = await example.run({ ...promotion, ...given });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ reason, changed: 'false' });
  const [annotation, second] = stdout.split('\n').filter((line) => line.startsWith('::error'));
  expect(second).toBeUndefined();
  expect(annotation).toMatch(says);
  expect(summary).toContain(`### Failed: ${reason}`);
  expect(await example.history()).toEqual([]);
});
