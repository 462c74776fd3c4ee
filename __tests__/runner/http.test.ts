import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openTransport } from '../../src/runner/http.js';

const servers: Server[] = [];
const sockets: Socket[] = [];

/** A server that says the same to everybody, and leaves the connection open. */
async function serve(text: string): Promise<URL> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket
      .on('error', () => undefined)
      .resume()
      .write(text);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return new URL(`http://127.0.0.1:${port}/v2/app?token=secret`);
}

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

const GET = { method: 'GET', headers: {}, limit: 60_000 } as const;
const lines: string[] = [];
const send = openTransport((line) => {
  lines.push(line.replace(/\d+ ms/, 'N ms'));
});

describe('a request', () => {
  it.each([
    { description: 'says nothing', text: '' },
    {
      description: 'stops in its answer',
      text: 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf',
    },
  ])('does not wait without end for a server that $description', async ({ text }) => {
    const url = await serve(text);
    const problem = 'no answer within 0.05 seconds';
    expect(await send({ ...GET, url, limit: 50 })).toEqual({ problem, code: '' });
    // The connection is given up too, or the process would go on for as long as the server holds it.
    for (const socket of sockets) if (!socket.destroyed) await once(socket, 'close');
  });

  it('ends its connection once it has an answer', async () => {
    const url = await serve('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nwhole');
    const body = Buffer.from('whole');
    expect(await send({ ...GET, url })).toMatchObject({ status: 200, body });
    for (const socket of sockets) if (!socket.destroyed) await once(socket, 'close');
  });

  it('gives up an answer that is too large', async () => {
    const url = await serve('HTTP/1.1 200 OK\r\n\r\nmuch');
    expect(await send({ ...GET, url, largestBody: 3 })).toMatchObject({
      problem: expect.stringContaining('an answer of more than') as unknown,
    });
  });

  it('tells the code of what stood in the way', async () => {
    const url = await serve('');
    for (const server of servers.splice(0)) server.close();
    expect(await send({ ...GET, url })).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('traces requests without what they carry', async () => {
    const url = await serve(
      'HTTP/1.1 429 Slow down\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n',
    );
    const headers = { authorization: 'Bearer secret' };
    lines.length = 0;
    await send({ ...GET, method: 'POST', url, headers, body: 'secret' });
    const silent = await serve('');
    await send({ ...GET, url: silent, limit: 20 });
    expect(lines).toEqual([
      `POST ${url.origin}/v2/app: 429 in N ms, retry after 7`,
      `GET ${silent.origin}/v2/app: no answer (no answer within 0.02 seconds) in N ms`,
    ]);
  });
});
