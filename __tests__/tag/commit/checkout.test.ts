import { describe, expect, it } from '@jest/globals';
import { judgeCheckout } from '../../../src/tag/commit/checkout.js';
import { contextOf, SHA } from '../../fakes/context.js';

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
    expect(judgeCheckout({ origin, head: SHA }, commit, context)).toHaveProperty('level', 'error');
    expect(judgeCheckout({ origin, head: HEAD }, commit, context)).toBeUndefined();
  });

  it.each([
    { description: 'no checkout', checkedOut: undefined },
    {
      description: 'another repository',
      checkedOut: { origin: 'https://github.com/org/gitops', head: SHA },
    },
    ...[
      'https://github.com/not-org/app',
      'https://gitlab.com/mirrors/org/app.git',
      'https://github.com/org/app/wiki',
      'git@gitlab.com:mirrors/org/app.git',
      'file:///org/app',
      '/srv/cache/org/app',
      '/org/app',
      'C:/org/app',
    ].map((origin) => ({ description: origin, checkedOut: { origin, head: SHA } })),
  ])('has no objection to $description', ({ checkedOut }) => {
    expect(judgeCheckout(checkedOut, commit, context)).toBeUndefined();
  });

  const origin = 'https://github.com/org/app';

  it('objects to another commit, and names ref of actions/checkout', () => {
    expect(judgeCheckout({ origin, head: SHA }, commit, context)).toEqual({
      level: 'error',
      message: `The workspace is a checkout of org/app at ${SHA}, but the tag names ${HEAD}, the head of the pull request: it would name code that was not built. Set ref of actions/checkout to ${HEAD}, or to an expression that gives it, or set source-sha to ${SHA} if that is what was built.`,
    });
  });

  it('objects to the base of a pull_request_target', () => {
    const onTarget = contextOf({ eventName: 'pull_request_target' });
    const onPullRequest = { ...commit, pullRequest: '42' };
    expect(judgeCheckout({ origin, head: SHA }, onPullRequest, onTarget)).toHaveProperty(
      'level',
      'error',
    );
  });

  it('mentions the merge commit of a pull request', () => {
    const onPullRequest = contextOf({ eventName: 'pull_request', ref: 'refs/pull/42/merge' });
    expect(judgeCheckout({ origin, head: SHA }, commit, onPullRequest)).toEqual({
      level: 'notice',
      message: expect.stringContaining(`is the merge commit ${SHA} of the pull request`),
    });
  });

  it('objects to a third commit on a pull request', () => {
    const onPullRequest = contextOf({ eventName: 'pull_request', ref: 'refs/pull/42/merge' });
    const head = '2222222222222222222222222222222222222222';
    expect(judgeCheckout({ origin, head }, commit, onPullRequest)).toEqual({
      level: 'error',
      message: expect.stringContaining(`at ${head}, but the tag names ${HEAD}`),
    });
  });
});
