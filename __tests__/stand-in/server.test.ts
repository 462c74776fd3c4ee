import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createBareRepository, readDirectory } from './bare-repository.mjs';
import { REPOSITORY, useStandIn } from './client.js';
import { runGit } from './git.mjs';
import { renderExchanges } from './request-log.mjs';
import type { Interceptor } from './server.mjs';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;
const repositories = { [REPOSITORY]: { files: { 'a.yaml': 'tag: 1\n' } } };
const WRITE = { body: { message: 'm', content: '' } };
const UNWELL = { message: 'Server Error', documentation_url: '', status: '500' };

describe('the request log', () => {
  it('has what was asked and answered, and never a token', async () => {
    const { requests } = await standIn.start({ repositories });
    await standIn.call('GET', `${API}/contents/a.yaml?ref=main`);
    await standIn.call('PUT', `${API}/contents/b.yaml`, WRITE);
    expect(renderExchanges(requests)).toEqual([
      `GET ${API}/contents/a.yaml?ref=main 200`,
      `PUT ${API}/contents/b.yaml 201`,
    ]);
    expect(requests[1]).toMatchObject({
      template: '/repos/{owner}/{repo}/contents/{path}',
      login: 'promoter',
      body: WRITE.body,
      reply: { content: { path: 'b.yaml' } },
    });
    expect(JSON.stringify(requests)).not.toContain('writer');
  });
});

describe('an interceptor', () => {
  async function startWith(onRequest: Interceptor) {
    return standIn.start({ repositories, onRequest });
  }

  it('fails a write before it took effect', async () => {
    const server = await startWith(() => Promise.resolve({ status: 500, body: UNWELL }));
    const { status } = await standIn.call('PUT', `${API}/contents/b.yaml`, WRITE);
    expect(status).toBe(500);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
  });

  it('fails a write after it took effect', async () => {
    const server = await startWith(async (_exchange, answer) => {
      await answer();
      return { status: 500, body: UNWELL };
    });
    const { status } = await standIn.call('PUT', `${API}/contents/b.yaml`, WRITE);
    expect(status).toBe(500);
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
  });

  it('cuts the connection', async () => {
    const server = await startWith(async (_exchange, answer) => {
      await answer();
      return 'drop';
    });
    await expect(standIn.call('PUT', `${API}/contents/b.yaml`, WRITE)).rejects.toThrow(
      'fetch failed',
    );
    expect(await server.repository(REPOSITORY).log()).toHaveLength(2);
    expect(renderExchanges(server.requests)).toEqual([`PUT ${API}/contents/b.yaml no answer`]);
  });

  it('sees the request that it may pass on', async () => {
    const seen: string[] = [];
    await startWith((exchange, answer) => {
      seen.push(`${exchange.method} ${exchange.path}`);
      return answer();
    });
    const { status } = await standIn.call('GET', API);
    expect(status).toBe(200);
    expect(seen).toEqual([`GET ${API}`]);
  });
});

describe('the stand-in', () => {
  it('answers no sooner than its latency', async () => {
    await standIn.start({ repositories, latencyMs: 60 });
    const start = performance.now();
    await standIn.call('GET', API);
    // Timers may fire up to a millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });

  it.each([
    {
      description: 'an operation that it does not have',
      method: 'DELETE',
      path: `${API}/contents/a.yaml`,
    },
    { description: 'an address outside of all', method: 'GET', path: '/rate_limit' },
  ])('makes up no answer to $description', async ({ method, path }) => {
    await standIn.start({ repositories });
    const { status } = await standIn.call(method, path);
    expect(status).toBe(501);
    standIn.expectProblems([`${method} ${path}: no such operation`]);
  });

  it('serves a repository that is there already', async () => {
    const root = await mkdtemp(join(tmpdir(), 'given-'));
    const { gitDir } = await createBareRepository(join(root, 'r.git'), { 'c.yaml': 'tag: 9\n' });
    await standIn.start({ repositories: { [REPOSITORY]: { gitDir } } });
    const { body } = await standIn.call('GET', `${API}/contents/c.yaml`);
    await rm(root, { recursive: true });
    expect(body).toMatchObject({ content: 'dGFnOiA5Cg==\n' });
  });

  it('serves a repository without a commit', async () => {
    const gitDir = await mkdtemp(join(tmpdir(), 'empty-'));
    await runGit(gitDir, ['init', '--quiet', '--bare', '--initial-branch=main']);
    await standIn.start({ repositories: { [REPOSITORY]: { gitDir } } });
    const contents = await standIn.call('GET', `${API}/contents/c.yaml`);
    const commits = await standIn.call('GET', `${API}/commits`);
    const written = await standIn.call('PUT', `${API}/contents/c.yaml`, WRITE);
    await rm(gitDir, { recursive: true });
    expect(contents).toMatchObject({ status: 404, body: { message: 'This repository is empty.' } });
    expect(commits).toMatchObject({ status: 409, body: { message: 'Git Repository is empty.' } });
    expect(written.status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });

  it('knows the repositories that it has', async () => {
    const server = await standIn.start({ repositories });
    expect(() => server.repository('org/nope')).toThrow('The stand-in has no repository org/nope.');
  });
});

describe('createBareRepository', () => {
  it('gives the same commit at any time', async () => {
    const root = await mkdtemp(join(tmpdir(), 'same-'));
    const files = await readDirectory(import.meta.dirname);
    const first = await createBareRepository(join(root, '1.git'), files);
    const second = await createBareRepository(join(root, '2.git'), files);
    const commits = [await first.git('rev-parse', 'main'), await second.git('rev-parse', 'main')];
    const paths = await first.git('ls-tree', '-r', '--name-only', 'main');
    await rm(root, { recursive: true });
    expect(commits[0]).toBe(commits[1]);
    expect(paths.split('\n')).toEqual(Object.keys(files).sort());
  });
});
