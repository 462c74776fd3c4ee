import type { Context } from '../base/context.js';
import { isJsonObject, type JsonObject, readPayloadValue } from '../base/json.js';
import { isOfFork } from '../tag/commit/source-ref.js';

/** Branches that a merge queue makes, of code that it has not merged yet. */
const QUEUE = 'gh-readonly-queue/';

/**
 * Events that can be of a pull request without being called so. Their own payload tells it; that of a
 * `workflow_run` which follows a run of one does not, nor which run a chain of them began with.
 */
const UNTOLD: readonly string[] = [
  'issue_comment',
  'check_run',
  'check_suite',
  'deployment',
  'deployment_status',
  'status',
  'workflow_run',
];

/**
 * Why a run writes nothing unless told otherwise, as it reads behind "because"; `undefined` where it
 * writes. Only merged code is promoted: every event of a pull request or a merge queue is of code
 * that nobody has merged yet, and so may be what a `workflow_run` follows.
 */
export function findDryRunReason(context: Context): string | undefined {
  const { eventName, ref, payload } = context;
  if (isUnmerged(eventName)) return `the event ${eventName} is of code that is not merged`;
  if (isOfQueue(ref)) return `${ref} is a branch of a merge queue`;
  if (ref.startsWith('refs/pull/')) return `${ref} is of a pull request`;
  if (eventName === 'workflow_run') return findTriggerReason(context);
  return tellsUnmerged(payload) ? `this ${eventName} is of code that is not merged` : undefined;
}

function isUnmerged(eventName: unknown): boolean {
  if (typeof eventName !== 'string') return false;
  return eventName.startsWith('pull_request') || eventName === 'merge_group';
}

/** @param ref In full, or the bare name of a branch. */
function isOfQueue(ref: unknown): boolean {
  return typeof ref === 'string' && ref.replace(/^refs\/heads\//, '').startsWith(QUEUE);
}

/** Whether it is of a pull request or a merge queue: a comment there, its checks, its preview. */
function tellsUnmerged(payload: JsonObject): boolean {
  const told = (path: string) => readPayloadValue(payload, path);
  if (isJsonObject(told('pull_request')) || isJsonObject(told('issue.pull_request'))) return true;
  const ref = told('deployment.ref');
  const isOfPull = typeof ref === 'string' && ref.startsWith('refs/pull/');
  if (isOfPull || isOfQueue(ref) || isUnmerged(told('workflow_run.event'))) return true;
  const suite = told('check_run.check_suite') ?? told('check_suite');
  return isJsonObject(suite) && isOfUnmerged(suite, told('repository.default_branch'));
}

/** Of a fork's commit a check names no branch; and the default branch may be in a pull request, too. */
function isOfUnmerged(suite: JsonObject, defaultBranch: unknown): boolean {
  const { head_branch: branch, pull_requests: pulls } = suite;
  if (typeof branch !== 'string' || isOfQueue(branch)) return true;
  return branch !== defaultBranch && Array.isArray(pulls) && pulls.length > 0;
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
  if (UNTOLD.includes(event)) {
    return `the run that triggered this one was of the event ${event}, and nothing tells whether that was of a pull request`;
  }
  if (isOfQueue(branch)) return 'the run that triggered this one was of a merge queue';
  if (head === undefined || isOfFork(context)) {
    return 'the run that triggered this one was of another repository';
  }
  return undefined;
}
