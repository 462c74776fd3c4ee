import { expect, it } from '@jest/globals';
import { RetryBudget } from '../../src/promote/retry.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';

it('waits longer from try to try, until the time is used up', async () => {
  const clock = new FakeClock();
  const budget = new RetryBudget(clock, new FixedRandom(0.5), 2);
  const answers = [];
  for (let tries = 0; tries < 5; tries += 1) answers.push(await budget.waitForNextTry());
  expect(clock.sleeps).toEqual([125, 250, 500, 1000]);
  expect(answers).toEqual([true, true, true, true, false]);
  expect(budget.failed).toBe(5);
});

it('has no time for a second try when it was given none', async () => {
  const clock = new FakeClock();
  const budget = new RetryBudget(clock, new FixedRandom(0), 0);
  expect(await budget.waitForNextTry()).toBe(false);
  expect(clock.sleeps).toEqual([]);
});
