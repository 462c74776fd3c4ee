import { beforeEach, describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../../src/base/errors.js';
import type { FileChange } from '../../../src/ports/gitops.js';
import type { PullRequestInputs } from '../../../src/promote/inputs/delivery.js';
import { deliverPullRequest } from '../../../src/promote/pull-request/deliver.js';
import {
  type PullRequestDelivery,
  type PullRequestPorts,
} from '../../../src/promote/pull-request/types.js';
import type { PullRequestOutcome } from '../../../src/promote/pull-request/types.js';
import { Patience } from '../../../src/promote/delivery/patience.js';
import type { Written } from '../../../src/promote/model/promotion.js';
import { RecordingLogger } from '../../fakes/logger.js';
import { FakeServer, type Loss } from '../../fakes/pull-requests.js';
import { FakeClock, FixedRandom } from '../../fakes/time.js';

const BRANCH = 'promote/app/main';
const FILE = 'app/kustomization.yaml';

const INPUTS: PullRequestInputs = {
  branch: 'promote/{{image-name}}/{{gitops-branch}}',
  labels: [],
  reviewers: [],
  teams: [],
};

/** What one run promotes. */
interface Run {
  readonly tag: string;
  readonly id: string;
  readonly sourceSha: string;
  readonly inputs: Partial<PullRequestInputs>;
  readonly sourceRepository: string;
  readonly runUrl: string;
}

let server: FakeServer;
let logger: RecordingLogger;
let clock: FakeClock;
let patience: Patience;
let compareWith: PullRequestPorts['compareWith'];

beforeEach(() => {
  server = new FakeServer({ [FILE]: 'tag: 1\n', 'other.yaml': 'a: 1\n' });
  logger = new RecordingLogger();
  clock = new FakeClock();
  patience = new Patience(clock, new FixedRandom(0.5), 300);
  compareWith = () => Promise.resolve('older-or-equal');
});

function runOf(tag: string, changes: Partial<Run> = {}): Run {
  const sourceRepository = 'org/app';
  return {
    tag,
    id: `id-${tag}`,
    sourceSha: `${tag}abcdef`,
    inputs: {},
    sourceRepository,
    runUrl: 'https://github.example/org/app/actions/runs/7',
    ...changes,
  };
}

function renderMessage({ tag, id, sourceSha, sourceRepository, runUrl }: Run): string {
  const trailers = [
    `Source-Repository: ${sourceRepository}`,
    `Source-Commit: ${sourceSha}`,
    `Image: app:${tag}`,
    `Workflow-Run: ${runUrl}`,
    `Promotion-Id: ${id}`,
  ];
  return `chore(app): promote ${tag}\n\n${trailers.join('\n')}\n`;
}

/** One try, from reading on, as the retry loop makes it. */
async function tryOnce(
  run: Run,
  attempt = 1,
  written: Written = { changed: false },
): Promise<PullRequestOutcome> {
  const repository = server.repository();
  const snapshot = await repository.readFiles([{ kind: 'file', path: FILE }]);
  const bytes = Buffer.from(`tag: ${run.tag}\n`);
  const changes: FileChange[] = snapshot.files.map((file) => ({ file, bytes }));
  const image = { repository: 'app', tag: run.tag };
  const delivery: PullRequestDelivery = {
    ...{ inputs: { ...INPUTS, ...run.inputs }, base: 'main', promotionId: run.id, attempt },
    ...{ snapshot, changes, written },
    facts: {
      valueOf: (name) => `<${name}>`,
      message: renderMessage(run),
      targets: [
        {
          file: FILE,
          place: 'app',
          imageName: 'app',
          image,
          changes: [],
          diff: `+tag: ${run.tag}\n`,
        },
      ],
      sourceUrl: 'https://github.example/org/app',
      sourceSha: run.sourceSha,
      runUrl: run.runUrl,
    },
  };
  const ports = { repository, pullRequests: server, logger, patience, compareWith };
  return deliverPullRequest(delivery, ports);
}

/** The retry loop, without its waits. */
async function deliver(run: Run): Promise<PullRequestOutcome> {
  const written = { changed: false };
  for (let attempt = 1; attempt < 5; attempt += 1) {
    const outcome = await tryOnce(run, attempt, written).catch((error: unknown) => {
      if (error instanceof PromoteError && error.code === 'unavailable') return undefined;
      throw error;
    });
    if (outcome && outcome.outcome !== 'conflict' && outcome.outcome !== 'lost') return outcome;
  }
  throw new Error('No try has succeeded.');
}

/** What was requested since, without the read of the base branch. */
function requestsSince(count: number): readonly string[] {
  return server.requests.slice(count + 1);
}

function temporaryBranches(): readonly string[] {
  return [...server.branches.keys()].filter((name) => name.startsWith(`${BRANCH}.`));
}

function expectDelivered(tag: string): void {
  const main = server.branches.get('main');
  expect(server.headOf(BRANCH)).toMatchObject({ parent: main });
  expect(server.headOf(BRANCH)?.files.get(FILE)).toBe(`tag: ${tag}\n`);
  expect(server.openOnes).toMatchObject([{ branch: BRANCH, base: 'main' }]);
  expect(server.openOnes[0]?.title).toBe(`chore(app): promote ${tag}`);
  expect(server.openOnes[0]?.body).toContain(`+tag: ${tag}`);
  // A branch that is at its base has no commits, and its pull request would be closed for good.
  expect(server.places.get(BRANCH)).not.toContain(main);
}

describe('the first promotion', () => {
  it('commits on a temporary branch, and opens a pull request', async () => {
    const outcome = await tryOnce(runOf('2'));
    expect(outcome).toMatchObject({
      outcome: 'pull-request',
      pullRequest: { number: 1, url: 'https://github.example/org/gitops/pull/1' },
      commit: { sha: server.branches.get(BRANCH) },
      changed: true,
    });
    expectDelivered('2');
    expect(requestsSince(0)).toEqual([
      `compareBranch ${BRANCH}`,
      `createBranch ${BRANCH}.id-2-1`,
      `commitFiles ${BRANCH}.id-2-1`,
      `createBranch ${BRANCH}`,
      `deleteBranch ${BRANCH}.id-2-1`,
      `open ${BRANCH}`,
    ]);
    expect(logger.lines).toEqual([]);
  });

  it('asks for labels and reviewers, but not for the author', async () => {
    const inputs = {
      labels: ['promotion', 'prod'],
      reviewers: ['ada', 'Promoter[bot]'],
      teams: ['ops'],
    };
    await tryOnce(runOf('2', { inputs }));
    expect(server.openOnes).toMatchObject([
      { labels: ['promotion', 'prod'], reviewers: ['ada'], teams: ['ops'] },
    ]);
    expect(logger.lines).toEqual([
      'notice: pull-request-reviewers: promoter[bot] has opened pull request #1 and cannot be asked to review it.',
    ]);
  });

  it('reads the head of the base branch when it came with no file', async () => {
    server.tellsHead = false;
    await tryOnce(runOf('2'));
    expectDelivered('2');
    expect(requestsSince(0).slice(0, 3)).toEqual([
      `compareBranch ${BRANCH}`,
      'readHead main',
      `createBranch ${BRANCH}.id-2-1`,
    ]);
  });

  it('says when the base branch is gone by then', async () => {
    server.tellsHead = false;
    server.interference.set('readHead', () => {
      server.branches.delete('main');
    });
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'branch-not-found' });
  });

  it('is refused on the base branch itself', async () => {
    const inputs = { branch: '{{gitops-branch}}' };
    await expect(tryOnce(runOf('2', { inputs }))).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/^pull-request-branch: .*other than main/) as unknown,
    });
  });

  it.each([
    { method: 'addLabels', input: 'pull-request-labels' },
    { method: 'requestReviews', input: 'pull-request-reviewers' },
  ])('stands when $method is refused', async ({ method, input }) => {
    server.refusals.set(method, new PromoteError('write-refused', 'no such name.'));
    const inputs = { labels: ['a'], reviewers: ['ada'] };
    expect((await tryOnce(runOf('2', { inputs }))).outcome).toBe('pull-request');
    expect(logger.lines).toEqual([
      `warning: ${input}: pull request #1 stays without them: no such name.`,
    ]);
  });

  it('leaves nothing behind when the commit is refused', async () => {
    server.refusals.set('commitFiles', new PromoteError('write-refused', 'no.'));
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'write-refused' });
    expect([...server.branches.keys()]).toEqual(['main']);
  });

  it('deletes nothing when the temporary branch is refused', async () => {
    server.refusals.set('createBranch', new PromoteError('token-forbidden', 'no.'));
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'token-forbidden' });
    expect(server.requests.at(-1)).toBe(`createBranch ${BRANCH}.id-2-1`);
  });

  it('leaves no branch behind when the pull request is refused', async () => {
    server.refusals.set('open', new PromoteError('token-forbidden', 'no.'));
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'token-forbidden' });
    expect([...server.branches.keys()]).toEqual(['main']);
    expect(logger.lines).toEqual([]);
  });

  it('names the branch that then cannot be deleted', async () => {
    server.refusals.set('open', new PromoteError('token-forbidden', 'no.'));
    server.interference.set('open', () => {
      server.refusals.set('deleteBranch', new PromoteError('write-refused', 'a rule forbids it.'));
    });
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'token-forbidden' });
    expect(logger.lines.at(-1)).toBe(
      `warning: The branch ${BRANCH} was left behind: a rule forbids it. Delete it by hand.`,
    );
  });

  it('leaves the branch for the next try when the answer is lost', async () => {
    server.refusals.set('open', new PromoteError('unavailable', '502.'));
    await expect(tryOnce(runOf('2'))).rejects.toMatchObject({ code: 'unavailable' });
    expect([...server.branches.keys()]).toEqual(['main', BRANCH]);
  });

  it('names the temporary branch that cannot be deleted', async () => {
    server.refusals.set('deleteBranch', new PromoteError('write-refused', 'a rule forbids it.'));
    expect((await tryOnce(runOf('2'))).outcome).toBe('pull-request');
    expect(logger.lines).toEqual([
      `warning: The temporary branch ${BRANCH}.id-2-1 was left behind: a rule forbids it. Delete it by hand.`,
    ]);
  });
});

