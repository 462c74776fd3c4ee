import type { Context } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import type { ImageReference } from '../base/image.js';
import type { SourceRepository } from '../ports/runner.js';
import type { PromotionRecord } from '../promote/history/record.js';
import { abbreviateSha } from '../tag/commit/event.js';
import { describeGivenImage } from '../tag/given.js';
import type { ImageResult } from '../tag/result.js';
import type { Destination } from './goal/destination.js';

/** Hex digits of a short SHA. */
const SHORT_SHA_LENGTH = 7;

/** Targets hold more or less of one image: that of the target which tells most. */
export function chooseImage(destinations: readonly Destination[]): Destination | undefined {
  const partsOf = ({ tag, digest }: ImageReference) => [tag, digest].filter(Boolean).length;
  return destinations.toSorted((a, b) => partsOf(b.image) - partsOf(a.image))[0];
}

/**
 * What is known of an image that is restored. Its commit is the one that its promotion has told, else
 * the one that its tag abbreviates, where the source repository tells it.
 */
export async function describeRestored(
  image: ImageReference,
  record: PromotionRecord | undefined,
  context: Context,
  openSource: (repository: string) => Promise<Pick<SourceRepository, 'resolveCommit'>>,
): Promise<ImageResult> {
  const sourceRepository = record?.sourceRepository;
  const commit = { shortShaLength: SHORT_SHA_LENGTH, sourceSha: record?.sourceSha };
  const known = {
    ...describeGivenImage({ image, ...commit }, context),
    ...(sourceRepository !== undefined && { sourceRepository }),
  };
  const { abbreviated } = known;
  if (abbreviated === undefined) return known;
  const source = await openSource(sourceRepository ?? context.repository);
  // Whoever goes back does not wait for it.
  const sourceSha = await source.resolveCommit(abbreviated.commit).catch((error: unknown) => {
    if (!(error instanceof PromoteError)) throw error;
    return undefined;
  });
  if (sourceSha === undefined) return known;
  const shortSha = abbreviateSha(sourceSha, SHORT_SHA_LENGTH);
  return { ...known, abbreviated: undefined, sourceSha, shortSha };
}
