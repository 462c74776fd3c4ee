import { describe, expect, it } from '@jest/globals';
import { isDryRunByDefault } from '../../src/action/inputs.js';
import { contextOf } from '../fakes/context.js';

const success = {
  conclusion: 'success',
  event: 'push',
  head_repository: { full_name: 'Org/App' },
};

describe('isDryRunByDefault', () => {
  it.each([
    { description: 'push', eventName: 'push', expected: false },
    { description: 'workflow_dispatch', eventName: 'workflow_dispatch', expected: false },
    { description: 'release', eventName: 'release', expected: false },
    { description: 'schedule', eventName: 'schedule', expected: false },
    { description: 'pull_request', eventName: 'pull_request', expected: true },
    { description: 'pull_request_target', eventName: 'pull_request_target', expected: true },
    { description: 'merge_group', eventName: 'merge_group', expected: true },
  ])('$description: $expected', ({ eventName, expected }) => {
    expect(isDryRunByDefault(contextOf({ eventName, repository: 'org/app' }))).toBe(expected);
  });

  it.each([
    { description: 'of a push that succeeded', run: success, expected: false },
    { description: 'that failed', run: { ...success, conclusion: 'failure' }, expected: true },
    { description: 'without a conclusion', run: { ...success, conclusion: null }, expected: true },
    {
      description: 'of a pull request',
      run: { ...success, event: 'pull_request' },
      expected: true,
    },
    {
      description: 'of pull_request_target',
      run: { ...success, event: 'pull_request_target' },
      expected: true,
    },
    {
      description: 'of a fork',
      run: { ...success, head_repository: { full_name: 'fork/app' } },
      expected: true,
    },
    {
      description: 'of a repository that is gone',
      run: { ...success, head_repository: null },
      expected: true,
    },
    { description: 'without its event', run: { ...success, event: 7 }, expected: true },
    { description: 'that is not in the payload', run: undefined, expected: true },
  ])('workflow_run $description: $expected', ({ run, expected }) => {
    const context = contextOf({
      eventName: 'workflow_run',
      repository: 'org/app',
      payload: { workflow_run: run },
    });
    expect(isDryRunByDefault(context)).toBe(expected);
  });
});
