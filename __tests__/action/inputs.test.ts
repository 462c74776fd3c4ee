import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/base/context.js';
import { PromoteError } from '../../src/base/errors.js';
import { INPUT_NAMES, parseInputs } from '../../src/action/inputs.js';
import { contextOf } from '../fakes/context.js';
import { type Given, rawInputs } from '../fakes/inputs.js';

const coverage = { 'coverage-files': 'coverage.xml' };
const tag = { image: 'ghcr.io/org/app' };
const promote = {
  'gitops-repository': 'org/gitops',
  'gitops-token': 'secret',
  kustomization: 'app/base',
};

/** Every input as the runner passes it: those that are not given are empty. */
function rawOf(given: Given): ReadonlyMap<string, string> {
  const empty = INPUT_NAMES.map((name) => [name, ''] as const);
  return new Map([...empty, ['token', 'workflow-token'], ...rawInputs(given)]);
}

async function parse(given: Given, context: Context = contextOf()) {
  return await parseInputs(rawOf(given), context);
}

async function problemsOf(given: Given, context?: Context): Promise<readonly string[]> {
  try {
    await parse(given, context);
  } catch (error) {
    if (error instanceof PromoteError && error.code === 'invalid-input') {
      return error.message.split('\n');
    }
    throw error;
  }
  return [];
}

describe('which steps run', () => {
  it.each([
    { description: 'coverage by its key', given: coverage, runs: ['coverage'] },
    { description: 'tag by its key', given: tag, runs: ['image'] },
    {
      description: 'all by their keys',
      given: { ...coverage, ...tag, ...promote },
      runs: ['coverage', 'image', 'promote'],
    },
    {
      description: 'those that are named, by commas',
      given: { ...coverage, ...tag, ...promote, steps: 'coverage, tag' },
      runs: ['coverage', 'image'],
    },
    {
      description: 'those that are named, by lines, in any order',
      given: { ...coverage, ...tag, ...promote, steps: 'tag\ncoverage' },
      runs: ['coverage', 'image'],
    },
    {
      description: 'promote alone, which takes the image with it',
      given: { ...promote, image: 'ghcr.io/org/app:1.0.0', steps: 'promote' },
      runs: ['image', 'promote'],
    },
  ])('$description', async ({ given, runs }) => {
    const inputs = await parse(given);
    expect(['coverage', 'image', 'promote'].filter((step) => step in inputs)).toEqual(runs);
  });

  it.each([
    { description: 'by their keys', steps: '' },
    { description: 'by name', steps: 'promote' },
  ])('copies an image without one that is given, with steps $description', async ({ steps }) => {
    const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
    const inputs = await parse({ ...promote, steps, 'promote-from': 'app/dev', 'source-sha': sha });
    expect(inputs.image).toBeUndefined();
    expect(inputs.promote?.from).toEqual({
      request: { kind: 'kustomization', path: 'app/dev', input: 'promote-from' },
      location: { kind: 'kustomization' },
      sourceSha: sha,
      shortShaLength: 7,
    });
  });

  it('computes no tag when promote runs alone, and does not look at tags', async () => {
    const given = { ...promote, image: 'app', digest: `sha256:${'ab'.repeat(32)}` };
    const inputs = await parse({ ...given, tags: 'type=nonsense', steps: 'promote' });
    expect(inputs.image?.rules).toEqual([]);
  });

  it.each([
    {
      description: 'nothing to do',
      given: {},
      expected: /^steps: nothing to do: .*coverage-files.*image.*gitops-repository/,
    },
    {
      description: 'a step that does not exist',
      given: { ...coverage, steps: 'coverage, build' },
      expected:
        /^steps: expected steps among coverage, tag, promote, rollback, verify, got "build"/,
    },
    {
      description: 'coverage without reports',
      given: { steps: 'coverage' },
      expected: /^coverage-files: the coverage step needs it/,
    },
    { description: 'tag without image', given: { steps: 'tag' }, expected: /^image: / },
    { description: 'promote without image', given: promote, expected: /^image: / },
    {
      description: 'promote of an image without tag or digest',
      given: { ...promote, ...tag, steps: 'promote' },
      expected: /^image: expected a tag or digest in it/,
    },
    {
      description: 'an image beside the one to copy',
      given: { ...promote, ...tag, 'promote-from': 'app/dev' },
      expected: /^promote-from: it copies the image, and image gives another/,
    },
    {
      description: 'promote without a kustomization',
      given: { ...tag, 'gitops-repository': 'org/gitops', 'gitops-token': 'x' },
      expected: /^kustomization: the promote step needs it/,
    },
  ])('refuses $description', async ({ given, expected }) => {
    const problems = await problemsOf(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });
});

describe('inputs that would be lost', () => {
  it('refuses those of a step that does not run', async () => {
    expect(await problemsOf({ ...tag, 'coverage-min': '90', kustomization: 'app' })).toEqual([
      expect.stringMatching(/^coverage-min: given, but the coverage step does not run because/),
      expect.stringMatching(/^kustomization: given, but the promote step does not run because/),
    ]);
  });

  it('lets them be when steps leaves their step out', async () => {
    expect(await problemsOf({ ...tag, 'coverage-min': '90', steps: 'tag' })).toEqual([]);
  });

  it.each([
    { given: { 'coverage-mim': '90' }, nearest: 'coverage-min' },
    { given: { coverage_min: '90' }, nearest: 'coverage-min' },
    { given: { 'coverage-mim': '' }, nearest: 'coverage-min' },
    { given: { 'gitops-repo': 'x' }, nearest: 'gitops-' },
  ])('refuses $given, and names $nearest', async ({ given, nearest }) => {
    const [name] = Object.keys(given);
    expect(await problemsOf({ ...coverage, ...given })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: there is no such input. Is ${nearest}.* meant`)),
    ]);
  });
});

it('reports everything that is wrong at once', async () => {
  const given = {
    ...coverage,
    ...tag,
    ...promote,
    'coverage-min': 'high',
    digest: 'v1',
    'retry-timeout': '2m',
    'dry-run': 'maybe',
    typo: 'x',
  };
  const names = (await problemsOf(given)).map((problem) => problem.split(':')[0]);
  expect(names).toEqual(['typo', 'dry-run', 'coverage-min', 'digest', 'retry-timeout']);
});

describe('dry-run', () => {
  const pullRequest = contextOf({ eventName: 'pull_request' });

  it.each([
    { description: 'off on a push', context: contextOf(), value: '', dry: [false, false] },
    { description: 'on in a pull request', context: pullRequest, value: '', dry: [true, true] },
    { description: 'asked for', context: contextOf(), value: 'true', dry: [true, false] },
    {
      description: 'turned off in a pull request',
      context: pullRequest,
      value: 'false',
      dry: [false, false],
    },
  ])('is $description', async ({ context, value, dry }) => {
    const inputs = await parse({ ...tag, ...promote, 'dry-run': value }, context);
    expect([inputs.dryRun, inputs.dryRunByDefault]).toEqual(dry);
  });

  it('needs the secret, unless it is the default', async () => {
    const given = { ...tag, ...promote, 'gitops-token': '' };
    expect(await problemsOf({ ...given, 'dry-run': 'true' })).toHaveLength(1);
    expect(await problemsOf(given, pullRequest)).toEqual([]);
  });
});
