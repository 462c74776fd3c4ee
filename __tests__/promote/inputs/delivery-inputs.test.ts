import { describe, expect, it } from '@jest/globals';
import type { Given } from '../../fakes/inputs.js';
import { InputReader } from '../../../src/base/input-reader.js';
import { parseCommitApi, parseDeliveryInputs } from '../../../src/promote/inputs/delivery.js';

function parse(given: Readonly<Record<string, string>>, context = {}) {
  const reader = new InputReader(new Map(Object.entries(given)));
  const run = { eventName: 'push', runAttempt: 1, ...context };
  return { inputs: parseDeliveryInputs(reader, run), problems: reader.problems };
}

describe('parseDeliveryInputs', () => {
  it('commits by default', () => {
    const trigger = { isByHand: false, isRerun: false };
    const inputs = { stale: 'skip', afterRollback: 'newer', trigger };
    expect(parse({})).toEqual({ inputs, problems: [] });
  });

  it.each([
    { description: 'a push', context: {}, expected: 'skip' },
    { description: 'a re-run', context: { runAttempt: 2 }, expected: 'fail' },
    {
      description: 'a start by hand',
      context: { eventName: 'workflow_dispatch' },
      expected: 'fail',
    },
  ])('on $description a stale promotion is: $expected', ({ context, expected }) => {
    expect(parse({}, context).inputs.stale).toBe(expected);
    expect(parse({ stale: 'allow' }, context).inputs.stale).toBe('allow');
  });

  it('says what has started the run, and what holds after a rollback', () => {
    const context = { eventName: 'workflow_dispatch', runAttempt: 2 };
    expect(parse({ 'after-rollback': 'hold' }, context).inputs).toMatchObject({
      afterRollback: 'hold',
      trigger: { isByHand: true, isRerun: true },
    });
    expect(parse({ 'after-rollback': 'never' }).problems).toEqual([
      { input: 'after-rollback', message: 'expected one of newer, hold, got "never"' },
    ]);
  });

  it('has defaults for a pull request', () => {
    expect(parse({ mode: 'pull-request' }).inputs.pullRequest).toEqual({
      branch: 'promote/{{image-name}}/{{gitops-branch}}',
      labels: [],
      reviewers: [],
      teams: [],
    });
  });

  it('takes everything that is given of a pull request', () => {
    const { inputs, problems } = parse({
      mode: 'pull-request',
      'pull-request-branch': 'deploy/{{image-name}}',
      'pull-request-title': 'Deploy {{tag}}',
      'pull-request-body': 'Of {{sha}}',
      'pull-request-labels': 'deploy, prod\nurgent',
      'pull-request-reviewers': 'ada, org/platform',
      'auto-merge': 'squash',
    });
    expect(problems).toEqual([]);
    expect(inputs.pullRequest).toEqual({
      branch: 'deploy/{{image-name}}',
      title: 'Deploy {{tag}}',
      body: 'Of {{sha}}',
      labels: ['deploy', 'prod', 'urgent'],
      reviewers: ['ada'],
      teams: ['platform'],
      autoMerge: 'squash',
    });
  });

  it.each([
    { given: 'true', draft: true },
    { given: 'false', draft: false },
    { given: '', draft: undefined },
  ])('takes pull-request-draft: "$given"', ({ given, draft }) => {
    const { inputs, problems } = parse({ mode: 'pull-request', 'pull-request-draft': given });
    expect(problems).toEqual([]);
    expect(inputs.pullRequest?.draft).toBe(draft);
  });

  it.each<{ description: string; given: Given; message: string }>([
    {
      description: 'that is to be merged',
      given: { mode: 'pull-request', 'auto-merge': 'squash' },
      message: 'a draft cannot be merged, and auto-merge is squash. Remove one of the two',
    },
    { description: 'without a pull request', given: {}, message: 'given, but mode is commit' },
  ])('refuses a draft $description', ({ given, message }) => {
    const { problems } = parse({ ...given, 'pull-request-draft': 'true' });
    expect(problems).toEqual([
      { input: 'pull-request-draft', message: expect.stringContaining(message) },
    ]);
  });

  it('takes auto-merge: off for none', () => {
    const { inputs } = parse({ mode: 'pull-request', 'auto-merge': 'off' });
    expect(inputs.pullRequest).not.toHaveProperty('autoMerge');
  });

  it.each([
    { input: 'mode', value: 'push', expected: 'one of commit, pull-request' },
    { input: 'stale', value: 'ignore', expected: 'one of skip, fail, allow' },
    { input: 'auto-merge', value: 'true', expected: 'one of off, merge, squash, rebase' },
    { input: 'pull-request-branch', value: 'refs/heads/x', expected: 'without refs/heads/' },
    { input: 'pull-request-branch', value: 'a b', expected: 'a branch name' },
    {
      input: 'pull-request-branch',
      value: 'x/{{tag}}',
      expected: '{{image-name}}, {{gitops-branch}}',
    },
    { input: 'pull-request-title', value: '{{tga}}', expected: 'placeholders among {{image}}' },
    { input: 'pull-request-body', value: '{{tga}}', expected: 'placeholders among {{image}}' },
    { input: 'pull-request-reviewers', value: 'a b', expected: 'teams as organization/team' },
    { input: 'pull-request-reviewers', value: 'a/b/c', expected: 'teams as organization/team' },
  ])('refuses $input: $value', ({ input, value, expected }) => {
    const { problems } = parse({ mode: 'pull-request', [input]: value });
    expect(problems).toEqual([{ input, message: expect.stringContaining(expected) }]);
  });

  it.each(['pull-request-branch', 'pull-request-labels', 'auto-merge'])(
    'refuses %s in the mode commit',
    (input) => {
      const { problems } = parse({ [input]: 'merge' });
      expect(problems).toEqual([
        { input, message: expect.stringContaining('given, but mode is commit') },
      ]);
    },
  );
});

describe('parseCommitApi', () => {
  it.each([
    { value: '', expected: 'auto' },
    { value: 'graphql', expected: 'graphql' },
    { value: 'contents', expected: 'contents' },
  ])('reads "$value"', ({ value, expected }) => {
    expect(parseCommitApi(new InputReader(new Map([['commit-api', value]])))).toBe(expected);
  });
});
