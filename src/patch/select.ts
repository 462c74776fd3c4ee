import type { PromoteError } from '../errors.js';
import type { ImageEntry, Images } from './images.js';
import { refuse, type Source } from './source.js';

/**
 * Chooses the entry to patch: that of the given name; without a name the one whose `name` is the
 * repository, else the only one whose `newName` is.
 * @returns `undefined` when there is none.
 * @throws PromoteError `entry-ambiguous` when there are several.
 */
export function findEntry(
  source: Source,
  images: Images,
  imageName: string | undefined,
  repository: string,
): ImageEntry | undefined {
  const name = imageName ?? repository;
  const named = images.entries.filter((entry) => entry.name === name);
  const renamed = images.entries.filter((entry) => entry.newName === repository);
  const [entry, second] = named.length > 0 || imageName !== undefined ? named : renamed;
  if (entry === undefined || second === undefined) return entry;
  const cure =
    entry.name === second.name
      ? `two entries of images have the name ${JSON.stringify(entry.name)}. Remove one of the two.`
      : `several entries of images have newName: ${repository}. Set it to one of their names: ${listEntries(renamed)}.`;
  throw refuse(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}

/** The error for an entry that is not there. */
export function refuseMissing(
  source: Source,
  images: Images,
  imageName: string | undefined,
  repository: string,
): PromoteError {
  const message = `image-name: ${explainMissing(images, imageName, repository)}`;
  return refuse(source, 'entry-not-found', images.root.range[0], message);
}

function explainMissing(images: Images, imageName: string | undefined, repository: string): string {
  const named = images.entries.filter((entry) => entry.name !== '');
  if (named.length === 0) {
    return 'expected an entry of images, but the file has none. Add one, or set create-missing: true.';
  }
  const there = `Set it to one of those there are: ${listEntries(named)}; or set create-missing: true.`;
  return imageName === undefined
    ? `no entry of images has the name or newName ${JSON.stringify(repository)}. ${there}`
    : `expected the name of an entry of images, got ${JSON.stringify(imageName)}. ${there}`;
}

export function listEntries(entries: readonly ImageEntry[]): string {
  const items = entries.map(({ name, newName }) =>
    newName === '' ? JSON.stringify(name) : `${JSON.stringify(name)} (newName: ${newName})`,
  );
  return items.join(', ');
}
