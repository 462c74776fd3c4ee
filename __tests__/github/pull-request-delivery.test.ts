import { describe, expect, it } from '@jest/globals';
import { GitHubRepository } from '../../src/github/repository.js';
import { GitHubPullRequests } from '../../src/github/pull-requests/pull-requests.js';
import type { GitOpsTarget } from '../../src/ports/gitops.js';
import type { PullRequestInputs } from '../../src/promote/inputs/delivery.js';
import { deliverPullRequest } from '../../src/promote/pull-request/deliver.js';
import type { PullRequestOutcome } from '../../src/promote/pull-request/types.js';
import { Patience } from '../../src/promote/delivery/patience.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';
import { REPOSITORY, useStandIn } from '../stand-in/client.js';
import type { GitHubStandIn, RepositoryOptions } from '../stand-in/server.mjs';

const BRANCH = 'promote/app/main';
const API = `/repos/${REPOSITORY}`;

const standIn = useStandIn();
let server: GitHubStandIn;
let logger: RecordingLogger;

async function start(repository: Partial<RepositoryOptions> = {}): Promise<void> {
  const files = { 'a.yaml': 'tag: 1\n', 'b.yaml': 'tag: 1\n', 'c.yaml': 'c\n' };
  logger = new RecordingLogger();
  server = await standIn.start({ repositories: { [REPOSITORY]: { files, ...repository } } });
}

/** Promotes a tag into files, in one try. */
async function promote(
  tag: string,
  paths: readonly string[] = ['a.yaml', 'b.yaml'],
  inputs: Partial<PullRequestInputs> = {},
): Promise<PullRequestOutcome> {
  const target: GitOpsTarget = {
    ...{ repository: REPOSITORY, apiUrl: server.url, token: 'app', tokenInput: 'gitops-token' },
    ...{ commitApi: 'auto', branch: 'main' },
  };
  const repository = new GitHubRepository(target);
  const snapshot = await repository.readFiles(paths.map((path) => ({ kind: 'file', path })));
  const bytes = Buffer.from(`tag: ${tag}\n`);
  const image = { repository: 'app', tag };
  const diff = `-tag: 1\n+tag: ${tag}\n`;
  const sourceUrl = 'https://github.com/org/app';
  const trailers = `Source-Repository: org/app\nImage: app:${tag}\nPromotion-Id: id-${tag}`;
  const delivery = {
    inputs: {
      ...{ branch: 'promote/{{image-name}}/{{gitops-branch}}', labels: [], reviewers: [] },
      ...{ teams: [], ...inputs },
    },
    ...{ base: 'main', promotionId: `id-${tag}`, attempt: 1, snapshot },
    written: { changed: false },
    changes: snapshot.files.map((file) => ({ file, bytes })),
    facts: {
      valueOf: () => tag,
      message: `chore(app): promote 1 -> ${tag}\n\n${trailers}\n`,
      targets: paths.map((file) => ({
        file,
        place: 'app',
        imageName: 'app',
        image,
        changes: [],
        diff,
      })),
      ...{ sourceUrl, runUrl: `${sourceUrl}/actions/runs/7` },
    },
  };
  const pullRequests = new GitHubPullRequests(target);
  const compareWith = () => Promise.resolve('unknown' as const);
  const patience = new Patience(new FakeClock(), new FixedRandom(0.5), 300);
  return deliverPullRequest(delivery, { repository, pullRequests, logger, patience, compareWith });
}

async function git(...args: string[]): Promise<string> {
  return server.repository(REPOSITORY).git(...args);
}

/** `METHOD path` of every request that is about the delivery, not the read of the base branch. */
function requestsSince(count: number): readonly string[] {
  const requests = server.requests.slice(count).map(({ method, path }) => `${method} ${path}`);
  return requests.map((request) => request.replace(API, '').replace('POST /graphql', 'GraphQL'));
}

async function readFile(ref: string, path: string): Promise<string> {
  return (await server.repository(REPOSITORY).readFile(ref, path)).toString();
}

