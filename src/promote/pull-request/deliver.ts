import { PromoteError } from '../../base/errors.js';
import { againAfter } from '../delivery/commit.js';
import {
  type Delivery,
  type DeliveryContext,
  requirePullRequests,
  type TryAgain,
} from '../delivery/delivery.js';
import { renderPendingNewer } from '../guard/refusals.js';
import type { PullRequestInputs } from '../inputs/delivery.js';
import { type CommitFacts, renderPlaceholder } from '../message/message.js';
import { findTrailer } from '../message/trailers.js';
import type { PromotePorts } from '../model/promotion.js';
import { type PromotionResult, resultOf } from '../model/result.js';
import { holdsChanges, inspectBranch } from './branch.js';
import { commitToBranch } from './commit.js';
import { mergeAutomatically } from './merge.js';
import { presentPullRequest } from './present.js';
import { type PullRequestFacts, renderPullRequestText } from './text.js';
import type {
  FoundBranch,
  OpenPullRequest,
  PullRequestDelivery,
  PullRequestOutcome,
  PullRequestPorts,
  StalePullRequest,
} from './types.js';
import { findCommitInTag } from '../../tag/commit/event.js';

/**
 * One try to bring the changes onto a branch of their own, and to have a pull request ask for them.
 * What an earlier try or promotion left behind is found and made use of: there is never a second
 * pull request, and never a second commit of the same files.
 * @throws PromoteError `branch-occupied` when the branch holds what no promotion of these targets has
 *   put there, `unavailable` when trying again can help, and whatever else the server refuses.
 */
export async function deliverPullRequest(
  delivery: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  try {
    const found = await inspectBranch(delivery, ports);
    return 'outcome' in found ? found : await tryPullRequest(found, delivery, ports);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'conflict') throw error;
    return { outcome: 'conflict', detail: error.message, retryAt: error.retryAt };
  }
}

async function tryPullRequest(
  found: FoundBranch,
  delivery: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const { inputs, base, facts, written } = delivery;
  const { branch, newest } = found;
  const isThere =
    newest && found.isCurrent && (await holdsChanges(branch, newest, delivery, ports.repository));
  const commit = isThere ? newest : await commitToBranch(found, delivery, ports);
  written.commit = commit;
  // Also a commit whose answer was lost in an earlier try is one of this run.
  written.changed ||= findTrailer(commit.message, 'Promotion-Id') === delivery.promotionId;
  // It may have been merged or closed while the branch was moved.
  const isMoved = !isThere && found.head !== undefined;
  const open = isMoved ? await ports.pullRequests.findOpen(branch, base) : found.open;
  const runUrl = findTrailer(commit.message, 'Workflow-Run') ?? facts.runUrl;
  const text = renderPullRequestText({ ...facts, message: commit.message, runUrl }, inputs);
  const pullRequest = await presentPullRequest(
    { delivery, branch, commit, open, text, isNew: found.head === undefined },
    ports,
  );
  const { autoMerge: method } = inputs;
  return mergeAutomatically({ pullRequest, branch, base, commit, written, method }, ports);
}

/** What a pull request tells of a promotion. */
function collectFacts(
  { message, targets }: Delivery,
  { promotion: { audit }, facts, takenBack }: DeliveryContext,
): PullRequestFacts {
  const { sourceUrl, sourceSha, runUrl, coverage } = audit;
  const { tag } = facts.previousImage ?? {};
  const previousSha = tag === undefined ? undefined : findCommitInTag(tag);
  return {
    ...{ message, targets, sourceUrl, runUrl },
    valueOf: (placeholder) => renderPlaceholder(placeholder, facts),
    sourceSha,
    previousSha,
    coverage,
    ...(takenBack && { takenBack }),
  };
}

/** What became of a delivery by pull request, as the outcome of a try. */
function resolveOutcome(
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
  { pullRequest: { number, url }, commit, changed, autoMerge, problem }: OpenPullRequest,
  { repository, targets }: Delivery,
): PromotionResult {
  const pullRequest = { number, url, autoMerge };
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
  const { audit, inputs } = promotion;
  const message = renderPendingNewer(
    pullRequest.number,
    sourceSha,
    audit.sourceSha,
    inputs.trigger,
  );
  const problem = { code: 'stale', message } as const;
  return resultOf(repository, targets, { reason: 'stale', changed: false, pullRequest, problem });
}

/** One try of a promotion in the mode `pull-request`. */
export async function promoteByPullRequest(
  inputs: PullRequestInputs,
  delivery: Delivery,
  context: DeliveryContext,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { promotion, progress, facts } = context;
  const { repository, snapshot, changes, targets } = delivery;
  const { promotionId, tries: attempt, written } = progress;
  const asked: PullRequestDelivery = {
    ...{ inputs, promotionId, attempt, snapshot, changes, written },
    base: requireBranch(facts),
    facts: collectFacts(delivery, context),
  };
  const portsOfIt = openPullRequestPorts(context, ports);
  if (!promotion.dryRun) {
    return resolveOutcome(await deliverPullRequest(asked, portsOfIt), delivery, context);
  }
  const stale = await inspectIfAllowed(asked, portsOfIt);
  if (stale !== undefined) return resolveOutcome(stale, delivery, context);
  return resultOf(repository, targets, { reason: 'dry-run', changed: false });
}

function openPullRequestPorts(
  { promotion, guard, patience }: DeliveryContext,
  { repository, logger, ...ports }: PromotePorts,
): PullRequestPorts {
  const pullRequests = requirePullRequests(ports);
  return {
    ...{ repository, logger, patience, pullRequests },
    compareWith: async (sha) => {
      if (guard === undefined || promotion.inputs.stale === 'allow') return 'unknown';
      const ahead = await guard.countCommitsAhead(
        sha,
        'The branch of the pull request holds a promotion',
      );
      return ahead === undefined ? 'older-or-equal' : 'newer';
    },
  };
}

function requireBranch({ gitopsBranch }: CommitFacts): string {
  if (gitopsBranch !== '') return gitopsBranch;
  throw new PromoteError(
    'invalid-input',
    'gitops-branch: the server does not tell the name of the default branch, and a pull request needs it. Set gitops-branch.',
  );
}

/** A dry run may have a token that sees no pull requests, and shows what it can. */
async function inspectIfAllowed(
  delivery: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome | undefined> {
  try {
    const found = await inspectBranch(delivery, ports);
    return 'outcome' in found ? found : undefined;
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'token-forbidden') throw error;
    ports.logger.notice(`The open pull request was not looked at. ${error.message}`);
    return undefined;
  }
}
