import type { Context } from '../context.js';
import { isJsonObject } from '../json.js';
import { sanitiseTag } from './sanitise.js';
import { readBranch } from './source-commit.js';

/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
export function isMovingTag(tag: string, context: Context): boolean {
  const repository = context.payload['repository'];
  const defaultBranch = isJsonObject(repository) ? repository['default_branch'] : undefined;
  const branches = [readBranch(context), defaultBranch].filter((name) => typeof name === 'string');
  return tag === 'latest' || branches.some((branch) => sanitiseTag(branch) === tag);
}
