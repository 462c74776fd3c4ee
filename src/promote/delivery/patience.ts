import { PromoteError } from '../../base/errors.js';
import type { Clock, Ports, Random } from '../../ports/runner.js';

/**
 * What a wait is for. `conflict`: somebody else was faster. `limit`: the server wants fewer requests.
 * `failure`: it did not answer, or failed. `lag`: it does not show yet what this run has made.
 */
export type SetbackKind = 'conflict' | 'limit' | 'failure' | 'lag';

/** What stands in the way of the next request. */
interface Setback {
  readonly kind: SetbackKind;
  /** Before when the server asks not to be asked again, in ms since 1970. */
  readonly retryAt?: number;
}

/**
 * How far waits of a kind are spread, in milliseconds: at first, and at the most, to which it doubles
 * with every further one. Writers that collided once and waited equally long would collide again, and
 * whoever shares the limit of a token would use it up again in the minute after its end.
 */
const SPREADS: Readonly<Record<SetbackKind, { readonly first: number; readonly most: number }>> = {
  conflict: { first: 3000, most: 20_000 },
  limit: { first: 60_000, most: 480_000 },
  failure: { first: 250, most: 8000 },
  lag: { first: 250, most: 4000 },
};

/** What a try takes at the least, in milliseconds: there is no time for one in less. */
const SHORTEST_TRY = 250;

/**
 * How far the waits of a kind are spread, in milliseconds.
 * @param earlier How many of that kind came before.
 */
export function computeSpread(kind: SetbackKind, earlier: number): number {
  const { first, most } = SPREADS[kind];
  return Math.min(most, first * 2 ** earlier);
}

/** The time that retries and the waits between them may take in all; nobody else waits. */
export class Patience {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #deadline: number;
  readonly #counts = new Map<SetbackKind, number>();
  /** Before when no server is asked again, in ms since 1970. */
  #notBefore = 0;

  /** @param seconds From now; 0 means one try and no more. */
  constructor(clock: Clock, random: Random, seconds: number) {
    this.#clock = clock;
    this.#random = random;
    this.#deadline = clock.now() + seconds * 1000;
  }

  /**
   * The wait before the next request in milliseconds, with full jitter: what the server asks for,
   * and behind it the spread, or what is left of the time where that is less. `undefined` when no
   * time is left.
   * @param earlier How many setbacks of that kind came before; all of this run by default.
   */
  plan({ kind, retryAt }: Setback, earlier = this.#count(kind)): number | undefined {
    const asked = retryAt === undefined ? 0 : Math.max(0, retryAt - this.#clock.date());
    const left = this.#deadline - this.#clock.now() - asked;
    if (left < SHORTEST_TRY) return undefined;
    const spread = Math.min(computeSpread(kind, earlier), left);
    return Math.round(asked + spread * this.#random.fraction());
  }

  async wait(milliseconds: number): Promise<void> {
    await this.#clock.sleep(milliseconds);
  }

  /** Notes what a failed request tells of when the next one may come. */
  hear({ retryAt = 0 }: { readonly retryAt?: number }): void {
    this.#notBefore = Math.max(this.#notBefore, retryAt);
  }

  /**
   * Waits until the server may be asked again.
   * @returns Whether it may be: not when that is behind the end of the time.
   */
  async untilAllowed(): Promise<boolean> {
    const asked = this.#notBefore - this.#clock.date();
    if (asked <= 0) return true;
    if (this.#clock.now() + asked >= this.#deadline) return false;
    await this.wait(asked);
    return true;
  }

  #count(kind: SetbackKind): number {
    const earlier = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, earlier + 1);
    return earlier;
  }
}

/**
 * Reads, and reads again while that fails by what may pass.
 * @param retryTimeout What that may take, in seconds, as the input of that name has it.
 * @throws PromoteError The last failure, when no time is left; and every other one at once.
 */
export async function readPatiently<T>(
  read: () => Promise<T>,
  retryTimeout: number,
  { clock, random, logger }: Pick<Ports, 'clock' | 'random' | 'logger'>,
): Promise<T> {
  const patience = new Patience(clock, random, retryTimeout);
  for (;;) {
    try {
      return await read();
    } catch (cause) {
      if (!(cause instanceof PromoteError) || !cause.isTransient) throw cause;
      const { code, message, isLimit, retryAt } = cause;
      const delay = patience.plan({ kind: isLimit ? 'limit' : 'failure', retryAt });
      if (delay === undefined) {
        throw new PromoteError(code, `${message} ${renderNoTime(retryTimeout)}`, { cause });
      }
      logger.info(`${message} It is asked again in ${(delay / 1000).toFixed(1)} seconds.`);
      await patience.wait(delay);
    }
  }
}

/** What helps where no time is left. */
export function renderNoTime(retryTimeout: number): string {
  return `retry-timeout (${retryTimeout} seconds) leaves no time to ask again. Run the job again later, or raise it.`;
}
