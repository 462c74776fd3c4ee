import type { Context } from '../base/context.js';
import { isJsonObject } from '../base/json.js';
import { isOfFork } from '../tag/commit/source-ref.js';

/** Branches that a merge queue makes, of code that it has not merged yet. */
const QUEUE = 'gh-readonly-queue/';

/**
 * Why a run writes nothing unless told otherwise, as it reads behind "because"; `undefined` where it
 * writes. Only merged code is promoted: every event of a pull request or a merge queue is of code
 * that nobody has merged yet, and so may be what a `workflow_run` follows.
 */
export function findDryRunReason(context: Context): string | undefined {
  const { eventName, ref } = context;
  if (isUnmerged(eventName)) return `the event ${eventName} is of code that is not merged`;
  if (ref.startsWith(`refs/heads/${QUEUE}`)) return `${ref} is a branch of a merge queue`;
  if (ref.startsWith('refs/pull/')) return `${ref} is of a pull request`;
  return eventName === 'workflow_run' ? findTriggerReason(context) : undefined;
}

function isUnmerged(eventName: string): boolean {
  return eventName.startsWith('pull_request') || eventName === 'merge_group';
}

/** What stands against the run that a `workflow_run` follows; what it does not tell, too. */
function findTriggerReason(context: Context): string | undefined {
  const run = context.payload['workflow_run'];
  if (!isJsonObject(run)) return 'the payload tells nothing of the run that triggered this one';
  const { conclusion, event, head_repository: head, head_branch: branch } = run;
  if (conclusion !== 'success') return 'the run that triggered this one did not succeed';
  if (typeof event !== 'string') return 'the payload does not tell what triggered the other run';
  if (isUnmerged(event)) {
    return `the run that triggered this one was of the event ${event}, whose code is not merged`;
  }
  if (typeof branch === 'string' && branch.startsWith(QUEUE)) {
    return 'the run that triggered this one was of a merge queue';
  }
  if (head === undefined || isOfFork(context)) {
    return 'the run that triggered this one was of another repository';
  }
  return undefined;
}
