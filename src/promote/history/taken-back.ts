import type { ImageReference } from '../../base/image.js';
import type { Comparison } from '../../ports/runner.js';
import { findCommitInTag } from '../../tag/commit/event.js';
import { compareImages } from './record.js';

/** What was deployed and was taken back, and not promoted again since. */
export interface TakenBack {
  /** The commit of the source, in full; absent where it is not known. */
  readonly sourceSha?: string;
  /** `owner/name` of that source, where it is told. */
  readonly sourceRepository?: string;
  readonly image?: ImageReference;
  /** The rollback, a commit of the GitOps repository; absent: a person did it without one. */
  readonly by?: string;
  /** How many events of the history were before. */
  readonly at: number;
  /** What a person put in its place, where that is not what it had replaced itself. */
  readonly replacedBy?: Built;
}

/** What was built from a commit of the source, as far as both are known. */
type Built = Pick<TakenBack, 'image' | 'sourceSha'>;

/** Whether it is this very image, since a commit may have several; else whether it is the commit. */
export function isOfImage(taken: Built, built: Built): boolean {
  const images = compareImages(taken.image, built.image);
  return images === 'unknown' ? compareCommits(taken, built) === true : images === 'same';
}

/** Whether it is of this commit, whatever the image; else whether it is the image. */
export function isOfCommit(taken: Built, built: Built): boolean {
  return compareCommits(taken, built) ?? compareImages(taken.image, built.image) === 'same';
}

/** Whether both are of one commit, where both are known; tags name them abbreviated. */
export function compareCommits(one: Built, other: Built): boolean | undefined {
  const [first, second] = [findBuiltCommit(one), findBuiltCommit(other)];
  if (first === undefined || second === undefined) return undefined;
  return first.startsWith(second) || second.startsWith(first);
}

/** Adds what was taken back; a rollback names the commit of each image that it takes back once more. */
export function noteTakenBack(noted: readonly TakenBack[], taken: TakenBack): readonly TakenBack[] {
  const isSameCommit = (each: TakenBack) => compareCommits(each, taken) === true;
  if (taken.image === undefined) return noted.some(isSameCommit) ? noted : [...noted, taken];
  if (noted.some(({ image }) => compareImages(image, taken.image) === 'same')) return noted;
  const bare = noted.find((each) => each.image === undefined && isSameCommit(each));
  return [...noted.filter((each) => each !== bare), { ...taken, by: taken.by ?? bare?.by }];
}

/**
 * The commit of the source behind something, in full, or abbreviated as its tag has it. Digits alone
 * are a date or a build number more often.
 */
export function findBuiltCommit({ sourceSha, image }: Built): string | undefined {
  if (sourceSha !== undefined || image?.tag === undefined) return sourceSha;
  const named = findCommitInTag(image.tag);
  return named === undefined || /^\d+$/.test(named) ? undefined : named;
}

/** How a promotion stands to something that was taken back. */
export type Standing = 'same' | 'older' | 'newer' | 'diverged' | 'unknown';

/** Whether what was taken back would come again. */
export function comesAgain(standing: Standing): boolean {
  return standing === 'same' || standing === 'older';
}

/** How the promoted commit stands to what was taken back. */
export interface Stood {
  readonly taken: TakenBack;
  readonly standing: Standing;
}

/**
 * By the order of the commits; where that is not known the same image is the same.
 * @param comparison Of the commit that is promoted with that of what was taken back.
 */
export function computeStanding(
  taken: TakenBack,
  image: ImageReference,
  comparison: Comparison | undefined,
): Standing {
  switch (comparison?.relation) {
    case 'identical':
      return 'same';
    case 'behind':
      return 'older';
    case 'ahead':
      return 'newer';
    case 'diverged':
      return 'diverged';
    case 'unknown':
    case undefined:
      return compareImages(taken.image, image) === 'same' ? 'same' : 'unknown';
  }
}
