import { PromoteError } from '../../errors.js';
import type { PullRequestPorts } from './delivery.js';

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
