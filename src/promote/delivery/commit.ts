import type { CommitOutcome, GitOpsRepository } from '../../ports/gitops.js';
import type { Delivery, TryAgain } from './delivery.js';
import { findTrailer } from '../message/message.js';
import type { Progress } from '../model/promotion.js';
import { type PromotionResult, resultOf, type TargetResult } from '../model/result.js';

/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 100;

/** Commits to the branch itself. A write that gets no answer is noted in `progress`. */
export async function deliverCommit(
  { repository, snapshot, changes, targets, message }: Delivery,
  progress: Progress,
): Promise<PromotionResult | TryAgain> {
  const written = await repository.commitFiles(snapshot, changes, message);
  if (written.outcome === 'committed') {
    const { commit } = written;
    return resultOf(repository, targets, { reason: 'promoted', changed: true, commit });
  }
  return againAfter(written, targets, progress);
}

/** A write that did not succeed leads to another try; whether it landed, that one looks first. */
export function againAfter(
  written: Exclude<CommitOutcome, { readonly outcome: 'committed' }>,
  targets: readonly TargetResult[],
  progress: Progress,
): TryAgain {
  const { outcome, detail } = written;
  if (outcome === 'conflict') return { tryAgain: detail, code: 'conflict' };
  progress.unanswered = targets;
  const { retryAt } = written;
  return { tryAgain: detail, code: 'unavailable', retryAt };
}

/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
export async function findLanded(
  { promotionId, unanswered, written: { pullRequest } }: Progress,
  repository: GitOpsRepository,
): Promise<PromotionResult | undefined> {
  if (unanswered === undefined) return undefined;
  const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
  const commit = commits.find(
    ({ message }) => findTrailer(message, 'Promotion-Id') === promotionId,
  );
  if (commit === undefined) return undefined;
  const outcome = { reason: 'promoted', changed: true, commit } as const;
  return resultOf(repository, unanswered, { ...outcome, ...(pullRequest && { pullRequest }) });
}
