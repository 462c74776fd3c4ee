import type { PromoteInputs } from './inputs/inputs.js';
import type { PromotionResult } from './model/result.js';

/** What somebody should know of a promotion that succeeded, before it stands in the way elsewhere. */
export function findNotices(
  result: PromotionResult,
  inputs: Pick<PromoteInputs, 'target' | 'sourceToken'>,
): readonly string[] {
  const notices = [explainUnverified(result, inputs), explainWaitingChecks(result, inputs)];
  return notices.filter((notice) => notice !== undefined);
}

/** Whoever wants signed commits learns of one without before Argo CD refuses it. */
function explainUnverified(
  { changed, commit, repository, targets }: PromotionResult,
  { target }: Pick<PromoteInputs, 'target'>,
): string | undefined {
  if (!changed || commit?.isVerified !== false) return undefined;
  const changedFiles = new Set(targets.filter(({ diff }) => diff !== '').map(({ file }) => file));
  const isGraphql = target.commitApi === 'graphql' || changedFiles.size > 1;
  const why = isGraphql
    ? 'although it was made through GraphQL: this server does not sign what it commits. On GitHub Enterprise Server an administrator turns that on (web commit signing).'
    : 'since GitHub signs what the Contents API writes only for an App. Where signed commits are wanted, as Argo CD can, set commit-api: graphql, whose commits GitHub signs for every token.';
  return `Commit ${commit.sha.slice(0, 12)} of ${repository} is not verified, ${why}`;
}

/**
 * The checks of what `GITHUB_TOKEN` opens or updates do not run until somebody approves them, so
 * auto-merge would wait without end. Whether the input `token` holds that one is not to be told.
 */
function explainWaitingChecks(
  { reason, pullRequest }: PromotionResult,
  { target, sourceToken }: Pick<PromoteInputs, 'target' | 'sourceToken'>,
): string | undefined {
  const waits = reason === 'pull-request' && pullRequest?.autoMerge !== undefined;
  if (!waits || target.token !== sourceToken) return undefined;
  return `Auto-merge of pull request #${pullRequest.number} waits for its checks. Where token is the workflow's own, as by default, these checks wait for an approval by somebody who may write. Give gitops-token the token of an App, whose pull requests start their checks by themselves.`;
}
