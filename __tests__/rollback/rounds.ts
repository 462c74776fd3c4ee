import type { Interceptor } from '../stand-in/server.mjs';

/** How long nothing more may come before what came counts as one round trip, in milliseconds. */
const QUIET = 60;

/**
 * Answers no request before all that are sent at the same time are there: each batch is a round trip.
 * What one of them asks for is its method and the part of its path that tells it.
 */
export class Rounds {
  readonly batches: string[][] = [];
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isOn = false;

  readonly intercept: Interceptor = async ({ method, path }, answer) => {
    if (this.#isOn) await this.#join(`${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+\//, '')}`);
    return answer();
  };

  start(): void {
    this.#isOn = true;
  }

  async #join(request: string): Promise<void> {
    if (this.#waiting.length === 0) this.batches.push([]);
    this.batches.at(-1)?.push(request);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#release();
    }, QUIET);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
