import { PromoteError } from '../../errors.js';
import type { PullRequests } from '../../gitops-ports.js';
import type { Delivery } from '../commit-delivery.js';
import type { DeliveryContext } from '../delivery.js';
import type { PullRequestInputs } from '../delivery-inputs.js';
import type { CommitFacts } from '../message.js';
import { resultOf } from '../progress.js';
import type { PromotePorts } from '../promotion.js';
import type { PromotionResult, TryAgain } from '../result.js';
import { deliverPullRequest, type PullRequestDelivery, type PullRequestPorts } from './delivery.js';
import { collectFacts } from './facts.js';
import { inspectBranch } from './inspection.js';
import { resolveOutcome } from './outcome.js';
import type { PullRequestOutcome } from './result.js';

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
    facts: collectFacts(delivery, promotion, facts),
  };
  const portsOfIt = openPorts(context, ports);
  if (!promotion.dryRun) {
    return resolveOutcome(await deliverPullRequest(asked, portsOfIt), delivery, context);
  }
  const stale = await inspectIfAllowed(asked, portsOfIt);
  if (stale !== undefined) return resolveOutcome(stale, delivery, context);
  return resultOf(repository, targets, { reason: 'dry-run', changed: false });
}

/** The client of branches and pull requests, which the mode `pull-request` opens. */
export function requirePullRequests({ pullRequests }: PromotePorts): PullRequests {
  if (pullRequests === undefined) throw new Error('The client of pull requests was not opened.');
  return pullRequests;
}

function openPorts(
  { promotion, guard }: DeliveryContext,
  { repository, logger, ...ports }: PromotePorts,
): PullRequestPorts {
  const pullRequests = requirePullRequests({ repository, logger, ...ports });
  return {
    ...{ repository, logger, pullRequests },
    compareWith: async (sha) => {
      if (promotion.inputs.stale === 'allow') return 'unknown';
      const ahead = await guard.countCommitsAhead(sha, 'The open pull request asks for it');
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
