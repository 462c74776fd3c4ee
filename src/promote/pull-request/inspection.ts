import type { Commit, PullRequest } from '../../gitops-ports.js';
import { findTrailer } from '../trailers.js';
import { computeBranchName } from './branch.js';
import type { PullRequestDelivery, PullRequestPorts } from './delivery.js';
import { assertOwnBranch } from './ownership.js';
import type { StalePullRequest } from './result.js';

/** The branch of the pull request as it is before anything is written. */
export interface FoundBranch {
  readonly branch: string;
  /** The commit at its head; absent when there is no such branch. */
  readonly head?: string;
  /** The newest of its commits that the base does not have. */
  readonly newest?: Commit;
  /** Whether it has all commits of the base. */
  readonly isCurrent: boolean;
  readonly open: PullRequest | undefined;
}

/**
 * Looks at what is there, and writes nothing.
 * @returns Why nothing may be written, when the open pull request asks for a newer commit.
 * @throws PromoteError `branch-occupied`, `invalid-input` for the name of the branch.
 */
export async function inspectBranch(
  delivery: Pick<PullRequestDelivery, 'inputs' | 'base' | 'facts' | 'snapshot'>,
  { pullRequests, compareWith }: Pick<PullRequestPorts, 'pullRequests' | 'compareWith'>,
): Promise<FoundBranch | StalePullRequest> {
  const { inputs, base, facts } = delivery;
  const imageName = facts.targets[0]?.imageName ?? '';
  const branch = computeBranchName(inputs.branch, { imageName, base });
  const found = await pullRequests.compareBranch(branch, base);
  const [newest] = found?.commits ?? [];
  // There is no open pull request without a commit.
  const open = newest && (await pullRequests.findOpen(branch, base));
  if (found) assertOwnBranch(branch, found, delivery, open);
  const sourceSha = newest && findTrailer(newest.message, 'Source-Commit');
  if (open && sourceSha !== undefined && sourceSha !== facts.sourceSha) {
    const order = await compareWith(sourceSha);
    if (order === 'newer') return { outcome: 'stale', pullRequest: open, sourceSha };
  }
  const { head, isCurrent = false } = found ?? {};
  return {
    ...{ branch, isCurrent, open },
    ...(head !== undefined && { head }),
    ...(newest && { newest }),
  };
}
