import type { Context } from '../context.js';
import type { GitOpsRepository } from '../gitops-ports.js';
import { readImageOf } from '../patch/read-image.js';
import { describeGivenImage } from '../tag/given-image.js';
import type { CommitInputs } from '../tag/inputs.js';
import type { ImageResult } from '../tag/result.js';
import { findRecordedCommit, SEARCHED_FILE_COMMITS } from './recorded-commit.js';
import type { ImageSource } from './target-inputs.js';

/**
 * Reads the image that a file of the GitOps repository asks for, to promote the same one elsewhere.
 * Its commit is `source-sha`, else the event's own when the tag abbreviates it, else what the
 * promotion that deployed it there has told.
 * @throws PromoteError with the cure, when there is no image to read.
 */
export async function readCopiedImage(
  { request, location, ...commit }: ImageSource & CommitInputs,
  context: Context,
  repository: GitOpsRepository,
): Promise<ImageResult> {
  const [file] = (await repository.readFiles([request])).files;
  if (file === undefined) throw new Error(`${request.path} was asked for and not read.`);
  const image = readImageOf(file, location);
  const known = describeGivenImage({ ...commit, image }, context);
  // The event's own commit is of the repository that the workflow runs in.
  if (known.sourceSha !== undefined && commit.sourceSha === undefined) return known;
  const histories = await repository.readFileHistories([file.path], SEARCHED_FILE_COMMITS);
  const recorded = findRecordedCommit(histories.get(file.path) ?? [], image);
  const isOfAnother = known.sourceSha !== undefined && known.sourceSha !== recorded?.sha;
  if (recorded === undefined || isOfAnother) return known;
  return {
    ...describeGivenImage({ ...commit, image, sourceSha: recorded.sha }, context),
    ...(recorded.repository !== undefined && { sourceRepository: recorded.repository }),
  };
}
