import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn, StandInOptions } from './server.mjs';

const standIn = useStandIn();

const FILES = {
  'a.yaml': 'tag: 1\n',
  'dir/run.sh': { executable: 'old\n' },
  'gone.yaml': 'gone\n',
  'link.yaml': { symlink: 'a.yaml' },
};

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url message } ref { name } clientMutationId } }`;

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

async function start(repository: object = {}, options: Partial<StandInOptions> = {}) {
  return standIn.start({
    ...options,
    repositories: { [REPOSITORY]: { files: FILES, ...repository } },
  });
}

async function resolveMain({ repository }: GitHubStandIn): Promise<string> {
  return repository(REPOSITORY).resolve('main');
}

async function commit(server: GitHubStandIn, input: object = {}, token = 'writer') {
  const given = {
    branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
    expectedHeadOid: await resolveMain(server),
    message: { headline: 'headline' },
    fileChanges: { additions: [{ path: 'a.yaml', contents: encode('tag: 2\n') }] },
    ...input,
  };
  const body = { query: MUTATION, variables: { input: given } };
  return standIn.call('POST', '/graphql', { token, body });
}

describe('createCommitOnBranch', () => {
  it('writes any number of files in one commit', async () => {
    const server = await start();
    const { git, readFile, log } = server.repository(REPOSITORY);
    const parent = await resolveMain(server);
    const { status, body } = await commit(server, {
      message: { headline: 'chore: promote', body: 'Image: ghcr.io/org/a:2' },
      clientMutationId: 'mine',
      fileChanges: {
        additions: [
          { path: 'a.yaml', contents: encode('tag: 2\n') },
          { path: 'dir/run.sh', contents: encode('new\n') },
          { path: 'new/b.yaml', contents: encode('tag: 3\n') },
        ],
        deletions: [{ path: 'gone.yaml' }],
      },
    });

    const oid = await resolveMain(server);
    const message = 'chore: promote\n\nImage: ghcr.io/org/a:2';
    const url = `https://github.com/${REPOSITORY}/commit/${oid}`;
    const written = { commit: { oid, url, message }, ref: { name: 'main' } };
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { createCommitOnBranch: { ...written, clientMutationId: 'mine' } },
    });
    expect(await log()).toHaveLength(2);
    expect(await git('rev-parse', 'main^')).toBe(parent);
    expect((await readFile('main', 'a.yaml')).toString()).toBe('tag: 2\n');
    expect(await git('ls-tree', '-r', '--format=%(objectmode) %(path)', 'main')).toBe(
      '100644 a.yaml\n100755 dir/run.sh\n120000 link.yaml\n100644 new/b.yaml',
    );
    expect(await git('log', '-1', '--format=%an %cn', 'main')).toBe('promoter GitHub');
  });

  it('makes an empty commit of no changes', async () => {
    const server = await start();
    await commit(server, { fileChanges: {} });
    const { log, git } = server.repository(REPOSITORY);
    expect(await log()).toHaveLength(2);
    expect(await git('diff', 'main^', 'main')).toBe('');
  });

  it('keeps a rule on signatures, since GitHub signs it whatever the token', async () => {
    const server = await start({ protectedBranches: { main: 'ruleset-signatures' } });
    const { body } = await commit(server);
    expect(body).not.toHaveProperty('errors');
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
  });
});

