import type { FileChange, GitOpsRepository, Snapshot } from '../gitops-ports.js';
import { resultOf, type Progress } from './progress.js';
import type { PromotionResult, TargetResult, TryAgain } from './result.js';
import { findTrailer } from './trailers.js';

/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 100;

/** What one try has to write, and where. */
export interface Delivery {
  readonly repository: GitOpsRepository;
  readonly snapshot: Snapshot;
  readonly changes: readonly FileChange[];
  readonly targets: readonly TargetResult[];
  /** Of the commit, with its trailers. */
  readonly message: string;
}

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
  if (written.outcome === 'lost') progress.unanswered = targets;
  return { tryAgain: written.detail, code: 'conflict' };
}

/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
export async function findLanded(
  { promotionId, unanswered }: Progress,
  repository: GitOpsRepository,
): Promise<PromotionResult | undefined> {
  if (unanswered === undefined) return undefined;
  const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
  const commit = commits.find(
    ({ message }) => findTrailer(message, 'Promotion-Id') === promotionId,
  );
  return commit && resultOf(repository, unanswered, { reason: 'promoted', changed: true, commit });
}
