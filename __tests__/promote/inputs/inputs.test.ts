import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../../src/base/context.js';
import { InputReader } from '../../../src/base/input-reader.js';
import { parsePromoteInputs } from '../../../src/promote/inputs/inputs.js';
import { contextOf } from '../../fakes/context.js';
import { type Given, rawInputs } from '../../fakes/inputs.js';

const given = {
  token: 'workflow-token',
  'gitops-repository': 'org/gitops',
  'gitops-token': 'gitops-token-value',
  kustomization: 'fastapi-agent/base',
};

async function parse(changes: Given, { dryRunByDefault = false, gateRuns = false } = {}) {
  const reader = new InputReader(rawInputs({ ...given, ...changes }));
  const inputs = await parsePromoteInputs(reader, {
    context: contextOf(),
    dryRunByDefault,
    gateRuns,
  });
  return { inputs, problems: reader.problems };
}

describe('parsePromoteInputs', () => {
  it('has its defaults', async () => {
    const { inputs, problems } = await parse({});
    expect(problems).toEqual([]);
    expect(inputs).toEqual({
      target: {
        repository: 'org/gitops',
        apiUrl: 'https://api.github.com',
        token: 'gitops-token-value',
        tokenInput: 'gitops-token',
        commitApi: 'auto',
      },
      sourceToken: 'workflow-token',
      stale: 'skip',
      afterRollback: 'newer',
      trigger: { isByHand: false, isRerun: false },
      targets: [{ kind: 'kustomization', path: 'fastapi-agent/base', input: 'kustomization' }],
      createMissing: false,
      commitTrailers: [],
      retryTimeout: 300,
    });
  });

  it('takes everything that is given', async () => {
    const { inputs, problems } = await parse({
      'gitops-branch': 'release/1.x',
      'gitops-api-url': 'https://git.example/api/v1/',
      'image-name': 'fastapi-agent',
      'commit-message': 'deploy {{tag}}',
      'commit-trailers': 'Coverage: 81.25',
      'retry-timeout': '0',
    });
    expect(problems).toEqual([]);
    expect(inputs).toMatchObject({
      target: { branch: 'release/1.x', apiUrl: 'https://git.example/api/v1' },
      targets: [
        {
          kind: 'kustomization',
          path: 'fastapi-agent/base',
          input: 'kustomization',
          imageName: 'fastapi-agent',
        },
      ],
      commitMessage: 'deploy {{tag}}',
      commitTrailers: [{ key: 'Coverage', value: '81.25' }],
      retryTimeout: 0,
    });
  });

  it.each([
    { path: './fastapi-agent//base/', expected: 'fastapi-agent/base' },
    { path: '/kustomization.yaml', expected: 'kustomization.yaml' },
    { path: '.', expected: '' },
  ])('takes the path $path from the root', async ({ path, expected }) => {
    const { targets } = (await parse({ kustomization: path })).inputs;
    expect(targets).toEqual([{ kind: 'kustomization', path: expected, input: 'kustomization' }]);
  });

  it.each([
    { input: 'gitops-repository', value: '', expected: 'the promote step needs it: owner/name' },
    { input: 'gitops-repository', value: 'gitops', expected: 'expected owner/name' },
    { input: 'gitops-repository', value: 'https://github.com/org/gitops', expected: 'owner/name' },
    { input: 'gitops-repository', value: '../gitops', expected: 'owner/name' },
    { input: 'gitops-branch', value: 'refs/heads/main', expected: 'without refs/heads/' },
    { input: 'gitops-branch', value: 'a branch', expected: 'a branch name' },
    { input: 'gitops-branch', value: 'a..b', expected: 'a branch name' },
    { input: 'gitops-api-url', value: 'git.example', expected: 'the address of a REST API' },
    { input: 'gitops-api-url', value: 'ftp://git.example', expected: 'the address of a REST API' },
    { input: 'gitops-api-url', value: 'https://me:hidden@x.example', expected: 'no credentials' },
    { input: 'gitops-api-url', value: 'https://x.example/#a', expected: 'the address of' },
    {
      input: 'gitops-api-url',
      value: 'http://git.example/api/v1',
      expected: 'it is http://git.example/api/v1, and the token would go there unencrypted',
    },
    { input: 'gitops-api-url', value: 'http://localhost.example', expected: 'unencrypted' },
    { input: 'kustomization', value: '', expected: 'the promote step needs it' },
    { input: 'kustomization', value: '../other', expected: 'without ..' },
    { input: 'kustomization', value: 'a\\b', expected: 'with /' },
    { input: 'commit-message', value: '{{tga}}', expected: 'got "{{tga}}"' },
    { input: 'commit-trailers', value: 'Coverage', expected: 'Key: value' },
    { input: 'retry-timeout', value: '2m', expected: 'a whole number from 0 to 3600' },
  ])('refuses $input: $value', async ({ input, value, expected }) => {
    expect((await parse({ [input]: value })).problems).toEqual([
      { input, message: expect.stringContaining(expected) },
    ]);
  });
});

