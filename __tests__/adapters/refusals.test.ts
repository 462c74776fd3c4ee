import { describe, expect, it } from '@jest/globals';
import { explainRefusal, isConflict, type Refusal } from '../../src/adapters/refusals.js';

const refusal: Refusal = {
  action: 'write',
  status: 403,
  message: '',
  headers: {},
  repository: 'org/gitops',
  branch: 'main',
  path: 'app/kustomization.yaml',
  tokenInput: 'gitops-token',
};

describe('isConflict', () => {
  it.each([
    { status: 409, message: 'app/kustomization.yaml does not match 1234abcd', expected: true },
    { status: 409, message: 'is at 1234abcd but expected 5678abcd', expected: true },
    { status: 409, message: 'refs/heads/main expected to be at 1234', expected: true },
    { status: 409, message: 'something new', expected: true },
    { status: 422, message: 'sha does not match [given: 1, expected: 2]', expected: true },
    { status: 422, message: 'Invalid request. "sha" wasn\'t supplied.', expected: false },
    { status: 403, message: 'does not match', expected: false },
    {
      status: 409,
      message: 'Could not update file: Changes must be made through a pull request.',
      expected: false,
    },
    { status: 409, message: 'Repository rule violations found', expected: false },
    { status: 409, message: '2 of 2 required status checks are expected.', expected: false },
  ])('$status $message', ({ status, message, expected }) => {
    expect(isConflict({ status, message })).toBe(expected);
  });
});

describe('explainRefusal', () => {
  it.each([
    {
      description: 'a token that is not one',
      change: { status: 401, message: 'Bad credentials' },
      code: 'token-invalid',
      cure: 'gitops-token: the server does not accept this token',
    },
    {
      description: 'single sign-on',
      change: { headers: { 'x-github-sso': 'required; url=https://github.com/orgs/o/sso' } },
      code: 'token-forbidden',
      cure: 'Configure SSO',
    },
    {
      description: 'a rate limit',
      change: { status: 429, message: 'You have exceeded a secondary rate limit.' },
      code: 'unavailable',
      cure: 'rate limit',
    },
    {
      description: 'an archive of GitHub',
      change: { message: 'Repository was archived so is read-only.' },
      code: 'write-refused',
      cure: 'Unarchive it',
    },
    {
      description: 'an archive of Gitea',
      change: { status: 423, message: 'The repository is archived.' },
      code: 'write-refused',
      cure: 'Unarchive it',
    },
    {
      description: 'branch protection',
      change: {
        status: 409,
        message: 'Could not update file: Changes must be made through a pull request.',
      },
      code: 'write-refused',
      cure: 'Branch main of org/gitops is protected',
    },
    {
      description: 'a ruleset on the default branch',
      change: { status: 409, message: 'Repository rule violations found', branch: undefined },
      code: 'write-refused',
      cure: 'Branch (default) of org/gitops is protected',
    },
    {
      description: 'a token that only reads',
      change: { message: 'Resource not accessible by personal access token' },
      code: 'token-forbidden',
      cure: 'can read org/gitops but not write to it',
    },
    {
      description: 'a classic token without its scope',
      change: { status: 404, message: 'Not Found' },
      code: 'token-forbidden',
      cure: 'the scope repo',
    },
    {
      description: 'a token that does not even read',
      change: { action: 'read', message: 'Resource not accessible by integration' },
      code: 'token-forbidden',
      cure: 'may not read org/gitops',
    },
    {
      description: 'a branch that is not there, read',
      change: { action: 'read', status: 404, message: 'No commit found for the ref main' },
      code: 'branch-not-found',
      cure: 'org/gitops has no branch "main"',
    },
    {
      description: 'a branch that is not there, written',
      change: { status: 404, message: 'Branch main not found' },
      code: 'branch-not-found',
      cure: 'Create it',
    },
    {
      description: 'a path that is not there',
      change: { action: 'read', status: 404, message: 'Not Found' },
      code: 'path-not-found',
      cure: 'no "app/kustomization.yaml" on branch main',
    },
    {
      description: 'a server that is down',
      change: { action: 'read', status: 502, message: 'Bad Gateway' },
      code: 'unavailable',
      cure: 'answered 502 (Bad Gateway)',
    },
    {
      description: 'anything else',
      change: { status: 418, message: 'teapot' },
      code: 'write-refused',
      cure: 'refused to write app/kustomization.yaml in org/gitops with status 418: teapot',
    },
  ] as const)('tells the cure for $description', ({ change, code, cure }) => {
    const explained = explainRefusal({ ...refusal, ...change });
    expect(explained).toEqual({ code, message: expect.stringContaining(cure) });
  });

  it('names the default branch where none was given', () => {
    const { message } = explainRefusal({
      ...refusal,
      action: 'read',
      status: 404,
      message: 'Not Found',
      branch: undefined,
    });
    expect(message).toContain('on its default branch');
  });
});
