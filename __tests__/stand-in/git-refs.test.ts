import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();
const GIT = `/repos/${REPOSITORY}/git`;
const OTHER_SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

async function start(repository: object = {}) {
  const files = { 'a.yaml': 'tag: 1\n' };
  return standIn.start({ repositories: { [REPOSITORY]: { files, ...repository } } });
}

async function addCommit({ repository }: GitHubStandIn, parent = 'main'): Promise<string> {
  return repository(REPOSITORY).git('commit-tree', 'main^{tree}', '-p', parent, '-m', 'next');
}

async function resolve({ repository }: GitHubStandIn, ref = 'main'): Promise<string> {
  return repository(REPOSITORY).resolve(ref);
}

describe('a ref', () => {
  it('is read, also with slashes in its name', async () => {
    const server = await start();
    await server.repository(REPOSITORY).git('branch', 'env/prod', 'main');
    const sha = await resolve(server);
    const { status, body } = await standIn.call('GET', `${GIT}/ref/heads/env%2Fprod`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ref: 'refs/heads/env/prod', object: { sha, type: 'commit' } });
  });

  it('is made, moved and deleted', async () => {
    const server = await start();
    const sha = await resolve(server);
    const next = await addCommit(server);
    const made = { ref: 'refs/heads/new', sha };
    const created = await standIn.call('POST', `${GIT}/refs`, { body: made });
    const moved = await standIn.call('PATCH', `${GIT}/refs/heads/new`, { body: { sha: next } });
    expect(created).toMatchObject({ status: 201, body: { ref: made.ref, object: { sha } } });
    expect(moved).toMatchObject({ status: 200, body: { ref: made.ref, object: { sha: next } } });
    expect(await resolve(server, 'new')).toBe(next);

    const deleted = await standIn.call('DELETE', `${GIT}/refs/heads/new`);
    const after = await standIn.call('GET', `${GIT}/ref/heads/new`);
    expect([deleted.status, deleted.body, after.status]).toEqual([204, '', 404]);
  });

  it('is moved backwards by force only', async () => {
    const server = await start();
    const sha = await resolve(server);
    const { git } = server.repository(REPOSITORY);
    await git('update-ref', 'refs/heads/main', await addCommit(server));
    const gentle = await standIn.call('PATCH', `${GIT}/refs/heads/main`, { body: { sha } });
    const body = { sha, force: true };
    const forced = await standIn.call('PATCH', `${GIT}/refs/heads/main`, { body });
    const message = 'Update is not a fast forward';
    expect(gentle).toMatchObject({ status: 422, body: { message } });
    expect(forced.status).toBe(200);
    expect(await resolve(server)).toBe(sha);
  });
});

describe('a refused ref', () => {
  it.each([
    {
      description: 'absent, to read',
      call: ['GET', 'ref/heads/nope'],
      status: 404,
      message: 'Not Found',
    },
    {
      description: 'there already',
      call: ['POST', 'refs'],
      body: { ref: 'refs/heads/main' },
      status: 422,
      message: 'Reference already exists',
    },
    {
      description: 'of an object that there is not',
      call: ['POST', 'refs'],
      body: { ref: 'refs/heads/new', sha: OTHER_SHA },
      status: 422,
      message: 'Object does not exist',
    },
    {
      description: 'without its full name',
      call: ['POST', 'refs'],
      body: { ref: 'new' },
      status: 422,
      message: 'Reference name must contain at least three slash-separated components.',
    },
    {
      description: 'whose name begins with that of a branch',
      call: ['POST', 'refs'],
      body: { ref: 'refs/heads/main/new' },
      status: 422,
      message: 'Reference update failed',
    },
    {
      description: 'absent, to move',
      call: ['PATCH', 'refs/heads/nope'],
      status: 422,
      message: 'Reference does not exist',
    },
    {
      description: 'to move to an object that there is not',
      call: ['PATCH', 'refs/heads/main'],
      body: { sha: OTHER_SHA },
      status: 422,
      message: 'Object does not exist',
    },
    {
      description: 'absent, to delete',
      call: ['DELETE', 'refs/heads/nope'],
      status: 422,
      message: 'Reference does not exist',
    },
    {
      description: 'that a ruleset guards',
      repository: { protectedBranches: { main: 'ruleset' } },
      call: ['PATCH', 'refs/heads/main'],
      status: 422,
      message:
        'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    },
    {
      description: 'without permission',
      token: 'reader-app',
      call: ['PATCH', 'refs/heads/main'],
      status: 403,
      message: 'Resource not accessible by integration',
    },
  ] as const)('$description', async (row) => {
    const { call, status, message } = row;
    const server = await start('repository' in row ? row.repository : {});
    const [method, path] = call;
    const sha = await resolve(server);
    const body = { sha, ...('body' in row && row.body) };
    const answer = await standIn.call(method, `${GIT}/${path}`, {
      ...(method !== 'GET' && method !== 'DELETE' && { body }),
      token: 'token' in row ? row.token : 'writer',
    });
    expect(answer).toMatchObject({ status, body: { message, status: String(status) } });
    expect(await resolve(server)).toBe(sha);
  });

  it.each([
    {
      description: 'made by another first',
      method: 'POST',
      path: 'refs',
      status: 422,
      message: 'Reference already exists',
    },
    {
      description: 'moved by another first',
      method: 'PATCH',
      path: 'refs/heads/raced',
      status: 422,
      message: 'Reference cannot be updated',
    },
  ])('$description', async ({ method, path, status, message }) => {
    const server: GitHubStandIn = await standIn.start({
      repositories: { [REPOSITORY]: { files: { 'a.yaml': '' } } },
      beforeRefUpdate: async () => {
        const other = await addCommit(server);
        await server.repository(REPOSITORY).git('update-ref', 'refs/heads/raced', other);
      },
    });
    const sha = await resolve(server);
    if (method === 'PATCH') await server.repository(REPOSITORY).git('branch', 'raced', 'main');
    const body = { ...(method === 'POST' && { ref: 'refs/heads/raced' }), sha };
    const answer = await standIn.call(method, `${GIT}/${path}`, { body });
    expect(answer).toMatchObject({ status, body: { message } });
    expect(await resolve(server, 'raced')).not.toBe(sha);
  });

  it('whose deletion is not known makes up no answer', async () => {
    await start({ protectedBranches: { main: 'ruleset' } });
    const { status } = await standIn.call('DELETE', `${GIT}/refs/heads/main`);
    expect(status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});
