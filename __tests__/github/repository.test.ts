import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GitHubRepository } from '../../src/github/repository.js';
import type {
  FileRequest,
  GitOpsRepository,
  GitOpsTarget,
  Snapshot,
} from '../../src/ports/gitops.js';
import { sortRoundTrips } from '../fakes/round-trips.js';
import { REPOSITORY, useStandIn } from '../stand-in/client.js';
import { findFault } from '../stand-in/faults.mjs';
import { runGit } from '../stand-in/git.mjs';
import { renderExchanges } from '../stand-in/request-log.mjs';
import type { GitHubStandIn, StandInOptions } from '../stand-in/server.mjs';

const FILES = {
  'a/values.yaml': 'tag: 1\n',
  'b/values.yaml': 'tag: 1\n',
  'c/kustomization.yaml': 'images: []\n',
  'run.yaml': { executable: 'tag: 1\n' },
};

const A: FileRequest = { kind: 'file', path: 'a/values.yaml' };
const B: FileRequest = { kind: 'file', path: 'b/values.yaml' };
const C: FileRequest = { kind: 'kustomization', path: 'c' };
const RUN: FileRequest = { kind: 'file', path: 'run.yaml' };

const standIn = useStandIn();

async function start(options: Partial<StandInOptions> = {}, files: object = FILES) {
  return standIn.start({
    ...options,
    repositories: { [REPOSITORY]: { files: files as typeof FILES } },
  });
}

function open({ url }: GitHubStandIn, changes: Partial<GitOpsTarget> = {}): GitOpsRepository {
  return new GitHubRepository({
    repository: REPOSITORY,
    apiUrl: url,
    token: 'writer',
    tokenInput: 'gitops-token',
    commitApi: 'auto',
    ...changes,
  });
}

/** Changes the first of the files, so many of them. */
function change({ files }: Snapshot, count: number, bytes = Buffer.from('tag: 2\n')) {
  return files.slice(0, count).map((file) => ({ file, bytes }));
}

function promote(repository: GitOpsRepository, requests: readonly FileRequest[], count: number) {
  return repository
    .readFiles(requests)
    .then((snapshot) => repository.commitFiles(snapshot, change(snapshot, count), 'promote'));
}

/** The requests, with what GraphQL was asked for. */
function render({ requests }: GitHubStandIn): readonly string[] {
  const kinds = requests.map(({ body }) =>
    JSON.stringify(body ?? '').includes('mutation') ? ' mutation' : '',
  );
  return renderExchanges(requests).map((line, index) => `${line}${kinds[index]}`);
}

const READ_A = [
  `GET /repos/${REPOSITORY}/contents/a 200`,
  `GET /repos/${REPOSITORY}/contents/a/values.yaml 200`,
];
const WRITE_A = `PUT /repos/${REPOSITORY}/contents/a/values.yaml 200`;
const QUERY = 'POST /graphql 200';
const MUTATION = 'POST /graphql 200 mutation';

