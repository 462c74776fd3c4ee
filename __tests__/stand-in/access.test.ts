import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;
const FILES = { 'a.yaml': 'tag: 1\n' };

async function start(options: object) {
  return standIn.start({ repositories: { [REPOSITORY]: { files: FILES, ...options } } });
}

describe('reading', () => {
  it.each([
    { description: 'an unknown token', token: 'nope', isPrivate: false, status: 401 },
    { description: 'no token, public', token: '', isPrivate: false, status: 200 },
    { description: 'no token, private', token: '', isPrivate: true, status: 404 },
    {
      description: "somebody else's token, public",
      token: 'stranger',
      isPrivate: false,
      status: 200,
    },
    {
      description: "somebody else's token, private",
      token: 'stranger',
      isPrivate: true,
      status: 404,
    },
    { description: 'a token that may read', token: 'reader-app', isPrivate: true, status: 200 },
    { description: 'a token that may write', token: 'writer', isPrivate: true, status: 200 },
    {
      description: 'a name of a property of objects',
      token: 'toString',
      isPrivate: false,
      status: 401,
    },
  ])('with $description gives $status', async ({ token, isPrivate, status }) => {
    await start({ private: isPrivate });
    const repository = await standIn.call('GET', API, { token });
    const file = await standIn.call('GET', `${API}/contents/a.yaml`, { token });
    const commits = await standIn.call('GET', `${API}/commits`, { token });
    expect([repository.status, file.status, commits.status]).toEqual([status, status, status]);
  });

  it('calls bad credentials by their name', async () => {
    await start({});
    const { body } = await standIn.call('GET', API, { token: 'nope' });
    expect(body).toEqual({
      message: 'Bad credentials',
      documentation_url: 'https://docs.github.com/rest',
      status: '401',
    });
  });

  it.each(['token writer', 'Bearer writer', 'bearer writer'])(
    'accepts %j',
    async (authorization) => {
      const { url } = await start({ private: true });
      const response = await fetch(`${url}${API}`, { headers: { authorization } });
      expect(response.status).toBe(200);
    },
  );
});

describe('writing', () => {
  const forbidden = 'Resource not accessible by';
  it.each([
    { token: 'writer', status: 201, message: undefined },
    { token: 'app', status: 201, message: undefined },
    { token: 'reader-fine-grained', status: 403, message: `${forbidden} personal access token` },
    { token: 'reader-app', status: 403, message: `${forbidden} integration` },
    { token: 'reader-classic', status: 404, message: 'Not Found' },
    { token: 'stranger', status: 403, message: `${forbidden} personal access token` },
    { token: 'nope', status: 401, message: 'Bad credentials' },
    { token: '', status: 401, message: 'Requires authentication' },
  ])('with the token "$token" gives $status', async ({ token, status, message }) => {
    const server = await start({});
    const body = { message: 'm', content: '' };
    const answer = await standIn.call('PUT', `${API}/contents/b.yaml`, { token, body });
    expect(answer.status).toBe(status);
    if (message !== undefined) expect(answer.body).toMatchObject({ message });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(status === 201 ? 2 : 1);
  });
});

describe('GET a repository', () => {
  it.each([
    { token: 'writer', push: true },
    { token: 'reader-app', push: false },
  ])('tells "$token" what it may do', async ({ token, push }) => {
    await start({ private: true, archived: true });
    const { body } = await standIn.call('GET', API, { token });
    expect(body).toMatchObject({
      full_name: REPOSITORY,
      default_branch: 'main',
      private: true,
      archived: true,
      permissions: { push, pull: true },
    });
  });

  it('has none of another name', async () => {
    await start({});
    const { status } = await standIn.call('GET', '/repos/org/nope');
    expect(status).toBe(404);
  });
});
