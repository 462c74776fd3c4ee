import type { Context } from '../context.js';
import { readImageOf } from '../patch/read-image.js';
import type { GitOpsRepository } from '../gitops-ports.js';
import { describeGivenImage } from '../tag/given-image.js';
import type { CommitInputs } from '../tag/inputs.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageReference, ImageResult } from '../tag/result.js';
import type { ImageSource } from './target-inputs.js';
import { findTrailer } from './trailers.js';

/**
 * Reads the image that a file of the GitOps repository asks for, to promote the same one elsewhere.
 * Its commit is `source-sha`, else the event's own when the tag abbreviates it, else what the file's
 * newest commit says, if that commit deployed this image.
 * @throws PromoteError with the cure, when there is no image to read.
 */
export async function readCopiedImage(
  { request, location, ...commit }: ImageSource & CommitInputs,
  context: Context,
  repository: GitOpsRepository,
): Promise<ImageResult> {
  const file = await (request.kind === 'kustomization'
    ? repository.readKustomization(request.path)
    : repository.readFile(request.path));
  const image = readImageOf(file, location);
  const given = { ...commit, image };
  const known = describeGivenImage(given, context);
  if (known.sourceSha !== undefined) return known;
  const sourceSha = await readRecordedCommit(file.path, image, repository);
  return sourceSha === undefined ? known : describeGivenImage({ ...given, sourceSha }, context);
}

async function readRecordedCommit(
  path: string,
  image: ImageReference,
  repository: GitOpsRepository,
): Promise<string | undefined> {
  const [newest] = await repository.readNewestCommits(1, path);
  if (newest === undefined) return undefined;
  const isOfImage = findTrailer(newest.message, 'Image') === renderImageReference(image);
  return isOfImage ? findTrailer(newest.message, 'Source-Commit') : undefined;
}
