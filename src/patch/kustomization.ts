import { PromoteError } from '../errors.js';
import type { ImageReference } from '../tag/result.js';
import { computeFields, planEntry, readImage } from './entry.js';
import { locateImages } from './images.js';
import { applyPlan } from './plan.js';
import type { PatchFile, PatchResult } from './result.js';
import { selectEntry } from './select.js';
import { parseSource } from './source.js';

/** What to make of a kustomization. */
export interface KustomizationChange {
  /** `name` of the entry of `images`; without it the entry is found by the repository. */
  readonly imageName?: string;
  /** Has a tag, a digest or both. */
  readonly image: ImageReference;
}

/**
 * Makes an entry of `images` give the image, and leaves every other byte of the file as it is.
 * `newName`, `newTag` and `digest` are a unit: what the image has not is removed, as
 * `kustomize edit set image` does; unlike there, `newName` is only written when the repository
 * differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
export function patchKustomization(file: PatchFile, change: KustomizationChange): PatchResult {
  const { image, imageName } = change;
  if (image.tag === undefined && image.digest === undefined) {
    throw new PromoteError(
      'no-image',
      `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`,
    );
  }
  const source = parseSource(file);
  const images = locateImages(source);
  const entry = selectEntry(source, images, imageName, image.repository);
  const previousImage = readImage(source, entry);
  const plan = planEntry(source, images, entry, computeFields(source, entry, image));
  return { ...applyPlan(file, source, plan), imageName: entry.name, previousImage };
}
