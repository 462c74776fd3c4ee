import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import { API, PULLS, usePulls } from './pulls-client.js';

const standIn = useStandIn();
const { start, write, open, readPull } = usePulls(standIn);

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
    const answer = await standIn.call('GET', next?.groups?.['path'] ?? '');
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
    const sha = await repository(REPOSITORY).resolve('promote');
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
    const body = { sha: await repository(REPOSITORY).resolve('promote') };
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
