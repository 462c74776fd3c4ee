import { PromoteError } from '../errors.js';
import type { PromotePorts, Promotion } from './promotion.js';
import { attempt, type Attempt } from './attempt.js';
import { renderTime } from './time.js';
import { OrderGuard } from './guard.js';
import type { PromoteInputs } from './inputs.js';
import type { Progress } from './progress.js';
import type { PromotionResult, TryAgain } from './result.js';
import { RetryBudget } from './retry.js';

/**
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver; and when somebody
 * else was faster, the same again from reading on, never with old contents. It is the only retry
 * loop.
 * @throws PromoteError `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 *   `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 *   `outcome-unknown` when a write got no answer and it cannot be learned whether it landed, and
 *   whatever reading, patching and writing refuse.
 */
export async function promote(promotion: Promotion, ports: PromotePorts): Promise<PromotionResult> {
  const { clock, random, logger } = ports;
  const budget = new RetryBudget(clock, random, promotion.inputs.retryTimeout);
  const progress: Progress = { promotionId: random.uuid(), tries: 0 };
  const guard = new OrderGuard(promotion.audit, ports);
  for (;;) {
    const outcome = await tryOnce({ promotion, progress, guard }, ports);
    if (!('tryAgain' in outcome)) return outcome;
    const delay = budget.planNextTry(outcome.retryAt);
    const failed = `Try ${budget.failed} did not succeed: ${outcome.tryAgain}`;
    if (delay === undefined) {
      logger.info(failed);
      throw givenUp(outcome, progress, promotion.inputs);
    }
    logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
    await clock.sleep(delay);
  }
}

/** A server that does not answer may answer later; every other failure is final. */
async function tryOnce(asked: Attempt, ports: PromotePorts): Promise<PromotionResult | TryAgain> {
  const { progress } = asked;
  progress.tries += 1;
  try {
    return await attempt(asked, ports);
  } catch (error) {
    if (error instanceof PromoteError && error.code === 'unavailable') {
      const { message, retryAt } = error;
      return { tryAgain: message, code: error.code, ...(retryAt !== undefined && { retryAt }) };
    }
    if (progress.unanswered === undefined) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw outcomeUnknown(progress, detail, error);
  }
}

function givenUp(
  { tryAgain, code, retryAt }: TryAgain,
  progress: Progress,
  { target, retryTimeout, pullRequest }: PromoteInputs,
): PromoteError {
  if (progress.unanswered !== undefined) return outcomeUnknown(progress, tryAgain);
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

function outcomeUnknown({ promotionId }: Progress, detail: string, cause?: unknown): PromoteError {
  return new PromoteError(
    'outcome-unknown',
    `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`,
    { cause },
  );
}
