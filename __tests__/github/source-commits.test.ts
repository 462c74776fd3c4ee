import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHubSourceRepository } from '../../src/github/source-repository.js';

/** Commits of a range, oldest first, as a server with pages or without tells them. */
let count = 0;
let requests: string[] = [];
let server: Server;
let apiUrl = '';

const shaOf = (index: number) => String(index).padStart(40, '0');

const describeCommit = (index: number) => ({
  sha: shaOf(index),
  commit: { message: `Change ${index}\n\nWhy.` },
});

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    requests.push(url.search);
    const all = Array.from({ length: count }, (_, index) => describeCommit(index + 1));
    const size = Number(url.searchParams.get('per_page') ?? count);
    const page = Number(url.searchParams.get('page') ?? 1);
    const isGitea = url.pathname.startsWith('/api/v1');
    const commits = isGitea ? all.reverse() : all.slice((page - 1) * size, page * size);
    response.writeHead(count < 0 ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ total_commits: count, commits }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function list(total: number, path = '') {
  count = total;
  requests = [];
  const target = { apiUrl: `${apiUrl}${path}`, repository: 'org/app', token: 't' };
  return new GitHubSourceRepository(target).listCommits(shaOf(0), shaOf(total), 20);
}

describe('the commits between two', () => {
  it.each([
    { total: 1, pages: ['?per_page=20&page=1'] },
    { total: 20, pages: ['?per_page=20&page=1'] },
    { total: 21, pages: ['?per_page=20&page=2', '?per_page=20&page=1'] },
    { total: 40, pages: ['?per_page=20&page=2'] },
    { total: 321, pages: ['?per_page=20&page=17', '?per_page=20&page=16'] },
  ])('are the newest of $total', async ({ total, pages }) => {
    const range = await list(total);
    expect(range.count).toBe(total);
    const wanted = Array.from({ length: Math.min(total, 20) }, (_, index) => total - index);
    expect(range.commits).toEqual(
      wanted.map((index) => ({ sha: shaOf(index), subject: `Change ${index}` })),
    );
    expect(requests).toEqual(['?per_page=1&page=2', ...pages]);
  });

  it('may be none', async () => {
    expect(await list(0)).toEqual({ commits: [], count: 0 });
  });

  it('come from Gitea at once, the newest first', async () => {
    const range = await list(30, '/api/v1');
    expect(range.commits.map(({ sha }) => sha).slice(0, 2)).toEqual([shaOf(30), shaOf(29)]);
    expect(range).toMatchObject({ count: 30, commits: { length: 20 } });
    expect(requests).toEqual(['']);
  });

  it('are not told by a repository that the token cannot see', async () => {
    await expect(list(-1)).rejects.toMatchObject({ code: 'token-forbidden' });
  });
});
