import type { Context } from '../base/context.js';
import { isDeployable } from '../base/image.js';
import { readPayloadString } from '../base/json.js';
import { abbreviateSha, findCommitInTag } from './commit/event.js';
import { resolveSourceCommit } from './commit/source-commit.js';
import { readSourceRef } from './commit/source-ref.js';
import { type CommitInputs, listNames, type TagInputs } from './inputs.js';
import { computeImageLabels } from './labels.js';
import type { ImageResult } from './result.js';
import { isMovingName } from './rules/moving.js';
import { sanitiseTag } from './rules/sanitise.js';

/**
 * The image as the inputs give it, without computing a tag.
 * @returns `undefined` when the inputs give neither tag nor digest.
 */
export function resolveGivenImage(inputs: TagInputs, context: Context): ImageResult | undefined {
  return isDeployable(inputs.image) ? describeGivenImage(inputs, context) : undefined;
}

/**
 * What is known of a given image. Its commit is `source-sha`, else the event's own when the tag
 * abbreviates it, else to be completed by the source repository.
 */
export function describeGivenImage(
  inputs: CommitInputs & Pick<TagInputs, 'image'> & Partial<Pick<TagInputs, 'furtherRepositories'>>,
  context: Context,
): ImageResult {
  const { image } = inputs;
  const { shortShaLength } = inputs;
  const commit = image.tag === undefined ? undefined : findCommitInTag(image.tag);
  const sourceSha = inputs.sourceSha ?? completeByEvent(commit, context);
  const isOpen = commit !== undefined && sourceSha === undefined;
  const known = {
    version: image.tag,
    ...(sourceSha !== undefined && {
      sourceSha,
      shortSha: abbreviateSha(sourceSha, shortShaLength),
    }),
  };
  return {
    image,
    abbreviated: isOpen ? { commit, shortShaLength } : undefined,
    names: listNames(
      { furtherRepositories: [], ...inputs },
      image.tag === undefined ? [] : [image.tag],
    ),
    ...known,
    ...computeImageLabels(known, context),
  };
}

/** The event's commit when it is the one that is abbreviated. */
function completeByEvent(commit: string | undefined, context: Context): string | undefined {
  if (commit === undefined) return undefined;
  const sha = findEventSha(context);
  return sha?.startsWith(commit) ? sha : undefined;
}

/** A tag that is given does not need the commit, so the event may fail to tell it. */
function findEventSha(context: Context): string | undefined {
  try {
    return resolveSourceCommit(context).sha;
  } catch {
    return undefined;
  }
}

/**
 * Whether a tag is one that is pushed again and again: `latest` and the like, or the name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find nothing
 * to change.
 */
export function isMovingTag(tag: string, context: Context): boolean {
  const defaultBranch = readPayloadString(context.payload, 'repository.default_branch');
  const branches = [readSourceRef(context).branch, defaultBranch];
  return isMovingName(
    tag,
    branches.flatMap((branch) => (branch === undefined ? [] : sanitiseTag(branch))),
  );
}
