import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;
const NUMBERS = Array.from({ length: 20 }, (_, index) => index);
const MOVED = /^is at [0-9a-f]{40} but expected [0-9a-f]{40}$/;
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } } }`;

type Answer = Awaited<ReturnType<typeof standIn.call>>;

async function start() {
  const files = { 'a.yaml': 'tag: 1\n' };
  return standIn.start({ repositories: { [REPOSITORY]: { files } } });
}

async function countCommits({ repository }: GitHubStandIn): Promise<number> {
  return (await repository(REPOSITORY).log()).length;
}

function messageOf({ body }: Answer): string {
  return (body as { message: string }).message;
}

describe('20 requests at once', () => {
  it('write a file each: every success is a commit', async () => {
    const server = await start();
    const answers = await Promise.all(
      NUMBERS.map(async (number) => {
        const body = { message: String(number), content: '' };
        return standIn.call('PUT', `${API}/contents/${number}.yaml`, { body });
      }),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 409));
    for (const answer of refused) expect(messageOf(answer)).toMatch(MOVED);
    expect(await countCommits(server)).toBe(1 + NUMBERS.length - refused.length);
    const { git } = server.repository(REPOSITORY);
    const paths = (await git('ls-tree', '--name-only', 'main')).split('\n');
    expect(paths).toHaveLength(1 + NUMBERS.length - refused.length);
  }, 60_000);

  it('write one file: one succeeds', async () => {
    const server = await start();
    const sha = await server.repository(REPOSITORY).git('rev-parse', 'main:a.yaml');
    const answers = await Promise.all(
      NUMBERS.map(async (number) => {
        const content = Buffer.from(String(number)).toString('base64');
        const body = { message: String(number), content, sha };
        return standIn.call('PUT', `${API}/contents/a.yaml`, { body });
      }),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(await countCommits(server)).toBe(2);
  }, 60_000);

  it('commit on one head: one succeeds', async () => {
    const server = await start();
    const head = await server.repository(REPOSITORY).git('rev-parse', 'main');
    const answers = await Promise.all(
      NUMBERS.map(async (number) => {
        const input = {
          branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
          expectedHeadOid: head,
          message: { headline: String(number) },
          fileChanges: { additions: [{ path: `${number}.yaml`, contents: '' }] },
        };
        const body = { query: MUTATION, variables: { input } };
        return standIn.call('POST', '/graphql', { body });
      }),
    );
    const errors = answers.flatMap(({ body }) => {
      return (body as { errors?: { type: string; message: string }[] }).errors ?? [];
    });
    expect(errors).toHaveLength(19);
    for (const { type, message } of errors) {
      if (type !== 'STALE_DATA') expect(message).toMatch(MOVED);
    }
    expect(await countCommits(server)).toBe(2);
  }, 60_000);

  it('move one ref: every success is a commit, none is lost', async () => {
    const server = await start();
    const { git } = server.repository(REPOSITORY);
    const commits = [];
    for (const number of NUMBERS) {
      commits.push(await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', String(number)));
    }
    const answers = await Promise.all(
      commits.map(async (sha) =>
        standIn.call('PATCH', `${API}/git/refs/heads/main`, { body: { sha } }),
      ),
    );
    const moved = answers.filter(({ status }) => status === 200);
    expect(moved).toHaveLength(1);
    expect(moved[0]?.body).toMatchObject({ object: { sha: await git('rev-parse', 'main') } });
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer.status).toBe(422);
      expect(messageOf(answer)).toMatch(
        /^Update is not a fast forward$|^Reference cannot be updated$/,
      );
    }
  }, 60_000);

  it('make one ref: one succeeds', async () => {
    const server = await start();
    const sha = await server.repository(REPOSITORY).git('rev-parse', 'main');
    const body = { ref: 'refs/heads/new', sha };
    const answers = await Promise.all(
      NUMBERS.map(async () => standIn.call('POST', `${API}/git/refs`, { body })),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(messageOf)).toEqual(
      Array.from({ length: 19 }, () => 'Reference already exists'),
    );
  }, 60_000);

  it('merge a pull request each: every success is a merge', async () => {
    const server = await start();
    const { git } = server.repository(REPOSITORY);
    for (const number of NUMBERS) {
      const name = `b/${number}`;
      const commit = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', name);
      await git('branch', name, commit);
      const body = { title: name, head: name, base: 'main' };
      await standIn.call('POST', `${API}/pulls`, { body });
    }
    const answers = await Promise.all(
      NUMBERS.map(async (number) => {
        return standIn.call('PUT', `${API}/pulls/${number + 1}/merge`, { body: {} });
      }),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    const message = 'Base branch was modified. Review and try the merge again.';
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 405));
    expect(refused.map(messageOf)).toEqual(refused.map(() => message));
    for (const [index, { status, body }] of answers.entries()) {
      const pull = await standIn.call('GET', `${API}/pulls/${index + 1}`);
      const { sha } = body as { sha?: string };
      const merged = { state: 'closed', merged: true, merge_commit_sha: sha };
      expect(pull.body).toMatchObject(status === 200 ? merged : { state: 'open', merged: false });
    }
    const merges = await git('rev-list', '--count', '--first-parent', 'main');
    expect(Number(merges)).toBe(1 + NUMBERS.length - refused.length);
  }, 120_000);
});

describe('a branch that stays locked', () => {
  const refs = `${API}/git/refs/heads/main`;
  const unknown = /does not know what GitHub answers: a branch that cannot be moved/;

  it.each([
    { description: 'PATCH', status: 422, message: /^Reference cannot be updated$/ },
    { description: 'PUT', status: 501, message: unknown },
    { description: 'GraphQL', status: 501, message: unknown },
  ])(
    'is no failure of the stand-in: $description',
    async ({ description, status, message }) => {
      const server = await start();
      const { git, gitDir } = server.repository(REPOSITORY);
      const head = await git('rev-parse', 'main');
      const next = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'next');
      await writeFile(join(gitDir, 'refs/heads/main.lock'), '');
      const input = {
        branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
        expectedHeadOid: head,
        message: { headline: 'm' },
      };
      const graphql = { query: MUTATION, variables: { input } };
      const calls: Record<string, () => Promise<Answer>> = {
        PATCH: async () => standIn.call('PATCH', refs, { body: { sha: next } }),
        PUT: async () => {
          const body = { message: 'm', content: '' };
          return standIn.call('PUT', `${API}/contents/b.yaml`, { body });
        },
        GraphQL: async () => standIn.call('POST', '/graphql', { body: graphql }),
      };
      const answer = await calls[description]?.();
      expect(answer?.status).toBe(status);
      expect(answer === undefined ? '' : messageOf(answer)).toMatch(message);
      expect(await git('rev-parse', 'main')).toBe(head);
      if (status === 501) {
        standIn.expectProblems([expect.stringContaining('no such status: 501')]);
      }
    },
    20_000,
  );
});
