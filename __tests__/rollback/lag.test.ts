import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Interceptor } from '../stand-in/server.mjs';
import { makeRepositories, openScene, removeRepositories, type Repositories } from './scene.js';

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
    { description: 'for good', times: 1000, inputs: {}, end: 'order-unknown b' },
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
      const { outputs, stdout } = await scene.promote('c', inputs);
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe(end);
      if (outputs.reason !== 'order-unknown') return;
      expect(stdout).toMatch(/::error.*which asked for another image.*set stale: allow/);
    } finally {
      await scene.close();
    }
  });
});
