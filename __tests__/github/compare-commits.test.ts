import { describe, expect, it } from '@jest/globals';
import { GitHubSourceRepository } from '../../src/github/source-repository.js';
import { REPOSITORY, useStandIn } from '../stand-in/client.js';
import { renderExchanges } from '../stand-in/request-log.mjs';
import type { GitHubStandIn, StandInOptions } from '../stand-in/server.mjs';

const standIn = useStandIn();

/** A line of three commits, one beside it, and one of another history. */
async function start(options: Partial<StandInOptions> = {}, repository: object = {}) {
  const server = await standIn.start({
    ...options,
    repositories: { [REPOSITORY]: { files: { a: '1' }, ...repository } },
  });
  const { git } = server.repository(REPOSITORY);
  const grow = (name: string, ...parents: readonly string[]) =>
    git('commit-tree', 'main^{tree}', ...parents.flatMap((sha) => ['-p', sha]), '-m', name);
  const first = await git('rev-parse', 'main');
  const second = await grow('second', first);
  const third = await grow('third', second);
  const beside = await grow('beside', first);
  const alone = await grow('alone');
  for (const sha of [third, beside, alone]) await git('update-ref', `refs/heads/${sha}`, sha);
  return { server, commits: { first, second, third, beside, alone } };
}

function open(server: GitHubStandIn, token = 'writer'): GitHubSourceRepository {
  return new GitHubSourceRepository({ apiUrl: server.url, repository: REPOSITORY, token });
}

/** Answers as Gitea does. */
const gitea: StandInOptions['onRequest'] = async (_, answer) => {
  const { body, ...reply } = await answer();
  const { total_commits, commits } = body as Record<string, unknown>;
  return { ...reply, body: { total_commits, commits } };
};

describe('compareCommits', () => {
  it.each([
    { base: 'second', head: 'second', expected: { relation: 'identical' } },
    { base: 'first', head: 'third', expected: { relation: 'ahead' } },
    { base: 'third', head: 'first', expected: { relation: 'behind', commits: 2 } },
    { base: 'third', head: 'beside', expected: { relation: 'diverged' } },
    { base: 'third', head: 'alone', expected: { relation: 'unknown', cause: 'unrelated' } },
  ] as const)('finds $head $expected.relation of $base', async ({ base, head, expected }) => {
    const { server, commits } = await start();
    const comparison = await open(server).compareCommits(commits[base], commits[head]);
    expect(comparison).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.query).toEqual({ per_page: '1' });
  });

  it.each([
    { base: 'second', head: 'second', expected: { relation: 'identical' } },
    { base: 'first', head: 'third', expected: { relation: 'ahead' } },
    { base: 'third', head: 'first', expected: { relation: 'behind', commits: 2 } },
    { base: 'third', head: 'beside', expected: { relation: 'diverged' } },
  ] as const)('finds it on Gitea: $expected.relation', async ({ base, head, expected }) => {
    const { server, commits } = await start({ onRequest: gitea });
    expect(await open(server).compareCommits(commits[base], commits[head])).toEqual(expected);
    expect(renderExchanges(server.requests)).toHaveLength(2);
    standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
  });

  it('takes an abbreviated base', async () => {
    const { server, commits } = await start();
    const comparison = await open(server).compareCommits(commits.third.slice(0, 7), commits.first);
    expect(comparison).toEqual({ relation: 'behind', commits: 2 });
  });

  it.each([
    { description: 'a commit that is not there', base: 'f'.repeat(40), token: 'writer' },
    { description: 'a repository that it may not see', base: undefined, token: 'stranger' },
  ])('does not know $description', async ({ base, token }) => {
    const { server, commits } = await start({}, { private: true });
    const comparison = await open(server, token).compareCommits(
      base ?? commits.first,
      commits.third,
    );
    expect(comparison).toMatchObject({ relation: 'unknown', cause: 'absent' });
  });

  it('does not know what it may not read', async () => {
    const body = { message: 'Resource not accessible by integration' };
    const { server } = await start({ onRequest: () => Promise.resolve({ status: 403, body }) });
    expect(await open(server).compareCommits('abc1234', 'def5678')).toMatchObject({
      relation: 'unknown',
      cause: 'forbidden',
    });
  });

  it('cannot tell with a token that is none', async () => {
    const { server } = await start();
    const compared = open(server, 'unknown').compareCommits('abc1234', 'def5678');
    expect(await compared).toEqual({
      relation: 'unknown',
      cause: 'forbidden',
      detail: 'token: the server does not accept this token',
    });
  });

  it.each([
    {
      description: 'a failure',
      reply: { status: 502, body: { message: 'Bad Gateway' } },
      wait: undefined,
    },
    {
      description: 'an overload',
      reply: { status: 503, headers: { 'retry-after': '30' }, body: { message: 'Later' } },
      wait: 30_000,
    },
    {
      description: 'a limit',
      reply: { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      wait: 60_000,
    },
    { description: 'no answer', reply: 'drop' as const, wait: undefined },
    { description: 'no comparison', reply: { status: 200, body: [] }, wait: undefined },
  ])('can be tried again after $description', async ({ reply, wait }) => {
    const { server } = await start({ onRequest: () => Promise.resolve(reply) });
    const now = Date.now();
    const failure: unknown = await open(server)
      .compareCommits('abc1234', 'def5678')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/does not tell how def5678 stands to abc1234 of .*\)\.$/),
    });
    const { retryAt } = failure as { readonly retryAt?: number };
    if (wait === undefined) expect(retryAt).toBeUndefined();
    else {
      expect(retryAt).toBeGreaterThanOrEqual(now + wait);
      expect(retryAt).toBeLessThanOrEqual(Date.now() + wait);
    }
    if (Array.isArray((reply as { readonly body?: unknown }).body)) {
      standIn.expectProblems([expect.anything()]);
    }
  });
});
