import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { INPUT_NAMES, parseInputs } from '../../src/action/inputs.js';
import { contextOf } from '../fakes/context.js';
import { type Given, rawInputs } from '../fakes/inputs.js';

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

async function parse(given: Given) {
  return await parseInputs(rawOf(given), contextOf());
}

async function problemsOf(given: Given): Promise<readonly string[]> {
  try {
    await parse(given);
  } catch (error) {
    if (error instanceof PromoteError && error.code === 'invalid-input') {
      return error.message.split('\n');
    }
    throw error;
  }
  return [];
}

describe('a rollback', () => {
  const given = { ...promote, 'rollback-to': 'previous' };

  it('promotes nothing, although gitops-repository is given', async () => {
    const inputs = await parse(given);
    expect(inputs.promote).toBeUndefined();
    expect(inputs.image).toBeUndefined();
    expect(inputs.rollback).toMatchObject({ goal: { kind: 'previous' }, to: 'previous' });
  });

  it('has a branch of its own for its pull request', async () => {
    const { rollback } = await parse({ ...given, mode: 'pull-request' });
    expect(rollback?.pullRequest?.branch).toBe('rollback/{{image-name}}/{{gitops-branch}}');
  });

  it.each([
    { to: 'v1.2', goal: { kind: 'image', tag: 'v1.2' } },
    { to: 'main-a1b2c3d', goal: { kind: 'image', tag: 'main-a1b2c3d' } },
    { to: 'a1b2c3d', goal: { kind: 'commit', commit: 'a1b2c3d' } },
    { to: '20260101', goal: { kind: 'commit', commit: '20260101' } },
    { to: 'app:v1', goal: { kind: 'image', repository: 'app', tag: 'v1' } },
    {
      to: `sha256:${'ab'.repeat(32)}`,
      goal: { kind: 'image', digest: `sha256:${'ab'.repeat(32)}` },
    },
  ])('takes $to', async ({ to, goal }) => {
    expect((await parse({ ...given, 'rollback-to': to })).rollback?.goal).toEqual(goal);
  });

  it.each([
    { description: 'an image', more: { image: 'app:v1' }, input: 'image' },
    { description: 'a tag', more: { tag: 'v1' }, input: 'tag' },
    { description: 'rules', more: { tags: 'type=sha' }, input: 'tags' },
    { description: 'a file to copy', more: { 'promote-from': 'dev' }, input: 'promote-from' },
    { description: 'stale', more: { stale: 'allow' }, input: 'stale' },
    {
      description: 'what is to be added',
      more: { 'create-missing': 'true' },
      input: 'create-missing',
    },
  ])('takes no $description', async ({ more, input }) => {
    expect(await problemsOf({ ...given, ...more })).toEqual([
      `${input}: given, but with rollback-to nothing is promoted: a rollback finds itself what the targets go back to. Remove this input, or rollback-to.`,
    ]);
  });

  it.each([
    {
      description: 'no goal',
      more: { steps: 'rollback', 'rollback-to': '' },
      problem: /^rollback-to: the rollback step needs it: previous, a tag/,
    },
    {
      description: 'an image without a version',
      more: { 'rollback-to': 'ghcr.io/org/app' },
      problem: /^rollback-to: expected previous, .* An image needs its tag or digest/,
    },
    {
      description: 'what is no image',
      more: { 'rollback-to': 'a b' },
      problem: /^rollback-to: expected previous/,
    },
    {
      description: 'a promotion beside it',
      more: { steps: 'promote, rollback', image: 'app:v1' },
      problem: /^steps: rollback finds the image itself/,
    },
    {
      description: 'no targets',
      more: { kustomization: '' },
      problem: /^kustomization: the rollback step needs it/,
    },
  ])('refuses $description', async ({ more, problem }) => {
    const problems = await problemsOf({ ...given, ...more });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('is left out when steps names others', async () => {
    const inputs = await parse({ ...given, steps: 'promote', image: 'app:v1' });
    expect(inputs.rollback).toBeUndefined();
    expect(inputs.promote).toBeDefined();
  });
});
