import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildImage } from '../registry/images.js';
import { RecordingServer, Shelf } from '../registry/server.js';
import { tagOf } from '../run/scene.js';
import {
  APP,
  KUSTOMIZATION,
  makeRepositories,
  openScene,
  removeRepositories,
  renderEntries,
  type Repositories,
  type Scene,
} from './scene.js';

let repositories: Repositories;
let shelf: Shelf;
let registry: RecordingServer;

beforeAll(async () => {
  shelf = new Shelf();
  registry = await RecordingServer.start((request) => shelf.serve(request));
  repositories = await makeRepositories(({ o }) => ({
    [KUSTOMIZATION]: renderEntries(tagOf(o)).replace(APP, `${registry.host}/org/app`),
  }));
});

afterAll(async () => {
  await registry.stop();
  removeRepositories(repositories);
});

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(repositories);
  try {
    for (const letter of ['a', 'b'] as const) {
      await scene.promote(letter, {
        image: `${registry.host}/org/app:${tagOf(scene.commits[letter])}`,
      });
    }
    await work(scene);
  } finally {
    await scene.close();
  }
}

describe('the registry check of a rollback', () => {
  it('refuses an image that is not there any more before anything is written', async () => {
    await withScene(async (scene) => {
      const head = await scene.gitops.resolve('main');
      const { outputs, stdout } = await scene.rollBack({ 'check-image': 'true' });
      expect(outputs.reason).toBe('image-missing');
      expect(stdout).toContain(
        `rollback-to: ${registry.host}/org/app:${tagOf(scene.commits.a)} is not in`,
      );
      expect(stdout).toContain('a rule of retention may have deleted it');
      expect(await scene.gitops.resolve('main')).toBe(head);
    });
  });

  it('restores the values as they stood, and pins nothing', async () => {
    await withScene(async (scene) => {
      const tag = tagOf(scene.commits.a);
      shelf.putImage(buildImage({}), tag);
      const inputs = { 'pin-digest': 'true', 'image-platforms': 'linux/amd64' };
      const { outputs, stdout } = await scene.rollBack(inputs);
      expect(outputs.reason).toBe('promoted');
      expect(stdout).toContain(`${registry.host}/org/app:${tag} is in its registry`);
      expect(await scene.read()).toBe(renderEntries(tag).replace(APP, `${registry.host}/org/app`));
      expect(outputs.image).toBe(`${registry.host}/org/app:${tag}`);
      const missing = await scene.rollBack({
        'rollback-to': tagOf(scene.commits.b),
        'image-platforms': 'linux/s390x',
      });
      expect(missing.outputs.reason).toBe('image-missing');
    });
  });

  it('goes back to a digest whose tag was pushed again since', async () => {
    const scene = await openScene(repositories);
    try {
      const { a, b } = scene.commits;
      const [first, again] = [buildImage({}), buildImage({ labels: { rebuilt: 'yes' } })];
      const name = `${registry.host}/org/app`;
      const pinned = `${name}:${tagOf(a)}@${first.manifest.digest}`;
      await scene.promote('a', { image: pinned });
      await scene.promote('b', { image: `${name}:${tagOf(b)}@${again.manifest.digest}` });
      shelf.putImage(first, tagOf(a)).putImage(again, tagOf(a));
      const { outputs } = await scene.rollBack({ 'check-image': 'true' });
      expect(outputs).toMatchObject({ reason: 'promoted', image: pinned });
    } finally {
      await scene.close();
    }
  });
});
