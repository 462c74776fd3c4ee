import { PromoteError } from '../../base/errors.js';
import type { Commit } from '../../ports/gitops.js';
import { findTrailer } from '../message/message.js';
import { computeTemporaryName } from './branch.js';
import type { FoundBranch, PullRequestDelivery, PullRequestPorts } from './types.js';

/**
 * Commits the changes on top of the base branch, and moves the branch to that commit at once. It
 * never is at its base in between: GitHub would close its pull request for good.
 * @throws PromoteError `conflict` when somebody else was faster, `unavailable` when no answer came.
 */
export async function commitToBranch(
  found: FoundBranch,
  delivery: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<Commit> {
  const { branch } = found;
  const start = delivery.snapshot.head ?? (await readBase(delivery.base, ports));
  const temporary = computeTemporaryName(branch, delivery.promotionId, delivery.attempt);
  await createTemporary(temporary, start, ports);
  try {
    const commit = await commitToTemporary(temporary, delivery, ports);
    await moveTo(found, commit, ports);
    return commit;
  } finally {
    await removeBranch(temporary, 'temporary branch', ports);
  }
}

/** Where no answer came the branch may be there all the same. */
async function createTemporary(
  temporary: string,
  sha: string,
  ports: PullRequestPorts,
): Promise<void> {
  try {
    await ports.pullRequests.createBranch(temporary, sha);
  } catch (error) {
    if (error instanceof PromoteError && error.code === 'unavailable') {
      await removeBranch(temporary, 'temporary branch', ports);
    }
    throw error;
  }
}

async function readBase(base: string, { pullRequests }: PullRequestPorts): Promise<string> {
  const head = await pullRequests.readHead(base);
  if (head !== undefined) return head;
  throw new PromoteError(
    'branch-not-found',
    `gitops-branch: the branch ${JSON.stringify(base)} is gone. Create it, or correct the name.`,
  );
}

async function commitToTemporary(
  temporary: string,
  { snapshot, changes, facts, promotionId }: PullRequestDelivery,
  { repository }: PullRequestPorts,
): Promise<Commit> {
  const branch = repository.onBranch(temporary);
  const onTemporary = { ...snapshot, branch: temporary };
  const written = await branch.commitFiles(onTemporary, changes, facts.message);
  if (written.outcome === 'committed') return written.commit;
  if (written.outcome === 'conflict') throw new PromoteError('conflict', written.detail);
  const [head] = await branch.readNewestCommits(1);
  if (head && findTrailer(head.message, 'Promotion-Id') === promotionId) return head;
  throw new PromoteError('unavailable', written.detail);
}

/** A branch that was not there is created: that fails when somebody else did so meanwhile. */
async function moveTo(
  { branch, head: from, open }: FoundBranch,
  { sha: to }: Commit,
  { pullRequests }: PullRequestPorts,
): Promise<void> {
  if (from === undefined) {
    if (await pullRequests.createBranch(branch, to)) return;
  } else {
    await pullRequests.moveBranch(branch, { from, to, open });
    return;
  }
  throw new PromoteError('conflict', `somebody else has written to the branch ${branch} first.`);
}

/**
 * Deletes a branch that this promotion has made. What cannot be deleted harms nothing but the list
 * of branches, so it is a warning that names it.
 * @param kind What the branch is for, as it reads after "The".
 */
export async function removeBranch(
  branch: string,
  kind: 'branch' | 'temporary branch',
  { pullRequests, logger }: PullRequestPorts,
): Promise<void> {
  try {
    await pullRequests.deleteBranch(branch).catch(async (error: unknown) => {
      if (!(error instanceof PromoteError) || error.code !== 'unavailable') throw error;
      await pullRequests.deleteBranch(branch);
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    logger.warning(`The ${kind} ${branch} was left behind: ${detail} Delete it by hand.`);
  }
}
