import type { PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import {
  appendsSuffix,
  applyEntries,
  applyEntry,
  type EntryFields,
  isLiteralName,
  matchesName,
  setsVersion,
  splitImage,
} from './chain.js';
import { refuse, type Source } from '../yaml/source.js';

/** An entry of a list of images, and where it stands. */
export interface PlacedEntry extends EntryFields {
  /** What messages call it, where it is no entry of `images`. */
  readonly origin?: string;
  /** In the file, for messages. */
  readonly offset: number;
}

/**
 * Refuses an entry whose image is not what `kustomize build` makes of it: the entries apply one after
 * the other, each to what those before it left.
 * @param own Index of the entry.
 * @param image What must become of it; without it, what the entry itself makes of its image.
 * @throws PromoteError `unsafe-edit` that names the entry which decides instead, or when there is no
 *   entry at the index.
 */
export function assertEntryDecides(
  source: Source,
  entries: readonly PlacedEntry[],
  own: number,
  image?: ImageReference,
): void {
  const entry = entries[own];
  if (entry === undefined) throw refuseRenamed(source);
  assertReached(source, entries.slice(0, own), entry);
  const made = applyEntry(entry.newName || entry.name, entry);
  const deciders: PromoteError[] = [];
  const rendered = applyEntries(made, entries.slice(own + 1), (next, found, isDoubtful) => {
    if (!setsVersion(next)) return;
    const refusal = refuseOverridden(source, next, found, isDoubtful);
    if (isDoubtful) throw refusal;
    deciders.push(refusal);
  });
  const decider = deciders.at(-1);
  if (decider !== undefined && !hasVersion(rendered, image ?? splitImage(made))) throw decider;
}

/** Whether an image as kustomize writes it has this tag and this digest. */
export function hasVersion(
  rendered: string,
  { tag = '', digest = '' }: Pick<ImageReference, 'tag' | 'digest'>,
): boolean {
  const parts = splitImage(rendered);
  return parts.tag === tag && parts.digest === digest;
}

/** The error for an entry that is not in the list of the changed file under its name. */
function refuseRenamed(source: Source): PromoteError {
  const message =
    'images: another target renames the entry that this one changes, so it cannot be told what becomes of the image. Remove one of the two targets.';
  return refuse(source, 'unsafe-edit', 0, message);
}

/** An image that an earlier entry has renamed is not there any more for the next one. */
function assertReached(source: Source, earlier: readonly PlacedEntry[], own: PlacedEntry): void {
  if (!isLiteralName(own.name)) return;
  const matched: PlacedEntry[] = [];
  const image = applyEntries(own.name, earlier, (entry, found, isDoubtful) => {
    if (!isDoubtful) matched.push(entry);
    else if (entry.newName !== '') throw refuseDoubtful(source, entry, found);
  });
  const thief = matched.at(-1);
  if (thief === undefined || matchesName(image, own.name) === true) return;
  const taken = `the entry of images ${JSON.stringify(thief.name)} comes first and makes ${splitImage(image).name} of ${own.name}`;
  const mayBecome = earlier.some(({ newName }) => matchesName(newName, own.name) === true);
  const message = mayBecome
    ? `${taken}, and it cannot be told whether an image is left that another entry renames to ${own.name}. Set image-name to the name that is left, or remove one of the entries.`
    : `${taken}, so that no image is left for the entry ${JSON.stringify(own.name)}. Set image-name to the name that it leaves, or remove one of the two.`;
  throw refuse(source, 'unsafe-edit', thief.offset, message);
}

/** The error for an earlier entry that may take the image away from the one that is changed. */
function refuseDoubtful(source: Source, earlier: PlacedEntry, image: string): PromoteError {
  const { name, newName, offset } = earlier;
  const message = `it cannot be told whether the entry of images ${JSON.stringify(name)}, which comes first and makes ${newName} of what it matches, matches ${image}. Write its name out, or move it down.`;
  return refuse(source, 'unsafe-edit', offset, message);
}

function refuseOverridden(
  source: Source,
  later: PlacedEntry,
  image: string,
  isDoubtful: boolean,
): PromoteError {
  const name = JSON.stringify(later.name);
  const { newTag, digest, tagSuffix, origin } = later;
  const what = origin ?? `the entry of images ${name}`;
  const fields = Object.entries({ newTag, digest, tagSuffix }).filter(([, value]) => value !== '');
  const given = fields.map(([field, value]) => `${field}: ${value}`).join(', ');
  const removal = `remove ${fields.map(([field]) => field).join(' and ')} there.`;
  const cure =
    origin === undefined ? `Set image-name to ${name}, or ${removal}` : `First ${removal}`;
  const move = origin === undefined ? ', or move it up' : '';
  const message = isDoubtful
    ? `it cannot be told whether ${what}, which comes later and sets ${given}, matches ${image}. Write its name out${move}.`
    : `${what} comes later, matches ${image}, and sets ${given}: kustomize deploys that. ${cure}`;
  return refuse(source, 'unsafe-edit', later.offset, message);
}

/**
 * The image that `kustomize build` makes of the name of an entry, through all entries.
 * @throws PromoteError `unsafe-edit` when that cannot be told.
 */
export function renderThroughEntries(
  source: Source,
  entries: readonly PlacedEntry[],
  name: string,
): string {
  // The entry itself may be named by an expression.
  const matches = (image: string, pattern: string) =>
    pattern === image || matchesName(image, pattern);
  const visit = (entry: PlacedEntry, image: string, isDoubtful: boolean) => {
    if (isDoubtful) throw refuseOverridden(source, entry, image, true);
    if (appendsSuffix(entry)) throw refuseSuffix(source, entry);
  };
  return applyEntries(name, entries, visit, matches);
}

/** kustomize visits a container by more than one way, and then appends a suffix more than once. */
function refuseSuffix(source: Source, { name, tagSuffix, offset }: PlacedEntry): PromoteError {
  const message = `the entry of images ${JSON.stringify(name)} appends the tagSuffix ${JSON.stringify(tagSuffix)}, and it cannot be told how often. Write the whole tag as newTag.`;
  return refuse(source, 'unsafe-edit', offset, message);
}
