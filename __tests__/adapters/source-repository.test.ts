import { Octokit } from '@octokit/rest';
import { describe, expect, it } from '@jest/globals';
import { RestSourceRepository } from '../../src/adapters/source-repository.js';

const target = { apiUrl: 'https://api.github.com', repository: 'org/app', token: 't' };
const SHA = 'a'.repeat(40);

/** The source repository behind a server that answers every request alike. */
function open(status: number, body: unknown) {
  const requests: string[] = [];
  const fetch = (url: string) => {
    requests.push(url);
    return Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
    );
  };
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const octokit = new Octokit({ baseUrl: target.apiUrl, request: { fetch }, log });
  return { repository: new RestSourceRepository(target, octokit), requests };
}

function ignore(): void {
  // Octokit logs what it deprecates.
}

describe('RestSourceRepository', () => {
  it('reads the default branch', async () => {
    const { repository, requests } = open(200, { default_branch: 'trunk' });
    expect(await repository.readDefaultBranch()).toBe('trunk');
    expect(requests).toEqual(['https://api.github.com/repos/org/app']);
  });

  it('reads the date of a commit', async () => {
    const date = '2026-01-09T20:15:30Z';
    const { repository, requests } = open(200, { commit: { committer: { date } } });
    expect(await repository.readCommitDate(SHA)).toBe(Date.parse(date));
    expect(requests).toEqual([`https://api.github.com/repos/org/app/commits/${SHA}`]);
  });

  it.each([
    { status: 401, code: 'token-invalid', message: 'token: the server does not accept' },
    { status: 403, code: 'token-forbidden', message: '"permissions: contents: read"' },
    { status: 404, code: 'token-forbidden', message: '"permissions: contents: read"' },
    { status: 500, code: 'unavailable', message: 'https://api.github.com does not tell' },
  ])('explains $status', async ({ status, code, message }) => {
    const { repository } = open(status, { message: 'no' });
    await expect(repository.readCommitDate(SHA)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    { description: 'without the value', body: {} },
    { description: 'that is no object', body: [] },
  ])('does not take a reply $description', async ({ body }) => {
    const { repository } = open(200, body);
    await expect(repository.readDefaultBranch()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(repository.readCommitDate(SHA)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