describe('ApiRepository', () => {
  it.each([
    {
      description: 'one file through the Contents API',
      commitApi: 'auto',
      requests: [A],
      count: 1,
      expected: [...READ_A, WRITE_A],
    },
    {
      description: 'several files through GraphQL',
      commitApi: 'auto',
      requests: [A, B, C],
      count: 2,
      expected: [QUERY, MUTATION],
    },
    {
      description: 'one of several files through the Contents API',
      commitApi: 'auto',
      requests: [A, B],
      count: 1,
      expected: [QUERY, WRITE_A],
    },
    {
      description: 'one of several files through the Contents API alone',
      commitApi: 'contents',
      requests: [A, A],
      count: 1,
      expected: [...READ_A, WRITE_A],
    },
    {
      description: 'one file through GraphQL',
      commitApi: 'graphql',
      requests: [A],
      count: 1,
      expected: [QUERY, MUTATION],
    },
  ] as const)('promotes $description', async ({ commitApi, requests, count, expected }) => {
    const server = await start();
    const outcome = await promote(open(server, { commitApi }), requests, count);
    expect(outcome).toMatchObject({ outcome: 'committed' });
    expect(sortRoundTrips(render(server), [expected.length - 1])).toEqual(expected);
    const { log, git } = server.repository(REPOSITORY);
    expect(await log()).toHaveLength(2);
    const changed = await git('diff', '--name-only', 'main^', 'main');
    expect(changed.split('\n')).toEqual(requests.slice(0, count).map(({ path }) => path));
  });

  it('reads file by file where there is no GraphQL, and writes one', async () => {
    const server = await start({ graphql: 'none' });
    const outcome = await promote(open(server), [A, B], 1);
    expect(outcome).toMatchObject({ outcome: 'committed' });
    expect(render(server)[0]).toBe('POST /graphql 404');
    expect(render(server).at(-1)).toBe(WRITE_A);
  });

  it.each([
    {
      description: 'several files with commit-api: contents',
      commitApi: 'contents',
      options: {},
      requests: [A, B],
      code: 'invalid-input',
      message:
        'commit-api: contents writes one file a commit, and 2 would change (a/values.yaml, b/values.yaml). Remove the input, or promote them one by one.',
    },
    {
      description: 'several files without GraphQL',
      commitApi: 'auto',
      options: { graphql: 'none' },
      requests: [A, B],
      code: 'invalid-input',
      message: expect.stringMatching(
        /^targets: 2 files would change .* Promote them one by one\.$/,
      ),
    },
  ] as const)(
    'says without a request that it cannot commit $description',
    async ({ commitApi, options, requests, code, message }) => {
      const server = await start(options);
      const repository = open(server, { commitApi });
      const snapshot = await repository.readFiles(requests);
      const before = server.requests.length;
      const refusal: unknown = expect.objectContaining({ code, message });
      expect(() => {
        repository.assertCommittable(snapshot, change(snapshot, requests.length));
      }).toThrow(refusal);
      await expect(
        repository.commitFiles(snapshot, change(snapshot, requests.length), 'no'),
      ).rejects.toEqual(refusal);
      expect(() => {
        repository.assertCommittable(snapshot, []);
      }).not.toThrow();
      expect(server.requests).toHaveLength(before);
    },
  );

  it.each(['contents', 'graphql'] as const)(
    'keeps the mode of an executable file with commit-api: %s',
    async (commitApi) => {
      const server = await start();
      const outcome = await promote(open(server, { commitApi }), [RUN], 1);
      expect(outcome).toMatchObject({ outcome: 'committed' });
      const { git } = server.repository(REPOSITORY);
      expect(await git('ls-tree', '--format=%(objectmode)', 'main', 'run.yaml')).toBe('100755');
    },
  );

  it.each(['contents', 'graphql'] as const)(
    'tells of single sign-on with commit-api: %s',
    async (commitApi) => {
      const server = await start({
        tokens: { sso: { kind: 'classic', login: 'ada', permissions: {}, sso: 'org' } },
      });
      const read = open(server, { commitApi, token: 'sso' }).readFiles([A]);
      await expect(read).rejects.toMatchObject({
        code: 'token-forbidden',
        message: expect.stringContaining('Configure SSO'),
      });
    },
  );

  it.each(['contents', 'graphql'] as const)(
    'does not know what became of a write whose answer was cut, with commit-api: %s',
    async (commitApi) => {
      const fault = findFault('answer cut, after it took effect');
      const server = await start({
        onRequest: (exchange, answer) =>
          /mutation|"sha"/.test(JSON.stringify(exchange.body ?? ''))
            ? fault.run(exchange, answer)
            : answer(),
      });
      const outcome = await promote(open(server, { commitApi }), [A], 1);
      expect(outcome).toMatchObject({ outcome: 'lost' });
      expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
    },
  );

  it.each(['http', 'http/api/v1'])('needs GraphQL for commit-api: graphql (%s)', async (kind) => {
    const server = await start({ graphql: 'none' });
    const apiUrl = kind.replace('http', server.url);
    const repository = open(server, { commitApi: 'graphql', apiUrl });
    await expect(repository.readFiles([A])).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('commit-api: graphql needs a GraphQL API'),
    });
  });

  it.each([
    { requests: [A, B], count: 2 },
    { requests: [A], count: 1 },
  ])('commits $count on another branch', async ({ requests, count }) => {
    const server = await start();
    const { git, log } = server.repository(REPOSITORY);
    const repository = open(server);
    const snapshot = await repository.readFiles(requests);
    await git('branch', 'promote/x', 'main');
    const other = repository.onBranch('promote/x');
    const outcome = await other.commitFiles(snapshot, change(snapshot, count), 'promote');
    expect(outcome).toMatchObject({ outcome: 'committed' });
    expect(await log('main')).toHaveLength(1);
    expect(await log('promote/x')).toHaveLength(2);
    const [newest] = await other.readNewestCommits(1);
    expect(newest?.message.trim()).toBe('promote');
  });

  it('lets two that read the same branch write one after the other', async () => {
    const server = await start();
    const [first, second] = [open(server), open(server)];
    const read = await Promise.all([first.readFiles([A, B]), second.readFiles([A, B])]);
    const outcomes = [
      await first.commitFiles(read[0], change(read[0], 2), 'one'),
      await second.commitFiles(read[1], change(read[1], 2, Buffer.from('tag: 3\n')), 'two'),
    ];
    expect(outcomes).toMatchObject([{ outcome: 'committed' }, { outcome: 'conflict' }]);
  });
});

