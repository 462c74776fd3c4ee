import { describe, expect, it } from '@jest/globals';
import { ContentsClient } from '../../../src/github/rest/contents.js';
import { ContentsEngine } from '../../../src/github/rest/files.js';
import { GraphqlClient } from '../../../src/github/graphql/client.js';
import { GraphqlEngine } from '../../../src/github/graphql/files.js';
import { RestClient } from '../../../src/github/http/client.js';
import type { FileRequest, GitOpsTarget, Snapshot } from '../../../src/ports/gitops.js';
import { REPOSITORY, useStandIn } from '../../stand-in/client.js';
import { renderExchanges } from '../../stand-in/request-log.mjs';
import type { GitHubStandIn, StandInOptions } from '../../stand-in/server.mjs';

const TEXT = 'images: []\n';

const FILES = {
  'kustomization.yaml': TEXT,
  'app/base/kustomization.yml': TEXT,
  'app/values.yaml': 'tag: 1\n',
  'app/ "$q"{}é.yaml': 'odd: name\n',
  'link.yaml': { symlink: 'kustomization.yaml' },
  'dir.yaml/file': 'x',
  'two/kustomization.yaml': TEXT,
  'two/Kustomization': TEXT,
  'run.yaml': { executable: 'tag: 1\n' },
  'module.yaml': { submodule: 'a'.repeat(40) },
};

const standIn = useStandIn();

async function start(
  repository: object = {},
  options: Partial<StandInOptions> = {},
): Promise<GitHubStandIn> {
  return standIn.start({
    ...options,
    repositories: { [REPOSITORY]: { files: FILES, ...repository } },
  });
}

function open({ url }: GitHubStandIn, changes: Partial<GitOpsTarget> = {}): GraphqlEngine {
  const target: GitOpsTarget = {
    repository: REPOSITORY,
    apiUrl: url,
    token: 'writer',
    tokenInput: 'gitops-token',
    commitApi: 'graphql',
    ...changes,
  };
  const rest = new RestClient(target);
  const client = new ContentsClient(target, rest);
  const contents = new ContentsEngine(target, client);
  return new GraphqlEngine(target, new GraphqlClient(rest, target.apiUrl), contents, client);
}

function file(path: string): FileRequest {
  return { kind: 'file', path };
}

async function read(engine: GraphqlEngine, requests: readonly FileRequest[]): Promise<Snapshot> {
  const snapshot = await engine.readFiles(requests);
  if (snapshot === undefined) throw new Error('There is no GraphQL.');
  return snapshot;
}

async function resolveMain({ repository }: GitHubStandIn): Promise<string> {
  return repository(REPOSITORY).git('rev-parse', 'main');
}

/** Reads `app/values.yaml` and writes it. */
async function commit(
  server: GitHubStandIn,
  changes: Partial<GitOpsTarget> = {},
  message = 'promote',
) {
  const engine = open(server, changes);
  const { files, branch = '', head = '' } = await read(engine, [file('app/values.yaml')]);
  const changed = files.map((known) => ({ file: known, bytes: Buffer.from('tag: 2\n') }));
  return engine.commitFiles(branch, head, changed, message);
}

/** An interceptor for the mutation alone. */
function onMutation(
  run: (
    answer: () => ReturnType<NonNullable<StandInOptions['onRequest']>>,
  ) => ReturnType<NonNullable<StandInOptions['onRequest']>>,
): Partial<StandInOptions> {
  return {
    onRequest: (exchange, answer) =>
      JSON.stringify(exchange.body).includes('mutation') ? run(answer) : answer(),
  };
}

function answerError(error: object) {
  const body = { data: { createCommitOnBranch: null }, errors: [error] };
  return onMutation(() => Promise.resolve({ status: 200, body }));
}

