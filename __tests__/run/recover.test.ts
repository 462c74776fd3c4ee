import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startArgoStandIn } from '../stand-in/argocd.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { resource } from '../verify/states.js';
import { runs, stateAt, TOKEN } from './argocd.js';
import {
  commitFile,
  type Given,
  IMAGE,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  type Scene,
  tagOf,
  type Templates,
} from './scene.js';

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

/** What is ill where an image runs; absent: nothing. */
type Illness = 'what runs it' | 'something beside it' | 'it never starts';

/** The health of what runs it. */
const HEALTH: Readonly<Record<Illness, string>> = {
  'what runs it': 'Degraded',
  'something beside it': 'Healthy',
  'it never starts': 'Progressing',
};

interface Recovered extends ActionResult {
  /** What the GitOps repository has in the end. */
  readonly kustomization: string;
  /** Messages of its commits, the newest first. */
  readonly messages: readonly string[];
}

interface Play {
  /** By the tag that runs. */
  readonly ill: ReadonlyMap<string, Illness>;
  readonly inputs?: Given;
  /** Where Argo CD stays, once it is told. */
  readonly pinned?: { commit?: string };
  readonly run?: (scene: Scene, given: Given) => Promise<ActionResult>;
}

/** Argo CD follows the branch, a look behind. What it runs is ill or not by its tag. */
async function play({ ill, inputs, pinned = {}, run }: Play): Promise<Recovered> {
  const scene = await openScene(templates, {}, { allowAutoMerge: true });
  const { gitDir } = scene.gitops;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', gitDir, ...args], { encoding: 'utf8' });
  const known = new Map<string, string>();
  const readTag = (commit: string) => {
    const text = known.get(commit) ?? git('show', `${commit}:${KUSTOMIZATION}`);
    known.set(commit, text);
    return /newTag: "?(?<tag>[^"\s]+)/.exec(text)?.groups?.['tag'];
  };
  const head = () => readFileSync(join(gitDir, 'refs/heads/main'), 'utf8').trim();
  let deployed = head();
  const argo = await startArgoStandIn({
    token: TOKEN,
    onRequest: ({ url }) => {
      const at = pinned.commit ?? deployed;
      const tag = readTag(at) ?? '';
      if (url.endsWith('/managed-resources')) return { status: 200, body: runs(`${IMAGE}:${tag}`) };
      if (!url.endsWith('/agent')) return undefined;
      const illness = ill.get(tag);
      const resources = [
        resource('Deployment', 'agent', HEALTH[illness ?? 'something beside it']),
        resource('Deployment', 'b', illness === 'something beside it' ? 'Degraded' : 'Healthy'),
      ];
      const worst = illness === 'it never starts' ? 'Progressing' : 'Degraded';
      const health = illness === undefined ? 'Healthy' : worst;
      const body = stateAt(at, { health, resources });
      deployed = head();
      return { status: 200, body };
    },
  });
  const given = {
    kustomization: 'app/base',
    'image-name': 'app',
    'argocd-server': argo.url,
    'argocd-token': TOKEN,
    'argocd-applications': 'agent',
    'rollback-on-failure': 'true',
    ...inputs,
  };
  try {
    const result = run
      ? await run(scene, given)
      : await scene.promote({ steps: 'promote, verify', ...given });
    return {
      ...result,
      kustomization: git('show', `main:${KUSTOMIZATION}`),
      messages: git('log', '-z', '--format=%B', 'main').split('\0'),
    };
  } finally {
    await argo.close();
    await scene.close();
  }
}

/** As an earlier job does. @returns The commit. */
async function promoteAlone(scene: Scene, sha = templates.history.ours): Promise<string> {
  const place = { kustomization: 'app/base', 'image-name': 'app' };
  const image = { image: `${IMAGE}:${tagOf(sha)}`, 'source-sha': sha };
  const { outputs } = await scene.promote({ steps: 'promote', ...place, ...image });
  return outputs['commit-sha'] ?? '';
}

const tags = () => ({
  older: tagOf(templates.history.older),
  ours: tagOf(templates.history.ours),
  newer: tagOf(templates.history.newer),
});

