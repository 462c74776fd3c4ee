import type { Interceptor } from '../stand-in/server.mjs';

/** How long a batch that never gets full keeps its requests, so that the test fails by what came, in milliseconds. */
const GIVES_UP = 40_000;

/**
 * Answers no request before as many are there as the batch has: each batch is a round trip. A client that
 * asks for one only after the answer to another never fills the batch that has both, however fast the machine.
 * What a request asks for is its method and the part of its path that tells it.
 */
export class Rounds {
  readonly batches: string[][] = [];
  readonly #sizes: readonly number[];
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isOn = false;

  /** @param sizes How many requests each round trip has. What comes after them counts as one batch more each. */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  readonly intercept: Interceptor = async ({ method, path }, answer) => {
    if (this.#isOn) await this.#join(`${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+\//, '')}`);
    return answer();
  };

  start(): void {
    this.#isOn = true;
  }

  async #join(request: string): Promise<void> {
    if (this.#waiting.length === 0) this.batches.push([]);
    const batch = this.batches.at(-1) ?? [];
    batch.push(request);
    const isAnswered = new Promise<void>((resolve) => this.#waiting.push(resolve));
    clearTimeout(this.#timer);
    if (batch.length === (this.#sizes[this.batches.length - 1] ?? 1)) this.#release();
    else
      this.#timer = setTimeout(() => {
        this.#release();
      }, GIVES_UP);
    await isAnswered;
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
