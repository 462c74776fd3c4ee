import { expect, it } from '@jest/globals';
import { RetryBudget } from '../../src/promote/promote.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';

it('waits longer from try to try, until the time is used up', async () => {
  const clock = new FakeClock();
  const budget = new RetryBudget(clock, new FixedRandom(0.5), 2);
  const delays = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const delay = budget.planNextTry();
    delays.push(delay);
    await clock.sleep(delay ?? 0);
  }
  expect(delays).toEqual([125, 250, 500, 1000, undefined]);
});

it('has no time for a second try when it was given none', () => {
  const budget = new RetryBudget(new FakeClock(), new FixedRandom(0), 0);
  expect(budget.planNextTry()).toBeUndefined();
});

it.each([
  { description: 'waits for when the server says, and the backoff', asked: 5, expected: 5125 },
  { description: 'does not wait for what is past', asked: -5, expected: 125 },
  { description: 'does not begin a wait that is too long', asked: 10, expected: undefined },
])('$description', ({ asked, expected }) => {
  const clock = new FakeClock();
  const budget = new RetryBudget(clock, new FixedRandom(0.5), 10);
  expect(budget.planNextTry(clock.date() + asked * 1000)).toBe(expected);
});
