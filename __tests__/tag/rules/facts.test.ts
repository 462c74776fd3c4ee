import { describe, expect, it } from '@jest/globals';
import { gatherFacts } from '../../../src/tag/rules/facts.js';
import { parseDate } from '../../../src/base/date.js';
import { resolveSourceCommit } from '../../../src/tag/commit/source-commit.js';
import { contextOf, SHA } from '../../fakes/context.js';

const OTHER = '1111111111111111111111111111111111111111';
const timestamp = '2026-01-09T22:15:30+02:00';
const committedAt = Date.parse('2026-01-09T20:15:30Z');

function gather(parts: Parameters<typeof contextOf>[0]) {
  const context = contextOf(parts);
  return gatherFacts(context, resolveSourceCommit(context), 7);
}

describe('gatherFacts', () => {
  it('takes what the run tells', () => {
    expect(gather({})).toEqual({
      eventName: 'push',
      commit: { sha: SHA, branch: 'main', reason: expect.any(String) },
      baseRef: '',
      defaultBranch: 'main',
      shortShaLength: 7,
      startedAt: Date.parse('2026-01-10T00:30:00Z'),
    });
  });

  it('takes SOURCE_DATE_EPOCH as the clock', () => {
    expect(gather({ sourceDateEpoch: '1768005001' })).toHaveProperty(
      'startedAt',
      Date.parse('2026-01-10T00:30:01Z'),
    );
  });

  it('refuses a SOURCE_DATE_EPOCH that is no number of seconds', () => {
    expect(() => gather({ sourceDateEpoch: 'abc' })).toThrow(
      'SOURCE_DATE_EPOCH: expected seconds since 1970, got "abc". Correct it, or unset it',
    );
  });

  it('does not guess the default branch', () => {
    expect(gather({ payload: {} }).defaultBranch).toBeUndefined();
  });

  it.each([
    {
      description: 'pushed commits',
      payload: { commits: [{ id: OTHER }, { id: SHA, timestamp }] },
    },
    { description: 'the head commit', payload: { head_commit: { id: SHA, timestamp } } },
    {
      description: 'the commit of the workflow run',
      payload: { workflow_run: { head_commit: { id: SHA, timestamp } } },
    },
    {
      description: 'the commit of the merge group',
      payload: { commits: 'none', merge_group: { head_commit: { id: SHA, timestamp } } },
    },
  ])('finds the date of the commit in $description', ({ payload }) => {
    expect(gather({ payload })).toHaveProperty('committedAt', committedAt);
  });

  it.each([
    { description: 'of another commit', payload: { head_commit: { id: OTHER, timestamp } } },
    { description: 'that is none', payload: { head_commit: { id: SHA, timestamp: 'today' } } },
    { description: 'that is absent', payload: { head_commit: { id: SHA } } },
    { description: 'in no commit', payload: { head_commit: null, commits: [null] } },
  ])('takes no date $description', ({ payload }) => {
    expect(gather({ payload }).committedAt).toBeUndefined();
  });

  it.each([
    {
      description: 'a tag pushed with its branch',
      parts: { ref: 'refs/tags/v1', payload: { base_ref: 'refs/heads/main' } },
      baseRef: 'main',
    },
    {
      description: 'a tag pushed alone',
      parts: { ref: 'refs/tags/v1', payload: { base_ref: null } },
      baseRef: '',
    },
    {
      description: 'a pull request',
      parts: {
        eventName: 'pull_request',
        ref: 'refs/pull/1/merge',
        payload: { pull_request: { head: { sha: OTHER }, base: { ref: 'release/1.x' } } },
      },
      baseRef: 'release/1.x',
    },
    {
      description: 'a pull request without a base',
      parts: {
        eventName: 'pull_request',
        ref: 'refs/pull/1/merge',
        payload: { pull_request: { head: { sha: OTHER } } },
      },
      baseRef: '',
    },
  ])('the base of $description is "$baseRef"', ({ parts, baseRef }) => {
    expect(gather(parts)).toHaveProperty('baseRef', baseRef);
  });
});

describe('parseDate', () => {
  it.each([
    { date: timestamp, expected: committedAt },
    { date: '2026-01-09T20:15:30Z', expected: committedAt },
    { date: 'x', expected: undefined },
    { date: undefined, expected: undefined },
  ])('$date', ({ date, expected }) => {
    expect(parseDate(date)).toBe(expected);
  });
});
