import { PromoteError } from '../../base/errors.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import type { GitOpsRepository } from '../../ports/gitops.js';
import { abbreviateSha, findCommitInTag } from '../../tag/commit/event.js';
import type { TargetResult } from '../model/result.js';
import { findRecordedCommit } from './deployed-commit.js';
import { readHistories } from './history.js';

/** Digits of a commit in a sentence, as GitHub shows it. */
const SHOWN_DIGITS = 7;

/**
 * Fails where nothing has to change because the tag is there already, although it was promoted for
 * another commit: it was pushed again since, and nothing would deploy what is behind it now.
 * @param sourceSha The commit that is promoted, in full; without it nothing can be told.
 * @throws PromoteError `moving-tag`; `order-unknown` that may pass where the history is not shown.
 */
export async function assertTagStayed(
  image: ImageReference,
  sourceSha: string | undefined,
  targets: readonly TargetResult[],
  repository: GitOpsRepository,
): Promise<void> {
  const { tag, digest } = image;
  if (sourceSha === undefined || tag === undefined || digest !== undefined) return;
  const named = findCommitInTag(tag);
  if (named !== undefined && sourceSha.startsWith(named)) return;
  const files = [...new Set(targets.map(({ file }) => file))];
  const histories = await readHistories(files, repository, {
    what: 'whether the tag was promoted for another commit',
    cure: 'Give digest, or a tag with the commit in it.',
  });
  for (const { file, previousImage = image } of targets) {
    const recorded = findRecordedCommit(histories?.get(file) ?? [], previousImage);
    if (recorded === undefined || recorded.sha === sourceSha) continue;
    const [then, now] = [recorded.sha, sourceSha].map((sha) => abbreviateSha(sha, SHOWN_DIGITS));
    throw new PromoteError(
      'moving-tag',
      `image: ${file} asks for ${renderImageReference(image)} already, which was promoted for commit ${then}, and this run promotes ${now}: the tag has moved, and nothing would deploy what it stands for now. Give digest, or a tag with the commit in it.`,
    );
  }
}
