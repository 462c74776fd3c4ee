import { readOrUndefined } from '../../base/errors.js';
import { requirePullRequests } from '../delivery/delivery.js';
import type { PromotePorts, Promotion } from '../model/promotion.js';
import type { TargetResult } from '../model/result.js';
import { computeBranchName } from './branch.js';

/** Why a promotion that leaves the pull request of its targets open does not go on. */
type Reason = 'unchanged' | 'rolled-back';

const SAYS: Readonly<Record<Reason, string>> = {
  unchanged: 'asks for this image already, and pull request {} asks for another one',
  'rolled-back':
    'was rolled back, and pull request {} promotes to the same targets when it is merged',
};

/**
 * Warns of a pull request that is open although its promotion does not go on: merging it would change
 * the base all the same.
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
  const open = await readOrUndefined(requirePullRequests(ports).findOpen(branch, base));
  if (open === undefined) return;
  const says = SAYS[reason].replace('{}', `#${open.number} (${open.url})`);
  ports.logger.warning(`${base} ${says}. Close it, unless it is to be merged.`);
}
