import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const TREES = `/repos/${REPOSITORY}/git/trees`;
const FILES = { 'a.yaml': 'tag: 1\n', 'app/base/b.yaml': 'tag: 2\n' };

async function start() {
  const server = await standIn.start({ repositories: { [REPOSITORY]: { files: FILES } } });
  return server.repository(REPOSITORY).resolve;
}

const DEEP = ['a.yaml blob', 'app tree', 'app/base tree', 'app/base/b.yaml blob'];

describe('GET a tree', () => {
  it.each([
    { description: 'of a branch', name: 'main', query: '', expected: ['a.yaml blob', 'app tree'] },
    {
      description: 'of a branch, with all below',
      name: 'main',
      query: '?recursive=1',
      expected: DEEP,
    },
    { description: 'by its own name', name: 'app', query: '', expected: ['base tree'] },
  ])('has the entries $description', async ({ name, query, expected }) => {
    const resolve = await start();
    const tree = name === 'app' ? await resolve('main', name) : name;
    const { status, body } = await standIn.call('GET', `${TREES}/${tree}${query}`);
    expect(status).toBe(200);
    const { tree: entries, truncated } = body as {
      tree: readonly { path: string; type: string }[];
      truncated: boolean;
    };
    expect(entries.map(({ path, type }) => `${path} ${type}`)).toEqual(expected);
    expect(truncated).toBe(false);
  });

  it('refuses one that is not there', async () => {
    await start();
    expect(await standIn.call('GET', `${TREES}/nope`)).toMatchObject({ status: 404 });
  });
});
