import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../../src/base/errors.js';
import { resolveSourceCommit } from '../../../src/tag/commit/source-commit.js';
import { contextOf, SHA } from '../../fakes/context.js';

const HEAD = '1111111111111111111111111111111111111111';
const MERGED = '2222222222222222222222222222222222222222';
const head = { sha: HEAD, ref: 'feature/login' };

describe('resolveSourceCommit', () => {
  it.each([
    {
      description: 'push to a branch',
      parts: {},
      expected: { sha: SHA, branch: 'main', reason: 'GITHUB_SHA of the event push' },
    },
    {
      description: 'push of a tag',
      parts: { ref: 'refs/tags/v1.2.3' },
      expected: { sha: SHA, tag: 'v1.2.3', reason: 'GITHUB_SHA of the event push' },
    },
    {
      description: 'pull_request',
      parts: {
        eventName: 'pull_request',
        ref: 'refs/pull/42/merge',
        payload: { number: 42, pull_request: { number: 42, head } },
      },
      expected: { sha: HEAD, pullRequest: '42', reason: 'the head of the pull request' },
    },
    {
      description: 'pull_request, closed without a merge',
      parts: {
        eventName: 'pull_request',
        ref: 'refs/pull/42/merge',
        payload: { pull_request: { head, merged: false, merge_commit_sha: MERGED } },
      },
      expected: { sha: HEAD, pullRequest: '42', reason: 'the head of the pull request' },
    },
    {
      description: 'pull_request, merged',
      parts: {
        eventName: 'pull_request',
        payload: { pull_request: { head, merged: true, merge_commit_sha: MERGED } },
      },
      expected: {
        sha: MERGED,
        branch: 'main',
        reason: 'the commit that the pull request was merged as',
      },
    },
    {
      description: 'pull_request_target, whose ref is the base',
      parts: { eventName: 'pull_request_target', payload: { number: 42, pull_request: { head } } },
      expected: { sha: HEAD, pullRequest: '42', reason: 'the head of the pull request' },
    },
    {
      description: 'pull_request_target without a number',
      parts: { eventName: 'pull_request_target', payload: { pull_request: { head } } },
      expected: { sha: HEAD, reason: 'the head of the pull request' },
    },
    {
      description: 'workflow_run, whose ref is the default branch',
      parts: {
        eventName: 'workflow_run',
        payload: { workflow_run: { head_sha: HEAD, head_branch: 'release/1.x' } },
      },
      expected: {
        sha: HEAD,
        branch: 'release/1.x',
        reason: 'the commit of the workflow run that triggered this one',
      },
    },
    ...['v1.2.3', '1.2.3-rc.1', '1.2.3rc1', 'v2026.1.0.1'].map((tag) => ({
      description: `workflow_run of the pushed tag ${tag}, which the payload calls a branch`,
      parts: {
        eventName: 'workflow_run',
        payload: { workflow_run: { event: 'push', head_sha: HEAD, head_branch: tag } },
      },
      expected: {
        sha: HEAD,
        tag,
        reason: 'the commit of the workflow run that triggered this one',
      },
    })),
    {
      description: 'workflow_run of a release, whose tag is no version',
      parts: {
        eventName: 'workflow_run',
        payload: { workflow_run: { event: 'release', head_sha: HEAD, head_branch: 'spring' } },
      },
      expected: {
        sha: HEAD,
        tag: 'spring',
        reason: 'the commit of the workflow run that triggered this one',
      },
    },
    ...['release-1.2.3', '1.x', 'v2', '1.2', 'v1.2.3/fix'].map((branch) => ({
      description: `workflow_run of the branch ${branch}, which is no whole version`,
      parts: {
        eventName: 'workflow_run',
        payload: { workflow_run: { event: 'push', head_sha: HEAD, head_branch: branch } },
      },
      expected: {
        sha: HEAD,
        branch,
        reason: 'the commit of the workflow run that triggered this one',
      },
    })),
    {
      description: 'workflow_run of a default branch that reads like a version',
      parts: {
        eventName: 'workflow_run',
        payload: {
          repository: { default_branch: '1.2.3' },
          workflow_run: { event: 'push', head_sha: HEAD, head_branch: '1.2.3' },
        },
      },
      expected: {
        sha: HEAD,
        branch: '1.2.3',
        reason: 'the commit of the workflow run that triggered this one',
      },
    },
    {
      description: 'workflow_run without a branch',
      parts: {
        eventName: 'workflow_run',
        payload: { workflow_run: { head_sha: HEAD, head_branch: null } },
      },
      expected: { sha: HEAD, reason: 'the commit of the workflow run that triggered this one' },
    },
    {
      description: 'merge_group',
      parts: {
        eventName: 'merge_group',
        ref: 'refs/heads/gh-readonly-queue/main/pr-42-aaaa',
        payload: { merge_group: { head_sha: HEAD } },
      },
      expected: {
        sha: HEAD,
        branch: 'gh-readonly-queue/main/pr-42-aaaa',
        reason: 'the commit that the merge queue tests',
      },
    },
    {
      description: 'deployment of a SHA, which has no ref',
      parts: { eventName: 'deployment', ref: '', payload: { deployment: { sha: HEAD } } },
      expected: { sha: HEAD, reason: 'the commit that is deployed' },
    },
    {
      description: 'deployment whose payload is cut short',
      parts: { eventName: 'deployment', ref: 'refs/heads/release/1.x', payload: {} },
      expected: { sha: SHA, branch: 'release/1.x', reason: 'the commit that is deployed' },
    },
    {
      description: 'merge_group whose payload is cut short',
      parts: { eventName: 'merge_group', ref: '', payload: { merge_group: 'x' } },
      expected: { sha: SHA, reason: 'the commit that the merge queue tests' },
    },
  ])('$description', ({ parts, expected }) => {
    expect(resolveSourceCommit(contextOf(parts))).toEqual(expected);
  });

  it('lets source-sha override the commit and nothing else', () => {
    const context = contextOf({ eventName: 'workflow_run', payload: {} });
    expect(resolveSourceCommit(context, HEAD)).toEqual({
      sha: HEAD,
      reason: 'the input source-sha',
    });
    expect(resolveSourceCommit(contextOf(), HEAD)).toHaveProperty('branch', 'main');
  });

  it.each([
    { eventName: 'pull_request', payload: {}, message: 'no pull_request.head.sha' },
    {
      eventName: 'pull_request',
      payload: { pull_request: { merged: true, merge_commit_sha: null } },
      message: 'no pull_request.merge_commit_sha',
    },
    { eventName: 'workflow_run', payload: {}, message: 'no workflow_run.head_sha' },
    {
      eventName: 'workflow_run',
      payload: { workflow_run: { head_sha: 'main' } },
      message:
        'workflow_run.head_sha in the event\'s payload: expected a full commit SHA, got "main"',
    },
    {
      eventName: 'deployment',
      payload: { deployment: { sha: 7 } },
      message: 'expected a full commit SHA, got 7',
    },
  ])('$eventName with the payload $payload is an error', ({ message, ...parts }) => {
    const context = contextOf(parts);
    expect(() => resolveSourceCommit(context)).toThrow(PromoteError);
    expect(() => resolveSourceCommit(context)).toThrow(message);
    expect(() => resolveSourceCommit(context)).toThrow('Set source-sha.');
  });
});
