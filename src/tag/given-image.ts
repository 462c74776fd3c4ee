import type { Context } from '../context.js';
import type { CommitInputs, TagInputs } from './inputs.js';
import { renderLabels } from './labels.js';
import { isDeployable } from './reference.js';
import type { ImageResult } from './result.js';
import { abbreviateSha, findCommitInTag } from './sha.js';
import { resolveSourceCommit } from './source-commit.js';

/**
 * The image as the inputs give it, without computing a tag.
 * @returns `undefined` when the inputs give neither tag nor digest.
 */
export function resolveGivenImage(inputs: TagInputs, context: Context): ImageResult | undefined {
  return isDeployable(inputs.image) ? describeGivenImage(inputs, context) : undefined;
}

/**
 * What is known of a given image. Its commit is `source-sha`, else the event's own when the tag
 * abbreviates it, else unknown.
 */
export function describeGivenImage(
  inputs: CommitInputs & Pick<TagInputs, 'image'>,
  context: Context,
): ImageResult {
  const { image } = inputs;
  const sourceSha = inputs.sourceSha ?? findAbbreviatedCommit(image.tag, context);
  const known = {
    ...(image.tag !== undefined && { version: image.tag }),
    ...(sourceSha !== undefined && {
      sourceSha,
      shortSha: abbreviateSha(sourceSha, inputs.shortShaLength),
    }),
  };
  return {
    image,
    names: image.tag === undefined ? [] : [`${image.repository}:${image.tag}`],
    ...known,
    labels: renderLabels(known, context.repositoryUrl),
  };
}

/** The event's commit when the tag abbreviates it. */
function findAbbreviatedCommit(tag: string | undefined, context: Context): string | undefined {
  const abbreviation = tag === undefined ? undefined : findCommitInTag(tag);
  if (abbreviation === undefined) return undefined;
  const sha = findEventSha(context);
  return sha?.startsWith(abbreviation) ? sha : undefined;
}

/** A tag that is given does not need the commit, so the event may fail to tell it. */
function findEventSha(context: Context): string | undefined {
  try {
    return resolveSourceCommit(context).sha;
  } catch {
    return undefined;
  }
}
