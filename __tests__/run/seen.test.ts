import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findFault } from '../stand-in/faults.mjs';
import { planFaults } from '../stand-in/fault-plan.mjs';
import type { RepositoryOptions, StandInOptions } from '../stand-in/server.mjs';
import { listPulls, one as byPullRequest } from './pull-requests.js';
import {
  commitFile,
  GITOPS,
  IMAGE,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  SECRET,
  tagOf,
  VALUES,
  type Scene,
  type Templates,
} from './scene.js';

/** What a person sees of a run, whose groups GitHub shows folded. */

const one = { kustomization: 'app/base', 'image-name': 'app' };

let templates: Templates;
let scene: Scene;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterEach(async () => {
  await scene.close();
});

afterAll(() => {
  removeTemplates(templates);
});

async function open(
  options: Partial<StandInOptions> = {},
  gitops: Partial<RepositoryOptions> = {},
): Promise<void> {
  scene = await openScene(templates, options, gitops);
}

/** The lines that stand in no group. */
function unfolded(stdout: string): readonly string[] {
  const lines: string[] = [];
  let isFolded = false;
  for (const line of stdout.split('\n')) {
    if (line.startsWith('::group::')) isFolded = true;
    else if (line === '::endgroup::') isFolded = false;
    else if (!isFolded && line !== '') lines.push(line);
  }
  return lines;
}

/** The image that a scene promotes. */
function image(): string {
  return `${IMAGE}:${tagOf(templates.history.ours)}`;
}

async function headOf(branch: string): Promise<string> {
  const sha = await scene.gitops.git('rev-parse', branch);
  return `https://github.com/${GITOPS}/commit/${sha}`;
}

describe('outside the groups of the log', () => {
  it('stand the image and the commit', async () => {
    await open();
    const { stdout } = await scene.promote({ ...one, steps: 'tag, promote' });
    expect(unfolded(stdout)).toEqual([
      `Image: ${image()}, built from commit ${templates.history.ours}.`,
      `Promotion: ${GITOPS} asks for ${image()}, commit ${await headOf('main')} (not verified).`,
    ]);
    const again = await scene.promote(one);
    expect(unfolded(again.stdout).at(-1)).toBe(
      `Promotion: nothing had to change, ${GITOPS} asks for ${image()} already, commit ${await headOf('main')} (not verified).`,
    );
  });

  it('stands why there is no commit', async () => {
    await open();
    const dry = await scene.promote(one, { event: 'merge_group' });
    expect(unfolded(dry.stdout).at(-1)).toBe(
      'Promotion: dry run, nothing was written; 1 of 1 targets would change. It is one because the event merge_group is of code that is not merged.',
    );
    const { newer } = templates.history;
    await scene.promote({ ...one, image: `${IMAGE}:${tagOf(newer)}`, 'source-sha': newer });
    const stale = await scene.promote(one);
    expect(unfolded(stale.stdout)).toContain(
      `Promotion: nothing was written to ${GITOPS}, a newer commit than that of ${image()} is there.`,
    );
  });

  it('stands what failed, and what was left', async () => {
    await open({}, { protectedBranches: { main: 'pull-request' } });
    const { exitCode, stdout } = await scene.promote(one);
    expect(exitCode).toBe(1);
    expect(unfolded(stdout)).toEqual([
      `Image: ${image()}, built from commit ${templates.history.ours}.`,
      'Promotion: not done (write-refused). Nothing was written.',
      expect.stringMatching(/^::error::/),
    ]);
  });
});

describe('the first promotion over a placeholder', () => {
  it.each(['main-0000000', 'deadbee', 'placeholder'])('%s blames no permission', async (tag) => {
    await open();
    await commitFile(scene.gitops.gitDir, KUSTOMIZATION, renderKustomization(tag));
    const { exitCode, outputs, stdout } = await scene.promote(one);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ reason: 'promoted', 'previous-image': `${IMAGE}:${tag}` });
    const warnings = stdout.split('\n').filter((line) => line.startsWith('::warning::'));
    expect(warnings).toEqual([expect.stringMatching(/has no commit|tells no commit/)]);
    expect(warnings.join()).not.toMatch(/token|permission|cannot see/);
  });
});

