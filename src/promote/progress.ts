import type { GitOpsRepository } from '../gitops-ports.js';
import type { Written } from './pull-request/result.js';
import type { PromotionResult, TargetResult } from './result.js';

/** One promotion on its way: what the next try has to know of those before. */
export interface Progress {
  readonly promotionId: string;
  /** How many tries were begun. */
  tries: number;
  /** What the newest try makes of the targets; absent until one came so far. */
  targets?: readonly TargetResult[];
  /** What was written of a pull request. */
  readonly written: Written;
  /** What was sent in a write that got no answer: it may have landed. */
  unanswered?: readonly TargetResult[];
}

/** The result of a promotion whose targets are known. */
export function resultOf(
  { name }: Pick<GitOpsRepository, 'name'>,
  targets: readonly TargetResult[],
  outcome: Pick<PromotionResult, 'reason' | 'changed' | 'commit' | 'pullRequest' | 'problem'>,
): PromotionResult {
  const wouldChange = targets.some(({ changes }) => changes.length > 0);
  return { ...outcome, repository: name, targets, wouldChange };
}
