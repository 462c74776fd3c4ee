import { isJsonObject } from '../../base/json.js';
import { type EventContext, isSha, readPullRequest } from './base.js';
import type { SourceChanges } from '../../ports/runner.js';

/**
 * The commit that a pull request was merged into, where the commit that is checked out is the merge
 * that GitHub makes of it. That may have a newer head than the event.
 */
export async function findTarget(
  { payload }: EventContext,
  changes: SourceChanges,
): Promise<string | undefined> {
  const head = readPullRequest(payload)?.head;
  if (head === undefined) return undefined;
  const [target, merged, ...more] = await changes.listParents();
  if (merged === undefined || more.length > 0) return undefined;
  return merged === head || (await changes.contains(head, merged)) ? target : undefined;
}

/**
 * Why what is checked out is not what the event is of: then its changes are others. On
 * `pull_request_target` and `workflow_run` it is the base or the default branch where nothing else is
 * asked for.
 */
export async function explainOtherCommit(
  { payload }: EventContext,
  changes: SourceChanges,
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
  // What was squashed or rebased comes without its head.
  if (landed !== undefined && (await changes.contains(landed, 'HEAD'))) return undefined;
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

function explainCheckout(reason: string): string {
  return `the commit that is checked out ${reason}: give actions/checkout that commit as its ref`;
}
