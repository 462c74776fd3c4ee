import { describe, expect, it } from '@jest/globals';
import { sortRoundTrips } from '../fakes/round-trips.js';
import {
  digest,
  files,
  kustomization,
  loseAnswers,
  path,
  promotion,
  sha,
  useExample,
} from './example.js';
import { runInProcess } from './in-process.js';

const example = useExample(runInProcess);

/** Holds everybody who comes until so many have come; later ones pass. */
function makeBarrier(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let missing = count;
  return async () => {
    missing -= 1;
    if (missing > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    for (const release of waiting.splice(0)) release();
  };
}

describe('a promotion', () => {
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

  it('writes tag and digest together', async () => {
    const { outputs } = await example.run({ ...promotion, digest });
    const text = kustomization.replace(
      "    newTag: 'main-0000000' # deployed\r\n",
      `    newTag: 'main-a1b2c3d' # deployed\r\n    digest: '${digest}'\r\n`,
    );
    expect(await example.read()).toBe(text);
    expect(outputs.image).toBe(`${promotion.image}@${digest}`);
  });

  it('commits nothing when nothing has to change, and names the head', async () => {
    await example.run(promotion);
    const head = await example.readHead();
    const { exitCode, outputs } = await example.run(promotion);
    expect(exitCode).toBe(0);
    expect(await example.history()).toHaveLength(1);
    expect(outputs).toMatchObject({
      changed: 'false',
      'would-change': 'false',
      reason: 'unchanged',
      'commit-sha': head,
    });
  });

  it('lets two promotions of different images at once both land', async () => {
    const arrived = makeBarrier(2);
    await example.restart({
      onRequest: async ({ method }, answer) => {
        if (method === 'PUT') await arrived();
        return answer();
      },
    });
    const sidecar = { ...promotion, image: 'sidecar:2.0.0', 'image-name': 'sidecar' };
    const results = await Promise.all([example.run(promotion), example.run(sidecar)]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(example.standIn.requests.filter(({ status }) => status === 409)).toHaveLength(1);
    expect(await example.history()).toHaveLength(2);
    expect(await example.read()).toBe(
      kustomization.replace('main-0000000', 'main-a1b2c3d').replace('1.0.0', '2.0.0'),
    );
  });

  it('finds its own commit when the answer to the write is lost', async () => {
    await example.restart(loseAnswers);
    const { exitCode, outputs } = await example.run(promotion);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ changed: 'true', reason: 'promoted' });
    expect(await example.history()).toHaveLength(1);
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

  it.each([
    { description: 'a token that cannot see the repository', token: 'stranger' },
    { description: 'no token at all', token: '' },
  ])('goes on in a pull request of a fork with $description', async ({ token }) => {
    const { exitCode, stdout } = await example.run(
      { ...promotion, 'gitops-token': '', token },
      { event: 'pull_request' },
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/::notice::.*from forks, and for those of Dependabot, get no secrets/);
    expect(stdout).not.toContain('::warning::');
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

describe('targets', () => {
  const { 'image-name': imageName } = promotion;
  const untargeted = { ...promotion, kustomization: '', 'image-name': '' };

  it('sets the tag of Helm values', async () => {
    const { exitCode, outputs } = await example.run({ ...untargeted, values: 'values.yaml' });
    expect(exitCode).toBe(0);
    expect(await example.read('values.yaml')).toBe(
      files['values.yaml'].replace('v1', 'main-a1b2c3d'),
    );
    expect(outputs['previous-image']).toBe('ghcr.io/org/repo/fastapi-agent:v1');
  });

  it('sets values in several documents of a file in one commit', async () => {
    const targets = [
      '- {file: app.yaml, document: {kind: A}, set: {v: "agent={{image}}"}}',
      '- {file: app.yaml, document: {kind: B}, set: {v: "{{sha}}"}}',
    ].join('\n');
    await example.run({ ...untargeted, targets });
    expect(await example.read('app.yaml')).toBe(
      files['app.yaml'].replace('v1', 'main-a1b2c3d').replace('old', sha),
    );
    expect(await example.history()).toHaveLength(1);
  });

  it('adds an entry on demand', async () => {
    const given = { ...untargeted, kustomization: 'empty', 'image-name': imageName };
    expect((await example.run(given)).outputs.reason).toBe('entry-not-found');
    await example.run({ ...given, 'create-missing': 'true' });
    expect(await example.read('empty/kustomization.yaml')).toBe(
      `resources: []\nimages:\n- name: ${imageName}\n  newName: ghcr.io/org/repo/fastapi-agent\n  newTag: main-a1b2c3d\n`,
    );
  });

  it('changes several files in one commit', async () => {
    const { exitCode } = await example.run({ ...promotion, values: 'values.yaml' });
    expect(exitCode).toBe(0);
    expect(await example.read('values.yaml')).toBe(
      files['values.yaml'].replace('v1', 'main-a1b2c3d'),
    );
    expect(await example.read()).toBe(kustomization.replace('main-0000000', 'main-a1b2c3d'));
    expect(await example.history()).toHaveLength(1);
  });
});