describe('readFiles', () => {
  it.each([
    { branch: undefined, apiPath: '' },
    { branch: 'main', apiPath: '' },
    { branch: 'main', apiPath: '/api/v3' },
  ])(
    'reads all of them at one commit of branch $branch below "$apiPath"',
    async ({ branch, apiPath }) => {
      const server = await start();
      const engine = open(server, {
        apiUrl: `${server.url}${apiPath}`,
        ...(branch !== undefined && { branch }),
      });
      const snapshot = await read(engine, [
        { kind: 'kustomization', path: '' },
        { kind: 'kustomization', path: 'app/base' },
        file('app/values.yaml'),
        file('app/ "$q"{}é.yaml'),
        file('app/values.yaml'),
      ]);
      expect(snapshot).toMatchObject({ branch: 'main', head: await resolveMain(server) });
      expect(
        snapshot.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
      ).toEqual([
        ['kustomization.yaml', TEXT],
        ['app/base/kustomization.yml', TEXT],
        ['app/values.yaml', 'tag: 1\n'],
        ['app/ "$q"{}é.yaml', 'odd: name\n'],
        ['app/values.yaml', 'tag: 1\n'],
      ]);
      const graphql = apiPath === '' ? '/graphql' : '/api/graphql';
      expect(renderExchanges(server.requests)).toEqual([`POST ${graphql} 200`]);
    },
  );

  it('reads a branch where a tag has the same name', async () => {
    const server = await start();
    const { git } = server.repository(REPOSITORY);
    const tip = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'tip');
    await git('update-ref', 'refs/heads/v1', tip);
    await git('tag', 'v1', 'main');
    const snapshot = await read(open(server, { branch: 'v1' }), [file('app/values.yaml')]);
    expect(snapshot).toMatchObject({ branch: 'v1', head: tip });
  });

  it.each([
    { description: 'over 512,000 bytes', content: `# ${'é'.repeat(300_000)}\n` },
    { description: 'that is binary', content: Buffer.from([0, 1, 2, 255]) },
    { description: 'that is no UTF-8', content: Buffer.from([0x61, 0xff, 0xfe]) },
  ])('fetches the blob of a file $description', async ({ content }) => {
    const server = await start({ files: { 'file.yaml': content } });
    const { files } = await read(open(server), [file('file.yaml')]);
    const bytes = Buffer.from(content as string);
    expect(files[0] && Buffer.from(files[0].bytes).equals(bytes)).toBe(true);
    expect(renderExchanges(server.requests)).toEqual([
      'POST /graphql 200',
      `GET /repos/${REPOSITORY}/git/blobs/${files[0]?.blobSha} 200`,
    ]);
  });

  it('refuses a file over 1 MiB', async () => {
    const server = await start({ files: { 'file.yaml': `# ${'x'.repeat(1024 * 1024)}\n` } });
    await expect(read(open(server), [file('file.yaml')])).rejects.toMatchObject({
      code: 'unsupported-file',
      message: expect.stringContaining('file.yaml: expected at most 1 MiB'),
    });
  });

  it.each([
    {
      request: file('link.yaml'),
      code: 'unsupported-file',
      message: 'values or targets: link.yaml in org/gitops is a symbolic link',
    },
    { request: file('dir.yaml'), code: 'unsupported-file', message: 'is a directory' },
    { request: file('module.yaml'), code: 'unsupported-file', message: 'is a submodule' },
    {
      request: { kind: 'kustomization', path: 'two' },
      code: 'path-ambiguous',
      message: 'two holds both kustomization.yaml and Kustomization',
    },
    {
      request: file('app/nope.yaml'),
      code: 'path-not-found',
      message: 'has no nope.yaml in app on its default branch. There are:',
    },
    {
      request: { kind: 'kustomization', path: 'nope/at/all' },
      code: 'path-not-found',
      message: 'At its root there are: app/',
    },
  ] as const)('refuses $request.path', async ({ request, code, message }) => {
    const engine = open(await start());
    await expect(read(engine, [file('app/values.yaml'), request])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    { change: { repository: 'org/nope' }, code: 'repository-not-found' },
    { change: { branch: 'nope' }, code: 'branch-not-found' },
    { change: { token: 'unknown' }, code: 'token-invalid' },
    { change: { repository: 'org/before' }, code: 'repository-not-found' },
  ])('lets REST explain what is absent: $change', async ({ change, code }) => {
    const server = await start({ renamedFrom: ['org/before'] });
    await expect(read(open(server, change), [file('app/values.yaml')])).rejects.toMatchObject({
      code,
    });
  });

  it('names the new name of a repository', async () => {
    const server = await start({ renamedFrom: ['org/before'] });
    const engine = open(server, { repository: 'org/before' });
    await expect(read(engine, [file('app/values.yaml')])).rejects.toMatchObject({
      message: 'gitops-repository: org/before is now org/gitops. Write that name.',
    });
  });

  it('can be tried again when REST finds what GraphQL did not', async () => {
    const server = await start(
      {},
      {
        onRequest: async ({ path }, answer) => {
          const reply = await answer();
          const body = { data: { repository: { nameWithOwner: REPOSITORY, head: null } } };
          return path === '/graphql' ? { ...reply, body } : reply;
        },
      },
    );
    for (const change of [{}, { branch: 'main' }]) {
      const engine = open(server, change);
      await expect(read(engine, [file('app/values.yaml')])).rejects.toMatchObject({
        code: 'unavailable',
        message: 'org/gitops changed while it was read.',
      });
    }
  });

  it.each([
    { description: 'cut', reply: 'drop' as const, message: 'did not answer' },
    {
      description: 'failing',
      reply: { status: 502, body: { message: 'Server Error' } },
      message: 'answered 502',
    },
    { description: 'not whole', reply: { status: 200, body: {} }, message: 'could not be read' },
  ])('can be tried again when the answer is $description', async ({ reply, message }) => {
    const server = await start({}, { onRequest: () => Promise.resolve(reply) });
    await expect(read(open(server), [file('app/values.yaml')])).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(message),
    });
    if (reply !== 'drop' && reply.status === 200) {
      standIn.expectProblems([expect.anything(), expect.anything(), expect.anything()]);
    }
  });

  it('refuses a tag as a branch', async () => {
    const server = await start();
    await server.repository(REPOSITORY).git('tag', 'v1', 'main');
    const engine = open(server, { branch: 'v1' });
    await expect(read(engine, [file('app/values.yaml')])).rejects.toMatchObject({
      code: 'branch-not-found',
      message: expect.stringContaining('gitops-branch: v1 is no branch of org/gitops'),
    });
  });

  it('reads the histories of several files at once', async () => {
    const server = await start();
    await commit(server, {}, 'promote\n\nImage: app:1');
    const before = server.requests.length;
    const paths = ['app/values.yaml', 'kustomization.yaml', 'absent'];
    const histories = await open(server).readHistories(paths, 20);
    const messages = paths.map((path) => histories?.get(path)?.map(({ message }) => message));
    expect(messages).toEqual([
      ['promote\n\nImage: app:1', 'Add the manifests'],
      ['Add the manifests'],
      [],
    ]);
    expect(server.requests.length - before).toBe(1);
  });

  it('waits for the end of a limit', async () => {
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' };
    const reply = { status: 200, headers, body: { data: { repository: null }, errors } };
    const server = await start({}, { onRequest: () => Promise.resolve(reply) });
    const before = Date.now();
    const failure: unknown = await read(open(server), [file('a')]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'unavailable' });
    const { retryAt } = failure as { readonly retryAt: number };
    // The server tells its time in whole seconds, when it answers.
    expect(retryAt).toBeGreaterThanOrEqual(4e12);
    expect(retryAt).toBeLessThanOrEqual(4e12 + 1000 + Date.now() - before);
  });

  it.each(['none', 'Gitea'])('does not read without GraphQL: %s', async (kind) => {
    const server = await start({}, { graphql: 'none' });
    const apiUrl = kind === 'Gitea' ? `${server.url}/api/v1` : server.url;
    const engine = open(server, { apiUrl });
    expect(await engine.readFiles([file('a')])).toBeUndefined();
    expect(await engine.readFiles([file('a')])).toBeUndefined();
    expect(await engine.commitFiles('main', 'a', [], 'x')).toBeUndefined();
    expect(server.requests).toHaveLength(kind === 'Gitea' ? 0 : 1);
  });
});

