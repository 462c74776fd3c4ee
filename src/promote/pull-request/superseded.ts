import { PromoteError } from '../../base/errors.js';
import { requirePullRequests } from '../delivery/delivery.js';
import type { PromotePorts, Promotion } from '../model/promotion.js';
import type { TargetResult } from '../model/result.js';
import { computeBranchName } from './branch.js';

/** Why a promotion that leaves the pull request of its targets open does not go on. */
type Reason = 'unchanged' | 'rolled-back';

/**
 * Warns of a pull request that is open although its promotion does not go on: merging it would change
 * the base all the same. What the server does not tell is no failure of the promotion.
 */
export async function warnOfOpenPullRequest(
  { inputs }: Promotion,
  targets: readonly TargetResult[],
  base: string | undefined,
  reason: Reason,
  ports: PromotePorts,
): Promise<void> {
  if (inputs.pullRequest === undefined || base === undefined) return;
  const imageName = targets[0]?.imageName ?? '';
  const branch = computeBranchName(inputs.pullRequest.branch, { imageName, base });
  try {
    const open = await requirePullRequests(ports).findOpen(branch, base);
    if (open === undefined) return;
    const place = `pull request #${open.number} (${open.url})`;
    const says =
      reason === 'unchanged'
        ? `${base} asks for this image already, and ${place} asks for another one`
        : `This commit was taken back, or is held, and ${place} promotes to the same targets when it is merged`;
    ports.logger.warning(`${says}. Close it, unless it is to be merged.`);
  } catch (error) {
    // What the promotion comes to is known without it.
    if (!(error instanceof PromoteError)) throw error;
    ports.logger.info(`Whether a pull request is open was not told: ${error.message}`);
  }
}
