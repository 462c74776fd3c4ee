import { describe, expect, it } from '@jest/globals';
import { findBase } from '../../../src/coverage/changes/base.js';
import type { JsonObject } from '../../../src/base/json.js';

const [OLD, TARGET, HEAD, OTHER] = ['1', '2', '3', '4'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];

const pullRequest = { pull_request: { base: { sha: OLD }, head: { sha: HEAD } } };

describe('findBase', () => {
  it.each<{
    description: string;
    payload: JsonObject;
    parents: readonly string[];
    commit: string | undefined;
  }>([
    {
      description: 'the other parent of the merge that GitHub made of a pull request',
      payload: pullRequest,
      parents: [TARGET, HEAD],
      commit: TARGET,
    },
    {
      description: 'the base of the event where the head itself is checked out',
      payload: pullRequest,
      parents: [OTHER],
      commit: OLD,
    },
    {
      description: 'the base of the event where the head is a merge of its own',
      payload: pullRequest,
      parents: [OTHER, TARGET],
      commit: OLD,
    },
    {
      description: 'the base of the event where the head is the first parent',
      payload: pullRequest,
      parents: [HEAD, TARGET],
      commit: OLD,
    },
    {
      description: 'the base of the event of a merge of three',
      payload: pullRequest,
      parents: [TARGET, HEAD, OTHER],
      commit: OLD,
    },
    {
      description: 'the base of a merge group, whatever was merged',
      payload: { merge_group: { base_sha: OLD } },
      parents: [TARGET, HEAD],
      commit: OLD,
    },
    {
      description: 'nothing of a pull request without a base',
      payload: { pull_request: {} },
      parents: [],
      commit: undefined,
    },
    { description: 'the commit before a push', payload: { before: OLD }, parents: [], commit: OLD },
    {
      description: 'nothing for a new branch',
      payload: { before: '0'.repeat(40) },
      parents: [],
      commit: undefined,
    },
  ])('gives $description', ({ payload, parents, commit }) => {
    expect(findBase({ payload }, parents)?.commit).toBe(commit);
  });

  it('tells that a forced push replaced the commit', () => {
    expect(findBase({ payload: { before: OLD, forced: true } }, [])).toEqual({
      commit: OLD,
      isReplaced: true,
    });
  });
});
