import type { Context } from '../context.js';
import { readString, readValue } from './payload.js';

/**
 * Whether the run that triggered a `workflow_run` was of another repository, whose `main` is not
 * the `main` of this one. A fork that was deleted is null; a payload without the field tells of none.
 */
export function isOfFork({ payload, repository }: Context): boolean {
  if (readValue(payload, 'workflow_run.head_repository') === undefined) return false;
  const head = readString(payload, 'workflow_run.head_repository.full_name');
  return head?.toLowerCase() !== repository.toLowerCase();
}
