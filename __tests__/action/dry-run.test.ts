import { describe, expect, it } from '@jest/globals';
import { findDryRunReason } from '../../src/action/dry-run.js';
import type { Context } from '../../src/base/context.js';
import { contextOf } from '../fakes/context.js';

const success = {
  conclusion: 'success',
  event: 'push',
  head_repository: { full_name: 'Org/App' },
};

function isDryRunByDefault(context: Context): boolean {
  return findDryRunReason(context) !== undefined;
}

describe('a dry run by default', () => {
  it.each([
    { eventName: 'push', expected: false },
    { eventName: 'workflow_dispatch', expected: false },
    { eventName: 'release', expected: false },
    { eventName: 'schedule', expected: false },
    { eventName: 'pull_request', expected: true },
    { eventName: 'pull_request_target', expected: true },
    { eventName: 'pull_request_review', expected: true },
    { eventName: 'pull_request_review_comment', expected: true },
    { eventName: 'merge_group', expected: true },
  ])('on $eventName: $expected', ({ eventName, expected }) => {
    expect(isDryRunByDefault(contextOf({ eventName, repository: 'org/app' }))).toBe(expected);
  });

  it.each([
    { ref: 'refs/heads/gh-readonly-queue/main/pr-7-a1b2c3d', expected: true },
    { ref: 'refs/pull/7/merge', expected: true },
    { ref: 'refs/heads/feature/gh-readonly-queue/x', expected: false },
    { ref: 'refs/tags/v1.0.0', expected: false },
  ])('on a push to $ref: $expected', ({ ref, expected }) => {
    expect(isDryRunByDefault(contextOf({ ref }))).toBe(expected);
  });

  const pull = { pull_requests: [{ number: 7 }] };
  const repository = { default_branch: 'main' };

  it.each([
    {
      eventName: 'issue_comment',
      description: 'on a pull request',
      payload: { issue: { number: 7, pull_request: { url: 'https://api.github.com/…/7' } } },
      expected: true,
    },
    {
      eventName: 'issue_comment',
      description: 'on an issue',
      payload: { issue: { number: 7 } },
      expected: false,
    },
    {
      eventName: 'anything_of_a_server',
      description: 'with a pull request',
      payload: { pull_request: { number: 7 } },
      expected: true,
    },
    {
      eventName: 'check_suite',
      description: 'of a pull request',
      payload: { repository, check_suite: { head_branch: 'feature', ...pull } },
      expected: true,
    },
    {
      eventName: 'check_suite',
      description: 'of the default branch, from which there is a pull request as well',
      payload: { repository, check_suite: { head_branch: 'main', ...pull } },
      expected: false,
    },
    {
      eventName: 'check_suite',
      description: 'of a fork',
      payload: { repository, check_suite: { head_branch: null, pull_requests: [] } },
      expected: true,
    },
    {
      eventName: 'check_run',
      description: 'of a pull request',
      payload: { repository, check_run: { check_suite: { head_branch: 'feature', ...pull } } },
      expected: true,
    },
    {
      eventName: 'check_run',
      description: 'of a merge queue',
      payload: {
        repository,
        check_run: { check_suite: { head_branch: 'gh-readonly-queue/main/pr-7-a1b2c3d' } },
      },
      expected: true,
    },
    {
      eventName: 'check_run',
      description: 'of a branch without a pull request',
      payload: {
        repository,
        check_run: { check_suite: { head_branch: 'release', pull_requests: [] } },
      },
      expected: false,
    },
    {
      eventName: 'deployment_status',
      description: 'of the preview of a pull request',
      payload: { deployment: { ref: 'feature' }, workflow_run: { event: 'pull_request' } },
      expected: true,
    },
    {
      eventName: 'deployment',
      description: 'of the ref of a pull request',
      payload: { deployment: { ref: 'refs/pull/7/merge' } },
      expected: true,
    },
    {
      eventName: 'deployment',
      description: 'of a merge queue',
      payload: { deployment: { ref: 'gh-readonly-queue/main/pr-7-a1b2c3d' } },
      expected: true,
    },
    {
      eventName: 'deployment',
      description: 'of a push to the default branch',
      payload: { deployment: { ref: 'main' }, workflow_run: { event: 'push' } },
      expected: false,
    },
  ])('on $eventName $description: $expected', ({ eventName, payload, expected }) => {
    expect(isDryRunByDefault(contextOf({ eventName, payload }))).toBe(expected);
  });

  it('says why', () => {
    expect(findDryRunReason(contextOf({ eventName: 'pull_request_review' }))).toBe(
      'the event pull_request_review is of code that is not merged',
    );
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
      description: 'of a review',
      run: { ...success, event: 'pull_request_review' },
      expected: true,
    },
    {
      description: 'of a merge group',
      run: { ...success, event: 'merge_group' },
      expected: true,
    },
    {
      description: 'of a push of a merge queue',
      run: { ...success, head_branch: 'gh-readonly-queue/main/pr-7-a1b2c3d' },
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
    {
      description: 'of a workflow_run, which may have followed a pull request',
      run: { ...success, event: 'workflow_run' },
      expected: true,
    },
    {
      description: 'of a comment, which may be on a pull request',
      run: { ...success, event: 'issue_comment' },
      expected: true,
    },
    {
      description: 'of a release',
      run: { ...success, event: 'release' },
      expected: false,
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