describe('a delivery by pull request', () => {
  it('of one file takes as few requests as there are', async () => {
    await start();
    await promote('2', ['a.yaml']);
    expect(requestsSince(2)).toEqual([
      `GET /compare/main...${BRANCH}`,
      'GET /git/ref/heads/main',
      'POST /git/refs',
      'PUT /contents/a.yaml',
      'POST /git/refs',
      `DELETE /git/refs/heads/${BRANCH}.id-2-1`,
      'POST /pulls',
    ]);
    const before = server.requests.length;
    await promote('3', ['a.yaml']);
    expect(requestsSince(before + 2)).toEqual([
      `GET /compare/main...${BRANCH}`,
      'GET /pulls',
      'GET /git/ref/heads/main',
      'POST /git/refs',
      'PUT /contents/a.yaml',
      'GraphQL',
      `DELETE /git/refs/heads/${BRANCH}.id-3-1`,
      'GET /pulls',
      'PATCH /pulls/1',
    ]);
  });

  it('of several files is one commit, and moves the same branch the next time', async () => {
    await start({ collaborators: ['ada'], teams: ['ops'] });
    const inputs = { labels: ['promotion'], reviewers: ['ada'], teams: ['ops'] };
    const first = await promote('2', undefined, inputs);
    expect(first).toMatchObject({ outcome: 'pull-request', pullRequest: { number: 1 } });
    const second = await promote('3', undefined, inputs);
    expect(second).toMatchObject({ outcome: 'pull-request', pullRequest: { number: 1 } });
    expect(await git('rev-list', '--count', `main..${BRANCH}`)).toBe('1');
    expect(await readFile(BRANCH, 'a.yaml')).toBe('tag: 3\n');
    expect(await readFile(BRANCH, 'b.yaml')).toBe('tag: 3\n');
    expect(await readFile('main', 'a.yaml')).toBe('tag: 1\n');
    expect(await git('branch', '--format=%(refname:short)')).toBe(`main\n${BRANCH}`);
    const { body } = await standIn.call('GET', `${API}/pulls?state=all`);
    expect(body).toMatchObject([
      {
        ...{ number: 1, state: 'open', title: 'chore(app): promote 1 -> 3' },
        body: expect.stringContaining('+tag: 3') as unknown,
        labels: [{ name: 'promotion' }],
        requested_reviewers: [{ login: 'ada' }],
        requested_teams: [{ slug: 'ops' }],
      },
    ]);
    expect(logger.lines).toEqual([]);
  });

  it('writes nothing when all is there', async () => {
    await start();
    await promote('2');
    const before = server.requests.length;
    expect(await promote('2')).toMatchObject({ commit: { sha: await git('rev-parse', BRANCH) } });
    expect(requestsSince(before + 1)).toEqual([
      `GET /compare/main...${BRANCH}`,
      'GET /pulls',
      'GraphQL',
    ]);
  });

  it('follows its base', async () => {
    await start();
    await promote('2');
    const tree = await git('rev-parse', `${BRANCH}^{tree}`);
    const moved = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'elsewhere');
    await git('update-ref', 'refs/heads/main', moved);
    await promote('3');
    expect(await git('rev-parse', `${BRANCH}^`)).toBe(moved);
    expect(await git('rev-parse', `${BRANCH}^{tree}`)).not.toBe(tree);
  });

  it.each([
    { description: 'a commit by hand', path: 'a.yaml', message: 'by hand', told: /\(by hand\)/ },
    {
      description: 'the promotion of other files',
      path: 'c.yaml',
      message: 'x\n\nSource-Repository: org/app\nPromotion-Id: x',
      told: /a change of c\.yaml, which is none of the targets/,
    },
  ])('refuses a branch that holds $description', async ({ path, message, told }) => {
    await start();
    await promote('2');
    const sha = await git('rev-parse', `${BRANCH}:${path}`);
    const content = Buffer.from('x\n').toString('base64');
    const body = { message, content, branch: BRANCH, sha };
    await standIn.call('PUT', `${API}/contents/${path}`, { body });
    const head = await git('rev-parse', BRANCH);
    await expect(promote('3')).rejects.toMatchObject({
      code: 'branch-occupied',
      message: expect.stringMatching(told) as unknown,
    });
    expect(await git('rev-parse', BRANCH)).toBe(head);
  });

  it('stands when a reviewer is refused', async () => {
    await start();
    const outcome = await promote('2', undefined, { reviewers: ['eve'] });
    expect(outcome).toMatchObject({ outcome: 'pull-request' });
    expect(logger.lines).toEqual([
      expect.stringMatching(/^warning: pull-request-reviewers: pull request #1 stays without them/),
    ]);
  });

  it.each([
    { method: 'merge', commits: '2' },
    { method: 'squash', commits: '1' },
  ] as const)('can be merged at once by $method, and be followed', async ({ method, commits }) => {
    await start({ allowAutoMerge: true });
    const merged = await promote('2', undefined, { autoMerge: method });
    const sha = await git('rev-parse', 'main');
    expect(merged).toMatchObject({
      outcome: 'merged',
      commit: { sha },
      pullRequest: { number: 1 },
    });
    expect(await git('rev-list', '--count', 'main~1..main')).toBe(commits);
    expect(await readFile('main', 'a.yaml')).toBe('tag: 2\n');
    expect(await promote('3')).toMatchObject({ pullRequest: { number: 2 } });
    expect(await git('rev-parse', `${BRANCH}^`)).toBe(sha);
  });

  it('tells of the pull request when auto-merge is refused', async () => {
    await start();
    expect(await promote('2', undefined, { autoMerge: 'merge' })).toMatchObject({
      outcome: 'pull-request',
      pullRequest: { number: 1 },
      problem: { code: 'write-refused' },
    });
  });
});