describe('a second promotion', () => {
  it('moves the branch once, and rewrites the same pull request', async () => {
    await deliver(runOf('2'));
    const before = server.requests.length;
    const outcome = await tryOnce(runOf('3'));
    expect(outcome).toMatchObject({ outcome: 'pull-request', pullRequest: { number: 1 } });
    expectDelivered('3');
    expect(server.places.get(BRANCH)).toHaveLength(2);
    expect(requestsSince(before)).toEqual([
      `compareBranch ${BRANCH}`,
      `findOpen ${BRANCH}`,
      `createBranch ${BRANCH}.id-3-1`,
      `commitFiles ${BRANCH}.id-3-1`,
      `moveBranch ${BRANCH}`,
      `deleteBranch ${BRANCH}.id-3-1`,
      `findOpen ${BRANCH}`,
      'rewrite 1',
    ]);
  });

  it('writes nothing when all is there', async () => {
    await deliver(runOf('2'));
    const before = server.requests.length;
    const outcome = await tryOnce(runOf('2', { id: 'other' }));
    expect(outcome).toMatchObject({ outcome: 'pull-request', changed: false });
    expect(requestsSince(before)).toEqual([
      `compareBranch ${BRANCH}`,
      `findOpen ${BRANCH}`,
      `readFiles ${BRANCH}`,
    ]);
  });

  it('rewrites a text that somebody has changed', async () => {
    await deliver(runOf('2'));
    const [first] = server.pullRequests;
    if (first) await server.rewrite(first, { title: 'x', body: first.body });
    const outcome = await tryOnce(runOf('2', { id: 'other' }));
    expect(outcome).toMatchObject({ outcome: 'pull-request', changed: true });
    expectDelivered('2');
  });

  it('takes no notice of how an editor ends lines', async () => {
    await deliver(runOf('2'));
    const [first] = server.pullRequests;
    const body = `${first?.body.replaceAll('\n', '\r\n') ?? ''}\r\n`;
    if (first) await server.rewrite(first, { title: first.title, body });
    expect(await tryOnce(runOf('2', { id: 'other' }))).toMatchObject({ changed: false });
  });

  it('commits again when the branch has other bytes of the same image', async () => {
    server.commit(BRANCH, { [FILE]: 'tag: "2"\n' }, renderMessage(runOf('2')));
    await deliver(runOf('2', { id: 'other' }));
    expectDelivered('2');
  });

  it('opens another pull request when the first was closed', async () => {
    await deliver(runOf('2'));
    const [first] = server.pullRequests;
    server.pullRequests.splice(0, 1, ...(first ? [{ ...first, isOpen: false }] : []));
    expect(await tryOnce(runOf('3'))).toMatchObject({ pullRequest: { number: 2 } });
    expectDelivered('3');
  });

  it('asks for labels of the one that it opens, also where it finds the commit', async () => {
    await deliver(runOf('2'));
    server.pullRequests.splice(0);
    const inputs = { labels: ['promotion'] };
    await tryOnce(runOf('2', { id: 'other', inputs }));
    expect(server.openOnes).toMatchObject([{ labels: ['promotion'] }]);
    expect(server.places.get(BRANCH)).toHaveLength(1);
  });

  it('goes on from a branch whose commits were merged', async () => {
    await deliver(runOf('2'));
    const merged = server.branches.get(BRANCH) ?? '';
    server.branches.set('main', merged);
    server.pullRequests.splice(0);
    await tryOnce(runOf('3'));
    expect(server.headOf(BRANCH)).toMatchObject({ parent: merged });
    expect(server.openOnes).toHaveLength(1);
  });

  it('commits again when the base has moved on', async () => {
    await deliver(runOf('2'));
    const base = server.commit('main', { 'other.yaml': 'b: 2\n' }, 'other');
    await deliver(runOf('2', { id: 'other' }));
    expect(server.headOf(BRANCH)).toMatchObject({ parent: base.sha });
    expectDelivered('2');
  });

  it('keeps the branch that was there when a pull request is refused', async () => {
    await deliver(runOf('2'));
    server.pullRequests.splice(0);
    server.refusals.set('open', new PromoteError('token-forbidden', 'no.'));
    await expect(tryOnce(runOf('3'))).rejects.toMatchObject({ code: 'token-forbidden' });
    expect(server.branches.has(BRANCH)).toBe(true);
  });

  it('does not rewrite the text for the sake of the run that finds all there', async () => {
    await deliver(runOf('2'));
    const before = server.openOnes[0]?.body;
    const again = await tryOnce(runOf('2', { id: 'other', runUrl: 'https://github.example/8' }));
    expect(again).toMatchObject({ changed: false });
    expect(server.openOnes[0]?.body).toBe(before);
  });

  it('commits again when a file is not on the branch yet', async () => {
    await deliver(runOf('2'));
    server.interference.set('findOpen', () => {
      server.refusals.set('readFiles', new PromoteError('path-not-found', 'no such file.'));
    });
    await deliver(runOf('2', { id: 'other' }));
    expect(server.places.get(BRANCH)).toHaveLength(2);
    expectDelivered('2');
  });
});

