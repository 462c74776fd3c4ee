import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openRegistryScene, PASSWORD, type RegistryScene } from '../run/registry-scene.js';
import { makeTemplates, removeTemplates, type Templates } from '../run/scene.js';
import { runAction } from '../stand-in/run-action.mjs';
import { RUNNER_NODE } from './nodes.js';

let templates: Templates;
let scene: RegistryScene;

beforeAll(async () => {
  templates = await makeTemplates();
  scene = await openRegistryScene(templates);
});

afterAll(async () => {
  await scene.close();
  removeTemplates(templates);
});

it(`the bundle on Node.js ${RUNNER_NODE.version} asks a registry, and masks its password`, async () => {
  const { digest, inputs } = scene;
  const run = await scene.promote(inputs, {
    through: (call) => runAction({ ...call, node: RUNNER_NODE.node }),
  });
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ reason: 'promoted', digest });
  expect(run.stdout).toContain(`::add-mask::${PASSWORD}\n`);
  expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(PASSWORD);
});