describe('an http: address', () => {
  async function problemsOf(value: string, context: Partial<Context>) {
    const reader = new InputReader(rawInputs({ ...given, 'gitops-api-url': value }));
    const options = { context: contextOf(context), dryRunByDefault: false, gateRuns: false };
    await parsePromoteInputs(reader, options);
    return reader.problems;
  }

  it.each([
    { description: 'this machine', value: 'http://localhost:3000/api/v1', context: {} },
    { description: 'this machine by number', value: 'http://127.0.0.1/api/v1', context: {} },
    { description: 'this machine in IPv6', value: 'http://[::1]:3000/api/v1', context: {} },
    {
      description: "the run's own server where that is http: itself",
      value: 'http://gitea:3000/api/v1',
      context: { repositoryUrl: 'http://gitea:3000/org/app' },
    },
    {
      description: "the run's own server by default",
      value: '',
      context: {
        apiUrl: 'http://gitea:3000/api/v1',
        repositoryUrl: 'http://gitea:3000/org/app',
      },
    },
  ])('is taken of $description', async ({ value, context }) => {
    expect(await problemsOf(value, context)).toEqual([]);
  });

  it.each([
    {
      description: 'another server than the own one',
      value: 'http://git.example/api/v1',
      context: { repositoryUrl: 'http://gitea:3000/org/app' },
      message: /^it is http:\/\/git\.example/,
    },
    {
      description: 'the own server where its pages are https:',
      value: 'http://gitea/api/v1',
      context: { repositoryUrl: 'https://gitea/org/app' },
      message: /^it is http:\/\/gitea\/api\/v1/,
    },
    {
      description: 'GITHUB_API_URL where the pages are https:',
      value: '',
      context: { apiUrl: 'http://gitea/api/v1', repositoryUrl: 'https://gitea/org/app' },
      message: /^it is GITHUB_API_URL by default, which is http:\/\/gitea/,
    },
  ])('is refused of $description', async ({ value, context, message }) => {
    expect(await problemsOf(value, context)).toEqual([
      { input: 'gitops-api-url', message: expect.stringMatching(message) },
    ]);
  });
});

describe('promote-from', () => {
  it.each([
    { path: 'app/dev', kind: 'kustomization', location: 'kustomization' },
    { path: 'app/dev/kustomization.yml', kind: 'kustomization', location: 'kustomization' },
    { path: 'Kustomization', kind: 'kustomization', location: 'kustomization' },
    { path: 'charts/app/values-dev.yaml', kind: 'file', location: 'values' },
  ])('takes $path for a $location', async ({ path, kind, location }) => {
    const { inputs, problems } = await parse({ 'promote-from': path, 'image-name': 'app' });
    expect(problems).toEqual([]);
    expect(inputs.from).toMatchObject({ request: { kind, path }, location: { kind: location } });
  });

  it.each([
    { given: { 'promote-from': 'a\nb' }, input: 'promote-from', says: 'expected one file' },
    { given: { 'promote-from': '../a' }, input: 'promote-from', says: 'without ..' },
    { given: { 'promote-from': 'a', tag: 'v1' }, input: 'promote-from', says: 'tag gives another' },
    { given: { 'promote-from': 'a', 'source-sha': 'x' }, input: 'source-sha', says: 'full commit' },
  ])('refuses $given', async ({ given, input, says }) => {
    expect((await parse(given as unknown as Readonly<Record<string, string>>)).problems).toEqual([
      { input, message: expect.stringContaining(says) },
    ]);
  });
});

it('keeps Coverage for the gate that runs in the same call', async () => {
  const trailers = { 'commit-trailers': 'Coverage: 100' };
  expect((await parse(trailers)).problems).toEqual([]);
  expect((await parse(trailers, { gateRuns: true })).problems).toEqual([
    { input: 'commit-trailers', message: expect.stringContaining('Coverage)') },
  ]);
});

describe('the token of the GitOps repository', () => {
  it('is the one of the workflow for the source repository itself', async () => {
    const { inputs, problems } = await parse({
      'gitops-repository': 'Org/App',
      'gitops-token': '',
    });
    expect(problems).toEqual([]);
    expect(inputs.target).toMatchObject({ token: 'workflow-token', tokenInput: 'token' });
  });

  it('has to be given for another repository', async () => {
    expect((await parse({ 'gitops-token': '' })).problems).toEqual([
      { input: 'gitops-token', message: expect.stringContaining('the secret is empty') },
    ]);
  });

  it('may be missing in a pull request, where secrets are', async () => {
    const { inputs, problems } = await parse({ 'gitops-token': '' }, { dryRunByDefault: true });
    expect(problems).toEqual([]);
    expect(inputs.target).toMatchObject({ token: 'workflow-token', tokenInput: 'token' });
  });

  it.each([
    { description: 'the source repository', changes: { 'gitops-repository': 'org/app' } },
    { description: 'another one', changes: {} },
  ])('may not be empty for $description', async ({ changes }) => {
    expect((await parse({ ...changes, token: '', 'gitops-token': '' })).problems).toEqual([
      { input: 'gitops-token', message: expect.stringContaining('it is empty') },
    ]);
  });

  it.each(['token', 'gitops-token'])(
    'in %s is refused unseen when no header can hold it',
    async (name) => {
      const given = { 'gitops-repository': 'org/app', 'gitops-token': '', [name]: 'half\nhidden' };
      const { problems } = await parse(given);
      expect(problems[0]).toEqual({ input: name, message: expect.stringContaining('white space') });
      expect(JSON.stringify(problems)).not.toContain('hidden');
    },
  );

  it.each([false, true])(
    'never is the one of another server (dry run %s)',
    async (dryRunByDefault) => {
      const { inputs } = await parse(
        {
          'gitops-repository': 'org/app',
          'gitops-token': '',
          'gitops-api-url': 'https://git.example/api/v1',
        },
        { dryRunByDefault },
      );
      expect(inputs.target.token).toBe('');
    },
  );
});
