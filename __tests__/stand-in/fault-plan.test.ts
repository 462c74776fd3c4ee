import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import { FAULTS, findFault, limitRate } from './faults.mjs';
import { planFaults } from './fault-plan.mjs';
import { renderExchanges } from './request-log.mjs';
import type { GitHubStandIn } from './server.mjs';

const standIn = useStandIn();
const CONTENTS = `/repos/${REPOSITORY}/contents`;
const WRITE = { body: { message: 'm', content: '' } };
const repositories = { [REPOSITORY]: { files: { 'a.yaml': 'tag: 1\n' } } };
const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } } }`;

const DROP = 'connection dropped, before it took effect';

async function start(...planned: Parameters<typeof planFaults>[0]) {
  const plan = planFaults(planned);
  const server = await standIn.start({ repositories, onRequest: plan.onRequest });
  return { server, failed: plan.failed };
}

async function put(path = 'b.yaml'): Promise<number | string> {
  try {
    return (await standIn.call('PUT', `${CONTENTS}/${path}`, WRITE)).status;
  } catch {
    return 'no answer';
  }
}

async function commit({ repository }: GitHubStandIn): Promise<unknown> {
  const input = {
    branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'main' },
    expectedHeadOid: await repository(REPOSITORY).resolve('main'),
    message: { headline: 'm' },
    fileChanges: { additions: [{ path: 'b.yaml', contents: '' }] },
  };
  try {
    const body = { query: mutation, variables: { input } };
    const { status, body: reply } = await standIn.call('POST', '/graphql', { body });
    const { errors } = reply as { errors?: [{ type?: string; message: string }] };
    return errors === undefined ? status : (errors[0].type ?? errors[0].message);
  } catch {
    return 'no answer';
  }
}

describe.each(FAULTS)('a fault: $name', (fault) => {
  const { name, takesEffect, isGraphqlOnly } = fault;
  const status = /^status (?<status>\d+)/.exec(name)?.groups?.['status'];

  it('strikes the REST API', async () => {
    const { server, failed } = await start({ index: 0, fault });
    const answers: Record<string, number> = { delay: 201, ...(isGraphqlOnly && { [name]: 500 }) };
    const expected = answers[name] ?? (status === undefined ? 'no answer' : Number(status));
    expect(await put()).toEqual(expected);
    expect(failed).toHaveLength(1);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(takesEffect ? 2 : 1);
  });

  it('strikes GraphQL', async () => {
    const { server } = await start({ index: 0, fault });
    const failure = expect.stringContaining('Something went wrong while executing') as unknown;
    const answers: Record<string, unknown> = {
      'status 409, before it took effect': 'STALE_DATA',
      'status 422, before it took effect': 'UNPROCESSABLE',
      'status 403, before it took effect': 'FORBIDDEN',
      'status 403, rate limit, before it took effect': 'RATE_LIMITED',
      'GraphQL failure, before it took effect': failure,
      'GraphQL failure, after it took effect': failure,
      delay: 200,
    };
    const expected = answers[name] ?? (status === undefined ? 'no answer' : Number(status));
    expect(await commit(server)).toEqual(expected);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(takesEffect ? 2 : 1);
  });
});

describe('an answer that is cut', () => {
  it.each([
    { fault: 'answer cut, after it took effect', commits: 2 },
    { fault: 'answer cut, before it took effect', commits: 1 },
  ])('ends in the middle: $fault', async ({ fault, commits }) => {
    const { server } = await start({ fault: findFault(fault) });
    const request = { method: 'PUT', body: JSON.stringify(WRITE.body) };
    const headers = { authorization: 'token writer' };
    const response = await fetch(`${server.url}${CONTENTS}/b.yaml`, { ...request, headers });
    const length = Number(response.headers.get('content-length'));
    let received = 0;
    const read = async () => {
      for await (const chunk of response.body ?? []) received += (chunk as Uint8Array).length;
    };
    await expect(read()).rejects.toThrow('terminated');
    expect(response.ok).toBe(true);
    expect(received).toBe(Math.floor(length / 2));
    expect(await server.repository(REPOSITORY).log()).toHaveLength(commits);
    expect(renderExchanges(server.requests)).toEqual([`PUT ${CONTENTS}/b.yaml no answer`]);
  });

  it('was none before: the connection is dropped', async () => {
    const { server } = await start({ fault: findFault('answer cut, after it took effect') });
    await server.repository(REPOSITORY).git('branch', 'old', 'main');
    const path = `/repos/${REPOSITORY}/git/refs/heads/old`;
    await expect(standIn.call('DELETE', path)).rejects.toThrow('fetch failed');
    expect(await server.repository(REPOSITORY).git('branch', '--list', 'old')).toBe('');
  });
});

describe('a rate limit', () => {
  it.each([403, 429])('of status %d says when to try again', async (status) => {
    const name = status === 403 ? 'status 403, secondary rate limit' : 'status 429';
    await start({ fault: findFault(`${name}, before it took effect`) });
    const { headers, body } = await standIn.call('GET', CONTENTS);
    expect(headers.get('retry-after')).toBe('1');
    const message = expect.stringContaining('You have exceeded a secondary rate limit.') as unknown;
    expect(body).toMatchObject({ message, status: String(status) });
  });

  it('of an hour says when it ends', async () => {
    await start({ fault: findFault('status 403, rate limit, before it took effect') });
    const before = Date.now() / 1000;
    const { status, headers } = await standIn.call('GET', CONTENTS);
    const reset = Number(headers.get('x-ratelimit-reset'));
    expect([status, headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(reset).toBeGreaterThanOrEqual(before + 1);
    expect(reset).toBeLessThanOrEqual(Date.now() / 1000 + 2);
  });
});

describe('a rate limit of its own length', () => {
  it.each([
    { kind: 'primary', header: 'x-ratelimit-reset' },
    { kind: 'secondary', header: 'retry-after' },
  ] as const)('is $kind', async ({ kind, header }) => {
    await start({ fault: limitRate(kind, 600) });
    const now = () => (kind === 'primary' ? Date.now() / 1000 : 0);
    const before = now();
    const { status, headers } = await standIn.call('GET', CONTENTS);
    expect(status).toBe(403);
    expect(Number(headers.get(header))).toBeGreaterThanOrEqual(before + 600);
    expect(Number(headers.get(header))).toBeLessThanOrEqual(now() + 601);
  });
});

describe('a plan', () => {
  it.each([
    { description: 'the first request', target: {}, expected: ['x', 201, 201] },
    { description: 'the n-th request', target: { index: 1 }, expected: [201, 'x', 201] },
    {
      description: 'the n-th request of a method',
      target: { index: 1, method: 'PUT' },
      expected: [201, 'x', 201],
    },
    { description: 'no request of another', target: { method: 'GET' }, expected: [201, 201, 201] },
    {
      description: 'a path',
      target: { path: `${CONTENTS}/2.yaml` },
      expected: [201, 201, 'x'],
    },
    {
      description: 'every path that matches',
      target: { index: 'every' as const, path: /[02]\.yaml$/ },
      expected: ['x', 201, 'x'],
    },
  ])('meets $description', async ({ target, expected }) => {
    const { server, failed } = await start({ ...target, fault: findFault(DROP) });
    const answers = [];
    for (const path of ['0.yaml', '1.yaml', '2.yaml']) answers.push(await put(path));
    expect(answers).toEqual(expected.map((answer) => (answer === 'x' ? 'no answer' : answer)));
    const struck = expected.flatMap((answer, index) => (answer === 'x' ? [index] : []));
    expect(renderExchanges(failed)).toEqual(
      struck.map((index) => `PUT ${CONTENTS}/${index}.yaml no answer`),
    );
    expect(await server.repository(REPOSITORY).log()).toHaveLength(4 - struck.length);
  });

  it('has one fault for a request', async () => {
    const { failed } = await start(
      { index: 0, fault: findFault(DROP) },
      { index: 0, fault: findFault('status 500, before it took effect') },
      { index: 1, fault: findFault('status 502, before it took effect') },
    );
    expect([await put(), await put()]).toEqual(['no answer', 502]);
    expect(failed).toHaveLength(2);
  });

  it('knows the faults that there are', () => {
    expect(() => findFault('nope')).toThrow('There is no fault nope.');
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });
});
