import { isJsonObject, type JsonObject } from '../../base/json.js';
import type { Context } from '../../base/context.js';

/** Where the changed lines start from, and whether that is the commit that a push replaced. */
export interface Base {
  readonly commit: string;
  readonly isReplaced: boolean;
}

/** The parts of a run that say what its commit is based on. */
export type EventContext = Pick<Context, 'payload'>;

/**
 * What the event says that its commits are based on. The commit that GitHub makes of a pull request
 * is a merge of its head into the base of now; the event has the base of when it was last pushed to.
 * @param parents Of the commit that is checked out.
 */
export function findBase({ payload }: EventContext, parents: readonly string[]): Base | undefined {
  const { pull_request: pullRequest, merge_group: mergeGroup, before } = payload;
  const candidates = [
    ...(isJsonObject(pullRequest) ? listPullRequestBases(pullRequest, parents) : []),
    isJsonObject(mergeGroup) ? mergeGroup['base_sha'] : undefined,
    before,
  ];
  // A new branch has zeros as the commit before.
  const commit = candidates.find(
    (sha): sha is string => typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha),
  );
  if (commit === undefined) return undefined;
  return { commit, isReplaced: commit === before && payload['forced'] === true };
}

function listPullRequestBases(
  { base, head }: JsonObject,
  [target, merged, ...more]: readonly string[],
): readonly unknown[] {
  const sha = isJsonObject(base) ? base['sha'] : undefined;
  const isMerge = merged !== undefined && more.length === 0;
  return isMerge && isJsonObject(head) && head['sha'] === merged ? [target, sha] : [sha];
}
