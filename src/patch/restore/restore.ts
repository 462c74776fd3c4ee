import type { ImageReference } from '../../base/image.js';
import { locateImages } from '../images/entries.js';
import { readEntryImage } from '../targets/kustomization-entry.js';
import type { TargetPlan } from '../targets/plan.js';
import { parseSource, type PatchFile, type Source } from '../yaml/source.js';
import { planEntryAgain, requireEntry } from './entry.js';
import { planValuesAgain, readAtPaths, type SetPlace, type ValuesPlace } from './paths.js';

/** Where a target's image stands in a file. */
export type ImagePlace =
  { readonly kind: 'kustomization'; readonly imageName: string } | ValuesPlace | SetPlace;

/** What a place of a file is to be again. */
export interface RestoreChange {
  readonly kind: 'restore';
  readonly place: ImagePlace;
  /** The file as it was; messages name it by its path. */
  readonly from: PatchFile;
}

/**
 * Plans the edits that give a place what it had in an earlier state of the file: its values in the
 * very characters, and the keys that were there. All else of the file stays as it is today.
 * @throws PromoteError `entry-not-found` where the place is not in both states, and `unsafe-edit`
 *   where going back is not safe, or would not deploy the same image.
 */
export function planRestore(source: Source, { place, from }: RestoreChange): TargetPlan {
  const then = parseSource(from);
  return place.kind === 'kustomization'
    ? planEntryAgain(source, then, place.imageName)
    : planValuesAgain(source, then, place);
}

/**
 * The image that a file asks for at a place; `undefined` where it tells none.
 * @throws PromoteError `entry-not-found` when the place is not there, and whatever a patch refuses.
 */
export function readImageAt(file: PatchFile, place: ImagePlace): ImageReference | undefined {
  const source = parseSource(file);
  if (place.kind !== 'kustomization') return readAtPaths(source, place);
  return readEntryImage(requireEntry(source, locateImages(source), place.imageName));
}

/** The names of the entries of `images` in a kustomization. */
export function listEntryNames(file: PatchFile): readonly string[] {
  return locateImages(parseSource(file)).entries.map(({ name }) => name);
}