describe('whether the commit is verified', () => {
  const app = 'ghs_of-an-app-that-is-installed-there';

  it.each([
    { description: 'a personal token through Contents', inputs: one, verified: false, requests: 4 },
    {
      description: 'a personal token through GraphQL',
      inputs: { ...one, 'commit-api': 'graphql' },
      verified: true,
      requests: 3,
    },
    {
      description: 'a personal token, several files',
      inputs: { ...one, values: VALUES },
      verified: true,
      requests: 3,
    },
    {
      description: 'an App through Contents',
      inputs: { ...one, 'gitops-token': app },
      verified: true,
      requests: 4,
    },
  ])('is told of $description, without a request more', async ({ inputs, verified, requests }) => {
    const tokens = {
      [SECRET]: { kind: 'fine-grained', login: 'bot', permissions: { [GITOPS]: 'write' } },
      [app]: { kind: 'app', login: 'deployer[bot]', permissions: { [GITOPS]: 'write' } },
    } as const;
    await open({ tokens });
    const { outputs, stdout, summary } = await scene.promote(inputs);
    expect(outputs).toMatchObject({ reason: 'promoted', 'commit-verified': String(verified) });
    expect(stdout).toContain(verified ? ' (verified).' : ' (not verified).');
    expect(summary).toContain(verified ? ' (verified)' : ' (not verified)');
    const notices = stdout.split('\n').filter((line) => line.startsWith('::notice::'));
    expect(notices).toEqual(
      verified ? [] : [expect.stringMatching(/is not verified.*set commit-api: graphql, whose/)],
    );
    const made = scene.standIn.requests.filter(({ path }) => !path.includes('/org/repo/'));
    expect(made).toHaveLength(requests);
  });
});

