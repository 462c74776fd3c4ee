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

async function start(repository: object = {}) {
  const files = { 'a.yaml': 'tag: 1\n' };
  return standIn.start({ repositories: { [REPOSITORY]: { files, ...repository } } });
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
  });

  it('write one file: one succeeds', async () => {
    const server = await start();
    const sha = await server.repository(REPOSITORY).resolve('main', 'a.yaml');
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
  });

  it('commit on one head: one succeeds', async () => {
    const server = await start();
    const head = await server.repository(REPOSITORY).resolve('main');
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
  });

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
  });

  it('make one ref: one succeeds', async () => {
    const server = await start();
    const sha = await server.repository(REPOSITORY).resolve('main');
    const body = { ref: 'refs/heads/new', sha };
    const answers = await Promise.all(
      NUMBERS.map(async () => standIn.call('POST', `${API}/git/refs`, { body })),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(messageOf)).toEqual(
      Array.from({ length: 19 }, () => 'Reference already exists'),
    );
  });

  it('merge 5 pull requests: every success is a merge, and none is merged twice', async () => {
    const server = await start();
    const { git } = server.repository(REPOSITORY);
    const pulls = [1, 2, 3, 4, 5];
    for (const number of pulls) {
      const name = `b/${number}`;
      await git('branch', name, await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', name));
      const body = { title: name, head: name, base: 'main' };
      await standIn.call('POST', `${API}/pulls`, { body });
    }
    const answers = await Promise.all(
      NUMBERS.map(async (number) => {
        const pull = (number % pulls.length) + 1;
        const answer = await standIn.call('PUT', `${API}/pulls/${pull}/merge`, { body: {} });
        return { pull, ...answer };
      }),
    );
    const merged = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([405]));
    for (const { pull, body } of merged) {
      const expected = { merged: true, merge_commit_sha: (body as { sha: string }).sha };
      expect((await standIn.call('GET', `${API}/pulls/${pull}`)).body).toMatchObject(expected);
    }
    const merges = await git('rev-list', '--count', '--first-parent', 'main');
    expect(Number(merges)).toBe(1 + merged.length);
    expect(new Set(merged.map(({ pull }) => pull)).size).toBe(merged.length);
  });
});

describe('a branch that stays locked', () => {
  it('is no failure of the stand-in', async () => {
    // Nobody gives the lock back, however long a write waits for it.
    const server = await start({ refLockTimeoutMs: 50 });
    const { git, gitDir } = server.repository(REPOSITORY);
    const head = await git('rev-parse', 'main');
    const sha = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'next');
    await writeFile(join(gitDir, 'refs/heads/main.lock'), '');
    const input = {
      branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
      expectedHeadOid: head,
      message: { headline: 'm' },
    };
    const write = { message: 'm', content: '' };
    const answers = await Promise.all([
      standIn.call('PATCH', `${API}/git/refs/heads/main`, { body: { sha } }),
      standIn.call('PUT', `${API}/contents/b.yaml`, { body: write }),
      standIn.call('POST', '/graphql', { body: { query: MUTATION, variables: { input } } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 501, 501]);
    const [patched = '', ...others] = answers.map(messageOf);
    expect(patched).toBe('Reference cannot be updated');
    for (const message of others) expect(message).toContain('a branch that cannot be moved');
    expect(await git('rev-parse', 'main')).toBe(head);
    const unknown = expect.stringContaining('no such status: 501') as unknown;
    standIn.expectProblems([unknown, unknown]);
  });
});
