import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tagOf } from '../run/scene.js';
import { commitFiles } from '../stand-in/commit-files.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
import {
  KUSTOMIZATION,
  makeRepositories,
  openScene,
  removeRepositories,
  type Repositories,
  type Scene,
} from './scene.js';

const ADA = { name: 'Ada', email: 'ada@example.com' };

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
});

afterAll(() => {
  removeRepositories(repositories);
});

/** Lists commits without the newest one, so many times, once it is told to. */
class LaggingList {
  #times = 0;

  readonly intercept: Interceptor = async ({ path }, answer) => {
    const reply = await answer();
    if (this.#times === 0 || !path.endsWith('/commits') || !Array.isArray(reply.body)) return reply;
    this.#times -= 1;
    return { ...reply, body: reply.body.slice(1) };
  };

  start(times: number): void {
    this.#times = times;
  }
}

describe('a list of commits that is behind the file', () => {
  it.each([
    { description: 'for a while', times: 2, inputs: {}, end: 'rolled-back b' },
    { description: 'for good', times: 1000, inputs: {}, end: 'rolled-back b' },
    {
      description: 'for one who insists',
      times: 1000,
      inputs: { stale: 'allow' },
      end: 'promoted c',
    },
  ])('$description lets no late run in by itself: $end', async ({ times, inputs, end }) => {
    const list = new LaggingList();
    const scene = await openScene(repositories, { onRequest: list.intercept });
    try {
      for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter);
      await scene.rollBack();
      list.start(times);
      const { outputs } = await scene.promote('c', inputs);
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe(end);
    } finally {
      await scene.close();
    }
  });

  it('is told apart from a promotion whose commit somebody has changed', async () => {
    const scene = await openScene(repositories);
    try {
      for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter);
      await amend(scene);
      expect((await scene.promote('c')).outputs.reason).toBe('rolled-back');
      expect((await scene.promote('d')).outputs.reason).toBe('promoted');
    } finally {
      await scene.close();
    }
  });
});

/** As a squash of a promotion that somebody has edited: it says one thing, and does another. */
async function amend({ gitops, read, commits }: Scene): Promise<void> {
  const text = (await read()).replace(tagOf(commits.c), 'v9');
  const [message = ''] = await gitops.log('main');
  const head = await gitops.git('rev-parse', 'main~1');
  await gitops.git('update-ref', 'refs/heads/main', head);
  await commitFiles(gitops.gitDir, {
    ...{ branch: 'main', head, message, author: ADA, committer: ADA },
    files: [{ path: KUSTOMIZATION, mode: '100644', bytes: Buffer.from(text) }],
    beforeRefUpdate: () => Promise.resolve(),
  });
}