describe('GraphQL that has answered before', () => {
  it('is not absent where it is not found for a moment', async () => {
    let isGone = false;
    const reply = { status: 404, body: { message: 'Not Found' } };
    const server = await start(
      {},
      { onRequest: (_, answer) => (isGone ? Promise.resolve(reply) : answer()) },
    );
    const engine = open(server);
    const request = file('app/values.yaml');
    await read(engine, [request]);
    isGone = true;
    await expect(read(engine, [request])).rejects.toMatchObject({ code: 'unavailable' });
    expect(await engine.commitFiles('main', 'a'.repeat(40), [], 'x')).toMatchObject({
      outcome: 'lost',
    });
    standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
  });
});

describe('a server that is too old', () => {
  it('does not read', async () => {
    const extensions = { code: 'undefinedField', typeName: 'Commit', fieldName: 'file' };
    const message = "Field 'file' doesn't exist on type 'Commit'";
    const reply = { status: 200, body: { errors: [{ extensions, message }] } };
    const server = await start({}, { onRequest: () => Promise.resolve(reply) });
    expect(await open(server).readFiles([file('a')])).toBeUndefined();
  });
});

describe('commitFiles', () => {
  it('commits files with their whole message', async () => {
    const server = await start();
    const message = 'chore(app): promote 1 -> 2\n\nWhy: é\n\nImage: a:2\nPromotion-Id: 1';
    const outcome = await commit(server, {}, message);
    const sha = await resolveMain(server);
    expect(outcome).toEqual({
      outcome: 'committed',
      commit: {
        sha,
        message,
        url: `https://github.com/${REPOSITORY}/commit/${sha}`,
        isVerified: true,
      },
    });
    const { readFile, git } = server.repository(REPOSITORY);
    expect((await readFile('main', 'app/values.yaml')).toString()).toBe('tag: 2\n');
    expect(await git('log', '-1', '--format=%B', 'main')).toBe(message);
    expect(await git('log', '-1', '--format=%(trailers)', 'main')).toBe(
      'Image: a:2\nPromotion-Id: 1',
    );
    expect(await git('diff', '--name-only', 'main^', 'main')).toBe('app/values.yaml');
    expect(renderExchanges(server.requests)).toEqual(['POST /graphql 200', 'POST /graphql 200']);
  });

  it.each([
    {
      description: 'before the write',
      options: (move: () => Promise<void>) => onMutation(async (answer) => move().then(answer)),
      detail: 'Expected branch to point to',
    },
    {
      description: 'during the write',
      options: (move: () => Promise<void>) => ({ beforeRefUpdate: move }),
      detail: 'but expected',
    },
  ])('is a conflict when the branch moves $description', async ({ options, detail }) => {
    const server: GitHubStandIn = await start(
      {},
      options(async () => {
        const { git } = server.repository(REPOSITORY);
        const other = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'other');
        await git('update-ref', 'refs/heads/main', other);
      }),
    );
    expect(await commit(server)).toMatchObject({
      outcome: 'conflict',
      detail: expect.stringContaining(detail),
    });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
  });

  it('is a conflict when the server does not have the commit yet', async () => {
    const server = await start();
    const outcome = await open(server).commitFiles('main', 'b'.repeat(40), [], 'x');
    expect(outcome).toMatchObject({ outcome: 'conflict' });
  });

  it.each([
    { description: 'no answer', options: onMutation(() => Promise.resolve('drop' as const)) },
    {
      description: 'no answer after it took effect',
      options: onMutation(async (answer) => answer().then(() => 'drop' as const)),
    },
    {
      description: 'status 502',
      options: onMutation(() =>
        Promise.resolve({ status: 502, body: { message: 'Server Error' } }),
      ),
    },
    {
      description: 'a failure of GraphQL',
      options: answerError({ message: 'Something went wrong while executing your query.' }),
    },
    {
      description: 'an answer without the commit',
      options: onMutation(() =>
        Promise.resolve({ status: 200, body: { data: { createCommitOnBranch: null } } }),
      ),
    },
  ])('does not know what became of it after $description', async ({ options }) => {
    expect(await commit(await start({}, options))).toMatchObject({ outcome: 'lost' });
  });

  it.each([
    {
      description: 'a protected branch',
      repository: { protectedBranches: { main: 'pull-request' } },
      code: 'write-refused',
      message: 'Branch main of org/gitops is protected and refuses a direct commit',
    },
    {
      description: 'a ruleset',
      repository: { protectedBranches: { main: 'ruleset' } },
      code: 'write-refused',
      message: 'Set mode: pull-request',
    },
    {
      description: 'an archive',
      repository: { archived: true },
      code: 'write-refused',
      message: 'is archived',
    },
    {
      description: 'a classic token without its scope',
      target: { token: 'reader-classic' },
      code: 'token-forbidden',
      message: 'the scope repo',
    },
    {
      description: 'a fine-grained token that only reads',
      target: { token: 'reader-fine-grained' },
      code: 'token-forbidden',
      message: 'Edit the fine-grained token',
    },
    {
      description: 'an App that only reads',
      target: { token: 'reader-app' },
      code: 'token-forbidden',
      message: 'GITHUB_TOKEN can only write to the repository of its own workflow',
    },
    {
      description: 'a server that is too old',
      options: { graphql: 'without-createCommitOnBranch' } as const,
      code: 'invalid-input',
      message: 'promote the files one by one',
    },
    {
      description: 'a limit',
      options: answerError({ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }),
      code: 'unavailable',
      message: 'the rate limit of this token is used up',
    },
  ])('is refused by $description', async ({ repository, target, options, code, message }) => {
    const server = await start(repository, options);
    await expect(commit(server, target)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
  });

  it.each([
    {
      description: 'with its commit is done',
      created: (data: unknown) => data,
      outcome: 'committed',
    },
    {
      description: 'without it may be done',
      created: () => ({ createCommitOnBranch: { commit: null } }),
      outcome: 'lost',
    },
  ])('that was carried out and answered with an error $description', async (given) => {
    const errors = [{ type: 'SERVICE_UNAVAILABLE', path: ['createCommitOnBranch'], message: 'x' }];
    const server = await start(
      {},
      {
        onRequest: async ({ body }, answer) => {
          const reply = await answer();
          if (!JSON.stringify(body).includes('mutation')) return reply;
          const { data } = reply.body as { readonly data: unknown };
          return { ...reply, body: { data: given.created(data), errors } };
        },
      },
    );
    expect(await commit(server)).toMatchObject({ outcome: given.outcome });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
    standIn.expectProblems([expect.stringContaining('type')]);
  });

  it('names a branch that is not there', async () => {
    const server = await start();
    const written = open(server).commitFiles('nope', await resolveMain(server), [], 'x');
    await expect(written).rejects.toMatchObject({
      code: 'branch-not-found',
      message: expect.stringContaining('has no branch "nope"'),
    });
  });

  it('is signed where a rule wants that', async () => {
    const server = await start({ protectedBranches: { main: 'ruleset-signatures' } });
    expect(await commit(server)).toMatchObject({ outcome: 'committed' });
  });
});
