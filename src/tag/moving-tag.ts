import type { Context } from '../context.js';
import { readString } from './payload.js';
import { sanitiseTag } from './sanitise.js';
import { readSourceRef } from './source-ref.js';

/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
export function isMovingTag(tag: string, context: Context): boolean {
  const defaultBranch = readString(context.payload, 'repository.default_branch');
  const branches = [readSourceRef(context).branch, defaultBranch];
  const moving = branches.map((branch) => sanitiseTag(branch ?? ''));
  return ['latest', ...moving].includes(tag);
}
