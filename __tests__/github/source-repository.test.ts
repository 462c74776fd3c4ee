import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHubSourceRepository } from '../../src/github/source-repository.js';

const SHA = 'a'.repeat(40);

/** What the server answers to every request. */
let reply: { readonly status: number; readonly body: unknown } = { status: 200, body: {} };
let requests: string[] = [];
let server: Server;
let apiUrl = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${String(request.method)} ${String(request.url)}`);
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function open(status: number, body: unknown, url = apiUrl): GitHubSourceRepository {
  reply = { status, body };
  requests = [];
  return new GitHubSourceRepository({ apiUrl: url, repository: 'org/app', token: 't' });
}

describe('RestSourceRepository', () => {
  it('reads the default branch', async () => {
    expect(await open(200, { default_branch: 'trunk' }).readDefaultBranch()).toBe('trunk');
    expect(requests).toEqual(['GET /repos/org/app']);
  });

  it('reads the date of a commit', async () => {
    const date = '2026-01-09T20:15:30Z';
    const repository = open(200, { commit: { committer: { date } } });
    expect(await repository.readCommitDate(SHA)).toBe(Date.parse(date));
    expect(requests).toEqual([`GET /repos/org/app/commits/${SHA}`]);
  });

  it.each([
    { status: 401, code: 'token-invalid', message: 'token: the server does not accept' },
    { status: 403, code: 'token-forbidden', message: '"permissions: contents: read"' },
    { status: 404, code: 'token-forbidden', message: '"permissions: contents: read"' },
    { status: 500, code: 'unavailable', message: '(500: no), which a rule of tags needs' },
  ])('explains $status', async ({ status, code, message }) => {
    await expect(open(status, { message: 'no' }).readCommitDate(SHA)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('can be tried again when a limit is over', async () => {
    const repository = open(403, { message: 'You have exceeded a secondary rate limit.' });
    const now = Date.now();
    const failure: unknown = await repository.readDefaultBranch().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'unavailable' });
    expect((failure as { readonly retryAt?: number }).retryAt).toBeGreaterThanOrEqual(now + 60_000);
  });

  it('explains a server that does not answer', async () => {
    const repository = open(200, {}, 'http://127.0.0.1:1');
    await expect(repository.readDefaultBranch()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('does not tell the default branch of org/app'),
    });
  });

  it.each([
    { description: 'without the value', body: {} },
    { description: 'that is no object', body: [] },
  ])('does not take a reply $description', async ({ body }) => {
    const repository = open(200, body);
    await expect(repository.readDefaultBranch()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(repository.readCommitDate(SHA)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
