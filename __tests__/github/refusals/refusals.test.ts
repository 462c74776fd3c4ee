import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { REFUSAL_RULES } from '../../../src/github/refusals/table.js';
import { explainRefusal, makeRefusalError } from '../../../src/github/refusals/explain.js';
import { type Refusal } from '../../../src/github/refusals/refusal.js';
import { parseReplyMessage } from '../../../src/github/http/client.js';

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

describe('the refusal of a write', () => {
  const conflict = 'conflict';
  const refused = 'write-refused';
  it.each([
    { status: 409, message: 'app/kustomization.yaml does not match 1234abcd', expected: conflict },
    { status: 409, message: 'is at 1234abcd but expected 5678abcd', expected: conflict },
    { status: 409, message: 'refs/heads/main expected to be at 1234', expected: conflict },
    { status: 409, message: 'something new', expected: conflict },
    { status: 422, message: 'sha does not match [given: 1, expected: 2]', expected: conflict },
    { status: 422, message: `x.yaml does not match ${'a1b2c3d4'.repeat(5)}`, expected: conflict },
    { status: 422, message: 'The text does not match a pattern', expected: refused },
    { status: 422, message: 'Reference cannot be updated', expected: conflict },
    { status: 422, message: 'Invalid request. "sha" wasn\'t supplied.', expected: refused },
    { status: 403, message: 'does not match', expected: 'token-forbidden' },
    {
      status: 409,
      message: 'Could not update file: Changes must be made through a pull request.',
      expected: refused,
    },
    { status: 409, message: 'Repository rule violations found', expected: refused },
    { status: 409, message: 'At least 1 approving review is required by x', expected: refused },
    { status: 409, message: 'Cannot update this protected ref.', expected: refused },
    { status: 422, message: 'Cannot update this protected ref.', expected: refused },
    { status: 409, message: 'Changes must be made through the merge queue', expected: refused },
    { status: 409, message: 'Git Repository is empty.', expected: 'branch-not-found' },
    { status: 409, message: 'Repository rule violations: Secret detected', expected: refused },
    { type: 'SERVICE_UNAVAILABLE', message: 'try later', expected: 'outcome-unknown' },
    { message: 'Timeout on validation of query', expected: 'outcome-unknown' },
    { type: 'argumentLiteralsIncompatible', message: 'x', expected: refused },
    { status: 409, message: '2 of 2 required status checks are expected.', expected: refused },
    { type: 'STALE_DATA', message: 'Expected branch to point to "1" but', expected: conflict },
    {
      type: 'NOT_FOUND',
      message: "No commit exists with specified expectedHeadOid '12'.",
      expected: conflict,
    },
    { type: 'FORBIDDEN', message: 'is at 1234abcd but expected 5678abcd', expected: conflict },
    { type: 'OTHER', message: 'is at 1234abcd but expected 5678abcd', expected: conflict },
    { message: 'is at 1234abcd but expected 5678abcd', expected: conflict },
    { status: 500, message: 'Server Error', expected: 'outcome-unknown' },
    { status: 522, message: 'without a message', expected: 'outcome-unknown' },
    {
      message: 'Something went wrong while executing your query. Please include `0:0`.',
      expected: 'outcome-unknown',
    },
    { type: 'RATE_LIMITED', message: 'API rate limit exceeded', expected: 'unavailable' },
    { type: 'RATE_LIMITED', message: 'wait', expected: 'unavailable' },
    { status: 403, message: 'was submitted too quickly', expected: 'unavailable' },
    { status: 422, message: 'was submitted too quickly', expected: 'unavailable' },
    { type: 'BRANCH_PROTECTION_RULE_VIOLATION', message: 'new', expected: refused },
    { type: 'UNPROCESSABLE', message: 'Repository rule violations found x', expected: refused },
    { type: 'UNPROCESSABLE', message: 'A file is too large.', expected: refused },
  ])(
    'with $status $type and "$message" is $expected',
    ({ status = 200, type, message, expected }) => {
      const change = { ...refusal, status, message, ...(type !== undefined && { type }) };
      expect(explainRefusal(change).code).toBe(expected);
    },
  );
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
      description: 'single sign-on, told by GraphQL',
      change: {
        status: 200,
        type: 'FORBIDDEN',
        message: 'Resource protected by organization SAML enforcement. You must grant it access.',
      },
      code: 'token-forbidden',
      cure: 'Configure SSO',
    },
    {
      description: 'a network that is not let in',
      change: { message: 'the `org` organization has an IP allow list enabled' },
      code: 'token-forbidden',
      cure: "the organisation's IP allow list",
    },
    {
      description: 'a secondary rate limit',
      change: { message: 'You have exceeded a secondary rate limit.' },
      code: 'unavailable',
      cure: 'gitops-token: the server asks the owner of this token to slow down',
    },
    {
      description: 'a request too many',
      change: { status: 429, message: 'slow down' },
      code: 'unavailable',
      cure: 'asks for fewer requests (slow down)',
    },
    {
      description: 'a repository that was renamed',
      change: { status: 307, message: 'Moved Permanently' },
      code: 'repository-not-found',
      cure: 'gitops-repository: org/gitops was renamed or moved. Write its new name;',
    },
    {
      description: 'a repository whose new name is known',
      change: { status: 301, message: 'Moved Permanently', newName: 'org/new' },
      code: 'repository-not-found',
      cure: 'org/gitops is now org/new',
    },
    {
      description: 'a server without the mutation',
      change: {
        status: 200,
        type: 'undefinedField',
        message: "Field 'createCommitOnBranch' doesn't exist on type 'Mutation'",
      },
      code: 'invalid-input',
      cure: 'promote the files one by one',
    },
    {
      description: 'an empty repository',
      change: { action: 'read', status: 404, message: 'This repository is empty.' },
      code: 'branch-not-found',
      cure: 'Push the manifests first',
    },
    {
      description: 'a repository that GraphQL does not see',
      change: {
        status: 200,
        type: 'NOT_FOUND',
        message: "Could not resolve to a Repository with the name 'org/gitops'.",
      },
      code: 'repository-not-found',
      cure: 'org/gitops or its branch main does not exist',
    },
    {
      description: 'a branch that GraphQL does not see',
      change: { status: 200, type: 'NOT_FOUND', message: 'Branch not found' },
      code: 'branch-not-found',
      cure: 'no branch "main"',
    },
    {
      description: 'GITHUB_TOKEN of another repository',
      change: { message: 'Resource not accessible by integration' },
      code: 'token-forbidden',
      cure: 'GITHUB_TOKEN can only write to the repository of its own workflow',
    },
    {
      description: 'a classic token without its scope, told by GraphQL',
      change: {
        status: 200,
        type: 'FORBIDDEN',
        message: 'ada does not have the correct permissions to execute `CreateCommitOnBranch`',
      },
      code: 'token-forbidden',
      cure: 'the scope repo',
    },
    {
      description: 'an organisation without classic tokens',
      change: {
        message:
          '`org` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
      },
      code: 'token-forbidden',
      cure: 'takes no token of this kind',
    },
    {
      description: 'an organisation without fine-grained tokens',
      change: {
        action: 'read',
        message: '`org` forbids access via a fine-grained personal access token.',
      },
      code: 'token-forbidden',
      cure: 'takes no token of this kind',
    },
    {
      description: 'a token that lives too long',
      change: {
        action: 'read',
        message:
          "The 'org' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1",
      },
      code: 'token-forbidden',
      cure: 'Give the token an earlier end',
    },
    {
      description: 'a managed user',
      change: {
        status: 200,
        type: 'FORBIDDEN',
        message: 'Unauthorized: As an Enterprise Managed User, you cannot access this content',
      },
      code: 'token-forbidden',
      cure: 'managed by an enterprise',
    },
    {
      description: 'a pattern of messages',
      change: {
        status: 409,
        message:
          'Repository rule violations found Commit message must match a given regex pattern: ^JIRA-',
      },
      code: 'write-refused',
      cure: 'Set commit-message to one that it takes',
    },
    {
      description: 'a pattern of messages, by GraphQL',
      change: {
        status: 200,
        type: 'UNPROCESSABLE',
        message: 'Repository rule violations found Commit message must not contain a word',
      },
      code: 'write-refused',
      cure: 'Set commit-message to one that it takes',
    },
    {
      description: 'a ruleset',
      change: { status: 409, message: 'Repository rule violations found' },
      code: 'write-refused',
      cure: 'Branch main of org/gitops has a ruleset that refuses a direct commit (Repository rule violations found). Set mode: pull-request',
    },
    {
      description: 'a rule on signatures',
      change: {
        status: 409,
        message: 'Repository rule violations found Commits must have verified signatures.',
      },
      code: 'write-refused',
      cure: 'Set commit-api: graphql',
    },
    {
      description: 'a rule on signatures that GraphQL does not keep either',
      change: {
        status: 200,
        type: 'UNPROCESSABLE',
        message: 'Repository rule violations found Commits must have verified signatures.',
      },
      code: 'write-refused',
      cure: 'Set mode: pull-request',
    },
    {
      description: 'a protection of GraphQL',
      change: { status: 200, type: 'BRANCH_PROTECTION_RULE_VIOLATION', message: 'no' },
      code: 'write-refused',
      cure: 'is protected and refuses a direct commit (no). Set mode: pull-request',
    },
    {
      description: 'a protection of Gitea',
      change: { message: 'user cannot commit to repo [user: bot]' },
      code: 'write-refused',
      cure: 'push to it in the settings',
    },
    {
      description: 'a root that is not there',
      change: { action: 'read', status: 404, message: 'Not Found', path: '' },
      code: 'repository-not-found',
      cure: 'GITHUB_TOKEN sees no other private repository',
    },
    {
      description: 'GraphQL that fails to read',
      change: {
        action: 'read',
        status: 200,
        message: 'Something went wrong while executing your query.',
      },
      code: 'unavailable',
      cure: 'The server failed to answer',
    },
    {
      description: 'anything else of GraphQL',
      change: { status: 200, type: 'UNPROCESSABLE', message: 'A file is too large.' },
      code: 'write-refused',
      cure: 'refused to write app/kustomization.yaml in org/gitops with UNPROCESSABLE: A file is',
    },
    {
      description: 'anything else of a pull request',
      change: { action: 'pull-request', status: 418, message: 'teapot' },
      code: 'write-refused',
      cure: 'refused to work on a pull request of org/gitops with status 418: teapot',
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
      cure: 'The default branch of org/gitops has a ruleset',
    },
    {
      description: 'a fine-grained token that only reads',
      change: { message: 'Resource not accessible by personal access token' },
      code: 'token-forbidden',
      cure: 'Edit the fine-grained token',
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
      description: 'a branch that is not there and named as something else',
      change: { action: 'read', status: 404, message: 'No commit found for the ref archived' },
      code: 'branch-not-found',
      cure: 'no branch',
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
    expect(explained).toMatchObject({ code, message: expect.stringContaining(cure) });
  });

  it.each(REFUSAL_RULES.map((rule) => [rule.when, rule] as const))(
    'is told as a cure: %s',
    (_, { status, type, message, root, ...rule }) => {
      const refusals = [...(status ?? []), ...(type ?? [])].length;
      expect(refusals > 0 || message !== undefined).toBe(true);
      expect(rule.when).toMatch(/^[A-Z].*[^.]$/);
      const text = rule.explain({ ...refusal, ...(root && { path: '' }) });
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|\[object/);
    },
  );

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

