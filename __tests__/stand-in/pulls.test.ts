import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;
const PULLS = `${API}/pulls`;

/** A repository with a branch `promote` that is one commit ahead of `main`. */
async function start(repository: object = {}): Promise<GitHubStandIn> {
  const files = { 'a.yaml': 'tag: 1\n' };
  const server = await standIn.start({ repositories: { [REPOSITORY]: { files, ...repository } } });
  await server.repository(REPOSITORY).git('branch', 'promote', 'main');
  await write('promote', 'tag: 2\n');
  return server;
}

/** Writes `a.yaml` or another file through the API. */
async function write(branch: string, text: string, path = 'a.yaml') {
  const address = `${API}/contents/${path}`;
  const read = await standIn.call('GET', `${address}?ref=${branch}`);
  const sha = read.status === 200 ? (read.body as { sha: string }).sha : undefined;
  const content = Buffer.from(text).toString('base64');
  const body = { message: `set ${text.trim()}\n\nwhy`, content, branch, ...(sha && { sha }) };
  return standIn.call('PUT', address, { body });
}

async function open(body: object = {}, token = 'app') {
  const given = { title: 'Promote', head: 'promote', base: 'main', body: 'why', ...body };
  return standIn.call('POST', PULLS, { body: given, token });
}

async function readPull(number = 1) {
  return (await standIn.call('GET', `${PULLS}/${number}`)).body;
}

async function list(query: string): Promise<unknown[]> {
  const { status, body } = await standIn.call('GET', `${PULLS}?${query}`);
  expect(status).toBe(200);
  return (body as { number: number }[]).map(({ number }) => number);
}

describe('a pull request', () => {
  it('is opened', async () => {
    const { repository } = await start();
    const { git } = repository(REPOSITORY);
    const { status, body } = await open();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ number: 1, state: 'open', title: 'Promote', body: 'why', draft: false },
      html_url: `https://github.com/${REPOSITORY}/pull/1`,
      head: { label: 'org:promote', ref: 'promote', sha: await git('rev-parse', 'promote') },
      base: { ref: 'main', sha: await git('rev-parse', 'main') },
      user: { login: 'promoter[bot]', type: 'Bot' },
      ...{ mergeable: null, mergeable_state: 'unknown', merged: false },
      ...{ commits: 1, additions: 1, deletions: 1, changed_files: 1 },
    });
    expect(await readPull()).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
  });

  it('is found by its head, base and state', async () => {
    const server = await start();
    await server.repository(REPOSITORY).git('branch', 'other', 'promote');
    await open();
    await open({ head: 'org:other' });
    await standIn.call('PATCH', `${PULLS}/1`, { body: { state: 'closed' } });
    expect(await list('')).toEqual([2]);
    expect(await list('state=all')).toEqual([2, 1]);
    expect(await list('state=closed&head=org:promote&base=main')).toEqual([1]);
    expect(await list('head=org:promote')).toEqual([]);
    expect(await list('base=other')).toEqual([]);
    expect(await list('head=fork:other')).toEqual([]);
  });

  it('is listed in pages', async () => {
    const server = await start();
    await server.repository(REPOSITORY).git('branch', 'other', 'promote');
    await open();
    await open({ head: 'other' });
    const { headers, body } = await standIn.call('GET', `${PULLS}?per_page=1`);
    expect(body).toMatchObject([{ number: 2 }]);
    const next = /<[^>]+(?<path>\/repos[^>]+)>; rel="next"/.exec(headers.get('link') ?? '');
    const answer = await standIn.call('GET', next?.groups?.path ?? '');
    expect(answer.body).toMatchObject([{ number: 1 }]);
    expect(answer.headers.has('link')).toBe(false);
  });

  it('is changed', async () => {
    await start();
    await open();
    const body = { title: 'Other', body: 'because' };
    const answer = await standIn.call('PATCH', `${PULLS}/1`, { body });
    expect(answer).toMatchObject({ status: 200, body: { ...body, state: 'open' } });
  });

  it('follows its branch', async () => {
    const { repository } = await start();
    await open();
    await write('promote', 'tag: 3\n');
    const sha = await repository(REPOSITORY).git('rev-parse', 'promote');
    expect(await readPull()).toMatchObject({ state: 'open', head: { sha }, commits: 2 });
  });

  it('is reopened while its commits are there', async () => {
    await start();
    await open();
    await standIn.call('PATCH', `${PULLS}/1`, { body: { state: 'closed' } });
    expect(await readPull()).toMatchObject({ state: 'closed', merged: false });
    await standIn.call('PATCH', `${PULLS}/1`, { body: { state: 'open' } });
    expect(await readPull()).toMatchObject({ state: 'open', closed_at: null });
  });

  it('is closed for good when its head is moved to its base', async () => {
    const { repository } = await start();
    await open();
    const { git } = repository(REPOSITORY);
    const body = { sha: await git('rev-parse', 'main'), force: true };
    await standIn.call('PATCH', `${API}/git/refs/heads/promote`, { body });
    expect(await readPull()).toMatchObject({ state: 'closed', merged: false });

    await write('promote', 'tag: 3\n');
    const again = await standIn.call('PATCH', `${PULLS}/1`, { body: { state: 'open' } });
    const message = 'state cannot be changed. The promote branch was force-pushed or recreated.';
    expect(again).toMatchObject({ status: 422, body: { errors: [{ message }] } });
    expect(await open()).toMatchObject({ status: 201, body: { number: 2 } });
  });

  it('stays open when its head is moved past its base at once', async () => {
    const { repository } = await start();
    await open();
    const { git } = repository(REPOSITORY);
    const sha = await git('commit-tree', 'promote^{tree}', '-p', 'main', '-m', 'again');
    const body = { sha, force: true };
    await standIn.call('PATCH', `${API}/git/refs/heads/promote`, { body });
    expect(await readPull()).toMatchObject({ state: 'open', head: { sha }, commits: 1 });
  });

  it('is closed when its branch is deleted', async () => {
    await start();
    await open();
    await standIn.call('DELETE', `${API}/git/refs/heads/promote`);
    expect(await readPull()).toMatchObject({ state: 'closed', merged: false });
    const { status } = await standIn.call('PATCH', `${PULLS}/1`, { body: { state: 'open' } });
    expect(status).toBe(422);
  });

  it('is merged when its commits come to its base another way', async () => {
    const { repository } = await start();
    await open();
    const body = { sha: await repository(REPOSITORY).git('rev-parse', 'promote') };
    await standIn.call('PATCH', `${API}/git/refs/heads/main`, { body });
    expect(await readPull()).toMatchObject({ state: 'closed', merged: true });
  });
});

