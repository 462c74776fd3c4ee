import type { Written } from '../model/promotion.js';
import type { PromotionResult, PullRequestOperation } from '../model/result.js';

/**
 * The result of a promotion by pull request, with what this run did to the pull request over all its
 * tries: a later try finds the work of an earlier one done.
 */
export function tellOperation(result: PromotionResult, written: Written): PromotionResult {
  const pullRequestOperation = computeOperation(result, written);
  if (result.pullRequest === undefined) return { ...result, pullRequestOperation };
  const { number, url, autoMerge } = result.pullRequest;
  const { labels, reviewers } = written;
  const pullRequest = { number, url, labels, reviewers, autoMerge };
  return { ...result, pullRequest, pullRequestOperation };
}

function computeOperation(
  { reason, pullRequest, changed }: PromotionResult,
  { isOpened = false, labels, reviewers }: Written,
): PullRequestOperation {
  if (pullRequest === undefined) return 'none';
  if (reason === 'promoted') return 'merged';
  if (isOpened) return 'created';
  return changed || labels !== undefined || reviewers !== undefined ? 'updated' : 'none';
}
