import { PromoteError } from '../../base/errors.js';
import type { Commit } from '../../ports/gitops.js';
import { findTrailer } from '../message/trailers.js';
import { computeTemporaryName } from './branch.js';
import { suspendAutoMerge } from './merge.js';
import type { FoundBranch, PullRequestDelivery, PullRequestPorts } from './types.js';
import { untilVisible } from './visible.js';

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
    await suspendAutoMerge(found.open, delivery, ports);
    await moveTo(found, commit, ports);
    return commit;
  } catch (error) {
    if (error instanceof PromoteError) ports.patience.hear(error);
    throw error;
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
    // Without a permission the repository is absent, too, and that does not pass.
    const isLag = ({ code }: PromoteError) => code !== 'token-forbidden';
    await untilVisible(() => ports.pullRequests.createBranch(temporary, sha), ports, isLag);
  } catch (error) {
    if (error instanceof PromoteError && error.isTransient) {
      ports.patience.hear(error);
      await removeBranch(temporary, 'temporary branch', ports, false);
    }
    throw error;
  }
}

/** Its files have been read, so that it is there, or was a moment ago. */
async function readBase(base: string, ports: PullRequestPorts): Promise<string> {
  return untilVisible(async () => {
    const head = await ports.pullRequests.readHead(base);
    if (head !== undefined) return head;
    throw new PromoteError(
      'branch-not-found',
      `gitops-branch: the branch ${JSON.stringify(base)} is gone. Create it, or correct the name.`,
      { mayAppear: true },
    );
  }, ports);
}

async function commitToTemporary(
  temporary: string,
  { snapshot, changes, facts, promotionId }: PullRequestDelivery,
  ports: PullRequestPorts,
): Promise<Commit> {
  const { repository, patience } = ports;
  const branch = repository.onBranch(temporary);
  const onTemporary = { ...snapshot, branch: temporary };
  const commit = () => branch.commitFiles(onTemporary, changes, facts.message);
  const written = await untilVisible(commit, ports);
  if (written.outcome === 'committed') return written.commit;
  const { outcome, detail, retryAt } = written;
  if (outcome === 'conflict') throw new PromoteError('conflict', detail, { retryAt });
  patience.hear(written);
  const isAllowed = await patience.untilAllowed();
  const [head] = isAllowed ? await untilVisible(() => branch.readNewestCommits(1), ports) : [];
  if (head && findTrailer(head.message, 'Promotion-Id') === promotionId) return head;
  throw new PromoteError('unavailable', detail, { retryAt });
}

/** A branch that was not there is created: that fails when somebody else did so meanwhile. */
async function moveTo(
  { branch, head: from, open }: FoundBranch,
  { sha: to }: Commit,
  ports: PullRequestPorts,
): Promise<void> {
  const { pullRequests } = ports;
  if (from !== undefined) {
    await untilVisible(() => pullRequests.moveBranch(branch, { from, to, open }), ports);
    return;
  }
  if (await untilVisible(() => pullRequests.createBranch(branch, to), ports)) return;
  throw new PromoteError('conflict', `somebody else has written to the branch ${branch} first.`);
}

/**
 * Deletes a branch that this promotion has made. What cannot be deleted harms nothing but the list
 * of branches, so it is a warning that names it.
 * @param kind What the branch is for, as it reads after "The".
 * @param isMade Whether it is known to be there, so that its absence is a lag.
 */
export async function removeBranch(
  branch: string,
  kind: 'branch' | 'temporary branch',
  ports: PullRequestPorts,
  isMade = true,
): Promise<void> {
  try {
    await untilVisible(() => deletePatiently(branch, isMade, ports), ports).catch(
      async (error: unknown) => {
        if (!(error instanceof PromoteError) || !error.isTransient || error.mayAppear) throw error;
        ports.patience.hear(error);
        await deletePatiently(branch, false, ports);
      },
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    ports.logger.warning(`The ${kind} ${branch} was left behind: ${detail} Delete it by hand.`);
  }
}

/** @throws PromoteError `unavailable` when there is no time for what the server wants to be waited. */
async function deletePatiently(
  branch: string,
  isMade: boolean,
  { pullRequests, patience }: PullRequestPorts,
): Promise<void> {
  if (!(await patience.untilAllowed())) {
    throw new PromoteError('unavailable', 'the server asks for no further request for now.');
  }
  if ((await pullRequests.deleteBranch(branch)) || !isMade) return;
  throw new PromoteError('unavailable', 'it is not shown yet.', { mayAppear: true });
}
