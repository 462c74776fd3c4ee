import { type ImageReference, parseImageReference } from '../../base/image.js';
import { findTrailer, listTrailers } from '../../promote/message/trailers.js';
import type { Commit } from '../../ports/gitops.js';
import { isAskedFor } from './asked-image.js';

/** What a later commit may take back. */
interface Promoted {
  /** The commit of the GitOps repository. */
  readonly commit: string;
  /** The commit of the source that the image was built from. */
  readonly sourceSha: string | undefined;
  readonly image: ImageReference;
}

/**
 * The image as a commit has promoted it, perhaps with a digest that was pinned to it; `undefined`
 * where the message is not that of a promotion of the image.
 */
export function findPromoted(message: string, image: ImageReference): ImageReference | undefined {
  if (findTrailer(message, 'Promotion-Id') === undefined) return undefined;
  return listTrailers(message, 'Image')
    .map(parseImageReference)
    .flatMap((parsed) => (parsed.valid ? [parsed.reference] : []))
    .find((asked) => isAskedFor(asked, image));
}

/**
 * The image that the newest of later promotions of a repository asks for.
 * @param later Commits after ours, newest first.
 */
export function findLaterImage(later: readonly Commit[], repository: string): string | undefined {
  for (const { message } of listStanding(later)) {
    const image = findTrailer(message, 'Image');
    if (image !== undefined && isOf(image, repository)) return image;
  }
  return undefined;
}

/**
 * The later commit that takes a promotion back, unless a promotion of another image came after it.
 * A rollback names the oldest commit that it takes back, and the source commit of each; git's own
 * revert and GitHub's button name the commit in the body.
 * @param later Commits after ours, newest first.
 */
export function findTakenBack(
  later: readonly Commit[],
  { commit, sourceSha, image }: Promoted,
): string | undefined {
  for (const { sha, message } of listStanding(later)) {
    const isRevert = message.includes(`This reverts commit ${commit}`);
    const isRollback =
      findTrailer(message, 'Rollback-Of') === commit ||
      (sourceSha !== undefined && listTrailers(message, 'Rolled-Back-Commit').includes(sourceSha));
    if (isRevert || isRollback) return sha;
    const asked = findTrailer(message, 'Image');
    if (asked !== undefined && isOf(asked, image.repository)) return undefined;
  }
  return undefined;
}

/** Without those that a newer one reverts: a revert that is reverted takes nothing back. */
function listStanding(later: readonly Commit[]): readonly Commit[] {
  const reverted = new Set<string>();
  return later.filter(({ sha, message }) => {
    if (reverted.has(sha)) return false;
    for (const [commit] of message.matchAll(/(?<=This reverts commit )[0-9a-f]{40,64}/g)) {
      reverted.add(commit);
    }
    return true;
  });
}

function isOf(image: string, repository: string): boolean {
  const parsed = parseImageReference(image);
  return parsed.valid && parsed.reference.repository === repository;
}