describe('makeRefusalError', () => {
  it('tells the end of a limit', () => {
    const limited = {
      ...refusal,
      message: 'API rate limit exceeded',
      headers: { 'retry-after': '7' },
    };
    const before = Date.now();
    const { code, retryAt } = makeRefusalError(limited);
    expect(code).toBe('unavailable');
    expect(retryAt).toBeGreaterThanOrEqual(before + 7000);
    expect(retryAt).toBeLessThanOrEqual(Date.now() + 7000);
  });

  it.each([
    { description: 'by its status alone', told: { status: 429 } },
    { description: 'by its headers alone', told: { headers: { 'x-ratelimit-remaining': '0' } } },
    { description: 'by the type of GraphQL', told: { status: 200, type: 'RATE_LIMIT' } },
  ])('that is told $description lasts a minute', ({ told }) => {
    const limited = { ...refusal, message: 'without a message', ...told };
    const before = Date.now();
    const { code, isLimit, retryAt } = makeRefusalError(limited);
    expect({ code, isLimit }).toEqual({ code: 'unavailable', isLimit: true });
    expect(retryAt).toBeGreaterThanOrEqual(before + 60_000);
  });

  it('has no end of what is no limit', () => {
    expect(makeRefusalError(refusal)).toMatchObject({
      code: 'token-forbidden',
      retryAt: undefined,
    });
  });
});