describe('a branch that is not ours', () => {
  it.each([
    {
      description: 'a commit of a person',
      write: () => server.commit(BRANCH, { [FILE]: 'tag: 9\n' }, 'Fix the\rtag\n\nby hand'),
      message: /holds commit 0{12} \(Fix the tag\), which no promotion has made/,
    },
    {
      description: 'a promotion of another repository',
      write: () =>
        server.commit(BRANCH, {}, renderMessage(runOf('9', { sourceRepository: 'org/other' }))),
      message: /which is a promotion of org\/other/,
    },
    {
      description: 'a promotion of other files',
      write: () => server.commit(BRANCH, { 'other.yaml': 'a: 2\n' }, renderMessage(runOf('9'))),
      message: /holds a change of other\.yaml, which is none of the targets/,
    },
  ])('is refused: $description', async ({ write, message }) => {
    await deliver(runOf('2'));
    const { sha } = write();
    await expect(tryOnce(runOf('3'))).rejects.toMatchObject({
      code: 'branch-occupied',
      message: expect.stringMatching(message) as unknown,
    });
    expect(server.branches.get(BRANCH)).toBe(sha);
    await expect(tryOnce(runOf('3'))).rejects.toThrow(/another pull-request-branch, or move that/);
  });
});

it('takes over a branch of other promotions that no pull request asks for any more', async () => {
  const foreign = renderMessage(runOf('9', { sourceRepository: 'org/other' }));
  server.commit(BRANCH, { 'other.yaml': 'a: 2\n' }, foreign);
  await deliver(runOf('3'));
  expectDelivered('3');
});

