import type { GitOpsRepository } from '../ports/gitops.js';
import { againAfter, readUnchanged } from './delivery/commit.js';
import type { Delivery, DeliveryContext, TryAgain } from './delivery/delivery.js';
import { renderCommitMessage } from './message/message.js';
import type { Progress, PromotePorts } from './model/promotion.js';
import { type PromotionResult, resultOf, type TargetResult } from './model/result.js';
import { promoteByPullRequest } from './pull-request/deliver.js';

/** Writes what one try has made of the files: by pull request or commit; in a dry run it does not. */
export async function deliver(
  made: Pick<Delivery, 'snapshot' | 'changes' | 'targets'>,
  context: DeliveryContext,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { repository } = ports;
  const { snapshot, changes, targets } = made;
  const { promotion, progress, facts } = context;
  const { pullRequest, commitMessage, commitTrailers } = promotion.inputs;
  const message = renderCommitMessage(facts, commitMessage, commitTrailers);
  if (!promotion.dryRun) progress.sent = targets;
  if (pullRequest !== undefined) {
    const delivery = { repository, ...made, message };
    return promoteByPullRequest(pullRequest, delivery, context, ports);
  }
  if (promotion.dryRun) return resultOf(repository, targets, { reason: 'dry-run', changed: false });
  const written = await repository.commitFiles(snapshot, changes, message);
  if (written.outcome !== 'committed') return againAfter(written, targets, progress);
  const { commit } = written;
  return resultOf(repository, targets, { reason: 'promoted', changed: true, commit });
}

/**
 * The end where nothing has to change: the head of the branch holds the image, or a commit that this
 * run has made all the same.
 */
export async function concludeUnchanged(
  targets: readonly TargetResult[],
  { dryRun, progress }: { readonly dryRun: boolean; readonly progress: Progress },
  repository: GitOpsRepository,
): Promise<PromotionResult> {
  if (dryRun) return resultOf(repository, targets, { reason: 'dry-run', changed: false });
  const { landed, head } = await readUnchanged(progress, repository);
  if (landed !== undefined) return landed;
  const commit = head === undefined ? {} : { commit: head };
  return resultOf(repository, targets, { reason: 'unchanged', changed: false, ...commit });
}
