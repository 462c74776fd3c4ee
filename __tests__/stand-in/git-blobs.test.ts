import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const BLOBS = `/repos/${REPOSITORY}/git/blobs`;
const BIG = Buffer.alloc(1024 * 1024 + 1, 7);
const FILES = { 'a.yaml': 'tag: 1\n', 'long.yaml': 'x'.repeat(46), empty: '', big: BIG };

async function start() {
  const server = await standIn.start({ repositories: { [REPOSITORY]: { files: FILES } } });
  return server.repository(REPOSITORY).resolve;
}

describe('GET a blob', () => {
  it.each([
    { path: 'a.yaml', size: 7, content: 'dGFnOiAxCg==\n' },
    { path: 'long.yaml', size: 46, content: `${'eHh4'.repeat(15)}\neA==\n` },
    { path: 'empty', size: 0, content: '' },
    {
      path: 'big',
      size: BIG.length,
      content: BIG.toString('base64').replace(/.{1,60}/g, '$&\n'),
    },
  ])('has the content of $path in lines of Base64', async ({ path, size, content }) => {
    const resolve = await start();
    const sha = await resolve('main', path);
    const { status, body } = await standIn.call('GET', `${BLOBS}/${sha}`);
    const url = expect.stringContaining(`${BLOBS}/${sha}`) as unknown;
    expect(status).toBe(200);
    expect(body).toEqual({ sha, node_id: `B_${sha}`, size, url, content, encoding: 'base64' });
  });

  it('has the bytes as they are in the raw media type', async () => {
    const resolve = await start();
    const sha = await resolve('main', 'a.yaml');
    const accept = 'application/vnd.github.raw+json';
    const { status, body } = await standIn.call('GET', `${BLOBS}/${sha}`, { accept });
    expect([status, body]).toEqual([200, 'tag: 1\n']);
  });

  it.each([
    {
      description: 'that is not there',
      sha: 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
      status: 404,
      message: 'Not Found',
    },
    {
      description: 'whose name is shortened',
      sha: 'a94a8fe',
      status: 422,
      message: 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].',
    },
  ])('refuses one $description', async ({ sha, status, message }) => {
    await start();
    const answer = await standIn.call('GET', `${BLOBS}/${sha}`);
    expect(answer).toMatchObject({ status, body: { message, status: String(status) } });
  });

  it('makes up no answer to the name of a tree', async () => {
    const resolve = await start();
    const { status } = await standIn.call('GET', `${BLOBS}/${await resolve('main', '')}`);
    expect(status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});
