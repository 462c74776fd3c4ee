import { type ImageReference, parseImageReference } from '../../base/image.js';
import type { Commit } from '../../ports/gitops.js';
import { findTrailer } from '../message/trailers.js';
import type { TargetResult } from '../model/result.js';
import { findCommitInTag, FULL_SHA } from '../../tag/commit/event.js';

/** What a target tells of the commit behind what it deploys now, without asking anybody. */
interface NamedCommit {
  /** Abbreviated or in full. */
  readonly commit: string;
  /** Whether it may be a date or a build number instead: digits alone more often are. */
  readonly isDoubtful: boolean;
}

/**
 * The commit that the tag of the deployed image names; else the one that a value held in whose place
 * the promoted commit stands now.
 * @param sourceSha The commit that is promoted, in full.
 */
export function findNamedCommit(
  { previousImage, changes }: TargetResult,
  sourceSha: string,
): NamedCommit | undefined {
  const { tag } = previousImage ?? {};
  const named = tag === undefined ? undefined : findCommitInTag(tag);
  if (named !== undefined) return { commit: named, isDoubtful: /^\d+$/.test(named) };
  const replaced = changes.find(({ after }) => after === sourceSha)?.before;
  if (replaced === undefined || !FULL_SHA.test(replaced)) return undefined;
  return { commit: replaced, isDoubtful: false };
}

const REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/;

/** The commit that an image was built from, as the promotion that deployed it has told. */
interface RecordedCommit {
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
