import { describe, expect, it } from '@jest/globals';
import { GitHubPullRequests } from '../../../src/github/pull-requests/pull-requests.js';
import type { GitOpsTarget, PullRequest } from '../../../src/ports/gitops.js';
import { REPOSITORY, TOKENS, useStandIn } from '../../stand-in/client.js';
import { findFault, limitRate } from '../../stand-in/faults.mjs';
import { planFaults } from '../../stand-in/fault-plan.mjs';
import type { GitHubStandIn, RepositoryOptions, StandInOptions } from '../../stand-in/server.mjs';

const BRANCH = 'promote/app/main';
const TEXT = { title: 'Promote', body: 'why' };

const standIn = useStandIn();
let server: GitHubStandIn;

async function start(
  repository: Partial<RepositoryOptions> = {},
  options: Partial<StandInOptions> = {},
): Promise<GitHubPullRequests> {
  const files = { 'a.yaml': 'tag: 1\n', 'b.yaml': 'tag: 1\n' };
  server = await standIn.start({
    repositories: { [REPOSITORY]: { files, ...repository } },
    ...options,
  });
  return connect();
}

function connect(changes: Partial<GitOpsTarget> = {}): GitHubPullRequests {
  return new GitHubPullRequests({
    ...{ repository: REPOSITORY, apiUrl: server.url, token: 'app', tokenInput: 'gitops-token' },
    ...{ commitApi: 'auto', branch: 'main', ...changes },
  });
}

async function git(...args: string[]): Promise<string> {
  return server.repository(REPOSITORY).git(...args);
}

/** A commit on top of another one, of which no branch knows. */
async function commitOn(parent: string, message = 'Promote'): Promise<string> {
  return git('commit-tree', `${parent}^{tree}`, '-p', parent, '-m', message);
}

async function openOne(pullRequests: GitHubPullRequests): Promise<PullRequest> {
  await pullRequests.createBranch(BRANCH, await commitOn('main'));
  const opened = await pullRequests.open(BRANCH, 'main', TEXT);
  if (opened === undefined) throw new Error('There was one.');
  return opened;
}

type Open = () => Promise<PullRequest>;

/** A move of the branch, from where it is, without an open pull request. */
async function moveTo(to: string) {
  const from = await git('for-each-ref', '--format=%(objectname)', `refs/heads/${BRANCH}`);
  return { from, to, open: undefined };
}

const SQUASH = { method: 'squash', title: 'Promote (#1)', text: 'Image: app:2\n' } as const;

