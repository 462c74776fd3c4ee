import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();

const LONG = 'ä'.repeat(256_001);
const FILES = {
  'a.yaml': 'tag: 1\n',
  'dir/run.sh': { executable: 'run\n' },
  'link.yaml': { symlink: 'a.yaml' },
  module: { submodule: 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3' },
  binary: 'a\0b',
  long: LONG,
};

async function start(repository: object = {}) {
  return standIn.start({ repositories: { [REPOSITORY]: { files: FILES, ...repository } } });
}

async function query(text: string, token?: string) {
  const call = { body: { query: text }, ...(token !== undefined && { token }) };
  return standIn.call('POST', '/graphql', call);
}

async function resolveMain({ repository }: GitHubStandIn, path?: string): Promise<string> {
  return repository(REPOSITORY).resolve('main', path);
}

function askForFile(path: string): string {
  return `{ repository(owner: "org", name: "gitops") { ref(qualifiedName: "refs/heads/main") {
    target { ... on Commit { file(path: "${path}") { name path type mode oid object {
      __typename oid ... on Blob { text isBinary isTruncated byteSize } } } } } } } }`;
}

async function readFile(path: string): Promise<unknown> {
  const { body } = await query(askForFile(path));
  const { data } = body as { data: { repository: { ref: { target: { file: unknown } } } } };
  return data.repository.ref.target.file;
}

describe('a query', () => {
  it('reads a repository, its branch and its history at once', async () => {
    const server = await start();
    const head = await resolveMain(server);
    const { status, body } = await query(`{ repository(owner: "org", name: "gitops") {
      nameWithOwner isArchived defaultBranchRef { name }
      ref(qualifiedName: "refs/heads/main") { name target { __typename oid ... on Commit {
        history(first: 5, path: "a.yaml") { nodes { oid url message } } } } } } }`);
    expect(status).toBe(200);
    const url = `https://github.com/${REPOSITORY}/commit/${head}`;
    const history = { nodes: [{ oid: head, url, message: 'Add the manifests' }] };
    expect(body).toEqual({
      data: {
        repository: {
          nameWithOwner: REPOSITORY,
          isArchived: false,
          defaultBranchRef: { name: 'main' },
          ref: { name: 'main', target: { __typename: 'Commit', oid: head, history } },
        },
      },
    });
  });

  it('is answered at the address of a GitHub Enterprise Server', async () => {
    await start();
    const body = { query: '{ repository(owner: "org", name: "gitops") { isArchived } }' };
    const answer = await standIn.call('POST', '/api/graphql', { body });
    const rest = await standIn.call('GET', `/api/v3/repos/${REPOSITORY}`);
    expect(answer).toMatchObject({ status: 200, body: { data: expect.anything() as unknown } });
    const url = expect.stringContaining(`/api/v3/repos/${REPOSITORY}`) as unknown;
    expect(rest).toMatchObject({ status: 200, body: { url } });
  });

  it.each(['main', 'heads/main', 'refs/heads/main', 'v1'])('knows the ref %s', async (name) => {
    const { repository } = await start();
    await repository(REPOSITORY).git('tag', 'v1', 'main');
    const { body } = await query(`{ repository(owner: "org", name: "gitops") {
      ref(qualifiedName: "${name}") { name } } }`);
    expect(body).toEqual({ data: { repository: { ref: { name: name.replace(/^.*\//, '') } } } });
  });

  it('has no ref of another name', async () => {
    await start();
    const { body } = await query(`{ repository(owner: "org", name: "gitops") {
      ref(qualifiedName: "nope") { name } } }`);
    expect(body).toEqual({ data: { repository: { ref: null } } });
  });
});

describe('a file', () => {
  it.each([
    {
      description: 'that is regular',
      path: 'a.yaml',
      expected: {
        ...{ name: 'a.yaml', path: 'a.yaml', type: 'blob', mode: 0o100644 },
        object: { text: 'tag: 1\n', isBinary: false, isTruncated: false, byteSize: 7 },
      },
    },
    {
      description: 'that is executable',
      path: 'dir/run.sh',
      expected: { name: 'run.sh', path: 'dir/run.sh', mode: 0o100755 },
    },
    {
      description: 'that is a link: itself, not its target',
      path: 'link.yaml',
      expected: { type: 'blob', mode: 0o120000, object: { text: 'a.yaml' } },
    },
    {
      description: 'that is a submodule',
      path: 'module',
      expected: { type: 'commit', mode: 0o160000, object: null },
    },
    {
      description: 'that is binary',
      path: 'binary',
      expected: { object: { text: null, isBinary: true, isTruncated: false, byteSize: 3 } },
    },
    {
      description: 'that is longer than 512,000 bytes',
      path: 'long',
      expected: { object: { text: 'ä'.repeat(256_000), isTruncated: true, byteSize: 512_002 } },
    },
    {
      description: 'that is a directory',
      path: 'dir',
      expected: { type: 'tree', mode: 0o040000, object: { __typename: 'Tree' } },
    },
  ])('$description', async ({ path, expected }) => {
    const server = await start();
    const oid = await resolveMain(server, path);
    expect(await readFile(path)).toMatchObject({ ...expected, oid });
  });

  it('that is not there', async () => {
    await start();
    expect(await readFile('nope')).toBeNull();
  });

  it('is listed in its directory', async () => {
    const server = await start();
    const { body } = await query(`{ repository(owner: "org", name: "gitops") {
      ref(qualifiedName: "main") { target { ... on Commit { file(path: "dir") {
        object { ... on Tree { entries { name path type mode oid } } } } } } } } }`);
    const oid = await resolveMain(server, 'dir/run.sh');
    const entry = { name: 'run.sh', path: 'dir/run.sh', type: 'blob', mode: 0o100755, oid };
    const file = { object: { entries: [entry] } };
    expect(body).toEqual({ data: { repository: { ref: { target: { file } } } } });
  });
});

describe('a refused query', () => {
  const asked = '{ repository(owner: "org", name: "gitops") { isArchived } }';

  it.each([
    { token: 'nope', message: 'Bad credentials' },
    { token: '', message: 'This endpoint requires you to be authenticated.' },
  ])('with the token "$token"', async ({ token, message }) => {
    await start();
    expect(await query(asked, token)).toMatchObject({ status: 401, body: { message } });
  });

  it.each([
    { description: 'that is not there', text: asked.replace('gitops', 'nope'), isPrivate: false },
    { description: 'that may not be seen', text: asked, isPrivate: true },
  ])('for a repository $description', async ({ text, isPrivate }) => {
    await start({ private: isPrivate });
    const { status, body } = await query(text, 'stranger');
    const name = isPrivate ? REPOSITORY : 'org/nope';
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          locations: [{ line: 1, column: 3 }],
          message: `Could not resolve to a Repository with the name '${name}'.`,
        },
      ],
    });
  });

  it.each([
    { bounds: '', type: 'MISSING_PAGINATION_BOUNDARIES' },
    { bounds: '(first: 101)', type: 'EXCESSIVE_PAGINATION' },
  ])('for a history$bounds', async ({ bounds, type }) => {
    await start();
    const { body } = await query(`{ repository(owner: "org", name: "gitops") {
      ref(qualifiedName: "main") { target { ... on Commit { history${bounds} { nodes { oid } } } } } } }`);
    expect(body).toMatchObject({ errors: [{ type }] });
  });

  it.each([
    {
      description: 'a field that GitHub does not have, or the extract',
      text: '{ repository(owner: "org", name: "gitops") { isArchive } }',
      problem: 'Cannot query field "isArchive" on type "Repository"',
    },
    { description: 'no GraphQL', text: '{', problem: 'Syntax Error' },
  ])('with $description makes up no answer', async ({ text, problem }) => {
    await start();
    expect((await query(text)).status).toBe(501);
    standIn.expectProblems([
      expect.stringContaining(problem),
      expect.stringContaining('no such status: 501'),
    ]);
  });

  it('without a query makes up no answer', async () => {
    await start();
    expect((await standIn.call('POST', '/graphql')).status).toBe(501);
    standIn.expectProblems([
      expect.stringContaining('There is no query.'),
      expect.stringContaining('no such status: 501'),
    ]);
  });
});
