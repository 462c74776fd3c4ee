import { PromoteError } from '../../base/errors.js';
import type { Commit, PullRequest, PullRequestText } from '../../ports/gitops.js';
import { findTrailer } from '../message/trailers.js';
import { removeBranch } from './commit.js';
import type { PullRequestDelivery, PullRequestPorts } from './types.js';
import { untilVisible } from './visible.js';

/** What the pull request is to present. */
interface Presentation {
  readonly delivery: PullRequestDelivery;
  readonly branch: string;
  /** At the head of the branch. */
  readonly commit: Commit;
  /** The pull request that was there before. */
  readonly open: PullRequest | undefined;
  readonly text: PullRequestText;
  /** Whether this try has made the branch. */
  readonly isNew: boolean;
}

/**
 * Opens the pull request, or rewrites the one that is open, and asks for its labels and reviewers.
 * @throws PromoteError `conflict` when its branch was moved meanwhile.
 */
export async function presentPullRequest(
  presentation: Presentation,
  ports: PullRequestPorts,
): Promise<PullRequest> {
  const { delivery, commit, open } = presentation;
  const pullRequest = open ?? (await openPullRequest(presentation, ports));
  delivery.written.pullRequest = pullRequest;
  if (pullRequest.head !== commit.sha) await assertLag(pullRequest, presentation, ports);
  await rewriteText(pullRequest, presentation, ports);
  await addLabels(pullRequest, presentation, ports);
  // Whoever opens it or has made the commit asks for reviews: who finds both does not ask again.
  if (open === undefined || isOwn(commit, delivery)) {
    await requestReviews(pullRequest, presentation, ports);
  }
  return pullRequest;
}

/**
 * The record of a pull request can be hours behind its branch, whose ref is the truth.
 * @throws PromoteError `conflict` when the branch is elsewhere.
 */
async function assertLag(
  { number }: PullRequest,
  presentation: Presentation,
  { pullRequests, logger }: PullRequestPorts,
): Promise<void> {
  const { branch, commit } = presentation;
  if ((await pullRequests.readHead(branch)) !== commit.sha) throw movedMeanwhile(presentation);
  const sha = commit.sha.slice(0, 12);
  logger.notice(
    `Pull request #${number} does not show commit ${sha} yet, at which its branch ${branch} is: the server's record of it lags behind.`,
  );
}

function movedMeanwhile({ branch }: Presentation): PromoteError {
  return new PromoteError('conflict', `somebody else has moved the branch ${branch} meanwhile.`);
}

function isOwn({ message }: Commit, { promotionId }: PullRequestDelivery): boolean {
  return findTrailer(message, 'Promotion-Id') === promotionId;
}

async function openPullRequest(
  presentation: Presentation,
  ports: PullRequestPorts,
): Promise<PullRequest> {
  const { delivery, branch, text } = presentation;
  const { base, written } = delivery;
  const { draft } = delivery.inputs;
  const openIt = () => ports.pullRequests.open(branch, base, { ...text, draft });
  const opened = await untilVisible(openIt, ports).catch(async (error: unknown) => {
    if (isFinal(error)) await undoBranch(presentation, ports);
    throw error;
  });
  if (opened) {
    written.changed = true;
    written.isOpened = true;
  }
  return opened ?? untilVisible(() => findListed(branch, base, ports), ports);
}

/** @throws PromoteError `unavailable` where the list is behind what the server says of a new one. */
async function findListed(
  branch: string,
  base: string,
  { pullRequests }: PullRequestPorts,
): Promise<PullRequest> {
  const open = await pullRequests.findOpen(branch, base);
  if (open !== undefined) return open;
  const message = `there is a pull request of the branch ${branch} already, and the server does not list it.`;
  throw new PromoteError('unavailable', message, { mayAppear: true });
}

function isFinal(error: unknown): boolean {
  return error instanceof PromoteError && !error.isTransient && error.code !== 'conflict';
}

/** A refusal leaves nothing half done, unless somebody else makes use of the branch by now. */
async function undoBranch(
  { delivery: { written }, branch, commit, isNew }: Presentation,
  ports: PullRequestPorts,
): Promise<void> {
  if (!isNew || (await ports.pullRequests.readHead(branch)) !== commit.sha) return;
  await removeBranch(branch, 'branch', ports);
  delete written.commit;
  written.changed = false;
}

async function rewriteText(
  pullRequest: PullRequest,
  { text, delivery }: Presentation,
  ports: PullRequestPorts,
): Promise<void> {
  if (pullRequest.title === text.title && isSameBody(pullRequest.body, text.body)) return;
  await untilVisible(() => ports.pullRequests.rewrite(pullRequest, text), ports);
  delivery.written.changed = true;
}

/** GitHub's editor ends lines with CR LF. */
function isSameBody(left: string, right: string): boolean {
  return left.replaceAll('\r\n', '\n').trimEnd() === right.replaceAll('\r\n', '\n').trimEnd();
}

async function addLabels(
  pullRequest: PullRequest,
  { delivery }: Presentation,
  ports: PullRequestPorts,
): Promise<void> {
  const { pullRequests, logger } = ports;
  const labels = selectMissing(delivery.inputs.labels, pullRequest.labels);
  if (labels.length === 0) return;
  const add = () => pullRequests.addLabels(pullRequest, labels);
  try {
    await untilVisible(add, ports);
    delivery.written.labels = labels;
  } catch (error) {
    logger.warning(describeLeftOut('pull-request-labels', pullRequest, error));
  }
}

async function requestReviews(
  pullRequest: PullRequest,
  { delivery }: Presentation,
  ports: PullRequestPorts,
): Promise<void> {
  const { pullRequests, logger } = ports;
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
  const ask = () => pullRequests.requestReviews(pullRequest, { reviewers, teams });
  try {
    await untilVisible(ask, ports);
    delivery.written.reviewers = [...reviewers, ...teams];
  } catch (error) {
    logger.warning(describeLeftOut('pull-request-reviewers', pullRequest, error));
  }
}

/** The pull request stands without them. @throws Error when trying again can help. */
function describeLeftOut(input: string, { number }: PullRequest, error: unknown): string {
  if (!(error instanceof PromoteError) || error.isTransient) throw error;
  return `${input}: pull request #${number} stays without them: ${error.message}`;
}

/** Names of GitHub do not tell upper from lower case. */
function selectMissing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const known = new Set(present.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !known.has(name.toLowerCase()));
}
