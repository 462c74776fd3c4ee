import { describe, expect, it } from '@jest/globals';
import { findBase } from '../../../src/coverage/changes/base.js';
import type { JsonObject } from '../../../src/base/json.js';

const [OLD, TARGET, HEAD] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
];

const pullRequest = { pull_request: { base: { sha: OLD }, head: { sha: HEAD } } };

describe('findBase', () => {
  it.each<{
    description: string;
    payload: JsonObject;
    target?: string;
    commit: string | undefined;
  }>([
    {
      description: 'the other parent of the merge that GitHub made of a pull request',
      payload: pullRequest,
      target: TARGET,
      commit: TARGET,
    },
    {
      description: 'the base of the event where the head itself is checked out',
      payload: pullRequest,
      commit: OLD,
    },
    {
      description: 'the base of a merge group, whatever was merged',
      payload: { merge_group: { base_sha: OLD } },
      commit: OLD,
    },
    {
      description: 'nothing of a pull request without a base',
      payload: { pull_request: {} },
      commit: undefined,
    },
    { description: 'the commit before a push', payload: { before: OLD }, commit: OLD },
    {
      description: 'nothing for a new branch',
      payload: { before: '0'.repeat(40) },
      commit: undefined,
    },
  ])('gives $description', ({ payload, target, commit }) => {
    expect(findBase({ payload }, target)?.commit).toBe(commit);
  });

  it('tells that a forced push replaced the commit', () => {
    expect(findBase({ payload: { before: OLD, forced: true } }, undefined)).toEqual({
      commit: OLD,
      isReplaced: true,
    });
  });
});