describe('a refused pull request', () => {
  const resource = 'PullRequest';

  it.each([
    {
      description: 'of an unknown head',
      body: { head: 'nope' },
      error: { resource, field: 'head', code: 'invalid' },
    },
    {
      description: 'of an unknown base',
      body: { base: 'nope' },
      error: { resource, field: 'base', code: 'invalid' },
    },
    {
      description: 'without commits',
      body: { head: 'main' },
      error: { resource, code: 'custom', message: 'No commits between main and main' },
    },
  ])('$description', async ({ body, error }) => {
    await start();
    const answer = await open(body);
    const message = 'Validation Failed';
    expect(answer).toMatchObject({ status: 422, body: { message, errors: [error] } });
    expect(await list('state=all')).toEqual([]);
  });

  it('that is there already', async () => {
    await start();
    await open();
    const message = 'A pull request already exists for org:promote.';
    const errors = [{ resource, code: 'custom', message }];
    expect(await open()).toMatchObject({ status: 422, body: { errors } });
  });

  it('of GitHub Actions, where it is not allowed', async () => {
    const actions = {
      kind: 'app',
      login: 'github-actions[bot]',
      permissions: { [REPOSITORY]: 'write' },
    } as const;
    const files = { 'a.yaml': '' };
    await standIn.start({
      repositories: { [REPOSITORY]: { files, allowActionsPullRequests: false } },
      tokens: { actions },
    });
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    expect(await open({}, 'actions')).toMatchObject({ status: 403, body: { message } });
  });

  it.each([
    { method: 'GET', path: '/pulls/7' },
    { method: 'PATCH', path: '/pulls/7' },
    { method: 'PUT', path: '/pulls/7/merge' },
    { method: 'POST', path: '/issues/7/labels' },
    { method: 'POST', path: '/pulls/7/requested_reviewers' },
  ])('that is not there: $method $path', async ({ method, path }) => {
    await start();
    const body = path.endsWith('labels') ? { labels: ['a'] } : {};
    const answer = await standIn.call(method, `${API}${path}`, method === 'GET' ? {} : { body });
    expect(answer).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  it.each([
    { description: 'an order', method: 'GET', path: '/pulls?sort=updated' },
    { description: 'a head without an owner', method: 'GET', path: '/pulls?head=promote' },
    { description: 'another base', method: 'PATCH', path: '/pulls/1', body: { base: 'promote' } },
    { description: 'no title', method: 'POST', path: '/pulls', body: { head: 'a', base: 'b' } },
  ])('with $description makes up no answer', async ({ method, path, body }) => {
    await start();
    await open();
    const { status } = await standIn.call(method, `${API}${path}`, body && { body });
    expect(status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});

describe('labels and reviewers', () => {
  it('are added', async () => {
    await start({ collaborators: ['ada'], teams: ['ops'] });
    await open();
    const labels = await standIn.call('POST', `${API}/issues/1/labels`, {
      body: { labels: ['promotion', 'prod'] },
    });
    const reviewers = await standIn.call('POST', `${PULLS}/1/requested_reviewers`, {
      body: { reviewers: ['ada'], team_reviewers: ['ops'] },
    });
    const added = {
      labels: [{ name: 'promotion' }, { name: 'prod' }],
      requested_reviewers: [{ login: 'ada' }],
      requested_teams: [{ slug: 'ops' }],
    };
    expect(labels).toMatchObject({ status: 200, body: added.labels });
    expect(reviewers).toMatchObject({ status: 201, body: added });
    expect(await readPull()).toMatchObject(added);
    expect((await standIn.call('GET', PULLS)).body).toMatchObject([added]);
  });

  it.each([
    {
      description: 'a user who is no collaborator',
      body: { reviewers: ['eve'] },
      message: 'Reviews may only be requested from collaborators. ',
    },
    {
      description: 'a team that is none',
      body: { team_reviewers: ['nope'] },
      message: 'Reviews may only be requested from collaborators. ',
    },
    {
      description: 'the author',
      body: { reviewers: ['promoter[bot]'] },
      message: 'Review cannot be requested from pull request author.',
    },
  ])('are refused: $description', async ({ body, message }) => {
    await start();
    await open();
    const answer = await standIn.call('POST', `${PULLS}/1/requested_reviewers`, { body });
    const expected = { message: expect.stringContaining(message) as unknown };
    expect(answer).toMatchObject({ status: 422, body: expected });
    expect(await readPull()).toMatchObject({ requested_reviewers: [], requested_teams: [] });
  });
});

describe('a merge', () => {
  async function merge(body: object = {}, token = 'app') {
    return standIn.call('PUT', `${PULLS}/1/merge`, { body, token });
  }

  it.each([
    {
      description: 'is a commit with two parents',
      body: {},
      parents: 'main promote',
      message: 'Merge pull request #1 from org/promote\n\nPromote',
    },
    {
      description: 'by squashing one commit has its message',
      body: { merge_method: 'squash' },
      parents: 'main',
      message: 'set tag: 2 (#1)\n\nwhy',
    },
    {
      description: 'has the message that is given',
      body: { merge_method: 'squash', commit_title: 'title', commit_message: 'text' },
      parents: 'main',
      message: 'title\n\ntext',
    },
  ])('$description', async ({ body, parents, message }) => {
    const server = await start();
    const { git, readFile } = server.repository(REPOSITORY);
    await open();
    const expected = await git('rev-parse', ...parents.split(' '));
    const answer = await merge(body);
    const sha = await git('rev-parse', 'main');
    expect(answer).toMatchObject({ status: 200, body: { sha, merged: true } });
    expect(await git('log', '-1', '--format=%P', 'main')).toBe(expected.replace('\n', ' '));
    expect(await git('log', '-1', '--format=%B', 'main')).toBe(message);
    expect((await readFile('main', 'a.yaml')).toString()).toBe('tag: 2\n');
    expect(await readPull()).toMatchObject({
      ...{ state: 'closed', merged: true, merge_commit_sha: sha },
      merged_by: { login: 'promoter[bot]' },
    });
  });

  it('by squashing several commits lists them', async () => {
    const { repository } = await start();
    await write('promote', 'tag: 3\n');
    await open();
    await merge({ merge_method: 'squash' });
    expect(await repository(REPOSITORY).git('log', '-1', '--format=%B', 'main')).toBe(
      'Promote (#1)\n\n* set tag: 2\n\nwhy\n\n* set tag: 3\n\nwhy',
    );
  });

  it('keeps what came to the base meanwhile', async () => {
    const { repository } = await start();
    await write('main', 'other\n', 'b.yaml');
    await open();
    await merge({ merge_method: 'squash' });
    const { git } = repository(REPOSITORY);
    expect(await git('ls-tree', '--name-only', 'main')).toBe('a.yaml\nb.yaml');
  });

  it.each([
    {
      description: 'of another head',
      body: { sha: 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3' },
      status: 409,
      message: 'Head branch was modified. Review and try the merge again.',
    },
    {
      description: 'before the checks have passed',
      repository: { protectedBranches: { main: 'status-checks' } },
      status: 405,
      message: '2 of 2 required status checks are expected.',
    },
    {
      description: 'that conflicts',
      before: 'main',
      status: 405,
      message: 'Pull Request is not mergeable',
    },
  ])('is refused $description', async ({ repository = {}, body, before, status, message }) => {
    const server = await start(repository);
    await open();
    if (before !== undefined) await write(before, 'tag: 9\n');
    const { git } = server.repository(REPOSITORY);
    const head = await git('rev-parse', 'main');
    expect(await merge(body)).toMatchObject({ status, body: { message } });
    expect(await git('rev-parse', 'main')).toBe(head);
    expect(await readPull()).toMatchObject({ state: 'open' });
  });

  it('is refused a second time', async () => {
    await start();
    await open();
    await merge();
    const message = 'Pull Request is not mergeable';
    expect(await merge()).toMatchObject({ status: 405, body: { message } });
  });

  it('is refused when the base moves meanwhile', async () => {
    const server: GitHubStandIn = await standIn.start({
      repositories: { [REPOSITORY]: { files: { 'a.yaml': '' } } },
      beforeRefUpdate: async ({ path }) => {
        if (!path.endsWith('/merge')) return;
        const { git } = server.repository(REPOSITORY);
        const other = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'other');
        await git('update-ref', 'refs/heads/main', other);
      },
    });
    await server.repository(REPOSITORY).git('branch', 'promote', 'main');
    await write('promote', 'tag: 2\n');
    await open();
    const message = 'Base branch was modified. Review and try the merge again.';
    expect(await merge()).toMatchObject({ status: 405, body: { message } });
    expect(await readPull()).toMatchObject({ state: 'open', merged: false });
  });

  it.each([
    { description: 'by rebase', opened: {}, body: { merge_method: 'rebase' } },
    { description: 'of a draft', opened: { draft: true }, body: {} },
  ])('$description makes up no answer', async ({ opened, body }) => {
    await start();
    await open(opened);
    expect((await merge(body)).status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});

describe('auto-merge', () => {
  const mutation = `mutation ($input: EnablePullRequestAutoMergeInput!) {
    enablePullRequestAutoMerge(input: $input) {
      pullRequest { id number url autoMergeRequest { mergeMethod } } } }`;

  async function enable(given: object = {}, token = 'app') {
    const { body } = await standIn.call('GET', `${PULLS}/1`);
    const { node_id: pullRequestId, head } = body as { node_id: string; head: { sha: string } };
    const input = { pullRequestId, expectedHeadOid: head.sha, mergeMethod: 'SQUASH', ...given };
    const request = { query: mutation, variables: { input } };
    return standIn.call('POST', '/graphql', { body: request, token });
  }

  it('is enabled where something stands in the way', async () => {
    const protectedBranches = { main: 'status-checks' };
    await start({ allowAutoMerge: true, protectedBranches });
    await open();
    const { status, body } = await enable();
    const pullRequest = {
      id: expect.any(String),
      number: 1,
      url: `https://github.com/${REPOSITORY}/pull/1`,
      autoMergeRequest: { mergeMethod: 'SQUASH' },
    };
    expect(status).toBe(200);
    expect(body).toEqual({ data: { enablePullRequestAutoMerge: { pullRequest } } });
    expect(await readPull()).toMatchObject({
      mergeable_state: 'blocked',
      auto_merge: { merge_method: 'squash', enabled_by: { login: 'promoter[bot]' } },
    });
  });

  it.each([
    {
      description: 'a pull request that can be merged at once',
      repository: { allowAutoMerge: true },
      type: 'UNPROCESSABLE',
      message: 'Pull request Pull request is in clean status',
    },
    {
      description: 'a repository that does not allow it',
      repository: { protectedBranches: { main: 'status-checks' } },
      type: 'UNPROCESSABLE',
      message: 'Auto merge is not allowed for this repository',
    },
    {
      description: 'no pull request',
      given: { pullRequestId: 'PR_nope' },
      type: 'NOT_FOUND',
      message: "Could not resolve to a node with the global id of 'PR_nope'.",
    },
    {
      description: 'a token that may only read',
      token: 'reader-app',
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    },
  ])('is refused for $description', async ({ repository = {}, given, token, type, message }) => {
    await start(repository);
    await open();
    const { status, body } = await enable(given, token);
    const path = ['enablePullRequestAutoMerge'];
    expect(status).toBe(200);
    expect(body).toMatchObject({ errors: [{ type, path, message }] });
    expect(await readPull()).toMatchObject({ auto_merge: null });
  });

  it.each([
    { description: 'another head', given: { expectedHeadOid: 'a' }, state: 'open' },
    { description: 'an address', given: { authorEmail: 'ada@example.com' }, state: 'open' },
    { description: 'a closed one', given: {}, state: 'closed' },
  ])('with $description makes up no answer', async ({ given, state }) => {
    await start({ allowAutoMerge: true });
    await open();
    await standIn.call('PATCH', `${PULLS}/1`, { body: { state } });
    expect((await enable(given)).status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});