describe('the order of promotions', () => {
  it.each([
    { verdict: 'newer', expected: 'stale' },
    { verdict: 'older-or-equal', expected: 'pull-request' },
    { verdict: 'unknown', expected: 'pull-request' },
  ] as const)('with a $verdict commit in the open one', async ({ verdict, expected }) => {
    await deliver(runOf('3'));
    const before = server.requests.length;
    const asked: string[] = [];
    compareWith = (sha) => {
      asked.push(sha);
      return Promise.resolve(verdict);
    };
    const outcome = await tryOnce(runOf('2'));
    expect(outcome).toMatchObject({ outcome: expected, pullRequest: { number: 1 } });
    expect(asked).toEqual(['3abcdef']);
    if (expected !== 'stale') return;
    expect(outcome).toMatchObject({ sourceSha: '3abcdef' });
    expect(requestsSince(before)).toEqual([`compareBranch ${BRANCH}`, `findOpen ${BRANCH}`]);
  });

  it('does not ask when the commit is the same', async () => {
    await deliver(runOf('3'));
    compareWith = () => Promise.reject(new Error('asked'));
    expect((await tryOnce(runOf('3', { id: 'other' }))).outcome).toBe('pull-request');
  });
});

describe('somebody else', () => {
  it.each([
    { description: 'moves the base', method: 'commitFiles', branch: 'main', tag: '1' },
    {
      description: 'moves the temporary branch',
      method: 'commitFiles',
      branch: `${BRANCH}.id-3-1`,
    },
  ])('$description: read again', async ({ method, branch }) => {
    await deliver(runOf('2'));
    server.interference.set(method, () => {
      server.commit(branch, { [FILE]: 'tag: 0\n' }, 'other');
    });
    const outcome = await tryOnce(runOf('3'));
    expect(outcome.outcome).toBe(branch === 'main' ? 'pull-request' : 'conflict');
    expect(temporaryBranches()).toEqual([]);
  });

  it.each([
    { description: 'creates the branch', first: [], method: 'createBranch' },
    { description: 'moves the branch', first: ['2'], method: 'commitFiles' },
    { description: 'moves the branch before the pull request is there', first: [], method: 'open' },
  ])('$description: read again, and find it', async ({ first, method }) => {
    for (const tag of first) await deliver(runOf(tag));
    server.interference.set(method, () => {
      server.commit(BRANCH, { [FILE]: 'tag: 9\n' }, 'by hand');
    });
    expect((await tryOnce(runOf('3'))).outcome).toBe('conflict');
    expect(temporaryBranches()).toEqual([]);
    await expect(tryOnce(runOf('3'), 2)).rejects.toMatchObject({ code: 'branch-occupied' });
  });

  it('deletes the branch: read again', async () => {
    await deliver(runOf('2'));
    server.interference.set('moveBranch', () => {
      server.branches.delete(BRANCH);
    });
    expect((await tryOnce(runOf('3'))).outcome).toBe('conflict');
    await deliver(runOf('3'));
    expect(server.headOf(BRANCH)?.files.get(FILE)).toBe('tag: 3\n');
  });

  it.each(['merges', 'closes'])(
    '%s the pull request while its branch is moved: another one is opened',
    async () => {
      await deliver(runOf('2'));
      server.interference.set('deleteBranch', () => {
        const [first] = server.pullRequests;
        server.pullRequests.splice(0, 1, ...(first ? [{ ...first, isOpen: false }] : []));
      });
      expect(await tryOnce(runOf('3'))).toMatchObject({
        pullRequest: { number: 2 },
        changed: true,
      });
      expectDelivered('3');
    },
  );

  it('moves the branch before the text is written: that text is not', async () => {
    await deliver(runOf('2'));
    server.interference.set('deleteBranch', () => {
      server.commit(BRANCH, { [FILE]: 'tag: 4\n' }, renderMessage(runOf('4')));
    });
    const before = server.openOnes[0]?.title;
    expect((await tryOnce(runOf('3'))).outcome).toBe('conflict');
    expect(server.openOnes[0]?.title).toBe(before);
  });

  it('makes use of the branch when the pull request is refused: it stays', async () => {
    server.interference.set('open', () => {
      server.commit(BRANCH, { [FILE]: 'tag: 4\n' }, renderMessage(runOf('4')));
      server.refusals.set('open', new PromoteError('token-forbidden', 'no.'));
    });
    const written = { changed: false };
    await expect(tryOnce(runOf('2'), 1, written)).rejects.toMatchObject({
      code: 'token-forbidden',
    });
    expect(server.headOf(BRANCH)?.files.get(FILE)).toBe('tag: 4\n');
    expect(written).toMatchObject({ changed: true, commit: {} });
  });

  it('opens the pull request: it is the one', async () => {
    server.interference.set('open', () => {
      void server.open(BRANCH, 'main', { title: 'x', body: '' });
    });
    expect(await tryOnce(runOf('2'))).toMatchObject({ outcome: 'pull-request', changed: true });
    expectDelivered('2');
  });
});

