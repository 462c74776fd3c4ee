import { readOrUndefined } from '../../base/errors.js';
import { requirePullRequests } from '../delivery/delivery.js';
import { DEFAULT_BRANCHES } from '../inputs/delivery.js';
import type { PromotePorts, Promotion } from '../model/promotion.js';
import type { TargetResult } from '../model/result.js';
import { computeBranchName } from './branch.js';

/**
 * Warns of a pull request that is open although the base asks for the image already: merging it
 * would change that again.
 */
export async function warnOfOpenPullRequest(
  { inputs }: Promotion,
  targets: readonly TargetResult[],
  base: string | undefined,
  ports: PromotePorts,
): Promise<void> {
  if (inputs.pullRequest === undefined || base === undefined) return;
  const imageName = targets[0]?.imageName ?? '';
  const branch = computeBranchName(inputs.pullRequest.branch, { imageName, base });
  const open = await readOrUndefined(requirePullRequests(ports).findOpen(branch, base));
  if (open === undefined) return;
  ports.logger.warning(
    `${base} asks for this image already, and pull request #${open.number} (${open.url}) asks for another one. Close it, unless it is to be merged.`,
  );
}

/**
 * Warns of a pull request that promotes the targets which a rollback takes back: merging it afterwards
 * would promote again.
 */
export async function warnOfOpenPromotion(
  { inputs }: Pick<Promotion, 'inputs'>,
  targets: readonly TargetResult[],
  base: string | undefined,
  ports: Pick<PromotePorts, 'repository' | 'pullRequests' | 'logger'>,
): Promise<void> {
  if (inputs.pullRequest === undefined || base === undefined) return;
  const imageName = targets[0]?.imageName ?? '';
  const branch = computeBranchName(DEFAULT_BRANCHES.promote, { imageName, base });
  const open = await readOrUndefined(requirePullRequests(ports).findOpen(branch, base));
  if (open === undefined) return;
  ports.logger.warning(
    `Pull request #${open.number} (${open.url}) promotes to the same targets. Close it, unless it is to be merged after this rollback.`,
  );
}
