import type { SourceRepository } from '../../ports/runner.js';
import { abbreviateSha } from '../../tag/commit/event.js';
import type { Progress, Promotion } from '../model/promotion.js';

/**
 * A promotion with its commit in full: that which the tag abbreviates, as the source repository has
 * it. It is asked once.
 * @throws PromoteError `unavailable` when trying again can help.
 */
export async function completeSource(
  promotion: Promotion,
  progress: Progress,
  source: SourceRepository,
): Promise<Promotion> {
  const { abbreviated, audit } = promotion;
  if (abbreviated === undefined) return promotion;
  const { commit, shortShaLength } = abbreviated;
  progress.source ??= { sha: await source.resolveCommit(commit) };
  const { sha } = progress.source;
  if (sha === undefined) return promotion;
  const known = { sourceSha: sha, shortSha: abbreviateSha(sha, shortShaLength) };
  return { ...promotion, audit: { ...audit, ...known } };
}
