import { PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import { findDoubts } from '../images/doubts.js';
import { assertEntryDecides } from '../images/deciding-entry.js';
import { listTransformers } from '../images/transformers.js';
import { findEntry, locateImages, refuseMissingEntry } from '../images/entries.js';
import { computeFields, planEntry, readEntryImage } from './kustomization-entry.js';
import { planNewEntry } from './kustomization-new-entry.js';
import type { Images } from '../images/entries.js';
import type { TargetPlan } from './plan.js';
import type { Source } from '../yaml/source.js';

/** An image to give to a kustomization. */
export interface KustomizationChange {
  readonly kind: 'kustomization';
  /** `name` of the entry of `images`; without it the entry is found by the repository. */
  readonly imageName?: string;
  /** Has a tag, a digest or both. */
  readonly image: ImageReference;
  /** Whether an entry that is not there is added. */
  readonly createMissing?: boolean;
}

/**
 * Plans the edits that make an entry of `images` give the image. `newName`, `newTag` and `digest`
 * are a unit: what the image has not is removed, as `kustomize edit set image` does; unlike there,
 * `newName` is only written when the repository differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
export function planKustomization(source: Source, change: KustomizationChange): TargetPlan {
  const { image, imageName, createMissing } = change;
  if (image.tag === undefined && image.digest === undefined) {
    throw new PromoteError(
      'no-image',
      `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`,
    );
  }
  const images = locateImages(source);
  const entry = findEntry(source, images, imageName, image.repository);
  if (entry === undefined && createMissing !== true) {
    throw refuseMissingEntry(source, images, imageName, image.repository);
  }
  const name = entry?.name ?? imageName ?? image.repository;
  const plan =
    entry === undefined
      ? planNewEntry(images, name, image)
      : {
          ...planEntry(source, images, entry, computeFields(entry, image)),
          imageName: name,
          previousImage: readEntryImage(entry),
        };
  return {
    ...plan,
    assertDeployed: (after) => {
      assertDecides(source, images, after, name, image);
    },
    findDoubts: (after) => {
      const later = listTransformers(source, images.root);
      return findDoubts(source, images.root, [...locateImages(after).entries, ...later], image);
    },
  };
}

/**
 * An entry is told by its name, which no other one has; its place is that in the old file.
 * @throws PromoteError `unsafe-edit` when another entry decides instead.
 */
export function assertDecides(
  source: Source,
  { root, entries }: Images,
  after: Source,
  name: string,
  image: ImageReference,
): void {
  const placed = locateImages(after).entries.map((entry, index) => ({
    ...entry,
    offset: (entries[index]?.node ?? root).range[0],
  }));
  const own = placed.findIndex((entry) => entry.name === name);
  const transformers = listTransformers(source, root);
  assertEntryDecides(source, [...placed, ...transformers], own, image);
}
