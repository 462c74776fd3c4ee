import { deliverCommit, type Delivery } from './commit-delivery.js';
import type { OrderGuard } from './guard.js';
import type { CommitFacts } from './message.js';
import { resultOf, type Progress } from './progress.js';
import type { PromotePorts, Promotion } from './promotion.js';
import { promoteByPullRequest } from './pull-request/promotion.js';
import type { PromotionResult, TryAgain } from './result.js';

export interface DeliveryContext {
  readonly promotion: Promotion;
  readonly progress: Progress;
  readonly guard: OrderGuard;
  readonly facts: CommitFacts;
}

/** Delivers one try in the way that `mode` says; a dry run looks, and writes nothing. */
export async function deliver(
  delivery: Delivery,
  context: DeliveryContext,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { promotion, progress } = context;
  const { pullRequest: inputs } = promotion.inputs;
  if (inputs !== undefined) return promoteByPullRequest(inputs, delivery, context, ports);
  if (!promotion.dryRun) return deliverCommit(delivery, progress);
  return resultOf(delivery.repository, delivery.targets, { reason: 'dry-run', changed: false });
}