describe('rollback-on-failure', () => {
  it('rolls back an image that is broken, verifies the one before, and fails', async () => {
    const { older, ours } = tags();
    const played = await play({ ill: new Map([[ours, 'what runs it']]) });
    const { outputs, stdout, summary, messages } = played;
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(older));
    expect(outputs).toMatchObject({
      reason: 'unhealthy',
      'verify-verdict': 'failed',
      changed: 'true',
      'rolled-back-commits': '1',
    });
    expect(messages[0]).toMatch(`revert(app): ${ours} -> ${older}\n`);
    expect(messages[0]).toContain(`Rolled-Back-Commit: ${templates.history.ours}\n`);
    expect(stdout).toMatch(
      new RegExp(
        `::error::.*It was rolled back to ${IMAGE}:${older} with commit [0-9a-f]{12}, which is healthy after \\d+ s\\.`,
      ),
    );
    expect(summary).toContain('### Rollback: rolled back');
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      recovery: { rollback: { reason: 'promoted' }, verification: { verdict: 'healthy' } },
    });
  });

  it('does not tell the coverage of what it takes back', async () => {
    const ill = new Map<string, Illness>([[tags().ours, 'what runs it']]);
    const trailers = 'Coverage: 81.25\nTeam: delivery';
    const { messages } = await play({ ill, inputs: { 'commit-trailers': trailers } });
    expect(messages[1]).toContain('\nCoverage: 81.25\n');
    expect(messages[0]).toContain('\nTeam: delivery');
    expect(messages[0]).not.toContain('Coverage');
  });

  it('leaves a healthy image alone where something beside it is broken', async () => {
    const { ours } = tags();
    const played = await play({ ill: new Map([[ours, 'something beside it']]) });
    expect(played.exitCode).toBe(1);
    expect(played.outputs.reason).toBe('unhealthy');
    expect(played.kustomization).toBe(renderKustomization(ours));
    expect(played.stdout).toContain('Nothing was rolled back:');
  });

  it('does nothing where it is not asked for', async () => {
    const { ours } = tags();
    const ill = new Map<string, Illness>([[ours, 'what runs it']]);
    const played = await play({ ill, inputs: { 'rollback-on-failure': 'false' } });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(ours));
    expect(played.stdout).not.toContain('rolled back');
  });

  it('leaves alone what somebody has put in its place meanwhile', async () => {
    const { ours } = tags();
    const text = renderKustomization('hotfix');
    const pinned: { commit?: string } = {};
    const played = await play({
      ill: new Map([[ours, 'it never starts']]),
      pinned,
      run: async (scene, given) => {
        const commit = await promoteAlone(scene);
        pinned.commit = commit;
        await commitFile(scene.gitops.gitDir, KUSTOMIZATION, text);
        return scene.promote({ steps: 'verify', 'gitops-commit': commit, ...given });
      },
    });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(text);
    expect(played.stdout).toMatch(/It was not rolled back: .*asks for .*:hotfix, which/);
  });

  it('leaves alone what somebody has promoted meanwhile', async () => {
    const { ours, newer } = tags();
    const pinned: { commit?: string } = {};
    const played = await play({
      ill: new Map([[ours, 'it never starts']]),
      pinned,
      run: async (scene, given) => {
        const commit = await promoteAlone(scene);
        pinned.commit = commit;
        await promoteAlone(scene, templates.history.newer);
        return scene.promote({ steps: 'verify', 'gitops-commit': commit, ...given });
      },
    });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(newer));
    expect(played.stdout).toMatch(/It was not rolled back: .*, which commit \w{12} did not bring/);
  });

  it('says so where the image before is broken, too', async () => {
    const { older, ours } = tags();
    const ill = new Map<string, Illness>([
      [ours, 'what runs it'],
      [older, 'it never starts'],
    ]);
    const played = await play({ ill });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(older));
    expect(played.stdout).toMatch(/which is not known to be healthy: .*agent/);
  });

  it('rolls back what an earlier job has promoted', async () => {
    const { older, ours } = tags();
    const played = await play({
      ill: new Map([[ours, 'what runs it']]),
      run: async (scene, given) => {
        const commit = await promoteAlone(scene);
        return scene.promote({
          steps: 'verify',
          'gitops-commit': commit,
          ...given,
        });
      },
    });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(older));
  });

  it('rolls back what was merged, where the commit is that of the merge', async () => {
    const { older, ours } = tags();
    const ill = new Map<string, Illness>([[ours, 'what runs it']]);
    const played = await play({ ill, inputs: { mode: 'pull-request', 'auto-merge': 'merge' } });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(older));
    expect(played.messages.filter((message) => message.startsWith('Merge '))).toHaveLength(2);
  });

  it('leaves alone what was there before somebody changed something else', async () => {
    const { ours } = tags();
    const played = await play({
      ill: new Map([[ours, 'what runs it']]),
      run: async (scene, given) => {
        await promoteAlone(scene);
        await commitFile(scene.gitops.gitDir, 'app/base/config.yaml', 'broken: true\n');
        return scene.promote({ steps: 'promote, verify', ...given });
      },
    });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(ours));
    expect(played.stdout).toMatch(/It was not rolled back: .*, which commit \w{12} did not bring/);
  });

  it('opens a pull request, and says that it is not merged yet', async () => {
    const { ours } = tags();
    const played = await play({
      ill: new Map([[ours, 'what runs it']]),
      run: async (scene, given) => {
        const commit = await promoteAlone(scene);
        return scene.promote({
          steps: 'verify',
          mode: 'pull-request',
          'gitops-commit': commit,
          ...given,
        });
      },
    });
    expect(played.exitCode).toBe(1);
    expect(played.kustomization).toBe(renderKustomization(ours));
    expect(played.stdout).toMatch(
      /Pull request #\d+ asks to go back to .*, and is not merged yet\./,
    );
  });

  it.each([
    ['without Argo CD', { 'argocd-server': '', 'health-url': 'https://a/health' }],
    ['with rollback-to', { steps: 'rollback, verify', 'rollback-to': 'previous', image: '' }],
  ])('is refused %s', async (_, inputs) => {
    const played = await play({ ill: new Map(), inputs });
    expect(played.outputs.reason).toBe('invalid-input');
    expect(played.stdout).toContain('rollback-on-failure: given');
  });
});