describe('auto-merge', () => {
  const inputs = { autoMerge: 'squash' } as const;

  it('is enabled', async () => {
    const outcome = await tryOnce(runOf('2', { inputs }));
    expect(outcome).toMatchObject({ outcome: 'pull-request', changed: true });
    expect(server.openOnes).toMatchObject([
      { autoMerge: { method: 'squash', title: titleOf('2') } },
    ]);
  });

  const messageOf = (tag: string) => renderMessage(runOf(tag));
  const titleOf = (tag: string) => `chore(app): promote ${tag} (#1)`;

  function countRequests(method: string): number {
    return server.requests.filter((request) => request.startsWith(method)).length;
  }

  it('is enabled again with the message of the newest promotion, which a squash keeps', async () => {
    await deliver(runOf('2', { inputs }));
    expect(await tryOnce(runOf('3', { inputs }))).toMatchObject({ changed: true });
    expect(countRequests('enableAutoMerge')).toBe(2);
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ method: 'squash', title: titleOf('3') });
    expect(messageOf('3')).toContain(server.openOnes[0]?.autoMerge?.text);
  });

  it('is not enabled twice for one promotion', async () => {
    await deliver(runOf('2', { inputs }));
    await tryOnce(runOf('2', { inputs }), 2);
    expect(countRequests('enableAutoMerge')).toBe(1);
  });

  it('is not enabled twice where the server makes the message', async () => {
    const merge = { autoMerge: 'merge' } as const;
    await deliver(runOf('2', { inputs: merge }));
    await tryOnce(runOf('3', { inputs: merge }));
    expect(countRequests('enableAutoMerge')).toBe(1);
  });

  it('with the message of an earlier promotion is off while the branch moves', async () => {
    await deliver(runOf('2', { inputs }));
    let atMove: unknown = 'not moved';
    server.interference.set('moveBranch', () => {
      atMove = server.openOnes[0]?.autoMerge;
    });
    await tryOnce(runOf('3', { inputs }));
    expect(atMove).toBeUndefined();
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ title: titleOf('3') });
  });

  it('that was turned off is on again after a try that came to nothing', async () => {
    await deliver(runOf('2', { inputs }));
    server.refusals.set('moveBranch', new PromoteError('conflict', 'moved.'));
    const written = { changed: false };
    expect((await tryOnce(runOf('3'), 1, written)).outcome).toBe('conflict');
    expect(server.openOnes[0]?.autoMerge).toBeUndefined();
    server.refusals.clear();
    await tryOnce(runOf('3'), 2, written);
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ method: 'squash', title: titleOf('3') });
  });

  it('that cannot be turned off does not keep the branch from moving', async () => {
    await deliver(runOf('2', { inputs }));
    server.refusals.set('disableAutoMerge', new PromoteError('write-refused', 'no.'));
    expect(await tryOnce(runOf('3', { inputs }))).toMatchObject({ outcome: 'pull-request' });
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ title: titleOf('3') });
  });

  it('is turned off and on where enabling it again changes nothing', async () => {
    server.updatesAutoMerge = false;
    await deliver(runOf('3'));
    const [first] = server.openOnes;
    const earlier = { method: 'squash', title: titleOf('2'), text: messageOf('2') } as const;
    if (first) await server.enableAutoMerge(first, earlier, first.head);
    await tryOnce(runOf('3', { inputs }), 2);
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ title: titleOf('3') });
    expect(server.requests.slice(-4)).toEqual([
      'enableAutoMerge squash',
      `findOpen ${BRANCH}`,
      'disableAutoMerge 1',
      'enableAutoMerge squash',
    ]);
  });

  it('of an earlier promotion gets the message of this one, which does not ask for it', async () => {
    await deliver(runOf('2', { inputs }));
    await tryOnce(runOf('3'));
    expect(server.openOnes[0]?.autoMerge).toMatchObject({ method: 'squash', title: titleOf('3') });
  });

  it('of a person is left alone by a promotion that does not ask for it', async () => {
    await deliver(runOf('2'));
    const [first] = server.openOnes;
    const byHand = { method: 'squash', title: 'Ship it', text: 'by hand' } as const;
    if (first) await server.enableAutoMerge(first, byHand, first.head);
    await tryOnce(runOf('3'));
    expect(server.openOnes[0]?.autoMerge).toEqual(byHand);
  });

  it('merges at once what nothing holds back', async () => {
    server.isClean = true;
    const outcome = await tryOnce(runOf('2', { inputs }));
    expect(outcome).toMatchObject({
      outcome: 'merged',
      pullRequest: { number: 1 },
      commit: { sha: server.branches.get('main') },
    });
    expect(server.headOf('main')?.files.get(FILE)).toBe('tag: 2\n');
  });

  it('tells of the pull request when it is refused', async () => {
    server.allowsAutoMerge = false;
    const outcome = await tryOnce(runOf('2', { inputs }));
    expect(outcome).toMatchObject({
      outcome: 'pull-request',
      pullRequest: { number: 1 },
      problem: {
        code: 'write-refused',
        message:
          'auto-merge: pull request #1 is open (https://github.example/org/gitops/pull/1), but it is not merged automatically: not allowed.',
      },
    });
  });

  it.each(['enableAutoMerge', 'merge'])(
    'leads back to reading where %s is refused, since it is not open any more',
    async (method) => {
      server.isClean = true;
      server.interference.set(method, () => {
        const [first] = server.pullRequests;
        server.pullRequests.splice(0, 1, ...(first ? [{ ...first, isOpen: false }] : []));
        server.refusals.set(method, new PromoteError('write-refused', 'not mergeable.'));
      });
      expect(await tryOnce(runOf('2', { inputs }))).toMatchObject({
        outcome: 'conflict',
        detail: 'pull request #1 is not open any more.',
      });
    },
  );

  it('leads back to reading when the head moved before the merge', async () => {
    server.isClean = true;
    server.interference.set('merge', () => {
      server.commit(BRANCH, {}, renderMessage(runOf('2', { id: 'other' })));
    });
    expect((await tryOnce(runOf('2', { inputs }))).outcome).toBe('conflict');
    expect((await deliver(runOf('2', { inputs }))).outcome).toBe('merged');
  });

  it.each(['before', 'after'] as const)(
    'says when the merge is lost %s it landed',
    async (kind) => {
      server.isClean = true;
      server.loss = { index: 8, kind };
      expect((await tryOnce(runOf('2', { inputs }))).outcome).toBe('lost');
      expect(server.requests[8]).toBe('merge squash');
      expect(server.headOf('main')?.files.get(FILE)).toBe(
        kind === 'after' ? 'tag: 2\n' : 'tag: 1\n',
      );
    },
  );
});

