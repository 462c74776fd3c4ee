import { PromoteError } from '../base/errors.js';
import type { Clock, Random } from '../ports/runner.js';
import { attempt, type Attempt } from './attempt.js';
import { findLanded } from './delivery/commit.js';
import type { TryAgain } from './delivery/delivery.js';
import { OrderGuard } from './guard/guard.js';
import type { PromoteInputs } from './inputs/inputs.js';
import type { Progress, PromotePorts, Promotion } from './model/promotion.js';
import { type PromotionResult, resultOf } from './model/result.js';

/** Delay before the second try at the most, in milliseconds; it doubles with every further try. */
const FIRST_DELAY = 250;

/** What a delay grows to at the most, in milliseconds. */
const LONGEST_DELAY = 8000;

/**
 * The wait before the next try, in milliseconds, with full jitter: writers that collided once and
 * waited equally long would collide again.
 * @param failed How many tries have failed so far, from 1.
 * @param fraction A random number in [0, 1).
 */
export function computeDelay(failed: number, fraction: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failed - 1));
  return Math.round(longest * fraction);
}

/**
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver; and when somebody
 * else was faster, the same again from reading on, never with old contents. It is the only retry
 * loop. Where it fails after it was known what there is to change, the failure is the `problem` of
 * the result:
 * - `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 * - `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 * - `outcome-unknown` when a write got no answer and it cannot be learned whether it landed,
 * - and whatever writing refuses.
 * @throws PromoteError the same, and whatever reading and patching refuse, where that is not known.
 */
export async function promote(promotion: Promotion, ports: PromotePorts): Promise<PromotionResult> {
  const promotionId = ports.random.uuid();
  const progress: Progress = { promotionId, tries: 0, written: { changed: false } };
  try {
    return await deliverOrFail(promotion, progress, ports);
  } catch (error) {
    const { targets, written } = progress;
    if (!(error instanceof PromoteError) || targets === undefined) throw error;
    const { code, message } = error;
    const problem = { code, message };
    return resultOf(ports.repository, targets, { reason: 'failed', ...written, problem });
  }
}

/** A failure is final only after a write without an answer was looked for once more. */
async function deliverOrFail(
  promotion: Promotion,
  progress: Progress,
  ports: PromotePorts,
): Promise<PromotionResult> {
  try {
    return await tryUntilDelivered(promotion, progress, ports);
  } catch (error) {
    const landed = await findLanded(progress, ports.repository).catch((cause: unknown) => {
      throw outcomeUnknown(progress, cause);
    });
    if (landed !== undefined) return landed;
    throw error;
  }
}

async function tryUntilDelivered(
  promotion: Promotion,
  progress: Progress,
  ports: PromotePorts,
): Promise<PromotionResult> {
  const { clock, random, logger } = ports;
  const { inputs, waited = 0 } = promotion;
  const budget = new RetryBudget(clock, random, inputs.retryTimeout - waited);
  const guard = new OrderGuard(promotion.audit, ports);
  for (;;) {
    const outcome = await tryOnce({ promotion, progress, guard }, ports);
    if (!('tryAgain' in outcome)) return outcome;
    const delay = budget.planNextTry(outcome.retryAt);
    const failed = `Try ${progress.tries} did not succeed: ${outcome.tryAgain}`;
    if (delay === undefined) {
      logger.info(failed);
      throw givenUp(outcome, promotion.inputs);
    }
    logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
    await clock.sleep(delay);
  }
}

/** A server that does not answer may answer later; every other failure is final. */
async function tryOnce(asked: Attempt, ports: PromotePorts): Promise<PromotionResult | TryAgain> {
  asked.progress.tries += 1;
  try {
    return await attempt(asked, ports);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'unavailable') throw error;
    const { message, retryAt } = error;
    return { tryAgain: message, code: error.code, retryAt };
  }
}

function givenUp(
  { tryAgain, code, retryAt }: TryAgain,
  { target, retryTimeout, pullRequest }: PromoteInputs,
): PromoteError {
  const within = `within retry-timeout (${retryTimeout} seconds)`;
  // Of a pull request parts may be there, which the next run finds and goes on from.
  const left = pullRequest === undefined ? ', and nothing was' : '';
  const cure =
    retryAt === undefined
      ? 'Run the job again, or raise retry-timeout.'
      : `Run the job again after ${renderTime(retryAt)}, or raise retry-timeout.`;
  return new PromoteError(
    code,
    `${target.repository} could not be written ${within}${left}: ${tryAgain} ${cure}`,
  );
}

function outcomeUnknown({ promotionId }: Progress, cause: unknown): PromoteError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new PromoteError(
    'outcome-unknown',
    `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`,
    { cause },
  );
}

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

/** A moment for people, in UTC to the second. @param time Milliseconds since 1970. */
function renderTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
