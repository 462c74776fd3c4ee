import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  commitFile,
  IMAGE,
  makeTemplates,
  openScene,
  removeTemplates,
  SOURCE,
  tagOf,
  type Given,
  type RunOptions,
  type Scene,
  type Templates,
} from '../run/scene.js';
import { commitFiles } from '../stand-in/commit-files.mjs';
import { runAction } from '../stand-in/run-action.mjs';

const OLD_HEX = '01'.repeat(32);
const OLD_DIGEST = `sha256:${OLD_HEX}`;
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const NAME = 'ghcr.io/org/repo/app';

/** Files whose own words say that another value counts, each in a folder of its own. */
const FILES = {
  '1/values.yaml': `image: {repository: ${NAME}, tag: "{{ .Chart.AppVersion }}"}\n`,
  '2/values.yaml': `image:\n  repository: ${NAME}\n  tag: v1\n  sha: ${OLD_HEX}\n`,
  '3/values.yaml': `image: {repository: ${NAME}, tag: v1, sha: ${OLD_HEX}}\n`,
  '4/kustomization.yaml': `images:\n- {name: app, newName: ${NAME}, newTag: v0}\n- {name: ${NAME}, newTag: v1}\n`,
  '5/kustomization.yaml': 'imageTags:\n- {name: app, newTag: v1}\n',
  '6/kustomization.yaml':
    'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {images: [{name: app}]}\n',
  '7/values.yaml': `image: {repository: ${NAME}, tag: v1}\nsops: {mac: "ENC[AES256_GCM,data:x]"}\n`,
  '8/values.yaml': `image: ${NAME}:v1 # whole\n`,
  '9/values.yaml': 'global: {imageRegistry: ghcr.io}\nimage: {repository: org/repo/app, tag: v1}\n',
  '10/app.yaml': `images: [proxy=r/proxy:v1, app=${NAME}:v1]\n`,
  '11/app.yaml': `image: {tag: v1, digest: ${OLD_DIGEST}}\n`,
  '12/base/kustomization.yaml': `images: [{name: app, newName: ${NAME}, newTag: v1}]\n`,
  '12/prod/kustomization.yaml': 'resources: [../base]\n',
  '13/kustomization.yaml': `images: [{name: ${NAME}, newTag: "42"}]\n`,
  '14/kustomization.yaml': `images: [{name: ${NAME}, newTag: v1}]\n`,
  'deep/values.yaml': `x:\n  ${'- '.repeat(30_000)}\n`,
  'large/values.yaml': `image: {tag: v1}\n# ${'x'.repeat(1024 * 1024)}\n`,
  'anchor/values.yaml': 'image: {tag: &t v1}\nweb: {tag: *t}\n',
};

let templates: Templates;
let scene: Scene;

beforeAll(async () => {
  templates = await makeTemplates(() => FILES);
  const { older } = templates.history;
  scene = await openScene(templates, {
    onRequest: async ({ path }, answer) => {
      // The stand-in has no single commits.
      if (path !== `/repos/${SOURCE}/commits/${older.slice(0, 7)}`) return answer();
      return { status: 200, body: { sha: older } };
    },
  });
});

afterAll(async () => {
  await scene.close();
  removeTemplates(templates);
});

function promote(inputs: Given, run: RunOptions = {}) {
  return scene.promote(inputs, { ...run, through: runAction });
}

async function read(path: string): Promise<string> {
  return (await scene.gitops.readFile('main', path)).toString();
}

const image = `${NAME}:v2`;

