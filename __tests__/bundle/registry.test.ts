import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildImage, REVISION, SOURCE as SOURCE_LABEL } from '../registry/images.js';
import { errorAnswer, RecordingServer, Shelf } from '../registry/server.js';
import {
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  type Scene,
  SOURCE,
  type Templates,
} from './scene.js';

const PASSWORD = 'the-password-of-the-registry';
const PULL_TOKEN = 'the-token-to-pull';
const BASIC = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;

let templates: Templates;
let scene: Scene;
let registry: RecordingServer;
let tokens: RecordingServer;
let inputs: Record<string, string>;
let digest: string;

beforeAll(async () => {
  templates = await makeTemplates();
  scene = await openScene(templates);
  const labels = {
    [REVISION]: templates.history.ours,
    [SOURCE_LABEL]: `https://github.com/${SOURCE}`,
  };
  const image = buildImage({ labels });
  digest = image.manifest.digest;
  const shelf = new Shelf().putImage(image, 'latest');
  tokens = await RecordingServer.start(({ authorization }) =>
    authorization === BASIC
      ? { status: 200, body: JSON.stringify({ token: PULL_TOKEN }) }
      : errorAnswer(401, 'UNAUTHORIZED', `no: ${authorization ?? ''}`),
  );
  registry = await RecordingServer.start((request) =>
    request.authorization === `Bearer ${PULL_TOKEN}`
      ? shelf.serve(request)
      : errorAnswer(401, 'UNAUTHORIZED', 'authentication required', {
          'www-authenticate': `Bearer realm="${tokens.url}/token",service="x"`,
        }),
  );
  inputs = {
    image: `${registry.host}/org/app:latest`,
    'registry-username': 'ada',
    'registry-password': PASSWORD,
    kustomization: 'app/base',
    'image-name': 'app',
    'check-image': 'true',
    'image-platforms': 'linux/amd64',
    'pin-digest': 'true',
  };
});

afterAll(async () => {
  await Promise.all([registry.stop(), tokens.stop(), scene.close()]);
  removeTemplates(templates);
});

/** What a run has printed and written, but for the commands that mask. */
function told({ stdout, stderr, summary, outputs }: Awaited<ReturnType<Scene['promote']>>): string {
  const log = stdout.replace(/^::add-mask::.*$/gm, '');
  return [log, stderr, summary, JSON.stringify(outputs)].join('\n');
}

it('a tag that moves is promoted with the digest that the registry has', async () => {
  const run = await scene.promote(inputs);
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({
    reason: 'promoted',
    image: `${registry.host}/org/app:latest@${digest}`,
    tag: 'latest',
    digest,
  });
  expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({
    image: { registry: { digest, platforms: ['linux/amd64'], revision: templates.history.ours } },
  });
  expect(run.stdout).toContain(
    `\n${registry.host}/org/app:latest is in its registry: ${digest}, for linux/amd64, built from ${templates.history.ours}.\n`,
  );
  expect(run.summary).toContain(`| Digest in the registry | \`${digest}\` |`);
  expect(await scene.gitops.git('show', `main:${KUSTOMIZATION}`)).toContain(`digest: "${digest}"`);
  expect(run.stdout).toContain(`::add-mask::${PASSWORD}\n`);
  for (const secret of [PASSWORD, PULL_TOKEN, BASIC.slice(6)]) {
    expect(told(run)).not.toContain(secret);
    // The password is for the token server alone.
    for (const { text } of registry.requests) {
      if (secret !== PULL_TOKEN) expect(text).not.toContain(secret);
    }
  }
});

it('an image that cannot be seen is not promoted, and nothing is told of the credentials', async () => {
  const head = await scene.gitops.git('rev-parse', 'main');
  const run = await scene.promote({ ...inputs, 'registry-password': 'wrong-password' });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ reason: 'registry-denied', changed: 'false' });
  expect(run.summary).toContain('### Failed: registry-denied');
  expect(told(run)).toContain('401 UNAUTHORIZED: no: ***)');
  expect(told(run)).not.toMatch(/wrong-password|YWRhOndyb25n/);
  expect(await scene.gitops.git('rev-parse', 'main')).toBe(head);
});
