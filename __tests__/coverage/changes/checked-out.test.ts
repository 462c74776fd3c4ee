import { describe, expect, it } from '@jest/globals';
import { explainOtherCommit, findTarget } from '../../../src/coverage/changes/checked-out.js';
import type { JsonObject } from '../../../src/base/json.js';
import { noChanges } from '../../fakes/changes.js';

const sha = (digit: string): string => digit.repeat(40);
const [OLD, TARGET, HEAD, OTHER] = [sha('1'), sha('2'), sha('3'), sha('4')] as const;

const PULL_REQUEST = {
  pull_request: { base: { sha: OLD, ref: 'main' }, head: { sha: HEAD, ref: 'topic' } },
};

const SQUASH = sha('5');

/** The event of a pull request that was merged, and the commit that the base then was at. */
function squashed(commit: string, more: JsonObject = {}): JsonObject {
  const merged = { merged: true, merge_commit_sha: commit, ...more };
  return { pull_request: { ...PULL_REQUEST.pull_request, ...merged } };
}

/** A checkout with these parents, and what the history of what has. */
function changesOf(parents: readonly string[], histories: Readonly<Record<string, string>>) {
  return {
    ...noChanges,
    listParents: () => Promise.resolve(parents),
    contains: (commit: string, at: string) =>
      Promise.resolve(histories[at]?.includes(commit) === true),
  };
}

describe('findTarget', () => {
  it.each<{
    description: string;
    payload?: JsonObject;
    parents: readonly string[];
    histories?: Readonly<Record<string, string>>;
    target: string | undefined;
  }>([
    {
      description: 'the other parent of the merge that GitHub made',
      parents: [TARGET, HEAD],
      target: TARGET,
    },
    {
      description: 'that of a merge that has a newer head than the event',
      parents: [TARGET, OTHER],
      histories: { [OTHER]: HEAD },
      target: TARGET,
    },
    { description: 'none of the head itself', parents: [OTHER], target: undefined },
    {
      description: 'none of a head that is a merge of its own',
      parents: [OTHER, TARGET],
      target: undefined,
    },
    {
      description: 'none where the head is the first parent',
      parents: [HEAD, TARGET],
      target: undefined,
    },
    {
      description: 'none of a merge of three',
      parents: [TARGET, HEAD, OTHER],
      target: undefined,
    },
    {
      description: 'the parent of one commit that was squashed or rebased',
      payload: squashed(SQUASH, { commits: 1 }),
      parents: [TARGET],
      histories: { HEAD: SQUASH, [SQUASH]: 'HEAD' },
      target: TARGET,
    },
    {
      description: 'the parent of several that were squashed, where it is the base of the event',
      payload: squashed(SQUASH, { commits: 2 }),
      parents: [OLD],
      histories: { HEAD: SQUASH, [SQUASH]: 'HEAD' },
      target: OLD,
    },
    {
      description: 'none of several that were squashed or rebased, one behind the other',
      payload: squashed(SQUASH, { commits: 2 }),
      parents: [TARGET],
      histories: { HEAD: SQUASH, [SQUASH]: 'HEAD' },
      target: undefined,
    },
    {
      description: 'none where the base has gone on since',
      payload: squashed(SQUASH, { commits: 1 }),
      parents: [TARGET],
      histories: { HEAD: SQUASH },
      target: undefined,
    },
    {
      description: 'none of the first commit, which has no parent',
      payload: squashed(SQUASH, { commits: 1 }),
      parents: [],
      histories: { HEAD: SQUASH, [SQUASH]: 'HEAD' },
      target: undefined,
    },
    {
      description: 'none of another event',
      payload: { merge_group: { base_sha: OLD } },
      parents: [TARGET, HEAD],
      target: undefined,
    },
    {
      description: 'none where the event does not say the head',
      payload: { pull_request: {} },
      parents: [TARGET, HEAD],
      target: undefined,
    },
  ])('gives $description', async ({ payload = PULL_REQUEST, parents, histories = {}, target }) => {
    expect(await findTarget({ payload }, changesOf(parents, histories))).toBe(target);
  });
});

describe('explainOtherCommit', () => {
  it.each<{
    description: string;
    payload?: JsonObject;
    histories: Readonly<Record<string, string>>;
    start?: string;
    reason: string | undefined;
  }>([
    {
      description: 'the base of the event, as on pull_request_target',
      histories: { [OLD]: 'HEAD' },
      reason: `the commit that is checked out is a commit of the base of the pull request and does not have its head ${HEAD}: give actions/checkout that commit as its ref`,
    },
    {
      description: 'the base of now',
      histories: { 'origin/main': 'HEAD' },
      reason: `the commit that is checked out is a commit of the base of the pull request and does not have its head ${HEAD}: give actions/checkout that commit as its ref`,
    },
    {
      description: 'another commit than the one that a workflow run is of',
      payload: { workflow_run: { head_sha: OTHER } },
      histories: { HEAD: OLD },
      reason: `the commit that is checked out does not have ${OTHER}, which the workflow run is of: give actions/checkout that commit as its ref, or fetch-depth: 0 if the commit that is checked out is a newer one`,
    },
    {
      description: 'a commit of the base from before the pull request was squashed into it',
      payload: squashed(SQUASH),
      histories: { [OLD]: 'HEAD' },
      reason: `the commit that is checked out is a commit of the base of the pull request and does not have its head ${HEAD}: give actions/checkout that commit as its ref`,
    },
    {
      description: 'nothing of the commit that a pull request was squashed or rebased into',
      payload: squashed(SQUASH),
      histories: { HEAD: SQUASH, 'origin/main': 'HEAD' },
      start: TARGET,
      reason: undefined,
    },
    {
      description: 'that it is not known where that starts',
      payload: squashed(SQUASH),
      histories: { HEAD: SQUASH, 'origin/main': 'HEAD' },
      reason:
        'it cannot be told where the commits start that the pull request was squashed or rebased into: set coverage-base to the commit before them, such as HEAD^ where it was squashed',
    },
    {
      description: 'a merge that GitHub only tries, of a pull request that is open',
      payload: { pull_request: { ...PULL_REQUEST.pull_request, merge_commit_sha: SQUASH } },
      histories: { HEAD: SQUASH, 'origin/main': 'HEAD' },
      reason: `the commit that is checked out is a commit of the base of the pull request and does not have its head ${HEAD}: give actions/checkout that commit as its ref`,
    },
    {
      description: 'nothing of a merge of the head',
      histories: { HEAD, 'origin/main': 'HEAD' },
      reason: undefined,
    },
    { description: 'nothing of a head that was rebased', histories: {}, reason: undefined },
    {
      description: 'nothing of the commit that a workflow run is of',
      payload: { workflow_run: { head_sha: OTHER } },
      histories: { HEAD: OTHER },
      reason: undefined,
    },
    {
      description: 'nothing of a push',
      payload: { before: OLD },
      histories: {},
      reason: undefined,
    },
    {
      description: 'nothing of a pull request that says no base',
      payload: { pull_request: { head: { sha: HEAD } } },
      histories: {},
      reason: undefined,
    },
  ])('tells $description', async ({ payload = PULL_REQUEST, histories, start, reason }) => {
    const changes = changesOf([], histories);
    expect(await explainOtherCommit({ payload }, changes, start)).toBe(reason);
  });
});
