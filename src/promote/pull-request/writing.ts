import { PromoteError } from '../../errors.js';
import type { Commit, PullRequest, PullRequestText } from '../../gitops-ports.js';
import type { PullRequestDelivery, PullRequestPorts } from './delivery.js';
import { removeBranch } from './removal.js';
import { findTrailer } from '../trailers.js';

/** What the pull request is to present. */
export interface Presentation {
  readonly delivery: PullRequestDelivery;
  readonly branch: string;
  /** At the head of the branch. */
  readonly commit: Commit;
  /** The pull request that was there before. */
  readonly open: PullRequest | undefined;
  readonly text: PullRequestText;
}

export interface Presented {
  readonly pullRequest: PullRequest;
  /** Whether it was opened, or its text changed. */
  readonly written: boolean;
}

/**
 * Opens the pull request, or rewrites the one that is open, and asks for its labels and reviewers.
 * @throws PromoteError `conflict` when its branch was moved meanwhile.
 */
export async function presentPullRequest(
  presentation: Presentation,
  ports: PullRequestPorts,
): Promise<Presented> {
  const { delivery, commit, open } = presentation;
  const presented = open
    ? await rewriteText(open, presentation, ports)
    : await openPullRequest(presentation, ports);
  // Whoever opens it or has made the commit asks for these: who finds both does not ask again.
  if (open === undefined || isOwn(commit, delivery)) {
    await addLabels(presented.pullRequest, presentation, ports);
    await requestReviews(presented.pullRequest, presentation, ports);
  }
  return presented;
}

function isOwn({ message }: Commit, { promotionId }: PullRequestDelivery): boolean {
  return findTrailer(message, 'Promotion-Id') === promotionId;
}

async function openPullRequest(
  presentation: Presentation,
  ports: PullRequestPorts,
): Promise<Presented> {
  const { delivery, branch, commit, text } = presentation;
  const opened = await ports.pullRequests
    .open(branch, delivery.base, text)
    .catch(async (error: unknown) => {
      // A refusal leaves nothing half done: no branch without its pull request.
      if (isFinal(error) && isOwn(commit, delivery)) await removeBranch(branch, 'branch', ports);
      throw error;
    });
  const pullRequest = opened ?? (await ports.pullRequests.findOpen(branch, delivery.base));
  if (pullRequest?.head !== commit.sha) {
    throw new PromoteError('conflict', `somebody else has moved the branch ${branch} meanwhile.`);
  }
  if (opened) return { pullRequest, written: true };
  return rewriteText(pullRequest, presentation, ports);
}

function isFinal(error: unknown): boolean {
  return error instanceof PromoteError && !['unavailable', 'conflict'].includes(error.code);
}

async function rewriteText(
  pullRequest: PullRequest,
  { text }: Presentation,
  { pullRequests }: PullRequestPorts,
): Promise<Presented> {
  const isSame = pullRequest.title === text.title && isSameBody(pullRequest.body, text.body);
  if (!isSame) await pullRequests.rewrite(pullRequest, text);
  return { pullRequest, written: !isSame };
}

/** GitHub's editor ends lines with CR LF. */
function isSameBody(left: string, right: string): boolean {
  return left.replaceAll('\r\n', '\n').trimEnd() === right.replaceAll('\r\n', '\n').trimEnd();
}

async function addLabels(
  pullRequest: PullRequest,
  { delivery }: Presentation,
  { pullRequests, logger }: PullRequestPorts,
): Promise<void> {
  const labels = selectMissing(delivery.inputs.labels, pullRequest.labels);
  if (labels.length === 0) return;
  await pullRequests.addLabels(pullRequest, labels).catch((error: unknown) => {
    logger.warning(describeRefusal('pull-request-labels', pullRequest, error));
  });
}

async function requestReviews(
  pullRequest: PullRequest,
  { delivery }: Presentation,
  { pullRequests, logger }: PullRequestPorts,
): Promise<void> {
  const { author } = pullRequest;
  const others = selectMissing(delivery.inputs.reviewers, [author]);
  if (others.length < delivery.inputs.reviewers.length) {
    logger.notice(
      `pull-request-reviewers: ${author} has opened pull request #${pullRequest.number} and cannot be asked to review it.`,
    );
  }
  const reviewers = selectMissing(others, pullRequest.reviewers);
  const teams = selectMissing(delivery.inputs.teams, pullRequest.teams);
  if (reviewers.length + teams.length === 0) return;
  await pullRequests.requestReviews(pullRequest, { reviewers, teams }).catch((error: unknown) => {
    logger.warning(describeRefusal('pull-request-reviewers', pullRequest, error));
  });
}

/** The pull request stands without them. @throws Error when trying again can help. */
function describeRefusal(input: string, { number }: PullRequest, error: unknown): string {
  if (!(error instanceof PromoteError) || error.code === 'unavailable') throw error;
  return `${input}: pull request #${number} stays without them: ${error.message}`;
}

/** Names of GitHub do not tell upper from lower case. */
function selectMissing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const known = new Set(present.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !known.has(name.toLowerCase()));
}