describe('branches', () => {
  it('are created, read, moved and deleted', async () => {
    const pullRequests = await start();
    const [first, second] = [await commitOn('main'), await commitOn('main', 'again')];
    expect(await pullRequests.readHead(BRANCH)).toBeUndefined();
    expect(await pullRequests.createBranch(BRANCH, first)).toBe(true);
    expect(await pullRequests.createBranch(BRANCH, first)).toBe(false);
    expect(await pullRequests.readHead(BRANCH)).toBe(first);
    await pullRequests.moveBranch(BRANCH, await moveTo(second));
    expect(await git('rev-parse', BRANCH)).toBe(second);
    await pullRequests.deleteBranch(BRANCH);
    await pullRequests.deleteBranch(BRANCH);
    expect(await pullRequests.readHead(BRANCH)).toBeUndefined();
  });

  it('may have any name that git takes', async () => {
    const pullRequests = await start();
    const name = 'a#b%c/ä+&d=e';
    await pullRequests.createBranch(name, await commitOn('main'));
    expect(await pullRequests.readHead(name)).toBe(await git('rev-parse', name));
    expect((await pullRequests.compareBranch(name, 'main'))?.commits).toHaveLength(1);
    expect(await pullRequests.open(name, 'main', TEXT)).toMatchObject({ number: 1 });
    expect(await pullRequests.findOpen(name, 'main')).toMatchObject({ number: 1 });
    await pullRequests.deleteBranch(name);
    // The stand-in does not encode names in the addresses of its replies.
    const problem = expect.stringContaining('must match format "uri"') as unknown;
    standIn.expectProblems([problem, problem]);
    expect(await git('branch', '--list', '--format=%(refname:short)')).toBe('main');
  });

  it.each([
    { description: 'is where it was seen', isSeen: true },
    { description: 'is elsewhere by now', isSeen: false },
  ])('with an open pull request is moved only where it $description', async ({ isSeen }) => {
    const pullRequests = await start();
    const open = await openOne(pullRequests);
    const to = await commitOn('main');
    const elsewhere = await commitOn('main', 'elsewhere');
    if (!isSeen) await git('update-ref', `refs/heads/${BRANCH}`, elsewhere);
    const moved = pullRequests.moveBranch(BRANCH, { from: open.head, to, open });
    if (isSeen) await moved;
    else await expect(moved).rejects.toMatchObject({ code: 'conflict' });
    expect(await git('rev-parse', BRANCH)).toBe(isSeen ? to : elsewhere);
  });

  it('without a pull request is not moved either where somebody else moves it meanwhile', async () => {
    let elsewhere = '';
    const meanwhile: StandInOptions['onRequest'] = async (_, answer) => {
      const reply = await answer();
      if (elsewhere !== '') await git('update-ref', `refs/heads/${BRANCH}`, elsewhere);
      return reply;
    };
    const pullRequests = await start({}, { onRequest: meanwhile });
    await pullRequests.createBranch(BRANCH, await commitOn('main'));
    const move = await moveTo(await commitOn('main', 'ours'));
    elsewhere = await commitOn('main', 'theirs');
    await expect(pullRequests.moveBranch(BRANCH, move)).rejects.toMatchObject({ code: 'conflict' });
    expect(await git('rev-parse', BRANCH)).toBe(elsewhere);
  });

  it('is moved through REST where GraphQL cannot', async () => {
    const pullRequests = await start({}, { graphql: 'none' });
    const open = await openOne(pullRequests);
    const to = await commitOn('main');
    await pullRequests.moveBranch(BRANCH, { from: open.head, to, open });
    expect(await git('rev-parse', BRANCH)).toBe(to);
  });

  it('that was deleted meanwhile leads back to reading', async () => {
    const pullRequests = await start();
    const [from, to] = [await commitOn('main'), await commitOn('main', 'again')];
    const moved = pullRequests.moveBranch(BRANCH, { from, to, open: undefined });
    await expect(moved).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an answer that does not tell that it was done', () => {
  const open = (pullRequests: GitHubPullRequests) => openOne(pullRequests);

  it.each([
    {
      description: 'a branch that is made',
      isMeant: (request: string) => request.startsWith('POST /repos/org/gitops/git/refs'),
      body: { ref: 'refs/heads/main', object: { sha: 'a'.repeat(40) } },
      work: async (pullRequests: GitHubPullRequests) =>
        pullRequests.createBranch(BRANCH, await commitOn('main')),
    },
    {
      description: 'a branch that is moved',
      isMeant: (request: string) => request.includes('updateRefs'),
      body: { data: { updateRefs: null } },
      work: async (pullRequests: GitHubPullRequests) => {
        const pullRequest = await open(pullRequests);
        const move = { from: pullRequest.head, to: await commitOn('main'), open: pullRequest };
        await pullRequests.moveBranch(BRANCH, move);
      },
    },
    {
      description: 'the repository of a branch that is moved',
      isMeant: (request: string) => request.includes('{ id }'),
      body: { data: { repository: null } },
      work: async (pullRequests: GitHubPullRequests) => {
        await pullRequests.createBranch(BRANCH, await commitOn('main'));
        await pullRequests.moveBranch(BRANCH, await moveTo(await commitOn('main', 'again')));
      },
    },
    {
      description: 'a branch that is deleted',
      isMeant: (request: string) => request.startsWith('DELETE'),
      body: Buffer.from('<html></html>'),
      work: async (pullRequests: GitHubPullRequests) => {
        await pullRequests.createBranch(BRANCH, await commitOn('main'));
        await pullRequests.deleteBranch(BRANCH);
      },
    },
    {
      description: 'auto-merge that is enabled',
      isMeant: (request: string) => request.includes('enablePullRequestAutoMerge'),
      body: { data: {} },
      work: async (pullRequests: GitHubPullRequests) => {
        const pullRequest = await open(pullRequests);
        await pullRequests.enableAutoMerge(pullRequest, SQUASH, pullRequest.head);
      },
    },
    {
      description: 'auto-merge that is turned off',
      isMeant: (request: string) => request.includes('disablePullRequestAutoMerge'),
      body: { data: { disablePullRequestAutoMerge: null } },
      work: async (pullRequests: GitHubPullRequests) =>
        pullRequests.disableAutoMerge(await open(pullRequests)),
    },
  ])('leads to another try: $description', async ({ isMeant, body, work }) => {
    const onRequest: StandInOptions['onRequest'] = (exchange, answer) => {
      const request = `${exchange.method} ${exchange.path} ${JSON.stringify(exchange.body ?? '')}`;
      return isMeant(request) ? Promise.resolve({ status: 200, body }) : answer();
    };
    const pullRequests = await start({}, { onRequest });
    await expect(work(pullRequests)).rejects.toMatchObject({
      code: 'unavailable',
      isTransient: true,
    });
    standIn.expectProblems(expect.anything() as unknown as readonly unknown[]);
  });

  it('counts where it tells so beside an error', async () => {
    const onRequest: StandInOptions['onRequest'] = async (exchange, answer) => {
      const reply = await answer();
      if (!JSON.stringify(exchange.body ?? '').includes('updateRefs')) return reply;
      const errors = [{ type: 'INTERNAL', message: 'A hook failed.' }];
      return { ...reply, body: { ...(reply.body as object), errors } };
    };
    const pullRequests = await start({}, { onRequest });
    const pullRequest = await open(pullRequests);
    const to = await commitOn('main');
    await pullRequests.moveBranch(BRANCH, { from: pullRequest.head, to, open: pullRequest });
    expect(await git('rev-parse', BRANCH)).toBe(to);
    standIn.expectProblems([expect.anything()]);
  });
});

describe('compareBranch', () => {
  it('is nothing when there is no such branch', async () => {
    expect(await (await start()).compareBranch(BRANCH, 'main')).toBeUndefined();
  });

  it('tells the commits, newest first, and the files', async () => {
    const pullRequests = await start();
    await git('branch', BRANCH, 'main');
    for (const path of ['a.yaml', 'b.yaml']) {
      const sha = await git('rev-parse', `main:${path}`);
      const content = Buffer.from('tag: 2\n').toString('base64');
      const body = { message: `set ${path}`, content, branch: BRANCH, sha };
      await standIn.call('PUT', `/repos/${REPOSITORY}/contents/${path}`, { body });
    }
    await git('update-ref', 'refs/heads/main', await commitOn('main', 'elsewhere'));
    expect(await pullRequests.compareBranch(BRANCH, 'main')).toMatchObject({
      head: await git('rev-parse', BRANCH),
      commits: [{ message: 'set b.yaml' }, { message: 'set a.yaml' }],
      paths: ['a.yaml', 'b.yaml'],
    });
  });

  it('tells the head of a branch without commits of its own', async () => {
    const pullRequests = await start();
    await git('branch', BRANCH, 'main');
    const head = await git('rev-parse', 'main');
    await git('update-ref', 'refs/heads/main', await commitOn('main', 'elsewhere'));
    const expected = { head, commits: [], paths: [], isCurrent: false };
    expect(await pullRequests.compareBranch(BRANCH, 'main')).toEqual(expected);
  });

  it('refuses a branch that came from nowhere', async () => {
    const pullRequests = await start();
    const orphan = await git('commit-tree', 'main^{tree}', '-m', 'orphan');
    await git('branch', BRANCH, orphan);
    await expect(pullRequests.compareBranch(BRANCH, 'main')).rejects.toMatchObject({
      code: 'branch-occupied',
    });
  });

  it('refuses a branch of which not all commits are told', async () => {
    const pullRequests = await start(
      {},
      {
        onRequest: async ({ path }, answer) => {
          const reply = await answer();
          if (!path.includes('/compare/')) return reply;
          return { ...reply, body: { ...(reply.body as object), total_commits: 180 } };
        },
      },
    );
    await git('branch', BRANCH, await commitOn('main'));
    await expect(pullRequests.compareBranch(BRANCH, 'main')).rejects.toMatchObject({
      code: 'branch-occupied',
      message: expect.stringContaining('holds 180 commits') as unknown,
    });
  });

  it('is asked for again where a few commits are not told', async () => {
    const onRequest: StandInOptions['onRequest'] = async ({ path }, answer) => {
      const reply = await answer();
      if (!path.includes('/compare/')) return reply;
      return { ...reply, body: { ...(reply.body as object), total_commits: 2 } };
    };
    const pullRequests = await start({}, { onRequest });
    await git('branch', BRANCH, await commitOn('main'));
    await expect(pullRequests.compareBranch(BRANCH, 'main')).rejects.toMatchObject({
      code: 'unavailable',
      isTransient: true,
    });
  });

  it('is refused on Gitea and Forgejo without a request', async () => {
    await start();
    const apiUrl = `${server.url}/api/v1`;
    await expect(connect({ apiUrl }).compareBranch(BRANCH, 'main')).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/^mode: pull-request needs GitHub/) as unknown,
    });
    expect(server.requests).toEqual([]);
  });
});

