import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionResult } from '../stand-in/run-action.mjs';
import {
  BASIC,
  openRegistryScene,
  PASSWORD,
  PULL_TOKEN,
  type RegistryScene,
} from './registry-scene.js';
import { KUSTOMIZATION, makeTemplates, removeTemplates, type Templates } from './scene.js';

let templates: Templates;
let scene: RegistryScene;
let head = '';

beforeAll(async () => {
  templates = await makeTemplates();
  scene = await openRegistryScene(templates);
});

beforeEach(async () => {
  head = await scene.gitops.resolve('main');
});

afterAll(async () => {
  await scene.close();
  removeTemplates(templates);
});

/** Everything that a run has printed and written. */
function told({ stdout, stderr, summary, outputs }: ActionResult): string {
  return [stdout, stderr, summary, JSON.stringify(outputs)].join('\n');
}

describe('a promotion with the registry check', () => {
  it('pins the digest of a tag that moves, and shows what is there', async () => {
    const { digest, registry, inputs } = scene;
    const { ours } = templates.history;
    const run = await scene.promote(inputs);
    expect(run.outputs).toMatchObject({
      reason: 'promoted',
      image: `${registry.host}/org/app:latest@${digest}`,
      tag: 'latest',
      digest,
    });
    expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({
      image: { registry: { digest, platforms: ['linux/amd64'], revision: ours } },
    });
    expect(run.stdout).toContain(
      `${registry.host}/org/app:latest is in its registry: ${digest}, for linux/amd64, built from ${ours}.`,
    );
    expect(run.summary).toContain(`| Digest in the registry | \`${digest}\` |`);
    const file = await scene.gitops.git('show', `main:${KUSTOMIZATION}`);
    expect(file).toContain(`digest: "${digest}"`);
    for (const secret of [PASSWORD, PULL_TOKEN, BASIC.slice(6)])
      expect(told(run)).not.toContain(secret);
    // The password is for the token server alone.
    for (const { text } of registry.requests) expect(text).not.toContain(BASIC);
  });

  it('writes nothing for an image that cannot be seen, and tells nothing of the credentials', async () => {
    const run = await scene.promote(
      { ...scene.inputs, 'registry-password': 'wrong-password' },
      { env: { RUNNER_DEBUG: '1' } },
    );
    expect(run.outputs).toMatchObject({ reason: 'registry-denied', changed: 'false' });
    expect(run.summary).toContain('### Failed: registry-denied');
    expect(told(run)).toContain('401 UNAUTHORIZED: no: ***)');
    expect(told(run)).not.toMatch(/wrong-password|YWRhOndyb25n/);
    // Whoever debugs sees every request, and nothing of it that is secret.
    expect(run.stdout).toMatch(/^::debug::GET \S+\/token: 401 in \d+ ms$/m);
    expect(await scene.gitops.resolve('main')).toBe(head);
  });

  it('writes nothing for an image that is not there', async () => {
    const image = `${scene.registry.host}/org/app:none`;
    const run = await scene.promote({ ...scene.inputs, image });
    expect(run.outputs).toMatchObject({ reason: 'image-missing', changed: 'false' });
    expect(await scene.gitops.resolve('main')).toBe(head);
  });
});
