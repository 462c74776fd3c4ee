import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  makeRepositories,
  openScene,
  removeRepositories,
  type Repositories,
} from '../rollback/scene.js';
import { runAction } from '../stand-in/run-action.mjs';
import { NODES } from './nodes.js';

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
});

afterAll(() => {
  removeRepositories(repositories);
});

describe.each(NODES)('the bundle rolls back on Node.js $version', ({ node }) => {
  const through = async (call: Parameters<typeof runAction>[0]) => runAction({ ...call, node });

  it('one step at a time, until nothing is known, and keeps out what was taken back', async () => {
    const scene = await openScene(repositories);
    try {
      const seen: string[] = [];
      for (const letter of ['a', 'b'] as const) await scene.promote(letter, {}, { through });
      for (let step = 0; step < 3; step += 1) {
        const { outputs } = await scene.rollBack({}, { through });
        seen.push(`${outputs.reason} ${await scene.deployed()}`);
      }
      const late = await scene.promote('b', {}, { through });
      const fix = await scene.promote('d', {}, { through });
      seen.push(`${late.outputs.reason}`, `${fix.outputs.reason} ${await scene.deployed()}`);
      expect(seen).toEqual([
        'promoted a',
        'promoted o',
        'no-previous o',
        'rolled-back',
        'promoted d',
      ]);
    } finally {
      await scene.close();
    }
  });
});
