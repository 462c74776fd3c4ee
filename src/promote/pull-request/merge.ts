import { PromoteError } from '../../base/errors.js';
import type { Commit, MergeMethod, PullRequest } from '../../ports/gitops.js';
import type { Written } from '../model/promotion.js';
import type { OpenPullRequest, PullRequestOutcome, PullRequestPorts } from './types.js';

/** A pull request that is there, and what is wanted of it. */
interface MergeRequest {
  readonly pullRequest: PullRequest;
  /** At the head of its branch. */
  readonly commit: Commit;
  readonly written: Written;
  /** Absent: a person merges it. */
  readonly method: MergeMethod | undefined;
}

/**
 * Lets the server merge the pull request as soon as it may be merged, or merges it when it may be
 * merged at once. What the server refuses for good is part of the outcome: the pull request is open
 * all the same.
 */
export async function mergeAutomatically(
  request: MergeRequest,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const { pullRequest, commit, written, method } = request;
  const { changed } = written;
  const opened: OpenPullRequest = { outcome: 'pull-request', pullRequest, commit, changed };
  if (method === undefined || method === pullRequest.autoMerge) return opened;
  try {
    return await merge(opened, { ...request, method }, ports);
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    if (error.code === 'unavailable' || error.code === 'conflict') throw error;
    return { ...opened, problem: explainOpen(pullRequest, error) };
  }
}

async function merge(
  opened: OpenPullRequest,
  { pullRequest, commit, method }: MergeRequest & { readonly method: MergeMethod },
  { pullRequests }: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const state = await pullRequests.enableAutoMerge(pullRequest, method, commit);
  if (state === 'enabled') return { ...opened, changed: true };
  const merged = await pullRequests.merge(pullRequest, method, commit);
  if (merged.outcome !== 'committed') return merged;
  return { outcome: 'merged', pullRequest, commit: merged.commit };
}

function explainOpen({ number, url }: PullRequest, cause: PromoteError): PromoteError {
  return new PromoteError(
    cause.code,
    `auto-merge: pull request #${number} is open (${url}), but it is not merged automatically: ${cause.message}`,
    { cause },
  );
}
