import type { Clock, Random } from '../../src/ports/runner.js';

/** A clock on which only sleeping takes time. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  /** It starts at 2026-01-01T00:00:00Z. */
  date(): number {
    return Date.parse('2026-01-01T00:00:00Z') + this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  }
}

/**
 * The calendar of the machine, on which sleeping takes no time: it is only later afterwards. How busy
 * the machine is does not count against a time limit.
 */
export class InstantClock implements Clock {
  #slept = 0;

  now(): number {
    return this.#slept;
  }

  date(): number {
    return Date.now() + this.#slept;
  }

  sleep(milliseconds: number): Promise<void> {
    this.#slept += milliseconds;
    return Promise.resolve();
  }
}

/** Randomness without surprise: always the same fraction and the same UUID. */
export class FixedRandom implements Random {
  readonly #fraction: number;

  constructor(fraction = 0.5) {
    this.#fraction = fraction;
  }

  fraction(): number {
    return this.#fraction;
  }

  uuid(): string {
    return '0b8c1f5e-7f0a-4a55-9d0c-5a1d6c2f9e11';
  }
}
