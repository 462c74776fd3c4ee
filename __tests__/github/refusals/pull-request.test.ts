import { describe, expect, it } from '@jest/globals';
import { PULL_REQUEST_RULES } from '../../../src/github/refusals/pull-request.js';
import { explainRefusal } from '../../../src/github/refusals/explain.js';
import { type Refusal } from '../../../src/github/refusals/refusal.js';

function explain(refusal: Partial<Refusal>) {
  return explainRefusal({
    ...{ action: 'pull-request', status: 422, message: '', headers: {} },
    ...{ repository: 'org/gitops', branch: 'promote/app/main', path: 'pulls' },
    tokenInput: 'gitops-token',
    ...refusal,
  });
}

describe('the refusals of a delivery by pull request', () => {
  it.each([
    {
      description: 'a branch beside another one',
      refusal: { path: 'git/refs', message: 'Reference update failed' },
      code: 'write-refused',
      told: /org\/gitops takes no branch promote\/app\/main\. Either another branch/,
    },
    {
      description: 'a rule for the names of branches',
      refusal: {
        path: 'git/refs',
        message:
          'Repository rule violations found Cannot create ref due to creations being restricted.',
      },
      code: 'write-refused',
      told: /forbids to write the branch promote\/app\/main/,
    },
    {
      description: 'a protected branch',
      refusal: { path: 'git/refs/heads/x', message: 'Cannot update this protected ref.' },
      code: 'write-refused',
      told: /let the owner of the token \(input gitops-token\) bypass the rule/,
    },
    {
      description: 'a draft where there are none',
      refusal: {
        path: 'pulls',
        message: 'Draft pull requests are not supported in this repository.',
      },
      code: 'write-refused',
      told: /pull-request-draft: org\/gitops has no drafts/,
    },
    {
      description: 'a branch that is locked',
      refusal: { path: 'git/refs/heads/x', message: 'Reference cannot be updated' },
      code: 'conflict',
      told: /Somebody else was faster/,
    },
    {
      description: 'a team that the token does not see',
      refusal: {
        path: 'pulls/1/requested_reviewers',
        message: "Could not resolve to a node with the global id of 'T_x'.",
      },
      code: 'write-refused',
      told: /has to see the members of the organisation, which GITHUB_TOKEN does not/,
    },
    {
      description: 'labels that the token may not set',
      refusal: {
        ...{ path: 'issues/1/labels', status: 403 },
        message: 'Resource not accessible by integration',
      },
      code: 'token-forbidden',
      told: /not allowed to label the pull request.*"Pull requests: Read and write"/,
    },
    {
      description: 'a list that the token may not read',
      refusal: { path: 'pulls?state=open', status: 404, message: 'Not Found' },
      code: 'token-forbidden',
      told: /not allowed to list the pull requests .*"Pull requests: Read-only".*pull-requests: read"/,
    },
    {
      description: 'a review that is required before the merge',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'At least 1 approving review is required by reviewers with write access.',
      },
      code: 'write-refused',
      told: /the server does not merge it yet \(At least 1 approving review/,
    },
    {
      description: 'a base that moved during the merge',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'Base branch was modified. Review and try the merge again.',
      },
      code: 'conflict',
      told: /Base branch was modified/,
    },
    {
      description: 'a way of merging that is not allowed',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'Squash merges are not allowed on this repository.',
      },
      code: 'write-refused',
      told: /Set auto-merge to another of merge, squash and rebase/,
    },
    {
      description: 'a way of merging that is not allowed, by GraphQL',
      refusal: {
        ...{ path: 'graphql', status: 200, type: 'UNPROCESSABLE' },
        message: 'Merge method merge commits are not allowed on this repository',
      },
      code: 'write-refused',
      told: /does not allow this way of merging/,
    },
    {
      description: 'another head than the expected one, by GraphQL',
      refusal: {
        ...{ path: 'graphql', status: 200, type: 'UNPROCESSABLE' },
        message: 'Head branch was modified. Review and try the merge again.',
      },
      code: 'conflict',
      told: /Somebody else was faster/,
    },
    {
      description: 'a merge queue',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'Changes must be made through the merge queue',
      },
      code: 'write-refused',
      told: /merges through a merge queue .* adds it by itself/,
    },
    {
      description: 'a draft',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'Pull Request is still a draft',
      },
      code: 'write-refused',
      told: /^it is a draft .*ready for review/,
    },
    {
      description: 'a draft, by GraphQL',
      refusal: {
        ...{ path: 'graphql', status: 200, type: 'UNPROCESSABLE' },
        message: 'Pull request Pull request is in draft state',
      },
      code: 'write-refused',
      told: /^it is a draft/,
    },
    {
      description: 'a conversation',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'A conversation must be resolved before this pull request can be merged.',
      },
      code: 'write-refused',
      told: /Resolve it/,
    },
    {
      description: 'conversations',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'All comments must be resolved.',
      },
      code: 'write-refused',
      told: /Resolve it/,
    },
    {
      description: 'a linear history',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'This branch must not contain merge commits.',
      },
      code: 'write-refused',
      told: /Set auto-merge to squash or rebase/,
    },
    {
      description: 'a merge that has begun',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 405 },
        message: 'Merge already in progress',
      },
      code: 'unavailable',
      told: /not ready to merge/,
    },
    {
      description: 'a merge that has begun, with another status',
      refusal: {
        ...{ path: 'pulls/1/merge', status: 409 },
        message: 'Merge already in progress',
      },
      code: 'unavailable',
      told: /not ready to merge/,
    },
    {
      description: 'a state that is not known yet',
      refusal: {
        ...{ path: 'graphql', status: 200, type: 'UNPROCESSABLE' },
        message: 'Pull request Pull request is in unknown status',
      },
      code: 'unavailable',
      told: /not ready to merge/,
    },
    {
      description: 'a ruleset, by GraphQL',
      refusal: {
        ...{ path: 'git/refs/heads/x', status: 200, type: 'FORBIDDEN' },
        message: 'Repository rule violations found Cannot update this protected ref.',
      },
      code: 'write-refused',
      told: /Except the branches of promotions/,
    },
    {
      description: 'a protection, by GraphQL',
      refusal: {
        ...{ path: 'git/refs/heads/x', status: 200, type: 'BRANCH_PROTECTION_RULE_VIOLATION' },
        message: 'new',
      },
      code: 'write-refused',
      told: /Except the branches of promotions/,
    },
    {
      description: 'too many at once',
      refusal: {
        ...{ path: 'pulls', status: 422 },
        message: 'Validation Failed: was submitted too quickly',
      },
      code: 'unavailable',
      told: /slow down/,
    },
    {
      description: 'a server without writes of refs',
      refusal: { path: 'git/refs', status: 405, message: 'Method Not Allowed' },
      code: 'invalid-input',
      told: /^mode: pull-request needs GitHub .* does not have git\/refs/,
    },
    {
      description: 'an archived repository',
      refusal: { status: 403, message: 'Repository was archived so is read-only.' },
      code: 'write-refused',
      told: /is archived/,
    },
    {
      description: 'a rate limit',
      refusal: { status: 403, message: 'You have exceeded a secondary rate limit.' },
      code: 'unavailable',
      told: /slow down/,
    },
    {
      description: 'a comparison that may not be read',
      refusal: { path: 'compare/main...x', status: 403, message: 'Forbidden' },
      code: 'token-forbidden',
      told: /not allowed to compare the branch/,
    },
    {
      description: 'a comparison that takes too long',
      refusal: { path: 'compare/main...x', message: 'Sorry, this diff is taking too long.' },
      code: 'unavailable',
      told: /does not compare the branches/,
    },
    {
      description: 'what nobody has met yet',
      refusal: { message: 'Something new' },
      code: 'write-refused',
      told: /work on a pull request of org\/gitops with status 422: Something new/,
    },
  ])('$description', ({ refusal, code, told }) => {
    const { message, ...explained } = explain(refusal);
    expect(explained).toMatchObject({ code });
    expect(message).toMatch(told);
  });

  it('are of this action alone, so that they change no other message', () => {
    expect(new Set(PULL_REQUEST_RULES.map(({ action }) => action))).toEqual(
      new Set(['pull-request']),
    );
    for (const { when } of PULL_REQUEST_RULES) expect(when).toMatch(/^[A-Z].*[^.]$/);
  });
});