describe('what this run has just made', () => {
  const inputs = { labels: ['a'], reviewers: ['ada'], autoMerge: 'squash' } as const;

  it.each([
    { method: 'commitFiles', first: [] },
    { method: 'deleteBranch', first: [] },
    { method: 'open', first: [] },
    { method: 'addLabels', first: [] },
    { method: 'requestReviews', first: [] },
    { method: 'enableAutoMerge', first: [] },
    { method: 'moveBranch', first: ['2'] },
    { method: 'rewrite', first: ['2'] },
  ])('is waited for where $method does not see it yet', async ({ method, first }) => {
    for (const tag of first) await deliver(runOf(tag));
    server.lags.set(method, 3);
    expect(await tryOnce(runOf('3', { inputs }))).toMatchObject({ outcome: 'pull-request' });
    expectDelivered('3');
    expect(server.openOnes).toMatchObject([
      { labels: ['a'], reviewers: ['ada'], autoMerge: { method: 'squash' } },
    ]);
    expect(temporaryBranches()).toEqual([]);
    expect(clock.sleeps).toEqual([125, 250, 500]);
    expect(logger.lines.filter((line) => line.startsWith('warning'))).toEqual([]);
  });

  it('is not waited for forever', async () => {
    server.lags.set('commitFiles', 100);
    await expect(tryOnce(runOf('3'))).rejects.toMatchObject({ code: 'token-forbidden' });
    expect(clock.sleeps).toHaveLength(8);
    expect(clock.now()).toBeLessThan(30_000);
    expect(temporaryBranches()).toEqual([]);
  });

  it('is deleted only when the server may be asked again', async () => {
    const retryAt = clock.date() + 20_000;
    const limit = new PromoteError('unavailable', 'slow down.', { isLimit: true, retryAt });
    server.refusals.set('commitFiles', limit);
    await expect(tryOnce(runOf('3'))).rejects.toBe(limit);
    expect(clock.sleeps).toEqual([20_000]);
    expect(temporaryBranches()).toEqual([]);
  });

  it('is left behind where there is no time to wait for that', async () => {
    const retryAt = clock.date() + 400_000;
    const limit = new PromoteError('unavailable', 'slow down.', { isLimit: true, retryAt });
    server.refusals.set('commitFiles', limit);
    await expect(tryOnce(runOf('3'))).rejects.toBe(limit);
    expect(server.requests.at(-1)).toBe(`commitFiles ${BRANCH}.id-3-1`);
    expect(logger.lines.at(-1)).toMatch(/was left behind: the server asks for no further request/);
  });
});

