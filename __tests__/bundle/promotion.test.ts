import { describe, expect, it } from '@jest/globals';
import { sortRoundTrips } from '../fakes/round-trips.js';
import { files, kustomization, loseAnswers, path, promotion, sha } from '../run/example.js';
import { startProxy } from '../stand-in/proxy.mjs';
import { NODES, useBundle } from './nodes.js';

describe.each(NODES)('the bundle promotes on Node.js $version', (node) => {
  const example = useBundle(node);

  it('makes one commit of the changed bytes', async () => {
    const { exitCode, outputs, summary } = await example.run(promotion);
    expect(exitCode).toBe(0);
    expect(await example.read()).toBe(kustomization.replace('main-0000000', 'main-a1b2c3d'));
    expect(sortRoundTrips(example.requestsMade(), [2])).toEqual([
      'GET /repos/org/gitops/contents/fastapi-agent/base 200',
      `GET /repos/org/gitops/contents/${path} 200`,
      // Digits alone may be a date, so the file's own commits are asked first.
      'GET /repos/org/gitops/commits 200',
      // The stand-in does not know the token of the workflow.
      `GET /repos/org/repo/compare/0000000...${sha} 401`,
      `PUT /repos/org/gitops/contents/${path} 200`,
    ]);
    const [message, ...rest] = await example.history();
    expect(rest).toEqual([]);
    expect(message).toMatch(
      /^chore\(fastapi-agent\): promote main-0000000 -> main-a1b2c3d\n\nSource-Repository: org\/repo\n/,
    );
    expect(message).toContain(`\nSource-Commit: ${sha}\n`);
    expect(message).toMatch(/\nWorkflow-Run: \S+\/org\/repo\/actions\/runs\/7\n/);
    expect(outputs).toMatchObject({
      changed: 'true',
      'would-change': 'true',
      reason: 'promoted',
      'previous-image': 'ghcr.io/org/repo/fastapi-agent:main-0000000',
      'commit-sha': await example.readHead(),
    });
    expect(outputs['commit-url']).toMatch(/\/org\/gitops\/commit\/[0-9a-f]{40}$/);
    expect(summary).toContain("-    newTag: 'main-0000000' # deployed");
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      promotion: { targets: [{ changes: [{ path: 'images[0].newTag' }] }] },
    });
  });

  it('finds its own commit when the answer to the write is lost', async () => {
    await example.restart(loseAnswers);
    const { exitCode, outputs } = await example.run(promotion);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ changed: 'true', reason: 'promoted' });
    expect(await example.history()).toHaveLength(1);
  });

  it('goes through the proxy that the runner is set to', async () => {
    const proxy = await startProxy(example.standIn.url);
    // A server inside a network: its own pages are http: as well, so that it may get the token so.
    const apiUrl = 'http://api.github.test';
    const { exitCode } = await example.run(promotion, {
      apiUrl,
      env: { http_proxy: proxy.url, GITHUB_SERVER_URL: apiUrl },
    });
    proxy.close();
    expect(exitCode).toBe(0);
    expect(new Set(proxy.tunnels)).toEqual(new Set(['api.github.test:80']));
    expect(await example.history()).toHaveLength(1);
  });

  it('changes several files in one commit', async () => {
    const { exitCode } = await example.run({ ...promotion, values: 'values.yaml' });
    expect(exitCode).toBe(0);
    const values = files['values.yaml'].replace('v1', 'main-a1b2c3d');
    expect(await example.read('values.yaml')).toBe(values);
    expect(await example.read()).toBe(kustomization.replace('main-0000000', 'main-a1b2c3d'));
    expect(await example.history()).toHaveLength(1);
  });

  it('opens a pull request', async () => {
    const { exitCode, outputs } = await example.run({ ...promotion, mode: 'pull-request' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ reason: 'pull-request', 'pull-request-number': '1' });
    expect(outputs['pull-request-url']).toMatch(/\/org\/gitops\/pull\/1$/);
    expect(await example.history()).toEqual([]);
  });

  it('shows the diff in a pull request, and writes nothing', async () => {
    const { exitCode, outputs, summary } = await example.run(promotion, { event: 'pull_request' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      changed: 'false',
      'would-change': 'true',
      reason: 'dry-run',
    });
    expect(outputs['commit-sha']).toBeUndefined();
    expect(summary).toContain("+    newTag: 'main-a1b2c3d' # deployed");
    expect(await example.history()).toEqual([]);
  });

  it('copies the image of another file, with its commit', async () => {
    await example.run(promotion);
    const { image, 'source-sha': commit, steps, ...rest } = promotion;
    const prod = 'fastapi-agent/prod/kustomization.yaml';
    expect([image, commit, steps]).not.toContain('');
    const { exitCode, outputs } = await example.run(
      { ...rest, kustomization: prod, 'promote-from': 'fastapi-agent/base' },
      { event: 'workflow_dispatch' },
    );
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ image, 'source-sha': commit, reason: 'promoted' });
    const copied = await example.read(prod);
    expect(copied).toBe(await example.read());
  });

  it('says so when the server does not answer', async () => {
    await example.restart({ onRequest: () => Promise.resolve('drop') });
    const { exitCode, outputs, stdout } = await example.run({ ...promotion, 'retry-timeout': '1' });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason: 'unavailable', changed: 'false' });
    expect(stdout).toMatch(/::error::.*nothing was: .* did not answer/);
  });
});
