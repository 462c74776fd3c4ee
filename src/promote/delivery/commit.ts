import { readOrUndefined } from '../../base/errors.js';
import type { Commit, CommitOutcome, GitOpsRepository } from '../../ports/gitops.js';
import type { TryAgain } from './delivery.js';
import { findTrailer } from '../message/trailers.js';
import type { Progress } from '../model/promotion.js';
import { type PromotionResult, resultOf, type TargetResult } from '../model/result.js';

/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 100;

/** A write that did not succeed leads to another try; whether it landed, that one looks first. */
export function againAfter(
  { outcome, detail, retryAt }: Exclude<CommitOutcome, { readonly outcome: 'committed' }>,
  targets: readonly TargetResult[],
  progress: Progress,
): TryAgain {
  if (outcome === 'conflict') {
    return { tryAgain: detail, code: 'conflict', kind: 'conflict', retryAt };
  }
  progress.unanswered = targets;
  return { tryAgain: detail, code: 'unavailable', kind: 'failure', retryAt };
}

/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
export async function findLanded(
  progress: Progress,
  repository: GitOpsRepository,
): Promise<PromotionResult | undefined> {
  if (progress.unanswered === undefined) return undefined;
  return selectLanded(await repository.readNewestCommits(SEARCHED_COMMITS), progress, repository);
}

/**
 * What stands at the head of a branch where nothing has to change. A server may have refused what it
 * carried out: a proxy between may send a write twice, of which the second comes too late.
 */
export async function readUnchanged(
  progress: Progress,
  repository: GitOpsRepository,
): Promise<{ readonly landed?: PromotionResult; readonly head?: Commit }> {
  const { sent } = progress;
  const count = sent === undefined ? 1 : SEARCHED_COMMITS;
  const commits = (await readOrUndefined(repository.readNewestCommits(count))) ?? [];
  const [head] = commits;
  if (sent === undefined) return { head };
  return { head, landed: selectLanded(commits, { ...progress, unanswered: sent }, repository) };
}

function selectLanded(
  commits: readonly Commit[],
  { promotionId, unanswered = [], written: { pullRequest } }: Progress,
  repository: GitOpsRepository,
): PromotionResult | undefined {
  const commit = commits.find(
    ({ message }) => findTrailer(message, 'Promotion-Id') === promotionId,
  );
  if (commit === undefined) return undefined;
  const outcome = { reason: 'promoted', changed: true, commit } as const;
  return resultOf(repository, unanswered, { ...outcome, ...(pullRequest && { pullRequest }) });
}

/**
 * What became of a write without an answer, where the files ask for the image by now.
 * @param known Commits that were there before it.
 * @returns `undefined` where that is known to be the work of another promotion.
 */
export async function explainUnchanged(
  progress: Progress,
  image: string,
  repository: GitOpsRepository,
  known: ReadonlySet<string> = new Set(),
): Promise<PromotionResult | TryAgain | undefined> {
  if (progress.unanswered === undefined) return undefined;
  const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
  const landed = selectLanded(commits, progress, repository);
  if (landed !== undefined) return landed;
  const others = commits.filter(({ sha }) => !known.has(sha));
  if (others.some(({ message }) => findTrailer(message, 'Image') === image)) return undefined;
  const tryAgain = 'The files ask for the image, and no commit that does is shown yet.';
  return { tryAgain, code: 'unavailable', kind: 'failure' };
}