describe('the record of a pull request that lags behind its branch', () => {
  it('is said as such, and the text is written all the same', async () => {
    await deliver(runOf('2'));
    server.recordLags = true;
    expect(await tryOnce(runOf('3'))).toMatchObject({ outcome: 'pull-request', changed: true });
    expectDelivered('3');
    const sha = server.branches.get(BRANCH) ?? '';
    expect(logger.lines).toEqual([
      `notice: Pull request #1 does not show commit ${sha.slice(0, 12)} yet, at which its branch ${BRANCH} is: the server's record of it lags behind.`,
    ]);
  });
});

describe('a lost answer', () => {
  const inputs = { labels: ['a'], reviewers: ['ada'], autoMerge: 'merge' } as const;

  interface Case {
    readonly first: readonly string[];
    readonly index: number;
    readonly kind: Loss;
    readonly request: string;
  }

  /** Every request of a first and of a second promotion, times every loss. */
  async function listCases(): Promise<readonly Case[]> {
    const cases: Case[] = [];
    for (const first of [[], ['2']]) {
      server = new FakeServer({ [FILE]: 'tag: 1\n' });
      for (const tag of first) await deliver(runOf(tag));
      const before = server.requests.length;
      await deliver(runOf('3', { inputs }));
      const requests = server.requests.slice(before).entries();
      for (const [index, request] of requests) {
        for (const kind of ['before', 'after'] as const)
          cases.push({ first, index, kind, request });
      }
    }
    return cases;
  }

  it('leads to one commit and one pull request all the same', async () => {
    const cases = await listCases();
    expect(cases.length).toBeGreaterThan(36);
    for (const { first, index, kind } of cases) {
      server = new FakeServer({ [FILE]: 'tag: 1\n' });
      logger = new RecordingLogger();
      for (const tag of first) await deliver(runOf(tag));
      server.loss = { index: server.requests.length + index, kind };
      expect(await deliver(runOf('3', { inputs }))).toMatchObject({ changed: true });
      expectDelivered('3');
      expect(server.places.get(BRANCH)).toHaveLength(first.length + 1);
      expect(server.pullRequests).toMatchObject([
        { labels: ['a'], reviewers: ['ada'], autoMerge: { method: 'merge' } },
      ]);
      const leftBehind = logger.lines.filter((line) => line.includes('was left behind'));
      expect(temporaryBranches().length).toBeLessThanOrEqual(leftBehind.length);
    }
  });
});