describe('a file whose own words say that another value counts is refused', () => {
  it.each<{ row: string; given: Given; reason: string; says: string }>([
    {
      row: '1: promote-from copies no template',
      given: { image: '', 'promote-from': '1/values.yaml', kustomization: '14' },
      reason: 'no-image',
      says: '1/values.yaml:1:48: promote-from: image.tag: expected the value itself',
    },
    {
      row: '2: another digest beside the tag',
      given: { image, values: '2/values.yaml' },
      reason: 'unsafe-edit',
      says: `2/values.yaml:3:8: the sha beside the tag, ${OLD_HEX}, would win over the new tag. Set values-digest-path: image.sha`,
    },
    {
      row: '4: a later entry of images',
      given: { image, kustomization: '4', 'image-name': 'app' },
      reason: 'unsafe-edit',
      says: `4/kustomization.yaml:3:3: the entry of images "${NAME}" comes later`,
    },
    {
      row: '5: the old name of images',
      given: { image, kustomization: '5', 'image-name': 'app', 'create-missing': 'true' },
      reason: 'unsafe-edit',
      says: '5/kustomization.yaml:1:1: imageTags is the old name of images',
    },
    {
      row: '6: a Kustomization of Flux',
      given: { image, kustomization: '6', 'image-name': 'app' },
      reason: 'not-a-kustomization',
      says: "set: { 'spec.images[name=app].newTag': '{{tag}}' }",
    },
    {
      row: '7: a signature of SOPS',
      given: { image, values: '7/values.yaml' },
      reason: 'unsafe-edit',
      says: 'SOPS has signed all values of this file',
    },
    {
      row: '8: a tag onto a whole reference',
      given: { image, targets: "[{file: 8/values.yaml, set: {image: '{{tag}}'}}]" },
      reason: 'unsafe-edit',
      says: "Set '{{image}}' where a whole reference is to stand",
    },
    {
      row: '10: an item that has moved',
      given: { image, targets: "[{file: 10/app.yaml, set: {'images[0]': 'app={{image}}'}}]" },
      reason: 'unsafe-edit',
      says: '10/app.yaml:1:10: images[0]: "proxy=r/proxy:v1" stands here',
    },
    {
      row: '11: a tag beside a digest',
      given: { image, targets: "[{file: 11/app.yaml, set: {image.tag: '{{tag}}'}}]" },
      reason: 'unsafe-edit',
      says: `the digest beside the tag, ${OLD_DIGEST}, would win`,
    },
    {
      row: '12: a name that the base has changed',
      given: { image, kustomization: '12/prod', 'image-name': 'app' },
      reason: 'entry-not-found',
      says: `12/base/kustomization.yaml makes ${NAME} of the image app`,
    },
    {
      row: '13: a tag that is given to image after image',
      given: { image: `${NAME}:main-alpine`, kustomization: '14' },
      reason: 'moving-tag',
      says: 'the tag main-alpine moves from image to image',
    },
    {
      row: 'nesting without end',
      given: { image, values: 'deep/values.yaml' },
      reason: 'unsafe-edit',
      says: 'expected at most 200 mappings and lists inside of each other',
    },
    {
      row: 'more than 1 MiB',
      given: { image, values: 'large/values.yaml' },
      reason: 'unsupported-file',
      says: 'large/values.yaml: expected at most 1 MiB',
    },
  ])('$row', async ({ given, reason, says }) => {
    const before = await scene.gitops.resolve('main');
    const { exitCode, outputs, stdout } = await promote(given);
    expect(outputs).toMatchObject({ reason });
    expect(stdout).toContain(says);
    expect(exitCode).toBe(1);
    expect(await scene.gitops.resolve('main')).toBe(before);
  });

  it('13: a number that was promoted for another commit', async () => {
    const { gitDir } = scene.gitops;
    const message = `chore: x\n\nSource-Commit: ${templates.history.older}\nImage: ${NAME}:42\n`;
    const person = { name: 'Ada', email: 'ada@example.com' };
    await commitFiles(gitDir, {
      branch: 'main',
      head: await scene.gitops.resolve('main'),
      files: [
        {
          path: '13/kustomization.yaml',
          mode: '100644',
          bytes: Buffer.from(`${FILES['13/kustomization.yaml']}# promoted\n`),
        },
      ],
      message,
      author: person,
      committer: person,
      beforeRefUpdate: () => Promise.resolve(),
    });
    const { outputs, stdout } = await promote({ image: `${NAME}:42`, kustomization: '13' });
    expect(outputs).toMatchObject({ reason: 'moving-tag', changed: 'false' });
    expect(stdout).toContain('the tag has moved');
  });

  it('14: an older commit that the tag abbreviates', async () => {
    const { older, ours } = templates.history;
    const deployed = `images: [{name: ${NAME}, newTag: ${tagOf(ours)}}]\n`;
    await commitFile(scene.gitops.gitDir, '14/kustomization.yaml', deployed);
    const { outputs } = await promote({
      image: `${IMAGE}:${tagOf(older)}`,
      'source-sha': '',
      kustomization: '14',
    });
    expect(outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect(await read('14/kustomization.yaml')).toBe(deployed);
  });
});

describe('a file that says it in another form is understood', () => {
  it.each<{ row: string; path: keyof typeof FILES; given: Given; after: string; says?: string }>([
    {
      row: '3: a bare digest',
      path: '3/values.yaml',
      given: { image: `${image}@${DIGEST}`, 'values-digest-path': 'image.sha' },
      after: `image: {repository: ${NAME}, tag: v2, sha: ${DIGEST.slice(7)}}\n`,
    },
    {
      row: '8: a whole reference',
      path: '8/values.yaml',
      given: { image, 'values-tag-path': 'image' },
      after: `image: ${NAME}:v2 # whole\n`,
    },
    {
      row: '9: a global registry',
      path: '9/values.yaml',
      given: { image },
      after: FILES['9/values.yaml'].replace('v1', 'v2'),
    },
    {
      row: 'an anchor that is used elsewhere',
      path: 'anchor/values.yaml',
      given: { image },
      after: FILES['anchor/values.yaml'].replace('v1', 'v2'),
      says: '::notice::anchor/values.yaml:1:17: what the anchor &t stands for changes at web.tag',
    },
  ])('$row', async ({ path, given, after, says = '' }) => {
    const { outputs, stdout } = await promote({ values: path, ...given });
    expect(stdout).toContain(says);
    expect(outputs).toMatchObject({ reason: 'promoted', changed: 'true' });
    expect(await read(path)).toBe(after);
  });

  it('12: a new entry that a base leaves no image for, with a warning', async () => {
    const { outputs, stdout } = await promote({
      image,
      kustomization: '12/prod',
      'image-name': 'app',
      'create-missing': 'true',
    });
    expect(outputs).toMatchObject({ reason: 'promoted' });
    expect(stdout).toContain(
      `::warning::12/base/kustomization.yaml makes ${NAME} of the image app`,
    );
  });
});
