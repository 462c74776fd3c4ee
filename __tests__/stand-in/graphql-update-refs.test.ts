import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const mutation =
  'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';

interface Reply {
  readonly errors?: readonly { readonly type: string; readonly message: string }[];
}

async function start(repository: object = {}) {
  const server = await standIn.start({
    repositories: { [REPOSITORY]: { files: { 'a.yaml': 'a\n' }, ...repository } },
  });
  const { git } = server.repository(REPOSITORY);
  const first = await git('rev-parse', 'main');
  const tree = await git('rev-parse', 'main^{tree}');
  const second = await git('commit-tree', tree, '-m', 'second');
  const third = await git('commit-tree', tree, '-m', 'third');
  await git('update-ref', 'refs/heads/b', second);
  return { git, first, second, third };
}

async function update(refUpdate: object, token = 'writer'): Promise<Reply> {
  const { body } = await standIn.call('GET', `/repos/${REPOSITORY}`);
  const repositoryId = (body as { readonly node_id: string }).node_id;
  const input = { repositoryId, refUpdates: [{ name: 'refs/heads/b', force: true, ...refUpdate }] };
  const request = { query: mutation, variables: { input } };
  return (await standIn.call('POST', '/graphql', { token, body: request })).body as Reply;
}

describe('updateRefs', () => {
  it('moves a branch that is where it was read', async () => {
    const { git, second, third } = await start();
    expect(await update({ beforeOid: second, afterOid: third })).not.toHaveProperty('errors');
    expect(await git('rev-parse', 'b')).toBe(third);
  });

  it('refuses to move one that is elsewhere', async () => {
    const { git, first, second, third } = await start();
    const { errors } = await update({ beforeOid: first, afterOid: third });
    expect(errors?.[0]?.type).toBe('UNPROCESSABLE');
    expect(await git('rev-parse', 'b')).toBe(second);
  });

  it.each([
    {
      description: 'a token that only reads',
      token: 'reader-app',
      repository: {},
      type: 'FORBIDDEN',
    },
    {
      description: 'a rule',
      token: 'writer',
      repository: { protectedBranches: { b: 'ruleset' } },
      type: 'UNPROCESSABLE',
    },
  ])('is refused by $description', async ({ token, repository, type }) => {
    const { git, second, third } = await start(repository);
    const { errors } = await update({ beforeOid: second, afterOid: third }, token);
    expect(errors?.[0]?.type).toBe(type);
    expect(await git('rev-parse', 'b')).toBe(second);
  });
});
