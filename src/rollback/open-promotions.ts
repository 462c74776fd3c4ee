import { PromoteError } from '../base/errors.js';
import { renderImageReference } from '../base/image.js';
import type { PullRequest } from '../ports/gitops.js';
import { requirePullRequests } from '../promote/delivery/delivery.js';
import type { Patience } from '../promote/delivery/patience.js';
import { isGoingBack, parseRecord } from '../promote/history/record.js';
import type { PromotePorts } from '../promote/model/promotion.js';
import { renderIdentity, type TargetResult } from '../promote/model/result.js';

/**
 * Warns of each pull request that promotes to targets which a rollback takes back: merging it
 * afterwards would promote again. What the server does not tell is no failure of the rollback.
 */
export async function warnOfOpenPromotions(
  targets: readonly TargetResult[],
  base: string | undefined,
  patience: Patience,
  ports: Pick<PromotePorts, 'pullRequests' | 'logger'>,
): Promise<void> {
  if (base === undefined) return;
  const { logger } = ports;
  try {
    const open = await requirePullRequests(ports).listOpen(base);
    const warnings = open.flatMap((each) => renderOpenPromotion(each, targets) ?? []);
    for (const warning of warnings) logger.warning(warning);
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    patience.hear(error);
    logger.info(`Open pull requests that promote were not looked for: ${error.message}`);
  }
}

function renderOpenPromotion(
  { number, url, title, body, autoMerge }: PullRequest,
  targets: readonly TargetResult[],
): string | undefined {
  const record = parseRecord({ sha: '', message: `${title}\n\n${body}` });
  if (record === undefined || isGoingBack(record)) return undefined;
  const names = targets.map(renderIdentity);
  if (!record.targets.some((name) => names.includes(name))) return undefined;
  const image = record.image === undefined ? '' : ` (${renderImageReference(record.image)})`;
  const byItself =
    autoMerge === undefined ? '' : ', and is merged by itself once nothing stands in the way';
  return `Pull request #${number} (${url}) promotes to the same targets${image}${byItself}. Close it, unless it is to be merged after this rollback.`;
}
