import { PromoteError } from '../../errors.js';
import type { FileChange, GitOpsRepository, PullRequests, Snapshot } from '../../gitops-ports.js';
import type { Logger } from '../../ports.js';
import type { PullRequestInputs } from '../delivery-inputs.js';
import { computeBranchName } from './branch.js';
import { commitToBranch } from './commit.js';
import { mergeAutomatically } from './merge.js';
import { assertOwnBranch, holdsChanges } from './ownership.js';
import type { PullRequestOutcome } from './result.js';
import { renderPullRequest, type PullRequestFacts } from './text.js';
import { presentPullRequest } from './writing.js';
import { findTrailer } from '../trailers.js';

/** What one try is to deliver. */
export interface PullRequestDelivery {
  readonly inputs: PullRequestInputs;
  /** The branch that the pull request asks to merge into. */
  readonly base: string;
  readonly promotionId: string;
  /** Which try it is, from 1. */
  readonly attempt: number;
  /** The files of all targets as they are on the base branch. */
  readonly snapshot: Snapshot;
  readonly changes: readonly FileChange[];
  readonly facts: PullRequestFacts;
}

export interface PullRequestPorts {
  /** On the base branch. */
  readonly repository: GitOpsRepository;
  readonly pullRequests: PullRequests;
  readonly logger: Logger;
  /** How a commit of the source repository stands to the one that is promoted. */
  readonly compareWith: (sourceSha: string) => Promise<'newer' | 'older-or-equal' | 'unknown'>;
}

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
    return await deliver(delivery, ports);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'conflict') throw error;
    return { outcome: 'conflict', detail: error.message };
  }
}

async function deliver(
  delivery: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const { inputs, base, facts } = delivery;
  const imageName = facts.targets[0]?.imageName ?? '';
  const branch = computeBranchName(inputs.branch, { imageName, base });
  const found = await ports.pullRequests.compareBranch(branch, base);
  if (found) assertOwnBranch(branch, found, delivery);
  const newest = found?.commits[0];
  // There is no open pull request without a commit.
  const open = newest && (await ports.pullRequests.findOpen(branch, base));
  const sourceSha = newest && findTrailer(newest.message, 'Source-Commit');
  if (open && sourceSha !== undefined && (await isStale(sourceSha, facts, ports))) {
    return { outcome: 'stale', pullRequest: open, sourceSha };
  }

  const isThere = newest && (await holdsChanges(branch, newest, delivery, ports.repository));
  const commit = isThere ? newest : await commitToBranch(branch, found?.head, delivery, ports);
  const { pullRequest, written } = await presentPullRequest(
    { delivery, branch, commit, open, text: renderPullRequest(facts, inputs) },
    ports,
  );
  const isOurs = findTrailer(commit.message, 'Promotion-Id') === delivery.promotionId;
  const changed = written || isOurs;
  return mergeAutomatically({ pullRequest, commit, changed, method: inputs.autoMerge }, ports);
}

async function isStale(
  sourceSha: string,
  facts: PullRequestFacts,
  { compareWith }: PullRequestPorts,
): Promise<boolean> {
  return sourceSha !== facts.sourceSha && (await compareWith(sourceSha)) === 'newer';
}
