import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RestClient } from '../../../src/github/http/client.js';

/** What came to a server: to a proxy with the address of the other one. */
interface Came {
  readonly to: 'server' | 'proxy';
  readonly headers: IncomingHttpHeaders;
}

const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY', 'GITHUB_API_URL'] as const;
const before = new Map(VARIABLES.map((name) => [name, process.env[name]]));
let came: Came[] = [];
let servers: readonly Server[] = [];
let ports: readonly number[] = [];

/** A server that is asked itself, and one that is a proxy: a client opens a tunnel through it. */
beforeAll(async () => {
  const server = createServer(({ headers }, response) => {
    came.push({ to: 'server', headers });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', ({ headers }, socket) => {
    came.push({ to: 'proxy', headers });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  servers = [server, proxy];
  for (const each of servers) {
    await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
  }
  ports = servers.map((each) => (each.address() as AddressInfo).port);
});

/** @param given By name; what is not given is not set. */
function setEnvironment(given: ReadonlyMap<string, string | undefined>): void {
  for (const name of VARIABLES) {
    Reflect.deleteProperty(process.env, name);
    const value = given.get(name);
    if (value !== undefined) process.env[name] = value;
  }
}

afterEach(() => {
  came = [];
  setEnvironment(before);
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function ask(host: string): Promise<readonly Came['to'][]> {
  const apiUrl = `http://${host}:${ports[0]}`;
  const client = new RestClient({ apiUrl, repository: 'org/gitops', token: 't' });
  await client.request('GET', '', {});
  return came.map(({ to }) => to);
}

it('names the version of the API in every request', async () => {
  await ask('127.0.0.1');
  expect(came).toMatchObject([{ headers: { 'x-github-api-version': '2022-11-28' } }]);
});

describe('the proxy of the runner', () => {
  it.each([
    {
      description: 'is told by the address of the server itself',
      // The run's own server would go without a proxy.
      given: { GITHUB_API_URL: 'http://127.0.0.1/api/v3' },
      host: 'git.example',
      expected: ['proxy'],
    },
    {
      description: 'is not used for a server of NO_PROXY',
      given: { GITHUB_API_URL: 'https://api.example', NO_PROXY: 'other.example,git.invalid' },
      host: 'git.invalid',
      expected: [],
    },
    {
      description: 'is not used for this machine',
      given: { GITHUB_API_URL: 'https://api.example' },
      host: '127.0.0.1',
      expected: ['server'],
    },
  ])('$description', async ({ given, host, expected }) => {
    setEnvironment(
      new Map(Object.entries({ ...given, http_proxy: `http://127.0.0.1:${ports[1]}` })),
    );
    expect(await ask(host)).toEqual(expected);
  });
});
