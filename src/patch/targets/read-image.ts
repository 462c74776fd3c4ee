import { PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import { listEntries, locateImages } from './images.js';
import { readEntryImage } from './kustomization-entry.js';
import type { ImageEntry } from './plan.js';
import { readValuesImage, toReference, type ValuesPaths } from './values.js';
import { selectDocument } from '../yaml/document.js';
import { offsetOf } from '../yaml/locate.js';
import { parseSource, type PatchFile, refuse, type Source } from '../yaml/source.js';

/** Where an image stands in a file that it is copied from. */
export type ImageLocation =
  | { readonly kind: 'kustomization'; readonly imageName?: string }
  | { readonly kind: 'values'; readonly paths: ValuesPaths };

/**
 * Reads the image that a kustomization or Helm values ask for, to promote the same one elsewhere.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous` when it cannot be told which one,
 *   `no-image` when it has neither tag nor digest, and whatever a patch refuses.
 */
export function readImageOf(file: PatchFile, location: ImageLocation): ImageReference {
  const source = parseSource(file);
  const image =
    location.kind === 'kustomization'
      ? readEntryImage(source, chooseEntry(source, location.imageName))
      : readValues(source, location.paths);
  if (image.tag !== undefined || image.digest !== undefined) return image;
  throw new PromoteError(
    'no-image',
    `promote-from: ${image.repository} has neither tag nor digest in ${file.path}. Promote to that file first, or give image.`,
  );
}

/** The entry of that name; without a name the only one. */
function chooseEntry(source: Source, imageName: string | undefined): ImageEntry {
  const { root, entries } = locateImages(source);
  const [entry, second] = entries.filter(({ name }) => name === (imageName ?? name));
  if (entry !== undefined && second === undefined) return entry;
  const [offset] = root.range;
  const there = `Set image-name to one of them: ${listEntries(entries)}.`;
  if (entry !== undefined) {
    const message = `promote-from: expected one entry of images, got several. ${there}`;
    throw refuse(source, 'entry-ambiguous', offset, message);
  }
  const message =
    entries.length === 0
      ? 'promote-from: expected an entry of images, but the file has none.'
      : `promote-from: no entry of images has that name. ${there}`;
  throw refuse(source, 'entry-not-found', offset, message);
}

function readValues(source: Source, paths: ValuesPaths): ImageReference {
  const root = selectDocument(source, undefined, [paths.tag]);
  const image = toReference(readValuesImage(source, root, paths), '');
  if (image.repository !== '') return image;
  const message =
    'promote-from: expected a repository beside the tag, got none. Set values-repository-path.';
  throw refuse(source, 'entry-not-found', offsetOf(root), message);
}
