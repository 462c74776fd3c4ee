import type { Context } from './context.js';
import { isJsonObject } from './json.js';
import { isOfFork } from './tag/fork.js';

/** Events of code that nobody has merged yet. */
const UNMERGED = ['pull_request', 'pull_request_target', 'merge_group'];

/**
 * Whether a run writes nothing unless told otherwise: it is of code that nobody has merged, or (of
 * `workflow_run`) follows a run that failed, was of a pull request, or of another repository.
 */
export function isDryRunByDefault(context: Context): boolean {
  const { eventName, payload } = context;
  if (UNMERGED.includes(eventName)) return true;
  if (eventName !== 'workflow_run') return false;
  const run = payload['workflow_run'];
  if (!isJsonObject(run)) return true;
  const { conclusion, event, head_repository: head } = run;
  const trusted =
    conclusion === 'success' &&
    typeof event === 'string' &&
    !event.startsWith('pull_request') &&
    head !== undefined &&
    !isOfFork(context);
  return !trusted;
}
