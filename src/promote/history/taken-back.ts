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
}

/** What was built from a commit of the source, as far as both are known. */
type Built = Pick<TakenBack, 'image' | 'sourceSha'>;

/** Whether it is this very image, since a commit may have several; else whether it is the commit. */
export function isOfImage(taken: TakenBack, { image, sourceSha }: Built): boolean {
  const images = compareImages(taken.image, image);
  if (images !== 'unknown') return images === 'same';
  return sourceSha !== undefined && taken.sourceSha === sourceSha;
}

/** Whether it is of this commit, whatever the image; else whether it is the image. */
export function isOfCommit(taken: TakenBack, { image, sourceSha }: Built): boolean {
  if (taken.sourceSha !== undefined && sourceSha !== undefined)
    return taken.sourceSha === sourceSha;
  return compareImages(taken.image, image) === 'same';
}

/** Whether what was taken back is among these already, with no less told of it. */
export function isNoted(noted: readonly TakenBack[], { image, sourceSha }: TakenBack): boolean {
  return noted.some((each) => {
    if (each.sourceSha !== sourceSha) return false;
    return image === undefined || compareImages(each.image, image) === 'same';
  });
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
