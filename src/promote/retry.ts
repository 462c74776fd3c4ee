import type { Clock, Random } from '../ports.js';
import { computeDelay } from './backoff.js';

/** The time that retries and the waits between them may take in all. */
export class RetryBudget {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #deadline: number;
  #failed = 0;

  /** @param seconds From now; 0 means one try and no more. */
  constructor(clock: Clock, random: Random, seconds: number) {
    this.#clock = clock;
    this.#random = random;
    this.#deadline = clock.now() + seconds * 1000;
  }

  /** How many tries have failed. */
  get failed(): number {
    return this.#failed;
  }

  /** Waits before the next try. `false`, at once, when there is no time left for one. */
  async waitForNextTry(): Promise<boolean> {
    this.#failed += 1;
    const delay = computeDelay(this.#failed, this.#random.fraction());
    if (this.#clock.now() + delay >= this.#deadline) return false;
    await this.#clock.sleep(delay);
    return true;
  }
}
