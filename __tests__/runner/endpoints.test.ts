import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { probeEndpoint } from '../../src/runner/endpoints.js';
import { openTransport } from '../../src/runner/http.js';

const send = openTransport(() => undefined);

const opened: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('an address that is asked', () => {
  it.each([200, 204, 404, 503])('tells the status %d', async (status) => {
    const url = await serve((_, reply) => reply.writeHead(status).end());
    expect(await probeEndpoint(`${url}/health`, 60_000, send)).toEqual({ status });
  });

  it('follows redirects on the same host', async () => {
    const url = await serve((request, reply) => {
      if (request.url === '/ready') reply.writeHead(200).end('ok');
      else reply.writeHead(302, { location: '/ready' }).end();
    });
    expect(await probeEndpoint(`${url}/health`, 60_000, send)).toEqual({ status: 200 });
  });

  it.each([
    {
      location: 'http://other.example.com/login',
      problem: 'redirects to http://other.example.com',
    },
    { location: '/again', problem: 'redirects again and again' },
  ])('says where a redirect leads: $problem', async ({ location, problem }) => {
    const url = await serve((_, reply) => reply.writeHead(302, { location }).end());
    expect(await probeEndpoint(url, 60_000, send)).toEqual({ problem });
  });

  it('says that nobody answers within the limit', async () => {
    const url = await serve(() => undefined);
    expect(await probeEndpoint(url, 50, send)).toEqual({
      problem: 'no answer within 0.05 seconds',
    });
  });

  it('does not wait for the end of a body', async () => {
    const url = await serve((_, reply) => reply.writeHead(200).write('more is to come'));
    expect(await probeEndpoint(url, 60_000, send)).toEqual({ status: 200 });
  });
});
