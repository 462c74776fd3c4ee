import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import { PULLS, usePulls } from './pulls-client.js';

const standIn = useStandIn();
const { start, open, readPull } = usePulls(standIn);

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