describe('a pull request', () => {
  it('is opened once, found and rewritten', async () => {
    const pullRequests = await start();
    const opened = await openOne(pullRequests);
    expect(opened).toEqual({
      ...{ number: 1, url: `https://github.com/${REPOSITORY}/pull/1`, ...TEXT },
      nodeId: expect.stringMatching(/^PR_/) as unknown,
      repositoryId: 'R_1',
      ...{ author: 'promoter[bot]', head: await git('rev-parse', BRANCH) },
      ...{ labels: [], reviewers: [], teams: [] },
    });
    expect(await pullRequests.open(BRANCH, 'main', TEXT)).toBeUndefined();
    await pullRequests.rewrite(opened, { title: 'Other', body: 'because' });
    const rewritten = { ...opened, title: 'Other', body: 'because' };
    expect(await pullRequests.findOpen(BRANCH, 'main')).toEqual(rewritten);
    await expect(pullRequests.findOpen(BRANCH, 'other')).rejects.toMatchObject({
      code: 'branch-occupied',
      message: expect.stringContaining('#1 asks to merge the branch promote/app/main into main'),
    });
  });

  it('of a fork with the same branch, and an owner of the same name, is not taken for ours', async () => {
    const ofFork: StandInOptions['onRequest'] = async ({ method }, answer) => {
      const reply = await answer();
      if (method !== 'GET') return reply;
      const listed = reply.body as readonly { readonly head: { readonly repo: object } }[];
      const moved = listed.map((entry) => {
        const repo = { ...entry.head.repo, full_name: 'org/gitops-2' };
        return { ...entry, head: { ...entry.head, repo } };
      });
      return { ...reply, body: moved };
    };
    const pullRequests = await start({}, { onRequest: ofFork });
    await openOne(pullRequests);
    expect(await pullRequests.findOpen(BRANCH, 'main')).toBeUndefined();
    expect(await pullRequests.findOpen(BRANCH, 'other')).toBeUndefined();
  });

  it('gets labels and reviewers', async () => {
    const pullRequests = await start({ collaborators: ['ada'], teams: ['ops'] });
    const opened = await openOne(pullRequests);
    await pullRequests.addLabels(opened, ['promotion', 'prod']);
    await pullRequests.requestReviews(opened, { reviewers: ['ada'], teams: [] });
    await pullRequests.requestReviews(opened, { reviewers: [], teams: ['ops'] });
    expect(await pullRequests.findOpen(BRANCH, 'main')).toMatchObject({
      labels: ['promotion', 'prod'],
      reviewers: ['ada'],
      teams: ['ops'],
    });
  });

  it('is merged automatically as soon as its checks have passed', async () => {
    const protectedBranches = { main: 'status-checks' } as const;
    const pullRequests = await start({ allowAutoMerge: true, protectedBranches });
    const opened = await openOne(pullRequests);
    expect(await pullRequests.enableAutoMerge(opened, SQUASH, opened.head)).toBe('enabled');
    expect(await pullRequests.findOpen(BRANCH, 'main')).toMatchObject({ autoMerge: SQUASH });
    await pullRequests.disableAutoMerge(opened);
    expect(await pullRequests.findOpen(BRANCH, 'main')).not.toHaveProperty('autoMerge.method');
  });

  it('is merged at once when nothing stands in the way', async () => {
    const pullRequests = await start({ allowAutoMerge: true });
    const opened = await openOne(pullRequests);
    expect(await pullRequests.enableAutoMerge(opened, SQUASH, opened.head)).toBe('clean');
    const merged = await pullRequests.merge(opened, SQUASH, opened.head);
    const sha = await git('rev-parse', 'main');
    const url = `https://github.com/${REPOSITORY}/commit/${sha}`;
    expect(merged).toMatchObject({ outcome: 'committed', commit: { sha, url } });
    expect(await pullRequests.findOpen(BRANCH, 'main')).toBeUndefined();
  });

  it('is not merged with another head', async () => {
    const pullRequests = await start();
    const opened = await openOne(pullRequests);
    const head = await commitOn(BRANCH, 'by hand');
    await pullRequests.moveBranch(BRANCH, await moveTo(head));
    const merged = await pullRequests.merge(opened, { method: 'merge' }, opened.head);
    expect(merged).toMatchObject({ outcome: 'conflict' });
  });

  it.each([
    { fault: 'connection dropped, before it took effect', expected: 'lost' },
    { fault: 'connection dropped, after it took effect', expected: 'lost' },
    { fault: 'status 502, after it took effect', expected: 'lost' },
    { fault: 'status 409, before it took effect', expected: 'conflict' },
  ])('tells what became of a merge: $fault', async ({ fault, expected }) => {
    const plan = planFaults([{ method: 'PUT', fault: findFault(fault) }]);
    const pullRequests = await start({}, { onRequest: plan.onRequest });
    const opened = await openOne(pullRequests);
    const merged = await pullRequests.merge(opened, { method: 'merge' }, opened.head);
    expect(merged.outcome).toBe(expected);
  });
});

