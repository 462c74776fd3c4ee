import { type ErrorCode, PromoteError } from '../base/errors.js';
import { attempt } from './attempt.js';
import { findLanded } from './delivery/commit.js';
import type { Tries, TryAgain } from './delivery/delivery.js';
import { OrderGuard } from './guard/guard.js';
import type { PromoteInputs } from './inputs/inputs.js';
import type { Progress, PromotePorts, Promotion } from './model/promotion.js';
import { type PromotionResult, resultOf } from './model/result.js';
import { Patience } from './delivery/patience.js';
import { tellOperation } from './pull-request/operation.js';

/**
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver.
 * @throws PromoteError as `deliverPatiently`.
 */
export async function promote(promotion: Promotion, ports: PromotePorts): Promise<PromotionResult> {
  const guard = new OrderGuard(promotion.audit, promotion.inputs, ports);
  return deliverPatiently(
    promotion,
    (tries) => attempt({ promotion, guard, ...tries }, ports),
    ports,
  );
}

/** What the loop depends on. */
type Asked = Pick<Promotion, 'waited'> & {
  /** What running the job again does where it is not known whether a write landed: a sentence. */
  readonly again?: string;
  readonly inputs: Pick<PromoteInputs, 'target' | 'retryTimeout' | 'pullRequest'>;
};

/**
 * Tries until something is delivered; and when somebody else was faster, the same again from reading
 * on, never with old contents. It is the only retry loop. Where it fails after it was known what there
 * is to change, the failure is the `problem` of the result:
 * - `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 * - `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 * - `order-unknown` when the source repository does not compare the commits,
 * - `outcome-unknown` when a write got no answer and it cannot be learned whether it landed,
 * - and whatever writing refuses.
 * @param attempt One try from beginning to end.
 * @throws PromoteError the same, and whatever reading and patching refuse, where that is not known.
 */
export async function deliverPatiently(
  asked: Asked,
  attempt: (tries: Tries) => Promise<PromotionResult | TryAgain>,
  ports: PromotePorts,
): Promise<PromotionResult> {
  const { clock, random, repository } = ports;
  const progress: Progress = { promotionId: random.uuid(), tries: 0, written: { changed: false } };
  const { inputs, waited = 0, again } = asked;
  const tries = { progress, patience: new Patience(clock, random, inputs.retryTimeout - waited) };
  const finish = (result: PromotionResult) =>
    inputs.pullRequest === undefined ? result : tellOperation(result, progress.written);
  try {
    const failed = async (error: unknown) => resolveFailure(error, { ...tries, again }, ports);
    const delivered = tryUntilDelivered(inputs, tries, async () => attempt(tries), ports);
    return finish(await delivered.catch(failed));
  } catch (error) {
    const { targets, written, unanswered } = progress;
    if (!(error instanceof PromoteError) || targets === undefined) throw error;
    const { code, message } = error;
    const { commit, pullRequest, changed } = written;
    const lost = unanswered === undefined ? {} : ({ mayHaveLanded: true } as const);
    const failed = { reason: 'failed', commit, pullRequest, changed, ...lost } as const;
    return finish(resultOf(repository, targets, { ...failed, problem: { code, message } }));
  }
}

/** What ends the loop without a refusal. Where a write got no answer, it may have landed since. */
const GIVEN_UP: readonly ErrorCode[] = ['conflict', 'unavailable', 'order-unknown'];

/**
 * What a failure ends in: it is final only after a write without an answer was looked for once more.
 * @throws PromoteError The failure itself, which tells of such a write, or `outcome-unknown`.
 */
async function resolveFailure(
  error: unknown,
  { progress, patience, again }: Tries & Pick<Asked, 'again'>,
  ports: PromotePorts,
): Promise<PromotionResult> {
  if (progress.unanswered === undefined) throw error;
  if (!(await patience.untilAllowed())) throw outcomeUnknown(progress, error, again);
  const landed = await findLanded(progress, ports.repository).catch((cause: unknown) => {
    throw outcomeUnknown(progress, cause, again);
  });
  if (landed !== undefined) return landed;
  // What the server shows may be older than the write.
  if (!(error instanceof PromoteError)) throw error;
  if (GIVEN_UP.includes(error.code)) throw outcomeUnknown(progress, error, again);
  throw new PromoteError(
    error.code,
    `${error.message} A write before that got no answer, and its commit was not seen: whether it landed is not known. ${renderSearch(progress)}`,
    { cause: error },
  );
}

async function tryUntilDelivered(
  inputs: Asked['inputs'],
  { progress, patience }: Tries,
  attempt: () => Promise<PromotionResult | TryAgain>,
  ports: PromotePorts,
): Promise<PromotionResult> {
  for (;;) {
    progress.tries += 1;
    const outcome = await attempt().catch(resolveSetback);
    if (!('tryAgain' in outcome)) return outcome;
    patience.hear(outcome);
    const delay = patience.plan(outcome);
    const failed = `Try ${progress.tries} did not succeed: ${outcome.tryAgain}`;
    if (delay === undefined) {
      ports.logger.info(failed);
      throw givenUp(outcome, inputs, progress);
    }
    ports.logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
    await patience.wait(delay);
  }
}

/** What may pass leads to another try. @throws Every other failure, since it is final. */
function resolveSetback(error: unknown): TryAgain {
  if (!(error instanceof PromoteError) || !error.isTransient) throw error;
  const { message, retryAt, isLimit } = error;
  const code = error.code === 'order-unknown' ? error.code : 'unavailable';
  return { tryAgain: message, code, kind: isLimit ? 'limit' : 'failure', retryAt };
}

function givenUp(
  { tryAgain, code, retryAt }: TryAgain,
  { target, retryTimeout, pullRequest }: Asked['inputs'],
  { unanswered }: Progress,
): PromoteError {
  const within = `within retry-timeout (${retryTimeout} seconds)`;
  // Of a pull request parts may be there, which the next run finds and goes on from.
  const isNothing = pullRequest === undefined && unanswered === undefined;
  const left = isNothing ? ', and nothing was' : '';
  const cure =
    retryAt === undefined
      ? 'Run the job again, or raise retry-timeout.'
      : `Run the job again after ${renderTime(retryAt)}, or raise retry-timeout.`;
  return new PromoteError(
    code,
    `${target.repository} could not be written ${within}${left}: ${tryAgain} ${cure}`,
  );
}

function outcomeUnknown(
  progress: Progress,
  cause: unknown,
  again = 'Running the job again is safe.',
): PromoteError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new PromoteError(
    'outcome-unknown',
    `A write got no answer, and it could not be learned whether it landed: ${detail} ${renderSearch(progress)} ${again}`,
    { cause },
  );
}

/** How people find what this run has written. */
function renderSearch({ promotionId }: Progress): string {
  return `Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository.`;
}

/** A moment for people, in UTC to the second. @param time Milliseconds since 1970. */
function renderTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
