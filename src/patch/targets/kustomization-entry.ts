import { isAlias, isMap, type ParsedNode, type YAMLMap } from 'yaml';
import { type ImageReference, isSameRepository, toImageReference } from '../../base/image.js';
import { splitImage } from '../images/chain.js';
import type { ImageEntry, Images } from '../images/entries.js';
import type { IntendedChange, TargetPlan } from './plan.js';
import { type Addition, removePair } from '../text/pairs.js';
import type { Edit } from '../text/splice.js';
import { refuseRemoval, setValue } from '../text/value.js';
import { fieldOf, findPair, readValue, resolveAlias } from '../yaml/locate.js';
import { type ParsedPair, readText } from '../yaml/node.js';
import type { PlannedPlace } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

/**
 * The fields of an entry that a promotion may write, in the order in which people write them, and
 * the values they shall have; those with `undefined` shall not be there.
 */
type Fields = ReadonlyMap<string, string | undefined>;

/** The image that an entry gives, as `kustomize build` reads it; absent when that is none. */
export function readEntryImage(entry: ImageEntry): ImageReference | undefined {
  const { name, newName, newTag } = entry;
  const given = splitImage(newName === '' ? name : newName);
  const version = newTag === '' && entry.digest === '' ? given.tag : newTag;
  const [tag, embedded = given.digest] = version.split('@', 2);
  const digest = entry.digest === '' ? embedded : entry.digest;
  return toImageReference({ repository: given.name, tag, digest });
}

/** The fields that make an entry give the image; those that do already keep their values. */
export function computeFields(entry: ImageEntry, image: ImageReference): Fields {
  const { name, newName, newTag, digest } = entry;
  // A spelling of the repository stays; one with a tag in it would give two.
  const isSame = isSameRepository(newName === '' ? name : newName, image.repository);
  // `newTag: v1@sha256:…` gives both, and stays until one of them changes.
  const keeps = newTag === `${image.tag}@${image.digest}` && digest === '';
  return new Map([
    ['newName', isSame ? newName || undefined : image.repository],
    ['newTag', keeps ? newTag : image.tag],
    ['digest', keeps ? undefined : image.digest],
  ]);
}

/**
 * Plans the edits that give an entry these fields.
 * @throws PromoteError `unsafe-edit` where a value comes from elsewhere, or would reach elsewhere.
 */
export function planEntry(
  source: Source,
  images: Images,
  entry: ImageEntry,
  fields: Fields,
): TargetPlan {
  const { map, name } = requireOwnEntry(source, entry);
  const edits: Edit[] = [];
  const changes: IntendedChange[] = [];
  const touched: (ParsedNode | null)[] = [...images.ancestors, map];
  const additions: Addition[] = [];
  const places: PlannedPlace[] = [];
  let behind = name;
  for (const [field, after] of fields) {
    const pair = findPair(source, map, fieldOf(field));
    const path = [images.key, entry.index, readText(pair?.key) ?? field];
    places.push({ document: 0, path });
    if (pair !== undefined) {
      const pairEdits = editPair(source, map, pair, after);
      edits.push(...pairEdits);
      if (pairEdits.length > 0) changes.push({ document: 0, path, after });
      if (pairEdits.length > 0) touched.push(pair.value);
      if (after !== undefined) behind = pair;
    } else if (needsPair(source, map, field, after)) {
      additions.push({ into: { map, behind }, key: field, value: after });
      changes.push({ document: 0, path, after });
    }
  }
  return { edits, additions, changes, places, touched: changes.length > 0 ? touched : [] };
}

/** Edits that give a pair of an entry a value, or take it away. */
function editPair(
  source: Source,
  map: YAMLMap.Parsed,
  pair: ParsedPair,
  after: string | undefined,
): readonly Edit[] {
  const current = readText(resolveAlias(source, pair.value)) ?? '';
  if (after === undefined) {
    if (pair.value === null || current === '') return [];
    refuseRemoval(source, pair.key, pair.value);
    return removePair(source, map, pair);
  }
  return isAlias(pair.value) && current === after ? [] : setValue(source, pair, after);
}

/**
 * Whether an entry that has no such pair needs one.
 * @throws PromoteError `unsafe-edit` when a merge key gives it another value.
 */
export function needsPair(
  source: Source,
  map: YAMLMap.Parsed,
  field: string,
  after: string | undefined,
): after is string {
  const current = readField(source, map, field);
  if (current === (after ?? '')) return false;
  if (current === '') return true;
  const message = `${field}: the value comes through a merge key (<<). Write it into the entry itself.`;
  throw refuse(source, 'unsafe-edit', map.range[0], message);
}

/**
 * The mapping of an entry itself, and its name there.
 * @throws PromoteError `unsafe-edit` when it comes from elsewhere.
 */
export function requireOwnEntry(
  source: Source,
  { node, name }: ImageEntry,
): { readonly map: YAMLMap.Parsed; readonly name: ParsedPair } {
  const pair = isMap(node) ? findPair(source, node, fieldOf('name')) : undefined;
  if (isMap(node) && pair !== undefined) return { map: node, name: pair };
  throw refuse(
    source,
    'unsafe-edit',
    node.range[0],
    `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`,
  );
}

function readField(source: Source, node: unknown, field: string): string {
  return readText(readValue(source, node, fieldOf(field))) ?? '';
}
