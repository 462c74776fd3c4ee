import { PromoteError } from '../errors.js';
import type { OrderGuard } from './guard.js';
import { renderPendingNewer } from './guard-messages.js';
import { deliverCommit, type Delivery } from './commit-delivery.js';
import { renderValue, type CommitFacts } from './message.js';
import { resultOf, type Progress } from './progress.js';
import type { PromotePorts, Promotion } from './promotion.js';
import { deliverPullRequest } from './pull-request/delivery.js';
import type { PullRequestOutcome } from './pull-request/result.js';
import type { PullRequestFacts } from './pull-request/text.js';
import type { PromotionResult, TryAgain } from './result.js';
import { findCommitInTag } from '../tag/sha.js';

export interface DeliveryContext {
  readonly promotion: Promotion;
  readonly progress: Progress;
  readonly guard: OrderGuard;
  readonly facts: CommitFacts;
}

/** Delivers one try in the way that `mode` says. */
export async function deliver(
  delivery: Delivery,
  context: DeliveryContext,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { promotion, progress, guard, facts } = context;
  const { pullRequest: inputs, stale } = promotion.inputs;
  if (inputs === undefined) return deliverCommit(delivery, progress);
  const { pullRequests } = ports;
  if (pullRequests === undefined) throw new Error('The client of pull requests was not opened.');
  const { snapshot, changes } = delivery;
  const { promotionId, tries: attempt } = progress;
  const outcome = await deliverPullRequest(
    {
      ...{ inputs, promotionId, attempt, snapshot, changes },
      base: requireBranch(facts),
      facts: pullRequestFacts(delivery, promotion, facts),
    },
    {
      ...{ repository: ports.repository, logger: ports.logger, pullRequests },
      compareWith: async (sha) => {
        if (stale === 'allow') return 'unknown';
        const ahead = await guard.countCommitsAhead(sha, 'The open pull request asks for it');
        return ahead === undefined ? 'older-or-equal' : 'newer';
      },
    },
  );
  return resolveOutcome(outcome, delivery, context);
}

function requireBranch({ gitopsBranch }: CommitFacts): string {
  if (gitopsBranch !== '') return gitopsBranch;
  throw new PromoteError(
    'invalid-input',
    'gitops-branch: the server does not tell the name of the default branch, and a pull request needs it. Set gitops-branch.',
  );
}

function pullRequestFacts(
  { message, targets }: Delivery,
  { audit }: Promotion,
  facts: CommitFacts,
): PullRequestFacts {
  const { sourceUrl, sourceSha, runUrl, coverage } = audit;
  const { tag } = facts.previousImage ?? {};
  const previousSha = tag === undefined ? undefined : findCommitInTag(tag);
  return {
    ...{ message, targets, sourceUrl, runUrl },
    valueOf: (placeholder) => renderValue(placeholder, facts),
    ...(sourceSha !== undefined && { sourceSha }),
    ...(previousSha !== undefined && { previousSha }),
    ...(coverage !== undefined && { coverage }),
  };
}

function resolveOutcome(
  outcome: PullRequestOutcome,
  { repository, targets }: Delivery,
  { promotion, progress }: DeliveryContext,
): PromotionResult | TryAgain {
  switch (outcome.outcome) {
    case 'pull-request': {
      const { pullRequest, commit, changed, problem } = outcome;
      const { code, message } = problem ?? {};
      return resultOf(repository, targets, {
        ...{ reason: 'pull-request', pullRequest, commit, changed },
        ...(code !== undefined && message !== undefined && { problem: { code, message } }),
      });
    }
    case 'merged': {
      const { pullRequest, commit } = outcome;
      return resultOf(repository, targets, {
        ...{ reason: 'promoted', changed: true, pullRequest, commit },
      });
    }
    case 'stale': {
      const { pullRequest, sourceSha } = outcome;
      const message = renderPendingNewer(pullRequest.number, sourceSha, promotion.audit.sourceSha);
      const problem = { code: 'stale', message } as const;
      return resultOf(repository, targets, {
        reason: 'stale',
        changed: false,
        pullRequest,
        problem,
      });
    }
    case 'lost':
      progress.unanswered = targets;
      return { tryAgain: outcome.detail, code: 'conflict' };
    case 'conflict':
      return { tryAgain: outcome.detail, code: 'conflict' };
  }
}