describe('the refusal of a read', () => {
  it.each([
    { description: 'a failure of GraphQL', type: 'SERVICE_UNAVAILABLE', code: 'unavailable' },
    { description: 'what is not known', status: 406, code: 'read-refused' },
    {
      description: 'a limit that only says when to come back',
      status: 403,
      headers: { 'retry-after': '7' },
      code: 'unavailable',
    },
    {
      description: 'a limit that only the headers tell',
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
      code: 'unavailable',
    },
  ])('by $description: $code', ({ status = 200, type, headers = {}, code }) => {
    const asked = { ...refusal, action: 'read', status, headers, message: 'Forbidden' } as const;
    const explained = explainRefusal({ ...asked, ...(type !== undefined && { type }) });
    expect(explained.code).toBe(code);
  });
});

it.each([
  {
    description: 'the default branch that is not there',
    change: { branch: undefined },
    told: 'gitops-branch: org/gitops does not have the branch that it calls its default.',
  },
  {
    description: 'another branch, beside the default one',
    change: { branch: 'prod', defaultBranch: 'trunk' },
    told: 'gitops-branch: org/gitops has no branch "prod". Its default branch is trunk.',
  },
])('names $description', ({ change, told }) => {
  const message = 'No commit found for the ref x';
  const asked = { ...refusal, action: 'read', status: 404, message, ...change } as const;
  const explained = explainRefusal(asked);
  expect(explained.code).toBe('branch-not-found');
  expect(explained.message).toContain(told);
  expect(explained.message).not.toContain('""');
});

