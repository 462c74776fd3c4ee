import type { GitOpsRepository } from '../gitops-ports.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageReference } from '../tag/result.js';
import { FULL_SHA } from '../tag/sha.js';
import { findTrailer } from './trailers.js';

/** How many of a file's commits are searched. */
const SEARCHED_COMMITS = 20;

const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;

/** The commit that an image was built from, as the promotion that deployed it has told. */
export interface RecordedCommit {
  /** In full. */
  readonly sha: string;
  /** `owner/name`; absent when it was not told. */
  readonly repository?: string;
}

/**
 * The `Source-Commit` of the newest of a file's commits whose `Image` trailer is that image: others
 * tell of other images in the same file.
 * @param path Of the file, from the root of the GitOps repository.
 */
export async function readRecordedCommit(
  path: string,
  image: ImageReference,
  repository: GitOpsRepository,
): Promise<RecordedCommit | undefined> {
  const commits = await repository.readNewestCommits(SEARCHED_COMMITS, path);
  const reference = renderImageReference(image);
  const message = commits.find(
    (commit) => findTrailer(commit.message, 'Image') === reference,
  )?.message;
  const sha = message === undefined ? undefined : findTrailer(message, 'Source-Commit');
  if (message === undefined || sha === undefined || !FULL_SHA.test(sha)) return undefined;
  const source = findTrailer(message, 'Source-Repository');
  return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}
