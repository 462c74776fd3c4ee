import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findFault } from '../stand-in/faults.mjs';
import { planFaults } from '../stand-in/fault-plan.mjs';
import { validateExchanges } from '../stand-in/openapi.mjs';
import type { RepositoryOptions, StandInOptions } from '../stand-in/server.mjs';
import { BRANCH, listBranches, listPulls, one } from './pull-requests.js';
import {
  commitFile,
  GITOPS,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  renderValues,
  tagOf,
  VALUES,
  type Scene,
  type Templates,
} from './scene.js';

const two = { ...one, values: VALUES };

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

async function read({ gitops }: Scene, path: string, ref = BRANCH): Promise<string> {
  return (await gitops.readFile(ref, path)).toString();
}

describe('mode: pull-request', () => {
  let scene: Scene;

  async function open(
    options: Partial<StandInOptions> = {},
    gitops: Partial<RepositoryOptions> = {},
  ): Promise<void> {
    scene = await openScene(templates, options, gitops);
  }

  afterEach(async () => {
    expect(validateExchanges(scene.standIn.requests)).toEqual([]);
    await scene.close();
  });

  it.each([
    { description: 'one file', inputs: one },
    { description: 'two files', inputs: two },
  ])('opens a pull request with one commit of $description', async ({ inputs }) => {
    await open({}, { teams: ['platform'] });
    const { ours, older } = templates.history;
    const { exitCode, outputs, summary } = await scene.promote({
      ...inputs,
      'pull-request-labels': 'promotion',
      'pull-request-reviewers': 'org/platform',
    });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      reason: 'pull-request',
      changed: 'true',
      'pull-request-number': '1',
      'commit-sha': await scene.gitops.git('rev-parse', BRANCH),
    });
    expect(outputs['pull-request-url']).toMatch(/\/org\/gitops\/pull\/1$/);
    expect(summary).toContain('pull request [#1]');
    expect(await listBranches(scene)).toEqual(['main', BRANCH]);
    expect(await read(scene, KUSTOMIZATION)).toBe(renderKustomization(tagOf(ours)));
    expect(await read(scene, KUSTOMIZATION, 'main')).toBe(renderKustomization(tagOf(older)));
    const changed = inputs === two ? tagOf(ours) : tagOf(older);
    expect(await read(scene, VALUES)).toBe(renderValues(changed));
    const [pull] = await listPulls(scene);
    expect(pull).toMatchObject({
      title: `chore(app): promote ${tagOf(older)} -> ${tagOf(ours)}`,
      head: { ref: BRANCH },
      base: { ref: 'main' },
      labels: [{ name: 'promotion' }],
      requested_teams: [{ slug: 'platform' }],
    });
    expect(pull?.body).toContain(`+    newTag: "${tagOf(ours)}" # app`);
  });

  it('updates the same pull request, is idempotent, and never goes back', async () => {
    await open();
    const { ours, newer } = templates.history;
    await scene.promote(one);
    const next = { image: `ghcr.io/org/repo/app:${tagOf(newer)}`, 'source-sha': newer };
    expect((await scene.promote({ ...one, ...next })).outputs.reason).toBe('pull-request');
    const head = await scene.gitops.git('rev-parse', BRANCH);
    const again = await scene.promote({ ...one, ...next });
    expect(again.outputs).toMatchObject({ reason: 'pull-request', changed: 'false' });
    const older = await scene.promote(one);
    expect(older.outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect(older.stdout).toContain(
      `Pull request #1 already asks for commit ${newer.slice(0, 7)}, which is newer than ${ours.slice(0, 7)}`,
    );
    expect(await scene.gitops.git('rev-parse', BRANCH)).toBe(head);
    const pulls = await listPulls(scene);
    expect(pulls.map(({ state, title }) => [state, title])).toEqual([
      ['open', expect.stringContaining(tagOf(newer))],
    ]);
  });

  it('opens none when nothing has to change', async () => {
    await open();
    const { ours } = templates.history;
    await commitFile(scene.gitops.gitDir, KUSTOMIZATION, renderKustomization(tagOf(ours)));
    const { outputs } = await scene.promote(one);
    expect(outputs).toMatchObject({ reason: 'unchanged', changed: 'false' });
    expect(await listPulls(scene)).toEqual([]);
    expect(await listBranches(scene)).toEqual(['main']);
  });

  it('shows in a dry run what the real run would refuse for lack of order', async () => {
    await open();
    const { newer } = templates.history;
    const next = { image: `ghcr.io/org/repo/app:${tagOf(newer)}`, 'source-sha': newer };
    await scene.promote({ ...one, ...next });
    const before = await scene.gitops.git('for-each-ref');
    const dry = await scene.promote({ ...one, 'dry-run': 'true' });
    expect(dry.outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect(await scene.gitops.git('for-each-ref')).toBe(before);
  });

  it('warns of an open pull request where the base has the image already', async () => {
    await open();
    const { older, newer } = templates.history;
    const next = { image: `ghcr.io/org/repo/app:${tagOf(newer)}`, 'source-sha': newer };
    await scene.promote({ ...one, ...next });
    const back = { image: `ghcr.io/org/repo/app:${tagOf(older)}`, 'source-sha': older };
    const { outputs, stdout } = await scene.promote({ ...one, ...back, stale: 'allow' });
    expect(outputs.reason).toBe('unchanged');
    expect(stdout).toMatch(/::warning::main asks for this image already, and pull request #1/);
  });

  it('tells the branch and the pull request also when the run then fails', async () => {
    await open({
      onRequest: planFaults([
        { path: /\/pulls\/1$/, fault: findFault('status 403, before it took effect') },
      ]).onRequest,
    });
    await scene.promote(one);
    const { newer } = templates.history;
    const next = { image: `ghcr.io/org/repo/app:${tagOf(newer)}`, 'source-sha': newer };
    const { exitCode, outputs, summary } = await scene.promote({ ...one, ...next });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({
      reason: 'token-forbidden',
      changed: 'true',
      'pull-request-number': '1',
      'commit-sha': await scene.gitops.git('rev-parse', BRANCH),
    });
    expect(summary).toContain('The pull request #1 is open.');
  });

  it('leaves a branch alone on which somebody works', async () => {
    await open();
    await scene.promote(one);
    const head = await commitFile(scene.gitops.gitDir, 'notes', 'x', BRANCH);
    const next = { 'source-sha': templates.history.newer, image: 'ghcr.io/org/repo/app:2.0.0' };
    const { exitCode, outputs, stdout } = await scene.promote({ ...one, ...next });
    expect(exitCode).toBe(1);
    expect(outputs.reason).toBe('branch-occupied');
    expect(stdout).toContain(`commit ${head.slice(0, 12)} (Change notes)`);
    expect(await scene.gitops.git('rev-parse', BRANCH)).toBe(head);
  });

  it('merges at once where nothing stands in the way', async () => {
    await open({}, { allowAutoMerge: true });
    const { outputs } = await scene.promote({ ...one, 'auto-merge': 'squash' });
    expect(outputs).toMatchObject({
      reason: 'promoted',
      changed: 'true',
      'pull-request-number': '1',
      'commit-sha': await scene.gitops.git('rev-parse', 'main'),
    });
    const { ours } = templates.history;
    expect(await read(scene, KUSTOMIZATION, 'main')).toBe(renderKustomization(tagOf(ours)));
    // The next run finds what the merged one has told.
    expect((await scene.promote(one)).outputs.reason).toBe('unchanged');
  });

  it('lets GitHub merge it when its checks allow it', async () => {
    await open({}, { allowAutoMerge: true, protectedBranches: { main: 'status-checks' } });
    const { outputs } = await scene.promote({ ...one, 'auto-merge': 'merge' });
    expect(outputs).toMatchObject({ reason: 'pull-request', 'pull-request-number': '1' });
    const [pull] = await listPulls(scene);
    expect(pull?.auto_merge?.merge_method).toBe('merge');
  });

  it.each([
    { description: 'that waits, with the token of the workflow', merges: false, own: true },
    { description: 'that waits, with another', merges: false, own: false },
    { description: 'that merges at once', merges: true, own: true },
  ])('tells of checks that need an approval: auto-merge $description', async (run) => {
    await open(
      {},
      {
        allowAutoMerge: true,
        ...(!run.merges && { protectedBranches: { main: 'status-checks' } }),
      },
    );
    const token = run.own ? scene.token : 'another';
    const { stdout } = await scene.promote({ ...one, token, 'auto-merge': 'merge' });
    const notice = expect.stringMatching(/^::notice.*checks wait for an approval.*gitops-token/);
    const lines = stdout.split('\n').filter((line) => line.includes('wait for an approval'));
    expect(lines).toEqual(run.own && !run.merges ? [notice] : []);
  });

  it('fails when auto-merge is not allowed, and still tells the pull request', async () => {
    await open({}, { protectedBranches: { main: 'status-checks' } });
    const { exitCode, outputs, stdout, summary } = await scene.promote({
      ...one,
      'auto-merge': 'merge',
    });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason: 'write-refused', 'pull-request-number': '1' });
    expect(stdout).toContain('Turn on "Allow auto-merge"');
    expect(summary).toContain('The pull request #1 is open.');
  });

  it('leaves nothing behind when the pull request is refused', async () => {
    await open({}, { allowActionsPullRequests: false });
    const token = 'ghs_of-the-gitops-repository';
    await scene.close();
    await open(
      {
        tokens: {
          [token]: {
            kind: 'app',
            login: 'github-actions[bot]',
            permissions: { [GITOPS]: 'write' },
          },
        },
      },
      { allowActionsPullRequests: false },
    );
    const { exitCode, outputs, stdout } = await scene.promote({ ...one, 'gitops-token': token });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason: 'token-forbidden', changed: 'false' });
    expect(stdout).toContain('Allow GitHub Actions to create and approve pull requests');
    expect(await listBranches(scene)).toEqual(['main']);
  });
});
