import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import { PULLS, usePulls } from './pulls-client.js';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();
const { start, write, open, readPull } = usePulls(standIn);

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
