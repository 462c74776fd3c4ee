import { againAfter, type Delivery } from '../commit-delivery.js';
import type { DeliveryContext } from '../delivery.js';
import { renderPendingNewer } from '../guard-messages.js';
import { resultOf } from '../progress.js';
import type { PromotionResult, TryAgain } from '../result.js';
import type { OpenPullRequest, PullRequestOutcome, StalePullRequest } from './result.js';

/** What became of a delivery by pull request, as the outcome of a try. */
export function resolveOutcome(
  outcome: PullRequestOutcome,
  delivery: Delivery,
  context: DeliveryContext,
): PromotionResult | TryAgain {
  const { repository, targets } = delivery;
  switch (outcome.outcome) {
    case 'pull-request':
      return openResult(outcome, delivery);
    case 'merged': {
      const { pullRequest, commit } = outcome;
      const merged = { reason: 'promoted', changed: true, pullRequest, commit } as const;
      return resultOf(repository, targets, merged);
    }
    case 'stale':
      return staleResult(outcome, delivery, context);
    case 'lost':
    case 'conflict':
      return againAfter(outcome, targets, context.progress);
  }
}

function openResult(
  { pullRequest, commit, changed, problem }: OpenPullRequest,
  { repository, targets }: Delivery,
): PromotionResult {
  const opened = { reason: 'pull-request', pullRequest, commit, changed } as const;
  if (problem === undefined) return resultOf(repository, targets, opened);
  const { code, message } = problem;
  return resultOf(repository, targets, { ...opened, problem: { code, message } });
}

function staleResult(
  { pullRequest, sourceSha }: StalePullRequest,
  { repository, targets }: Delivery,
  { promotion }: DeliveryContext,
): PromotionResult {
  const message = renderPendingNewer(pullRequest.number, sourceSha, promotion.audit.sourceSha);
  const problem = { code: 'stale', message } as const;
  return resultOf(repository, targets, { reason: 'stale', changed: false, pullRequest, problem });
}
