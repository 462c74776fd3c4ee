import { describe, expect, it } from '@jest/globals';
import { GitHubSourceRepository } from '../../src/github/source-repository.js';
import { REPOSITORY, useStandIn } from '../stand-in/client.js';
import { refuse } from '../stand-in/replies.mjs';
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
    // All pages but the first go without the diff.
    expect(server.requests[0]?.query).toEqual({ per_page: '1', page: '2' });
  });

  it('does not believe that two commits are one', async () => {
    const onRequest: StandInOptions['onRequest'] = async (_, answer) => {
      const { body, ...reply } = await answer();
      return { ...reply, body: { ...(body as object), ahead_by: 0, behind_by: 0 } };
    };
    const { server, commits } = await start({ onRequest });
    const compared = open(server).compareCommits(commits.third, commits.first);
    await expect(compared).rejects.toMatchObject({ code: 'order-unknown', isTransient: true });
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

  it('does not believe Gitea about an abbreviation, since it does not tell what it compared', async () => {
    const { server, commits } = await start({ onRequest: gitea });
    const compared = open(server).compareCommits(commits.third.slice(0, 7), commits.first);
    expect(await compared).toMatchObject({ relation: 'unknown', cause: 'another' });
    standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
  });

  it('takes an abbreviated base', async () => {
    const { server, commits } = await start();
    const comparison = await open(server).compareCommits(commits.third.slice(0, 7), commits.first);
    expect(comparison).toEqual({ relation: 'behind', commits: 2 });
  });

  it('does not know a commit that is not there', async () => {
    const { server, commits } = await start({}, { private: true });
    expect(await open(server).compareCommits('f'.repeat(40), commits.third)).toEqual({
      relation: 'unknown',
      cause: 'absent',
      detail: `${REPOSITORY} has no commit ${'f'.repeat(40)}`,
    });
  });

  it('does not know what the token cannot see', async () => {
    const { server, commits } = await start({}, { private: true });
    const compared = open(server, 'stranger').compareCommits(commits.first, commits.third);
    expect(await compared).toMatchObject({
      relation: 'unknown',
      cause: 'forbidden',
      detail: expect.stringMatching(/the token cannot see .*"permissions: contents: read"/),
    });
  });

  it.each([
    { status: 422, message: 'this diff is taking too long to generate.' },
    { status: 404, message: 'Not Found' },
    { status: 406, message: 'Sorry, the diff exceeded the maximum number of files.' },
    { status: 500, message: 'Server Error' },
  ])('is not fooled by $status for commits that are there', async ({ status, message }) => {
    const onRequest: StandInOptions['onRequest'] = ({ path }, answer) =>
      path.includes('/compare/') ? Promise.resolve({ status, body: { message } }) : answer();
    const { server, commits } = await start({ onRequest });
    const source = open(server);
    for (const looks of [0, 1]) {
      const before = server.requests.length;
      await expect(source.compareCommits(commits.third, commits.first)).rejects.toMatchObject({
        code: 'order-unknown',
        isTransient: true,
        message: expect.stringContaining(`(${status}: ${message}). To promote without knowing`),
      });
      // They are looked for once.
      const looked = [404, 422].includes(status) && looks === 0 ? 2 : 0;
      expect(server.requests.length - before).toBe(1 + looked);
    }
    standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
  });

  it('takes 404 for a failure where the repository was seen before', async () => {
    let isHidden = false;
    const body = { message: 'Not Found' };
    const onRequest: StandInOptions['onRequest'] = (_, answer) =>
      isHidden ? Promise.resolve({ status: 404, body }) : answer();
    const { server, commits } = await start({ onRequest });
    const source = open(server);
    await source.compareCommits(commits.first, commits.third);
    isHidden = true;
    const compared = source.compareCommits(commits.second, commits.third);
    await expect(compared).rejects.toMatchObject({ code: 'order-unknown', isTransient: true });
  });

  it('does not compare a branch or tag of the name of the commit', async () => {
    const { server, commits } = await start();
    const name = commits.third.slice(0, 7);
    const { git } = server.repository(REPOSITORY);
    await git('update-ref', `refs/heads/${name}`, commits.first);
    const source = open(server);
    expect(await source.compareCommits(name, commits.second)).toMatchObject({
      relation: 'unknown',
      cause: 'another',
    });
    expect(await source.resolveCommit(commits.second.slice(0, 8))).toBe(commits.second);
    expect(await source.resolveCommit(name)).toBeUndefined();
    expect(await source.resolveCommit('f'.repeat(7))).toBeUndefined();
  });

  it.each(['compare', 'commits'])(
    'does not believe what %s tells of another commit than the one in full',
    async (told) => {
      let other = '';
      const onRequest: StandInOptions['onRequest'] = async ({ path }, answer) => {
        if (told === 'commits' && path.includes('/compare/')) return refuse(404, 'Not Found');
        const reply = await answer();
        const asOther = { ...(reply.body as object), sha: other, base_commit: { sha: other } };
        return { ...reply, body: asOther };
      };
      const { server, commits } = await start({ onRequest });
      other = commits.beside;
      const compared = open(server).compareCommits(commits.third, commits.first);
      await expect(compared).rejects.toMatchObject({ code: 'order-unknown', isTransient: true });
      standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
    },
  );

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
      code: 'order-unknown',
      wait: undefined,
    },
    {
      description: 'an overload',
      reply: { status: 503, headers: { 'retry-after': '30' }, body: { message: 'Later' } },
      code: 'order-unknown',
      wait: 30_000,
    },
    {
      description: 'a limit',
      reply: { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      wait: 60_000,
    },
    { description: 'no answer', reply: 'drop' as const, wait: undefined },
    {
      description: 'no comparison',
      reply: { status: 200, body: [] },
      code: 'order-unknown',
      wait: undefined,
    },
  ])('can be tried again after $description', async ({ reply, wait, code = 'unavailable' }) => {
    const { server } = await start({ onRequest: () => Promise.resolve(reply) });
    const now = Date.now();
    const failure: unknown = await open(server)
      .compareCommits('abc1234', 'def5678')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code,
      isTransient: true,
      message: expect.stringMatching(/does not tell how def5678 stands to abc1234 of .*\)\./),
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
