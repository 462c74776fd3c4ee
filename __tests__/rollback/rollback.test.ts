import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tagOf } from '../run/scene.js';
import {
  APP,
  makeRepositories,
  openScene,
  removeRepositories,
  type Repositories,
  renderEntries,
  type Scene,
} from './scene.js';

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
});

afterAll(() => {
  removeRepositories(repositories);
});

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(repositories);
  try {
    await work(scene);
  } finally {
    await scene.close();
  }
}

/** Promotes commits one after the other, each of which has to be promoted. */
async function promoteAll(scene: Scene, letters: readonly ('a' | 'b' | 'c' | 'd' | 'h')[]) {
  for (const letter of letters) {
    const { outputs, stdout } = await scene.promote(letter);
    if (outputs.reason !== 'promoted') throw new Error(stdout);
  }
}

describe('a rollback to the previous image', () => {
  it('restores what was there before, and tells what it takes back', async () => {
    await withScene(async (scene) => {
      const { a, b, c } = scene.commits;
      await promoteAll(scene, ['a', 'b', 'c']);
      const promoted = await scene.gitops.resolve('main');
      const { exitCode, outputs, stdout } = await scene.rollBack();
      expect(stdout).not.toContain('::error');
      expect(exitCode).toBe(0);
      expect(await scene.read()).toBe(renderEntries(tagOf(b)));
      const [message = ''] = await scene.gitops.log('main');
      expect(message).toMatch(
        new RegExp(
          `^revert\\(app\\): ${tagOf(c)} -> ${tagOf(b)}\n\nSource-Repository: org/repo\nSource-Commit: ${b}\nImage: ${APP}:${tagOf(b)}\nPrevious-Image: ${APP}:${tagOf(c)}\nRollback-Of: ${promoted}\nRolled-Back-Commit: ${c}\nTarget: app/kustomization.yaml app\n`,
        ),
      );
      expect(outputs).toMatchObject({
        reason: 'promoted',
        changed: 'true',
        image: `${APP}:${tagOf(b)}`,
        'source-sha': b,
        'previous-image': `${APP}:${tagOf(c)}`,
        'commit-sha': await scene.gitops.resolve('main'),
      });
      expect(a).toBeDefined();
    });
  });

  it('goes one step further back each time, and ends where nothing is known', async () => {
    await withScene(async (scene) => {
      await promoteAll(scene, ['a', 'b', 'c']);
      const seen: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        const { outputs } = await scene.rollBack();
        seen.push(`${outputs.reason} ${await scene.deployed()}`);
      }
      expect(seen).toEqual(['promoted b', 'promoted a', 'promoted o', 'no-previous o']);
    });
  });
});
