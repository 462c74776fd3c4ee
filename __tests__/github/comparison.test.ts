import { describe, expect, it } from '@jest/globals';
import {
  computeRelation,
  parseComparison,
  parseUnknown,
} from '../../src/github/source-comparison.js';

describe('parseComparison', () => {
  it.each([
    { data: { ahead_by: 1, behind_by: 2, total_commits: 1 }, expected: { ahead: 1, behind: 2 } },
    { data: { total_commits: 3, commits: [] }, expected: { ahead: 3 } },
    { data: { ahead_by: 1, total_commits: 1 }, expected: { ahead: 1 } },
    {
      data: { ahead_by: 1, behind_by: 0, base_commit: { sha: 'abc1234' } },
      expected: { ahead: 1, behind: 0, base: 'abc1234' },
    },
    { data: { ahead_by: -1, behind_by: 0 }, expected: undefined },
    { data: { total_commits: '3' }, expected: undefined },
    { data: {}, expected: undefined },
    { data: '', expected: undefined },
  ])('reads $data', ({ data, expected }) => {
    expect(parseComparison(data)).toEqual(expected);
  });
});

describe('computeRelation', () => {
  it.each([
    { ahead: 0, behind: 0, expected: { relation: 'identical' } },
    { ahead: 2, behind: 0, expected: { relation: 'ahead' } },
    { ahead: 2, behind: 3, expected: { relation: 'diverged' } },
    { ahead: 0, behind: 3, expected: { relation: 'behind', commits: 3 } },
  ])('of $ahead and $behind', ({ ahead, behind, expected }) => {
    expect(computeRelation(ahead, behind)).toEqual(expected);
  });
});

describe('parseUnknown', () => {
  const asked = { repository: 'org/app', base: 'abc1234', head: 'def5678' };

  it.each([
    {
      status: 404,
      message: 'No common ancestor between abc1234 and def5678.',
      cause: 'unrelated',
      detail: 'abc1234 and def5678 have no commit of org/app in common',
    },
    {
      status: 403,
      message: 'Resource not accessible by integration',
      cause: 'forbidden',
      detail: expect.stringMatching(
        /^token: the token may not read org\/app \(Resource .*\)\. .*"permissions: contents: read"/,
      ),
    },
    {
      status: 401,
      message: 'Bad credentials',
      cause: 'forbidden',
      detail: 'token: the server does not accept this token',
    },
  ])('explains $status $message', ({ status, message, cause, detail }) => {
    const unknown = parseUnknown({ status, message }, asked);
    expect(unknown).toEqual({ relation: 'unknown', cause, detail });
  });

  it.each([404, 406, 409, 422, 500])('says nothing by itself of %d', (status) => {
    expect(parseUnknown({ status, message: 'no' }, asked)).toBeUndefined();
  });
});