describe('a refusal', () => {
  it.each([
    {
      description: 'of a pull request of GitHub Actions',
      repository: { allowActionsPullRequests: false },
      token: 'actions',
      code: 'token-forbidden',
      message: /Allow GitHub Actions to create and approve pull requests/,
      act: (pullRequests: GitHubPullRequests) => pullRequests.open(BRANCH, 'main', TEXT),
    },
    {
      description: 'of a branch by a rule',
      repository: { protectedBranches: { 'promote/x': 'ruleset' } },
      code: 'write-refused',
      message:
        /has a rule that forbids to write the branch promote\/x \(.*promote\/\*\* by default/,
      act: async (pullRequests: GitHubPullRequests) =>
        pullRequests.createBranch('promote/x', await git('rev-parse', 'main')),
    },
    {
      description: 'of a branch to an App that only reads',
      token: 'reader-app',
      code: 'token-forbidden',
      message: /^gitops-token: .*"Contents: Read and write".*"permissions: contents: write"/,
      act: async (pullRequests: GitHubPullRequests) =>
        pullRequests.createBranch('promote/x', await git('rev-parse', 'main')),
    },
    {
      description: 'of a pull request to a fine-grained token that only reads',
      token: 'reader-fine-grained',
      code: 'token-forbidden',
      message: /"Pull requests: Read and write".*"permissions: pull-requests: write"/,
      act: (pullRequests: GitHubPullRequests) => pullRequests.open(BRANCH, 'main', TEXT),
    },
    {
      description: 'of a branch to a classic token that only reads',
      token: 'reader-classic',
      code: 'token-forbidden',
      message: /a classic token needs the scope repo/,
      act: async (pullRequests: GitHubPullRequests) =>
        pullRequests.createBranch(BRANCH, await git('rev-parse', 'main')),
    },
    {
      description: 'of a token that nobody knows',
      token: 'nobody',
      code: 'token-invalid',
      message: /^gitops-token: the server does not accept this token/,
      act: (pullRequests: GitHubPullRequests) => pullRequests.findOpen(BRANCH, 'main'),
    },
    {
      description: 'of a pull request without commits',
      code: 'conflict',
      message: /No commits between main and main/,
      act: (pullRequests: GitHubPullRequests) => pullRequests.open('main', 'main', TEXT),
    },
    {
      description: 'of a pull request without its branch',
      code: 'conflict',
      message: /head invalid/,
      act: (pullRequests: GitHubPullRequests) => pullRequests.open('gone', 'main', TEXT),
    },
    {
      description: 'of a reviewer without access',
      code: 'write-refused',
      message: /^no review was requested \(.*collaborator.*\)\. Give each of them access/,
      act: async (pullRequests: GitHubPullRequests, open: Open) => {
        const opened = await open();
        return pullRequests.requestReviews(opened, { reviewers: ['eve'], teams: [] });
      },
    },
    {
      description: 'of the author as a reviewer',
      code: 'write-refused',
      message: /is one of the reviewers, and has opened the pull request/,
      act: async (pullRequests: GitHubPullRequests, open: Open) => {
        const opened = await open();
        return pullRequests.requestReviews(opened, { reviewers: ['promoter[bot]'], teams: [] });
      },
    },
    {
      description: 'of auto-merge that is not allowed',
      code: 'write-refused',
      message: /org\/gitops does not allow it\. Turn on "Allow auto-merge"/,
      act: async (pullRequests: GitHubPullRequests, open: Open) => {
        const opened = await open();
        return pullRequests.enableAutoMerge(opened, { method: 'merge' }, opened.head);
      },
    },
    {
      description: 'of auto-merge to a token that only reads',
      token: 'reader-app',
      code: 'token-forbidden',
      message: /is not allowed to enable auto-merge in org\/gitops/,
      act: async (pullRequests: GitHubPullRequests, open: Open) => {
        const opened = await open();
        return pullRequests.enableAutoMerge(opened, { method: 'merge' }, opened.head);
      },
    },
    {
      description: 'of a merge before its checks have passed',
      repository: { protectedBranches: { main: 'status-checks' } },
      code: 'write-refused',
      message: /the server does not merge it yet \(2 of 2 required status checks are expected\.\)/,
      act: async (pullRequests: GitHubPullRequests, open: Open) => {
        const opened = await open();
        return pullRequests.merge(opened, { method: 'merge' }, opened.head);
      },
    },
  ] as const)('$description', async ({ act, code, message, ...given }) => {
    const actions = {
      kind: 'app',
      login: 'github-actions[bot]',
      permissions: { [REPOSITORY]: 'write' },
    } as const;
    const repository = 'repository' in given ? given.repository : {};
    const owner = await start(repository, { tokens: { ...TOKENS, actions } });
    const token = 'token' in given ? given.token : 'app';
    const refused = act(connect({ token }), () => openOne(owner));
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as unknown,
    });
  });

  it('that ends by itself can be tried again', async () => {
    const plan = planFaults([
      { index: 0, fault: findFault('connection dropped, before it took effect') },
      { index: 1, fault: findFault('status 503, before it took effect') },
      { index: 2, fault: limitRate('secondary', 30) },
    ]);
    const pullRequests = await start({}, { onRequest: plan.onRequest });
    await expect(pullRequests.readHead('main')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(pullRequests.findOpen(BRANCH, 'main')).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(pullRequests.deleteBranch(BRANCH)).rejects.toMatchObject({
      code: 'unavailable',
      retryAt: expect.any(Number) as unknown,
    });
  });
});
