import type { RunMode } from '../base/context.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import type { CoverageResult } from '../coverage/gates/result.js';
import type { PromotionResult, PullRequestResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';

/**
 * What came of each step, in one line of the log. GitHub shows the groups of a log folded, so these
 * lines stand outside of them: they are all that most people see.
 */

/** The percentage and the verdict. */
export function renderCoverageLine({ verdict, measured }: CoverageResult): string {
  if (measured === undefined) return `Coverage: ${verdict}.`;
  const { percent, covered, total, metric } = measured;
  return `Coverage: ${verdict}, ${percent}% (${covered} of ${total}, ${metric}).`;
}

/** The image to deploy, and its commit. */
export function renderImageLine({ image, sourceSha }: ImageResult): string {
  if (!isDeployable(image)) return 'Image: none, since no rule gives a tag on this event.';
  const commit = sourceSha === undefined ? 'a commit that is not known' : `commit ${sourceSha}`;
  return `Image: ${renderImageReference(image)}, built from ${commit}.`;
}

/** What came of a promotion or a rollback, in a few words. */
export function nameOutcome({ reason, takenBack }: PromotionResult): string {
  return takenBack !== undefined && reason === 'promoted' ? 'rolled back' : PROMOTED[reason];
}

const PROMOTED: Readonly<Record<PromotionResult['reason'], string>> = {
  promoted: 'promoted',
  unchanged: 'nothing had to change',
  stale: 'nothing was promoted, a newer commit is there',
  'rolled-back': 'nothing was promoted, it was taken back',
  'pull-request': 'a pull request asks for it',
  'dry-run': 'dry run, nothing was written',
  failed: 'not done',
};

/** What was promoted or restored and where it is, or why it was not. */
export function renderPromotionLine(
  promotion: PromotionResult,
  mode: Pick<RunMode, 'dryRun' | 'dryRunReason'>,
): string {
  const { reason, repository, problem, takenBack } = promotion;
  const what = renderWhat(promotion);
  const pullRequest = renderPullRequestState(promotion);
  const step = takenBack === undefined ? 'Promotion' : 'Rollback';
  const taken = renderTakenCount(takenBack);
  switch (reason) {
    case 'promoted':
      return `${step}: ${pullRequest}${pullRequest && ' '}${repository} asks for ${what}${renderCommit(promotion)}${taken}.`;
    case 'unchanged':
      return `${step}: nothing had to change, ${repository} asks for ${what} already${renderCommit(promotion)}.`;
    case 'pull-request':
      return `${step}: ${pullRequest} It asks for ${what} in ${repository}${renderCommit(promotion)}${taken}.`;
    case 'stale':
      return `${step}: nothing was written to ${repository}, a newer commit than that of ${what} is there.`;
    case 'rolled-back':
      return `${step}: nothing was written to ${repository}, ${what} was taken back there, or is held.`;
    case 'dry-run':
      return `${step}: ${renderDryRunOutcome(promotion, mode)}`;
    case 'failed':
      return `${step}: not done (${problem?.code ?? 'failed'}). ${renderLeft(promotion)}`;
  }
}

/** How much a rollback takes back, behind what it restores. */
function renderTakenCount(takenBack: PromotionResult['takenBack']): string {
  if (takenBack === undefined || takenBack.count === 0) return '';
  const { count, repository } = takenBack;
  return `; ${count} commit${count === 1 ? '' : 's'} of ${repository} ${count === 1 ? 'is' : 'are'} taken back`;
}

/** All targets are of one image. */
function renderWhat({ targets: [first] }: PromotionResult): string {
  return first === undefined ? 'the image' : renderImageReference(first.image);
}

function renderCommit({ commit }: PromotionResult): string {
  if (commit === undefined) return '';
  const { sha, url, isVerified } = commit;
  return `, commit ${url ?? sha}${renderVerified(isVerified)}`;
}

/** Whether the signature of a commit is verified, behind its name; empty where it is not known. */
export function renderVerified(isVerified: boolean | undefined): string {
  if (isVerified === undefined) return '';
  return isVerified ? ' (verified)' : ' (not verified)';
}

function renderPlace({ number, url }: PullRequestResult): string {
  return `#${number} (${url})`;
}

const OPERATIONS = {
  created: 'was created',
  updated: 'was updated',
  merged: 'was merged',
  none: 'is there already, with nothing to do',
} as const;

/** What became of the pull request, in whole sentences; empty where there is none. */
export function renderPullRequestState({
  pullRequest,
  pullRequestOperation = 'none',
}: PromotionResult): string {
  if (pullRequest === undefined) return '';
  const { labels = [], reviewers = [], autoMerge } = pullRequest;
  const merging = autoMerge === undefined ? 'is off' : `(${autoMerge}) is on`;
  return [
    `Pull request ${renderPlace(pullRequest)} ${OPERATIONS[pullRequestOperation]}.`,
    ...(labels.length === 0 ? [] : [`Labels added: ${labels.join(', ')}.`]),
    ...(reviewers.length === 0 ? [] : [`Asked for a review: ${reviewers.join(', ')}.`]),
    ...(pullRequestOperation === 'merged' ? [] : [`Auto-merge ${merging}.`]),
  ].join(' ');
}

/** Whoever wonders why nothing was written learns how to have it written. */
function renderDryRunOutcome(
  { targets }: PromotionResult,
  { dryRun, dryRunReason }: Pick<RunMode, 'dryRun' | 'dryRunReason'>,
): string {
  const changing = targets.filter(({ diff }) => diff !== '').length;
  const shown =
    targets.length === 0
      ? 'the GitOps repository could not be read'
      : `${changing} of ${targets.length} targets would change`;
  const why = dryRun && dryRunReason !== undefined ? ` It is one because ${dryRunReason}.` : '';
  return `dry run, nothing was written; ${shown}.${why}`;
}

function renderLeft(promotion: PromotionResult): string {
  const { changed, mayHaveLanded = false, commit, pullRequest, problem } = promotion;
  if (pullRequest !== undefined) return renderPullRequestState(promotion);
  if (changed && commit !== undefined) return `Commit ${commit.url ?? commit.sha} was made.`;
  const isUnknown = mayHaveLanded || problem?.code === 'outcome-unknown';
  if (isUnknown) return 'Whether the commit landed is not known.';
  return 'Nothing was written.';
}
