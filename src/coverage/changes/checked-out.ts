import { isJsonObject } from '../../base/json.js';
import { type EventContext, isSha, readPullRequest } from './base.js';
import type { SourceChanges } from '../../ports/runner.js';

/**
 * The commit that a pull request was merged into, where the commit that is checked out is the merge
 * that GitHub makes of it, which may have a newer head than the event, or what it was squashed into.
 */
export async function findTarget(
  { payload }: EventContext,
  changes: SourceChanges,
): Promise<string | undefined> {
  const pullRequest = readPullRequest(payload);
  if (pullRequest?.head === undefined) return undefined;
  const { head, landed, base, isSingle } = pullRequest;
  const [target, merged, ...more] = await changes.listParents();
  if (target === undefined || more.length > 0) return undefined;
  if (merged !== undefined) {
    return merged === head || (await changes.contains(head, merged)) ? target : undefined;
  }
  // Of several commits, a rebase makes as many, of which the last one is known.
  if (landed === undefined || !(isSingle || target === base)) return undefined;
  const isLanded =
    (await changes.contains(landed, 'HEAD')) && (await changes.contains('HEAD', landed));
  return isLanded ? target : undefined;
}

/**
 * Why what is checked out is not what the event is of: then its changes are others. On
 * `pull_request_target` and `workflow_run` it is the base or the default branch where nothing else is
 * asked for.
 * @param start Where the changes start, as far as that is known apart from the event.
 */
export async function explainOtherCommit(
  { payload }: EventContext,
  changes: SourceChanges,
  start: string | undefined,
): Promise<string | undefined> {
  const run = payload['workflow_run'];
  const tested = isJsonObject(run) ? run['head_sha'] : undefined;
  if (isSha(tested) && !(await changes.contains(tested, 'HEAD'))) {
    const reason = `does not have ${tested}, which the workflow run is of`;
    // A shallow clone does not have the history in which that may be.
    return `${explainCheckout(reason)}, or fetch-depth: 0 if the commit that is checked out is a newer one`;
  }
  const { head, landed, base, branch } = readPullRequest(payload) ?? {};
  if (head === undefined || (await changes.contains(head, 'HEAD'))) return undefined;
  // What was squashed or rebased comes without its head, and the base of the event may be old.
  if (landed !== undefined && (await changes.contains(landed, 'HEAD'))) {
    return start === undefined ? UNKNOWN_START : undefined;
  }
  const bases = [
    ...(base === undefined ? [] : [base]),
    ...(branch === undefined ? [] : [`origin/${branch}`]),
  ];
  for (const at of bases) {
    if (await changes.contains('HEAD', at)) {
      return explainCheckout(
        `is a commit of the base of the pull request and does not have its head ${head}`,
      );
    }
  }
  return undefined;
}

const UNKNOWN_START =
  'it cannot be told where the commits start that the pull request was squashed or rebased into: set coverage-base to the commit before them, such as HEAD^ where it was squashed';

function explainCheckout(reason: string): string {
  return `the commit that is checked out ${reason}: give actions/checkout that commit as its ref`;
}
