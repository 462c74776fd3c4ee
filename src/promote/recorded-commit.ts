import type { Commit } from '../gitops-ports.js';
import { parseImageReference } from '../tag/reference.js';
import type { ImageReference } from '../tag/result.js';
import { FULL_SHA } from '../tag/sha.js';
import { findTrailer } from './trailers.js';

/** How many of a file's commits are searched. */
export const SEARCHED_FILE_COMMITS = 20;

const REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/;

/** The commit that an image was built from, as the promotion that deployed it has told. */
export interface RecordedCommit {
  /** In full. */
  readonly sha: string;
  /** `owner/name`; absent when it was not told. */
  readonly repository?: string;
}

/**
 * The `Source-Commit` of the newest commit of a file whose `Image` trailer is the image: others tell
 * of other images in the same file.
 * @param commits Of the file, newest first.
 */
export function findRecordedCommit(
  commits: readonly Commit[],
  image: ImageReference,
): RecordedCommit | undefined {
  const message = commits.find((commit) => tellsOf(commit, image))?.message;
  const sha = message === undefined ? undefined : findTrailer(message, 'Source-Commit');
  if (message === undefined || sha === undefined || !FULL_SHA.test(sha)) return undefined;
  const source = findTrailer(message, 'Source-Repository');
  return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}

/** A target need not hold all of a reference: a tag alone may stand for a tag and a digest. */
function tellsOf({ message }: Commit, { repository, tag, digest }: ImageReference): boolean {
  if (tag === undefined && digest === undefined) return false;
  const parsed = parseImageReference(findTrailer(message, 'Image') ?? '');
  if (!parsed.valid) return false;
  const { reference } = parsed;
  return (
    reference.repository === repository &&
    (tag === undefined || reference.tag === tag) &&
    (digest === undefined || reference.digest === digest)
  );
}