it('never words a token as its own place', () => {
  for (const rule of REFUSAL_RULES) {
    expect(rule.explain({ ...refusal, tokenInput: 'token' })).not.toMatch(/token in token/);
  }
});

describe('what a real Gitea answered', () => {
  interface Recorded {
    readonly request: string;
    readonly status: number;
    readonly body: unknown;
  }
  const file = new URL('../../fixtures/gitea/replies.json', import.meta.url);
  const replies = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Recorded>>;

  it.each([
    { name: 'a wrong token', code: 'token-invalid' },
    { name: 'a token without the scope to read', code: 'token-forbidden' },
    { name: 'an absent repository', code: 'path-not-found' },
    { name: 'an absent path', code: 'path-not-found' },
    { name: 'an absent branch', code: 'branch-not-found' },
    { name: 'an empty repository', code: 'branch-not-found' },
    { name: 'a renamed repository', code: 'repository-not-found' },
    { name: 'a write to a renamed repository', code: 'repository-not-found' },
    { name: 'a write with a stale blob', code: 'conflict' },
    { name: 'a write that was overtaken inside the server', code: 'conflict' },
    { name: 'a write to an absent path', code: 'conflict' },
    { name: 'a write to an absent branch', code: 'branch-not-found' },
    { name: 'a write without the scope', code: 'token-forbidden' },
    { name: 'a write without the permission', code: 'token-forbidden' },
    { name: 'a write to a protected branch', code: 'write-refused' },
    { name: 'a write to a branch of signed commits', code: 'write-refused' },
    { name: 'a write to a protected file', code: 'write-refused' },
    { name: 'a write to an archive', code: 'write-refused' },
  ])('to $name: $code', ({ name, code }) => {
    const { request, status, body } = replies[name] ?? { request: '', status: 0, body: null };
    const action = request.startsWith('PUT') ? 'write' : 'read';
    const message = parseReplyMessage(body);
    const explained = explainRefusal({ ...refusal, action, status, message });
    expect(explained.code).toBe(code);
    // Gitea has no pull-request mode.
    expect(explained.message).not.toContain('mode: pull-request');
  });
});
