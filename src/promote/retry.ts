import type { Clock, Random } from '../ports.js';
import { computeDelay } from './backoff.js';

/** The time that retries and the waits between them may take in all. */
export class RetryBudget {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #deadline: number;
  /** How many tries have failed. */
  #failed = 0;

  /** @param seconds From now; 0 means one try and no more. */
  constructor(clock: Clock, random: Random, seconds: number) {
    this.#clock = clock;
    this.#random = random;
    this.#deadline = clock.now() + seconds * 1000;
  }

  /**
   * Counts a try that failed.
   * @param retryAt When the server wants to be asked again at the earliest, in ms since 1970. Those
   *   who wait for the same moment are told apart by the backoff behind it.
   * @returns The wait before the next try in milliseconds; `undefined` when no time is left for one.
   */
  planNextTry(retryAt?: number): number | undefined {
    this.#failed += 1;
    const asked = retryAt === undefined ? 0 : Math.max(0, retryAt - this.#clock.date());
    const delay = asked + computeDelay(this.#failed, this.#random.fraction());
    return this.#clock.now() + delay < this.#deadline ? delay : undefined;
  }
}