describe('a refused commit', () => {
  const otherOid = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
  const branch = { repositoryNameWithOwner: REPOSITORY, branchName: 'main' };

  it.each([
    {
      description: 'on a protected branch',
      repository: { protectedBranches: { main: 'pull-request' } },
      type: 'BRANCH_PROTECTION_RULE_VIOLATION',
      message: 'Changes must be made through a pull request.',
    },
    {
      description: 'on a branch with a ruleset',
      repository: { protectedBranches: { main: 'ruleset' } },
      type: 'UNPROCESSABLE',
      message:
        'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    },
    {
      description: 'to an archive',
      repository: { archived: true },
      type: 'UNPROCESSABLE',
      message: 'Repository was archived so is read-only.',
    },
    {
      description: 'on no branch',
      input: { branch: { ...branch, branchName: 'nope' } },
      type: 'NOT_FOUND',
      message: 'Branch not found',
    },
    {
      description: 'to no repository',
      input: { branch: { ...branch, repositoryNameWithOwner: 'org/nope' } },
      type: 'NOT_FOUND',
      message: "Could not resolve to a Repository with the name 'org/nope'.",
    },
    {
      description: 'on a commit that there is not',
      input: { expectedHeadOid: otherOid },
      type: 'NOT_FOUND',
      message: `No commit exists with specified expectedHeadOid '${otherOid}'.`,
    },
    {
      description: 'with a classic token that may only read',
      token: 'reader-classic',
      type: 'FORBIDDEN',
      message: 'c does not have the correct permissions to execute `CreateCommitOnBranch`',
    },
    {
      description: 'with a fine-grained token that may only read',
      token: 'reader-fine-grained',
      type: 'FORBIDDEN',
      message: 'Resource not accessible by personal access token',
    },
    {
      description: "with an App's token that may only read",
      token: 'reader-app',
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    },
    {
      description: 'with a list that is null',
      input: { fileChanges: { additions: null } },
      type: undefined,
      message: expect.stringContaining('Something went wrong while executing your query'),
    },
  ])('$description', async ({ repository = {}, input = {}, token, type, message }) => {
    const server = await start(repository);
    const { status, body } = await commit(server, input, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { createCommitOnBranch: null },
      errors: [{ path: ['createCommitOnBranch'], message }],
    });
    expect((body as { errors: [{ type?: string }] }).errors[0].type).toBe(type);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
  });

  it('of a head that moved', async () => {
    const server = await start();
    const stale = await resolveMain(server);
    await commit(server);
    const { status, body } = await commit(server, { expectedHeadOid: stale });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { createCommitOnBranch: null },
      errors: [
        {
          type: 'STALE_DATA',
          path: ['createCommitOnBranch'],
          locations: [{ line: 2, column: 3 }],
          message: `Expected branch to point to "${stale}" but it did not.  Pull and try again.`,
        },
      ],
    });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
  });

  it('of a head that moves after it was checked', async () => {
    const server: GitHubStandIn = await start(
      {},
      {
        beforeRefUpdate: async () => {
          const { git } = server.repository(REPOSITORY);
          const other = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'other');
          await git('update-ref', 'refs/heads/main', other);
        },
      },
    );
    const expected = await resolveMain(server);
    const { body } = await commit(server);
    const actual = await resolveMain(server);
    const message = `is at ${actual} but expected ${expected}`;
    expect(body).toMatchObject({ errors: [{ type: 'FORBIDDEN', message }] });
    expect(await server.repository(REPOSITORY).log()).toEqual(['other\n', 'Add the manifests\n']);
  });

  it.each([
    { description: 'a branch by its id', input: { branch: { id: 'REF_1' } } },
    { description: 'no Base64', additions: [{ path: 'a', contents: 'eA' }] },
    { description: 'a link', additions: [{ path: 'link.yaml', contents: '' }] },
    { description: 'an absolute path', additions: [{ path: '/a', contents: '' }] },
    { description: 'a deletion of nothing', deletions: [{ path: 'nope' }] },
    {
      description: 'a path given twice',
      additions: [{ path: 'a.yaml', contents: '' }],
      deletions: [{ path: 'a.yaml' }],
    },
  ])('with $description makes up no answer', async ({ input, additions, deletions }) => {
    const server = await start();
    const fileChanges = { ...(additions && { additions }), ...(deletions && { deletions }) };
    const { status } = await commit(server, input ?? { fileChanges });
    expect(status).toBe(501);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});
