import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeRepositories, openScene, removeRepositories, type Repositories } from './scene.js';
import { perform } from './steps.js';

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
});

afterAll(() => {
  removeRepositories(repositories);
});

/** Steps as `perform` reads them, and what comes of each; `|` parts what is done before. */
const SEQUENCES = [
  {
    description: 'back once, twice, three times, and then nothing is known',
    steps: 'a, b, c, <, <, <, <',
    ends: ['promoted b', 'promoted a', 'promoted o', 'no-previous o'],
  },
  {
    description: 'the fix after a rollback, and back from it',
    steps: 'a, b, c, <, d, <',
    ends: ['promoted b', 'promoted d', 'promoted b'],
  },
  {
    description: 'back from a hotfix that was branched off before the bad commit',
    steps: 'a, b, c, <, h, <, <',
    ends: ['promoted b', 'promoted h', 'promoted b', 'promoted a'],
  },
  {
    description: 'further back at once, then one more step',
    steps: 'a, b, c, <tag a, <',
    ends: ['promoted a', 'promoted o'],
  },
  {
    description: 'forward again to what was taken back, then back',
    steps: 'a, b, c, <, <source c, <',
    ends: ['promoted b', 'promoted c', 'promoted b'],
  },
  {
    description: 'a revert of the rollback by hand, then back',
    steps: 'a, b, c, <, =c, <',
    ends: ['promoted b', 'by hand c', 'promoted b'],
  },
  {
    description: 'back by git revert, then one more step',
    steps: 'a, b, c, =b, <',
    ends: ['by hand b', 'promoted a'],
  },
  {
    description: 'back by git revert of several, then one more step',
    steps: 'a, b, c, =a, <',
    ends: ['by hand a', 'promoted o'],
  },
  {
    description: 'an image that somebody put there by hand is not taken back',
    steps: 'a, b, =v9, <',
    ends: ['by hand v9', 'not-promoted v9'],
  },
  {
    description: 'from an image that somebody put there, to a tag',
    steps: 'a, b, =v9, <tag a, <tag b',
    ends: ['by hand v9', 'promoted a', 'promoted b'],
  },
  {
    description: 'to an image that somebody put there by hand',
    steps: 'a, =v9, b, <, <tag v9',
    ends: ['by hand v9', 'promoted b', 'promoted v9', 'unchanged v9'],
  },
  {
    description: 'back by a promotion with stale: allow, then one more step',
    steps: 'a, b, c, b!, <',
    ends: ['promoted b', 'promoted a'],
  },
  {
    description: 'what is deployed already',
    steps: 'a, b, <tag b, <source b',
    ends: ['unchanged b', 'unchanged b'],
  },
  {
    description: 'edits elsewhere in between',
    steps: 'a, b, side 2.0, c, side 3.0, <, side 4.0, <',
    ends: ['promoted b', 'by hand b', 'promoted a'],
  },
  {
    description: 'a tag that nothing has asked for',
    steps: 'a, b, <tag d',
    ends: ['no-previous b'],
  },
];

describe('one after the other', () => {
  it.each(SEQUENCES)('$description: $steps', async ({ steps, ends }) => {
    const scene = await openScene(repositories);
    try {
      const endings: string[] = [];
      for (const step of steps.split(', ')) endings.push(await perform(scene, step));
      expect(endings.slice(-ends.length)).toEqual(ends);
    } finally {
      await scene.close();
    }
  });
});
