import { describe, expect, it } from '@jest/globals';
import { judgeCheckout } from '../../src/tag/checkout.js';
import { contextOf, SHA } from '../fakes/context.js';

const HEAD = '1111111111111111111111111111111111111111';
const commit = { sha: HEAD, reason: 'the head of the pull request' };
const context = contextOf();

describe('judgeCheckout', () => {
  it.each([
    { origin: 'https://github.com/org/app' },
    { origin: 'https://github.com/Org/App.git' },
    { origin: 'https://x-access-token:secret@github.com/org/app/' },
    { origin: 'git@github.com:org/app.git' },
    { origin: 'ssh://git@github.com/org/app.git' },
  ])('knows $origin as the source repository', ({ origin }) => {
    expect(judgeCheckout({ origin, head: HEAD }, commit, context)).toEqual({ verdict: 'same' });
  });

  it.each([
    { description: 'no checkout', checkedOut: undefined },
    {
      description: 'another repository',
      checkedOut: { origin: 'https://github.com/org/gitops', head: SHA },
    },
    {
      description: 'a repository whose name ends alike',
      checkedOut: { origin: 'https://github.com/not-org/app', head: SHA },
    },
  ])('has no objection to $description', ({ checkedOut }) => {
    expect(judgeCheckout(checkedOut, commit, context)).toEqual({ verdict: 'unrelated' });
  });

  const origin = 'https://github.com/org/app';

  it('objects to another commit, and names ref of actions/checkout', () => {
    expect(judgeCheckout({ origin, head: SHA }, commit, context)).toEqual({
      verdict: 'other-commit',
      message: `The workspace is a checkout of org/app at ${SHA}, but the tag names ${HEAD}, the head of the pull request: it would name code that was not built. Set ref of actions/checkout to ${HEAD}, or to an expression that gives it.`,
    });
  });

  it('objects to the base of a pull_request_target', () => {
    const onTarget = contextOf({ eventName: 'pull_request_target' });
    const onPullRequest = { ...commit, pullRequest: '42' };
    expect(judgeCheckout({ origin, head: SHA }, onPullRequest, onTarget)).toHaveProperty(
      'verdict',
      'other-commit',
    );
  });

  it('mentions the merge commit of a pull request', () => {
    const onPullRequest = contextOf({ eventName: 'pull_request', ref: 'refs/pull/42/merge' });
    expect(judgeCheckout({ origin, head: SHA }, commit, onPullRequest)).toEqual({
      verdict: 'merge-commit',
      message: expect.stringContaining(`is the merge commit ${SHA} of the pull request`),
    });
  });
});
