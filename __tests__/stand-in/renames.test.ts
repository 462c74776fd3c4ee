import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const OLD = 'former/deploy';

/** Fetching follows redirects, so this does without. */
async function ask(url: string, method: string, body?: object) {
  const headers = { authorization: 'token writer' };
  const text = body === undefined ? null : JSON.stringify(body);
  const response = await fetch(url, { method, headers, body: text, redirect: 'manual' });
  const location = response.headers.get('location');
  return { status: response.status, location, body: await response.json() };
}

async function start(options: object = {}) {
  const files = { 'dir/a.yaml': 'tag: 1\n' };
  return standIn.start({
    repositories: {
      'org/other': { files: {} },
      [REPOSITORY]: { files, renamedFrom: [OLD], ...options },
    },
  });
}

describe('a renamed repository', () => {
  it.each([
    { method: 'GET', rest: '', status: 301 },
    { method: 'GET', rest: '/contents/dir%2Fa.yaml?ref=main', status: 301 },
    { method: 'PUT', rest: '/contents/b.yaml', body: { message: 'm', content: '' }, status: 307 },
    { method: 'POST', rest: '/git/refs', body: { ref: 'refs/heads/b', sha: '' }, status: 307 },
  ])('leads $method of "$rest" on by $status', async ({ method, rest, body, status }) => {
    const { url, repository } = await start();
    for (const prefix of ['', '/api/v3']) {
      const location = `${url}${prefix}/repositories/2${rest}`;
      const answer = await ask(`${url}${prefix}/repos/${OLD}${rest}`, method, body);
      const documentation = 'https://docs.github.com/v3/#http-redirects';
      const moved = { message: 'Moved Permanently', documentation_url: documentation };
      expect(answer).toEqual({ status, location, body: { ...moved, url: location } });
    }
    expect(await repository(REPOSITORY).log()).toHaveLength(1);
  });

  it('is read and written where it leads to', async () => {
    const { repository } = await start();
    const write = { body: { message: 'm', content: '' } };
    const read = await standIn.call('GET', `/repos/${OLD}/contents/dir/a.yaml`);
    const written = await standIn.call('PUT', `/repos/${OLD}/contents/b.yaml`, write);
    const url = expect.stringContaining(`/repos/${REPOSITORY}/contents/dir/a.yaml`) as unknown;
    expect(read).toMatchObject({ status: 200, body: { content: 'dGFnOiAxCg==\n', url } });
    expect(written.status).toBe(201);
    expect(await repository(REPOSITORY).log()).toHaveLength(2);
  });

  it.each([
    { description: 'a token that may not see it', token: 'stranger', status: 404 },
    { description: 'an unknown token', token: 'nope', status: 401 },
  ])('does not show itself to $description', async ({ token, status }) => {
    await start({ private: true });
    expect((await standIn.call('GET', `/repos/${OLD}`, { token })).status).toBe(status);
  });

  it('gives way to another one that has its old name', async () => {
    await start({ renamedFrom: ['org/other'] });
    const { body } = await standIn.call('GET', '/repos/org/other');
    expect(body).toMatchObject({ id: 1, full_name: 'org/other' });
  });
});

describe('the id of a repository', () => {
  it('is its own, and an address', async () => {
    await start();
    const { body } = await standIn.call('GET', `/repos/${REPOSITORY}`);
    expect(body).toMatchObject({ id: 2, node_id: 'R_2' });
    const byId = await standIn.call('GET', '/repositories/2');
    expect(byId).toMatchObject({ status: 200, body });
    const { status } = await standIn.call('GET', '/repositories/2/contents/dir/a.yaml');
    expect(status).toBe(200);
  });

  it('may be one that there is not', async () => {
    await start();
    const { status } = await standIn.call('GET', '/repositories/3');
    expect(status).toBe(404);
  });
});

describe('GraphQL', () => {
  async function query(args: string) {
    const [owner, name] = OLD.split('/');
    const text = `{ repository(owner: "${owner}", name: "${name}"${args}) { nameWithOwner } }`;
    return standIn.call('POST', '/graphql', { body: { query: text } });
  }

  it.each(['', ', followRenames: true'])('follows a renamed repository%s', async (args) => {
    await start();
    const { body } = await query(args);
    expect(body).toEqual({ data: { repository: { nameWithOwner: REPOSITORY } } });
  });

  it('does not find it when it may not follow', async () => {
    await start();
    const { status, body } = await query(', followRenames: false');
    const message = `Could not resolve to a Repository with the name '${OLD}'.`;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'], message }],
    });
  });

  it('makes up no answer to a commit under the old name', async () => {
    const { repository } = await start();
    const { git, log } = repository(REPOSITORY);
    const input = {
      branch: { repositoryNameWithOwner: OLD, branchName: 'main' },
      expectedHeadOid: await git('rev-parse', 'main'),
      message: { headline: 'm' },
    };
    const text = `mutation ($input: CreateCommitOnBranchInput!) {
      createCommitOnBranch(input: $input) { commit { oid } } }`;
    const body = { query: text, variables: { input } };
    expect((await standIn.call('POST', '/graphql', { body })).status).toBe(501);
    expect(await log()).toHaveLength(1);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});
