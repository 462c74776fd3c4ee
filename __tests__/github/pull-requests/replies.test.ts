import { describe, expect, it } from '@jest/globals';
import {
  parseBranchComparison,
  parseMerged,
  parsePullRequest,
  parsePullRequests,
  parseHeadRef,
} from '../../../src/github/pull-requests/replies.js';

const PULL_REQUEST = {
  ...{ number: 7, html_url: 'https://github.com/o/r/pull/7', node_id: 'PR_7', title: 'x' },
  head: { sha: 'a1', ref: 'from' },
  base: { ref: 'into', repo: { node_id: 'R_1' } },
};

const PARSED = {
  ...{ number: 7, url: 'https://github.com/o/r/pull/7', nodeId: 'PR_7', title: 'x', head: 'a1' },
  repositoryId: 'R_1',
  ...{ body: '', author: '', labels: [], reviewers: [], teams: [] },
};

function commitOf(sha: string, ...parents: string[]) {
  return { sha, commit: { message: sha }, parents: parents.map((parent) => ({ sha: parent })) };
}

describe('parsePullRequest', () => {
  it('takes one without an author, a text and people', () => {
    expect(parsePullRequest({ ...PULL_REQUEST, user: null, body: null })).toEqual(PARSED);
  });

  it('takes what people have done to it', () => {
    const further = {
      ...{ body: 'why', user: { login: 'ada' }, labels: [{ name: 'prod' }, 'odd'] },
      ...{ requested_reviewers: [{ login: 'bob' }], requested_teams: [{ slug: 'ops' }] },
      auto_merge: { merge_method: 'squash', commit_title: 'x (#7)', commit_message: 'y' },
    };
    expect(parsePullRequest({ ...PULL_REQUEST, ...further })).toEqual({
      ...PARSED,
      ...{ body: 'why', author: 'ada', labels: ['prod'], reviewers: ['bob'], teams: ['ops'] },
      autoMerge: { method: 'squash', title: 'x (#7)', text: 'y' },
    });
  });

  it.each(['number', 'html_url', 'node_id', 'title', 'head'])('needs %s', (key) => {
    expect(() => parsePullRequest({ ...PULL_REQUEST, [key]: undefined })).toThrow(
      'expected a pull request',
    );
  });
});

describe('parsePullRequests', () => {
  it('tells the branches', () => {
    const expected = [{ pullRequest: PARSED, from: 'from', into: 'into', isOfFork: true }];
    expect(parsePullRequests([PULL_REQUEST])).toEqual(expected);
  });

  it.each([
    { description: 'the repository itself', repo: { full_name: 'o/r' }, isOfFork: false },
    { description: 'a fork of the same owner', repo: { full_name: 'o/r-2' }, isOfFork: true },
    { description: 'a repository that is gone', repo: null, isOfFork: true },
  ])('tells a branch of $description', ({ repo, isOfFork }) => {
    const base = { ...PULL_REQUEST.base, repo: { node_id: 'R_1', full_name: 'o/r' } };
    const entry = { ...PULL_REQUEST, head: { ...PULL_REQUEST.head, repo }, base };
    expect(parsePullRequests([entry])).toMatchObject([{ isOfFork }]);
  });

  it('takes auto-merge of another method without its message', () => {
    const held = { merge_method: 'merge', commit_title: 'x', commit_message: 'y' };
    const { autoMerge } = parsePullRequest({ ...PULL_REQUEST, auto_merge: held });
    expect(autoMerge).toEqual({ method: 'merge' });
  });

  it('needs a list', () => {
    expect(() => parsePullRequests({})).toThrow('expected a list of pull requests');
  });
});

describe('parseComparison', () => {
  it.each([
    { description: 'in order', order: ['a', 'b', 'c'], expected: ['c', 'b', 'a'] },
    { description: 'by dates that are wrong', order: ['c', 'a', 'b'], expected: ['c', 'b', 'a'] },
  ])('finds the head of commits $description', ({ order, expected }) => {
    const parents: Record<string, string> = { a: 'base', b: 'a', c: 'b' };
    const commits = order.map((sha) => commitOf(sha, parents[sha] ?? ''));
    const compared = parseBranchComparison({
      commits,
      total_commits: 3,
      files: [{ filename: 'x' }, 1],
    });
    expect(compared).toMatchObject({ head: 'c', total: 3, paths: ['x'] });
    expect(compared.commits.map(({ sha }) => sha)).toEqual(expected);
  });

  it.each([
    { description: 'no commits', data: {}, told: 'expected a list of commits' },
    { description: 'no count', data: { commits: [commitOf('a')] }, told: 'expected a comparison' },
    {
      description: 'no files',
      data: { commits: [commitOf('a')], total_commits: 1 },
      told: 'a comparison with its files',
    },
    { description: 'no head', data: { commits: [], total_commits: 0 }, told: 'a comparison' },
  ])('refuses $description', ({ data, told }) => {
    expect(() => parseBranchComparison(data)).toThrow(told);
  });
});

describe('parseRef', () => {
  it('needs an object', () => {
    expect(parseHeadRef({ object: { sha: 'a1' } })).toBe('a1');
    expect(() => parseHeadRef({ object: null })).toThrow('expected a ref');
  });
});

describe('parseMerged', () => {
  it.each([
    {
      description: 'beside the pull request',
      url: 'https://github.com/o/r/pull/7',
      expected: { url: 'https://github.com/o/r/commit/a1' },
    },
    { description: 'unknown elsewhere', url: 'https://git.example/7', expected: {} },
  ])('has the page of the commit $description', ({ url, expected }) => {
    expect(parseMerged({ sha: 'a1' }, { ...PARSED, url })).toEqual({
      outcome: 'committed',
      commit: { sha: 'a1', message: 'Merge pull request #7', ...expected },
    });
  });

  it('is lost without a commit', () => {
    expect(parseMerged('', PARSED)).toMatchObject({ outcome: 'lost' });
  });
});
