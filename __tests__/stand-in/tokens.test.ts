import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;
const WRITE = { message: 'm', content: '' };
const SSO_URL = 'https://github.com/orgs/org/sso?authorization_request=A1B2C3';
const SSO_MESSAGE =
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } } }`;

const tokens = {
  unauthorized: {
    kind: 'classic',
    login: 'u',
    permissions: { [REPOSITORY]: 'write', 'organic/other': 'write' },
    sso: 'org',
  },
  'app-elsewhere': { kind: 'app', login: 'a[bot]', permissions: { 'organic/other': 'write' } },
} as const;

async function start(isPrivate: boolean) {
  const files = { 'a.yaml': 'tag: 1\n' };
  const repositories = { [REPOSITORY]: { files, private: isPrivate }, 'organic/other': { files } };
  return standIn.start({ tokens, repositories });
}

async function commit(token: string) {
  const input = {
    branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
    expectedHeadOid: 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
    message: { headline: 'm' },
  };
  const body = { query: MUTATION, variables: { input } };
  return standIn.call('POST', '/graphql', { token, body });
}

async function query(token: string) {
  const text = '{ repository(owner: "org", name: "gitops") { isArchived } }';
  return standIn.call('POST', '/graphql', { token, body: { query: text } });
}

describe.each([{ isPrivate: true }, { isPrivate: false }])(
  'a token that single sign-on does not know, private: $isPrivate',
  ({ isPrivate }) => {
    it.each([
      { method: 'GET', path: `${API}/contents/a.yaml` },
      { method: 'PUT', path: `${API}/contents/b.yaml`, body: WRITE },
    ])('is refused $method', async ({ method, path, body }) => {
      const server = await start(isPrivate);
      const answer = await standIn.call(method, path, { token: 'unauthorized', body });
      expect(answer).toMatchObject({ status: 403, body: { message: SSO_MESSAGE, status: '403' } });
      expect(answer.headers.get('x-github-sso')).toBe(`required; url=${SSO_URL}`);
      expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
    });

    it.each([
      { field: 'repository', ask: query },
      { field: 'createCommitOnBranch', ask: commit },
    ])('is refused $field', async ({ field, ask }) => {
      await start(isPrivate);
      const { status, headers, body } = await ask('unauthorized');
      expect(status).toBe(200);
      expect(headers.get('x-github-sso')).toBe(`required; url=${SSO_URL}`);
      expect(body).toMatchObject({
        data: { [field]: null },
        errors: [
          {
            type: 'FORBIDDEN',
            path: [field],
            extensions: { saml_failure: true },
            message: SSO_MESSAGE,
          },
        ],
      });
    });
  },
);

it('is good for other organizations', async () => {
  await start(true);
  const token = 'unauthorized';
  const { status, headers } = await standIn.call('GET', '/repos/organic/other', { token });
  expect([status, headers.has('x-github-sso')]).toEqual([200, false]);
});

describe('the token of an App that is not installed on the repository', () => {
  const token = 'app-elsewhere';
  const forbidden = 'Resource not accessible by integration';
  const unresolved = `Could not resolve to a Repository with the name '${REPOSITORY}'.`;

  it.each([
    { isPrivate: true, read: 404, write: 404, message: 'Not Found' },
    { isPrivate: false, read: 200, write: 403, message: forbidden },
  ])('reads $read and writes $write, private: $isPrivate', async ({ isPrivate, ...expected }) => {
    await start(isPrivate);
    const read = await standIn.call('GET', `${API}/contents/a.yaml`, { token });
    const written = await standIn.call('PUT', `${API}/contents/b.yaml`, { token, body: WRITE });
    expect([read.status, written.status]).toEqual([expected.read, expected.write]);
    expect(written.body).toMatchObject({ message: expected.message });
  });

  it.each([
    { isPrivate: true, type: 'NOT_FOUND', message: unresolved },
    { isPrivate: false, type: 'FORBIDDEN', message: forbidden },
  ])('is refused a commit: $type', async ({ isPrivate, type, message }) => {
    await start(isPrivate);
    expect((await commit(token)).body).toMatchObject({ errors: [{ type, message }] });
    const { body } = await query(token);
    if (isPrivate) expect(body).toMatchObject({ errors: [{ type, message }] });
    else expect(body).toEqual({ data: { repository: { isArchived: false } } });
  });
});
