import { PromoteError } from '../errors.js';
import type { Commit, GitOpsRepository } from '../gitops-ports.js';
import type { Clock, Logger, Random } from '../ports.js';
import type { ImageReference } from '../tag/result.js';
import type { PromoteInputs } from './inputs.js';
import { renderCommitMessage, type CommitFacts } from './message.js';
import { patchTargets, readTargets, type PatchedFile } from './patch-targets.js';
import type { PromotionResult, TargetResult } from './result.js';
import { RetryBudget } from './retry.js';
import { findTrailer } from './trailers.js';

/** What a promotion is asked to do. */
export interface Promotion {
  readonly inputs: PromoteInputs;
  readonly image: ImageReference;
  /** Compute and show everything, write nothing. */
  readonly dryRun: boolean;
  /** What the audit trail tells that is known before a file is read. */
  readonly audit: Pick<
    CommitFacts,
    'sourceRepository' | 'sourceSha' | 'shortSha' | 'runUrl' | 'coverage'
  >;
}

export interface PromotePorts {
  readonly repository: GitOpsRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 50;

/** One promotion on its way: what the next try has to know of those before. */
interface Progress {
  readonly promotionId: string;
  /** What was sent in a write that got no answer: it may have landed. */
  unanswered?: readonly TargetResult[];
}

/** What ended a try without an end of the promotion. */
interface TryAgain {
  /** In words for the log. */
  readonly tryAgain: string;
  /** The code of the error when no time is left for another try. */
  readonly code: 'conflict' | 'unavailable';
}

/**
 * Brings the GitOps repository to ask for an image: read, patch, commit; and when somebody else was
 * faster, the same again from reading on, never with old contents. It is the only retry loop.
 * @throws PromoteError `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 *   `unavailable` when the server did not answer for so long,
 *   `outcome-unknown` when a write got no answer and it cannot be learned whether it landed, and
 *   whatever reading, patching and writing refuse.
 */
export async function promote(promotion: Promotion, ports: PromotePorts): Promise<PromotionResult> {
  const { retryTimeout } = promotion.inputs;
  const progress: Progress = { promotionId: ports.random.uuid() };
  const budget = new RetryBudget(ports.clock, ports.random, retryTimeout);
  for (;;) {
    const outcome = await tryOnce(promotion, progress, ports).catch((error: unknown) =>
      failedTry(error, progress),
    );
    if (!('tryAgain' in outcome)) return outcome;
    ports.logger.info(`Try ${budget.failed + 1} did not succeed: ${outcome.tryAgain}`);
    if (!(await budget.waitForNextTry())) throw givenUp(outcome, progress, promotion.inputs);
  }
}

async function tryOnce(
  promotion: Promotion,
  progress: Progress,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { inputs, dryRun } = promotion;
  const files = await readTargets(inputs.targets, ports.repository);
  const landed = await findLanded(progress, ports);
  if (landed !== undefined) return landed;

  const facts = targetFacts(promotion, ports.repository);
  const patched = files.map((file) => patchTargets(file, facts));
  const targets = patched.flatMap(({ results }) => results);
  const changed = selectChanged(patched);
  if (changed === undefined) return unchanged(targets, dryRun, ports.repository);
  if (dryRun) return resultOf(ports.repository, 'dry-run', targets);

  const message = renderMessage(promotion, changed, progress, ports.repository);
  const written = await ports.repository.commitFile(changed.file, changed.bytes, message);
  if (written.outcome === 'committed') {
    return resultOf(ports.repository, 'promoted', targets, written.commit);
  }
  if (written.outcome === 'lost') progress.unanswered = targets;
  return { tryAgain: written.detail, code: 'conflict' };
}

/**
 * The file to write, if any.
 * @throws PromoteError `invalid-input` when there are several: the Contents API writes one a commit.
 */
function selectChanged(patched: readonly PatchedFile[]): PatchedFile | undefined {
  const changed = patched.filter((file) => file.changed);
  const [first, second] = changed;
  if (second === undefined) return first;
  const paths = changed.map(({ file }) => file.path).join(', ');
  throw new PromoteError(
    'invalid-input',
    `targets: ${changed.length} files would change (${paths}), and one commit through the Contents API changes one. Promote them one by one.`,
  );
}

/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded(
  { promotionId, unanswered }: Progress,
  { repository }: PromotePorts,
): Promise<PromotionResult | undefined> {
  if (unanswered === undefined) return undefined;
  const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
  const own = commits.find(({ message }) => findTrailer(message, 'Promotion-Id') === promotionId);
  return own && resultOf(repository, 'promoted', unanswered, own);
}

async function unchanged(
  targets: readonly TargetResult[],
  dryRun: boolean,
  repository: GitOpsRepository,
): Promise<PromotionResult> {
  if (dryRun) return resultOf(repository, 'dry-run', targets);
  return resultOf(repository, 'unchanged', targets, await readHead(repository));
}

/** The head is told for information: a server that refuses it does not make the promotion fail. */
async function readHead(repository: GitOpsRepository): Promise<Commit | undefined> {
  try {
    const [head] = await repository.readNewestCommits(1);
    return head;
  } catch (error) {
    if (error instanceof PromoteError && error.code !== 'unavailable') return undefined;
    throw error;
  }
}

function resultOf(
  repository: GitOpsRepository,
  reason: PromotionResult['reason'],
  targets: readonly TargetResult[],
  commit?: Commit,
): PromotionResult {
  return {
    reason,
    repository: repository.name,
    targets,
    wouldChange: targets.some(({ changes }) => changes.length > 0),
    ...(commit !== undefined && { commit }),
  };
}

function targetFacts({ inputs, image, audit }: Promotion, { branch }: GitOpsRepository) {
  return {
    ...audit,
    image,
    createMissing: inputs.createMissing,
    ...(branch !== undefined && { gitopsBranch: branch }),
  };
}

/** The message tells of the first target that changed; all are in its diff. */
function renderMessage(
  { inputs, image, audit }: Promotion,
  { results }: PatchedFile,
  { promotionId }: Progress,
  repository: GitOpsRepository,
): string {
  const facts = {
    ...audit,
    image,
    imageName: '',
    ...results.find(({ changes }) => changes.length > 0),
    promotionId,
    gitopsBranch: repository.branch ?? '',
  };
  return renderCommitMessage(facts, inputs.commitMessage, inputs.commitTrailers);
}

/** A server that does not answer may answer later; every other failure is final. */
function failedTry(error: unknown, { promotionId, unanswered }: Progress): TryAgain {
  if (error instanceof PromoteError && error.code === 'unavailable') {
    return { tryAgain: error.message, code: error.code };
  }
  if (unanswered === undefined) throw error;
  const detail = error instanceof Error ? error.message : String(error);
  throw outcomeUnknown(promotionId, detail, error);
}

function givenUp(
  { tryAgain, code }: TryAgain,
  { promotionId, unanswered }: Progress,
  { target, retryTimeout }: PromoteInputs,
): PromoteError {
  if (unanswered !== undefined) return outcomeUnknown(promotionId, tryAgain);
  return new PromoteError(
    code,
    `${target.repository} could not be written within retry-timeout (${retryTimeout} seconds), and nothing was: ${tryAgain} Run the job again, or raise retry-timeout.`,
  );
}

function outcomeUnknown(promotionId: string, detail: string, cause?: unknown): PromoteError {
  return new PromoteError(
    'outcome-unknown',
    `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`,
    { cause },
  );
}