describe('bytes', () => {
  const text = fc
    .array(fc.constantFrom('\uFEFF', '\r\n', '\n', 'a: b', 'é', '日本', '👍', '#', '\t'), {
      maxLength: 20,
    })
    .map((parts) => Buffer.from(parts.join('')));
  const bytes = fc.oneof(
    text,
    fc.uint8Array({ maxLength: 64 }).map((array) => Buffer.from(array)),
  );

  it.each([
    { commitApi: 'contents', count: 5, together: 1 },
    { commitApi: 'graphql', count: 20, together: 20 },
  ] as const)(
    'survive reading and writing with commit-api: $commitApi',
    async ({ commitApi, count, together }) => {
      const server = await start();
      const { gitDir, readFile } = server.repository(REPOSITORY);
      const repository = open(server, { commitApi });
      const survive = async (files: readonly (readonly [Buffer, Buffer])[]) => {
        await seed(
          gitDir,
          files.map(([before]) => before),
        );
        const requests = files.map((_, index): FileRequest => ({ kind: 'file', path: `${index}` }));
        for (let from = 0; from < requests.length; from += together) {
          const snapshot = await repository.readFiles(requests.slice(from, from + together));
          const given = files.slice(from, from + together);
          expect(snapshot.files.map((file) => Buffer.from(file.bytes))).toEqual(
            given.map(([before]) => before),
          );
          const changes = snapshot.files.map((file, index) => ({
            file,
            bytes: given[index]?.[1] ?? Buffer.of(),
          }));
          await repository.commitFiles(snapshot, changes, 'promote');
        }
        for (const [index, [, after]] of files.entries()) {
          expect(await readFile('main', `${index}`)).toEqual(after);
        }
      };
      const pairs = fc.array(fc.tuple(bytes, bytes), { minLength: count, maxLength: count });
      await fc.assert(fc.asyncProperty(pairs, survive), { numRuns: 1, endOnFailure: true });
    },
  );
});

/** Puts files `0`, `1` and so on on the branch. */
async function seed(gitDir: string, files: readonly Buffer[]): Promise<void> {
  const commit = [
    'commit refs/heads/main\n',
    'committer Ada <ada@example.com> 1767225600 +0000\n',
    'data 4\nseed\n',
    'from refs/heads/main^0\n',
  ];
  const parts = files.flatMap((file, index) => [
    `M 100644 inline ${index}\ndata ${file.length}\n`,
    file,
    '\n',
  ]);
  const input = Buffer.concat([...commit, ...parts].map((part) => Buffer.from(part)));
  await runGit(gitDir, ['fast-import', '--quiet'], { input });
}
