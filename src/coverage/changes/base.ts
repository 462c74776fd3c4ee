import { isJsonObject, type JsonObject } from '../../base/json.js';
import type { Context } from '../../base/context.js';

/** Where the changed lines start from, and whether that is the commit that a push replaced. */
export interface Base {
  readonly commit: string;
  /** The branch that the commit was on, where it can have gone on since. */
  readonly branch?: string | undefined;
  readonly isReplaced: boolean;
}

/** The parts of a run that say what its commit is based on. */
export type EventContext = Pick<Context, 'payload'>;

/**
 * What the event says that its commits are based on. The commit that GitHub makes of a pull request
 * is a merge of its head into the base of now; the event has the base of when it was last pushed to.
 * @param target The other parent of that commit, where it is what is checked out.
 */
export function findBase({ payload }: EventContext, target: string | undefined): Base | undefined {
  const { merge_group: mergeGroup, before } = payload;
  const { base, branch } = readPullRequest(payload) ?? {};
  const candidates = [
    target,
    base,
    isJsonObject(mergeGroup) ? mergeGroup['base_sha'] : undefined,
    before,
  ];
  const commit = candidates.find(isSha);
  if (commit === undefined) return undefined;
  return {
    commit,
    branch: commit === base && commit !== target ? branch : undefined,
    isReplaced: commit === before && payload['forced'] === true,
  };
}

/** What an event says of its pull request; what it does not say is undefined. */
interface PullRequest {
  readonly head: string | undefined;
  /** The commit of its base that has its changes, once it is merged: it may be a copy of them. */
  readonly landed: string | undefined;
  /** Whether it is of one commit. */
  readonly isSingle: boolean;
  readonly base: string | undefined;
  /** The branch that it is to be merged into. */
  readonly branch: string | undefined;
}

export function readPullRequest({ pull_request: given }: JsonObject): PullRequest | undefined {
  if (!isJsonObject(given)) return undefined;
  const [head, base] = [given['head'], given['base']].map((end) => (isJsonObject(end) ? end : {}));
  const [from, to, ref] = [head?.['sha'], base?.['sha'], base?.['ref']];
  // Of one that is open, GitHub tells the merge that it tries.
  const landed = given['merged'] === true ? given['merge_commit_sha'] : undefined;
  return {
    head: isSha(from) ? from : undefined,
    landed: isSha(landed) ? landed : undefined,
    isSingle: given['commits'] === 1,
    base: isSha(to) ? to : undefined,
    branch: typeof ref === 'string' && ref !== '' ? ref : undefined,
  };
}

/** A new branch has zeros as the commit before. */
export function isSha(sha: unknown): sha is string {
  return typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha);
}
