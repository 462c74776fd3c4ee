import { PromoteError } from '../../errors.js';
import type { FileChange, GitOpsRepository, PullRequests, Snapshot } from '../../gitops-ports.js';
import type { Logger } from '../../ports.js';
import type { PullRequestInputs } from '../delivery-inputs.js';
import { commitToBranch } from './commit.js';
import { mergeAutomatically } from './merge.js';
import { inspectBranch, type FoundBranch } from './inspection.js';
import { holdsChanges } from './ownership.js';
import type { PullRequestOutcome, Written } from './result.js';
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
  /** Is told what is written, as soon as it is: also a try that fails has to tell it. */
  readonly written: Written;
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
    const found = await inspectBranch(delivery, ports);
    return 'outcome' in found ? found : await deliver(found, delivery, ports);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'conflict') throw error;
    return { outcome: 'conflict', detail: error.message };
  }
}

async function deliver(
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
  const text = renderPullRequest({ ...facts, runUrl }, inputs);
  const pullRequest = await presentPullRequest(
    { delivery, branch, commit, open, text, isNew: found.head === undefined },
    ports,
  );
  return mergeAutomatically({ pullRequest, commit, written, method: inputs.autoMerge }, ports);
}