describe('of a pull request', () => {
  const asked = {
    ...byPullRequest,
    'pull-request-labels': 'promotion, prod',
    'pull-request-reviewers': 'org/platform',
  };

  it('stands what was created, updated, or had nothing to do', async () => {
    await open({}, { teams: ['platform'] });
    const created = await scene.promote(asked);
    const url = created.outputs['pull-request-url'] ?? '';
    expect(created.outputs['pull-request-operation']).toBe('created');
    const told = `Pull request #1 (${url}) was created. Labels added: promotion, prod. Asked for a review: platform. Auto-merge is off.`;
    expect(unfolded(created.stdout).at(-1)).toContain(`Promotion: ${told} It asks for ${image()}`);
    expect(created.summary).toContain('was created. Labels added: promotion, prod.');
    expect(JSON.parse(created.outputs.result ?? '')).toMatchObject({
      promotion: {
        pullRequest: { number: 1, url, labels: ['promotion', 'prod'], reviewers: ['platform'] },
        pullRequestOperation: 'created',
      },
    });

    const nothing = await scene.promote(asked);
    expect(nothing.outputs['pull-request-operation']).toBe('none');
    expect(unfolded(nothing.stdout).at(-1)).toContain('is there already, with nothing to do.');

    const labelled = await scene.promote({ ...asked, 'pull-request-labels': 'late' });
    expect(labelled.outputs['pull-request-operation']).toBe('updated');
    expect(unfolded(labelled.stdout).at(-1)).toContain('was updated. Labels added: late.');

    const { newer } = templates.history;
    const next = { image: `${IMAGE}:${tagOf(newer)}`, 'source-sha': newer };
    const updated = await scene.promote({ ...asked, ...next });
    expect(updated.outputs['pull-request-operation']).toBe('updated');
    const stale = await scene.promote(asked);
    expect(stale.outputs).toMatchObject({ reason: 'stale', 'pull-request-operation': 'none' });
  });

  it('stands that it was merged, or will be', async () => {
    await open({}, { allowAutoMerge: true, protectedBranches: { main: 'status-checks' } });
    const waits = await scene.promote({ ...byPullRequest, 'auto-merge': 'squash' });
    expect(waits.outputs['pull-request-operation']).toBe('created');
    expect(unfolded(waits.stdout).at(-1)).toContain('Auto-merge (squash) is on.');
    const waiting = await scene.promote({ ...byPullRequest, 'auto-merge': 'squash' });
    expect(waiting.outputs['pull-request-operation']).toBe('none');
    expect(unfolded(waiting.stdout).at(-1)).toContain('Auto-merge (squash) is on.');
    await scene.close();

    await open({}, { allowAutoMerge: true });
    const merged = await scene.promote({ ...byPullRequest, 'auto-merge': 'squash' });
    expect(merged.outputs['pull-request-operation']).toBe('merged');
    expect(merged.outputs['commit-verified']).toBeUndefined();
    expect(unfolded(merged.stdout).at(-1)).toMatch(/Pull request #1 \(\S+\) was merged\. org/);
    const unchanged = await scene.promote(byPullRequest);
    expect(unchanged.outputs).toMatchObject({
      reason: 'unchanged',
      'pull-request-operation': 'none',
    });
  });

  it('stands that it was created also where auto-merge is refused', async () => {
    await open({}, { protectedBranches: { main: 'status-checks' } });
    const { exitCode, outputs, stdout } = await scene.promote({
      ...byPullRequest,
      'auto-merge': 'merge',
    });
    expect(exitCode).toBe(1);
    expect(outputs['pull-request-operation']).toBe('created');
    expect(stdout).toContain('was created. Auto-merge is off.');
  });

  it('stands no label that was refused', async () => {
    const refused = { path: /\/labels$/, fault: findFault('status 403, before it took effect') };
    await open({ onRequest: planFaults([refused]).onRequest });
    const { outputs, stdout } = await scene.promote({ ...asked, 'pull-request-reviewers': '' });
    expect(outputs['pull-request-operation']).toBe('created');
    expect(stdout).toContain('::warning::pull-request-labels: pull request #1 stays without them');
    expect(unfolded(stdout).at(-1)).not.toContain('Labels added');
  });

  it('is opened as a draft where that is asked for', async () => {
    await open();
    const { outputs } = await scene.promote({ ...byPullRequest, 'pull-request-draft': 'true' });
    expect(outputs['pull-request-operation']).toBe('created');
    expect(await listPulls(scene)).toEqual([expect.objectContaining({ draft: true })]);
  });
});

describe('RUNNER_DEBUG', () => {
  const env = { RUNNER_DEBUG: '1' };

  function debugLines(stdout: string): readonly string[] {
    return stdout.split('\n').filter((line) => line.startsWith('::debug::'));
  }

  it('shows every request and what the guard compared', async () => {
    const { onRequest } = planFaults([
      { method: 'PUT', fault: findFault('status 500, before it took effect') },
    ]);
    await open({ onRequest });
    const { stdout } = await scene.promote(one, { env });
    const lines = debugLines(stdout).join('\n');
    const { standIn } = scene;
    const { older, ours } = templates.history;
    const exchanges = debugLines(stdout).filter((line) => line.includes(standIn.url));
    expect(exchanges).toHaveLength(standIn.requests.length);
    expect(lines).toMatch(
      new RegExp(`GET \\S+/repos/${GITOPS}/contents/app/base: 200 in \\d+ ms, request id \\S+`),
    );
    expect(lines).toMatch(/PUT \S+kustomization\.yaml: 500 in \d+ ms/);
    expect(lines).toContain(
      `asks for ${IMAGE}:${tagOf(older)}: its commit is ${older.slice(0, 7)}.`,
    );
    expect(lines).toContain(`${ours} is ahead of ${older.slice(0, 7)} in org/repo.`);
  });

  it('is silent without', async () => {
    await open();
    const { stdout } = await scene.promote(one);
    expect(debugLines(stdout)).toEqual([]);
  });
});
