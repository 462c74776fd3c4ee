/** Time that passes only when nobody has anything else to do, for simulations. */
import { setImmediate } from 'node:timers/promises';

/** @typedef {import('../../src/ports/runner.js').Clock} Clock */
/** @typedef {import('../../src/ports/runner.js').Random} Random */

/** When the simulated calendar begins, in milliseconds since 1970. */
const EPOCH = Date.UTC(2026, 0, 1);

/** @implements {Clock} */
export class SimulatedTime {
  #now = 0;
  /** @type {{ at: number, wake: () => void }[]} The latest first. */
  #sleepers = [];

  /** Milliseconds since the simulation began. */
  now() {
    return this.#now;
  }

  date() {
    return EPOCH + this.#now;
  }

  /**
   * @param {number} milliseconds
   * @returns {Promise<void>}
   */
  sleep(milliseconds) {
    const at = this.#now + milliseconds;
    return new Promise((wake) => {
      // Who came first wakes first where two wake at the same moment.
      let place = this.#sleepers.length;
      while (place > 0 && (this.#sleepers[place - 1]?.at ?? 0) <= at) place -= 1;
      this.#sleepers.splice(place, 0, { at, wake: () => wake() });
    });
  }

  /** Lets time pass until nobody sleeps any more. Nothing but sleeping may take time. */
  async run() {
    for (;;) {
      await setImmediate();
      const sleeper = this.#sleepers.pop();
      if (sleeper === undefined) return;
      this.#now = sleeper.at;
      sleeper.wake();
    }
  }
}

/**
 * Random numbers that are the same again for the same seed (mulberry32), and numbers as UUIDs.
 * @implements {Random}
 */
export class SeededRandom {
  #state;
  #uuids = 0;

  /** @param {number} seed A whole number. */
  constructor(seed) {
    this.#state = seed;
  }

  fraction() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  uuid() {
    this.#uuids += 1;
    return `00000000-0000-4000-8000-${String(this.#uuids).padStart(12, '0')}`;
  }
}
