import { isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PromoteError } from '../../base/errors.js';
import { isSameRepository } from '../../base/image.js';
import { type EntryFields, splitImage } from './chain.js';
import { fieldOf, findPair, readPath, readValue } from '../yaml/locate.js';
import { describeNode, type ParsedPair, readText } from '../yaml/node.js';
import { refuse, type Source } from '../yaml/source.js';

/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];

/** The group of kustomize's own files; Flux has another, and keeps `images` in `spec`. */
const API_GROUP = 'kustomize.config.k8s.io/';

const FLUX_GROUP = 'kustomize.toolkit.fluxcd.io/';

/** The list `images` of a kustomization. */
export interface Images {
  readonly root: YAMLMap.Parsed;
  /** Absent when the file has no such key. */
  readonly pair?: ParsedPair;
  /** Absent when the key has no value either. */
  readonly list?: YAMLSeq.Parsed;
  /** The key as the file spells it. */
  readonly key: string;
  /** The root, and the list if there is one. */
  readonly ancestors: readonly ParsedNode[];
  readonly entries: readonly ImageEntry[];
}

/** An entry of `images`. */
export interface ImageEntry extends EntryFields {
  readonly index: number;
  readonly node: ParsedNode;
}

/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
export function locateImages(source: Source): Images {
  const root = locateRoot(source);
  refuseLegacyTags(source, root);
  const pair = findPair(source, root, fieldOf('images'));
  if (pair === undefined) return { root, key: 'images', ancestors: [root], entries: [] };
  const key = String(readText(pair.key));
  const list = pair.value;
  if (describeNode(list) === 'nothing') return { root, pair, key, ancestors: [root], entries: [] };
  if (isSeq(list)) {
    const entries = readEntries(source, list);
    return { root, pair, list, key, ancestors: [root, list], entries };
  }
  throw refuse(
    source,
    'unsafe-edit',
    pair.key.range[0],
    `${key}: expected a list, got ${describeNode(list)}. Write the list itself here.`,
  );
}

export function listEntries(entries: readonly ImageEntry[]): string {
  const items = entries.map(({ name, newName }) =>
    newName === '' ? JSON.stringify(name) : `${JSON.stringify(name)} (newName: ${newName})`,
  );
  return items.join(', ');
}

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
  const { entries } = images;
  const named = entries.filter(({ name }) => name === (imageName ?? repository));
  const alike = entries.filter(({ name }) => isSameRepository(name, repository));
  const renamed = entries.filter(({ newName }) =>
    isSameRepository(splitImage(newName).name, repository),
  );
  const candidates = imageName === undefined ? [named, alike, renamed] : [named];
  const [entry, second] = candidates.find(({ length }) => length > 0) ?? [];
  if (entry === undefined || second === undefined) return entry;
  const cure =
    entry.name === second.name
      ? `two entries of images have the name ${JSON.stringify(entry.name)}. Remove one of the two.`
      : `several entries of images have newName: ${repository}. Set it to one of their names: ${listEntries(renamed)}.`;
  throw refuse(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}

/** The error for an entry that is not there. */
export function refuseMissingEntry(
  source: Source,
  images: Images,
  imageName: string | undefined,
  repository: string,
): PromoteError {
  const message = `image-name: ${explainMissing(images, imageName, repository)}`;
  return refuse(source, 'entry-not-found', images.root.range[0], message);
}

function locateRoot(source: Source): YAMLMap.Parsed {
  const [root, second] = source.documents;
  if (second !== undefined) {
    const message = 'expected one document, got a second one. Move it to a file of its own.';
    throw refuse(source, 'unsafe-edit', second.range[0], message);
  }
  if (!isMap(root)) {
    const message = `expected a kustomization, got ${describeNode(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw refuse(source, 'not-a-kustomization', 0, message);
  }
  const kind = readValue(source, root, fieldOf('kind'));
  if (kind !== undefined && !KINDS.includes(readText(kind) ?? '')) {
    const message = `expected kind: Kustomization or Component, got ${describeNode(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw refuse(source, 'not-a-kustomization', root.range[0], message);
  }
  const group = readValue(source, root, fieldOf('apiVersion'));
  if (describeNode(group) !== 'nothing' && !(readText(group) ?? '').startsWith(API_GROUP)) {
    throw refuseGroup(source, root, group);
  }
  return root;
}

/** The error for a file of another program. */
function refuseGroup(source: Source, root: YAMLMap.Parsed, group: unknown): PromoteError {
  if (!(readText(group) ?? '').startsWith(FLUX_GROUP)) {
    const message = `expected apiVersion: ${API_GROUP}v1beta1, got ${describeNode(group)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    return refuse(source, 'not-a-kustomization', root.range[0], message);
  }
  const images = readPath(source, root, [
    { kind: 'key', key: 'spec' },
    { kind: 'key', key: 'images' },
    { kind: 'index', index: 0 },
    { kind: 'key', key: 'name' },
  ]);
  const item = `{ file: ${source.path}, set: { 'spec.images[name=${readText(images) ?? 'NAME'}].newTag': '{{tag}}' } }`;
  const message = `this is a Kustomization of Flux, whose images are in spec.images; kustomize does not read it. Change them with an item of targets instead: ${item}.`;
  return refuse(source, 'not-a-kustomization', root.range[0], message);
}

/** kustomize reads `imageTags` as `images`, whatever else is there. */
function refuseLegacyTags(source: Source, root: YAMLMap.Parsed): void {
  const legacy = findPair(source, root, fieldOf('imageTags'));
  if (legacy === undefined) return;
  const message =
    'imageTags is the old name of images, and kustomize would take its tags. Rename it to images, and make one list of both.';
  throw refuse(source, 'unsafe-edit', legacy.key.range[0], message);
}

function readEntries(source: Source, list: YAMLSeq.Parsed): readonly ImageEntry[] {
  return list.items.map((node, index) => ({ index, node, ...readFields(source, node) }));
}

/** The items of a list in a field; none where there is no list. */
export function listField(source: Source, node: unknown, field: string): readonly unknown[] {
  const list = readValue(source, node, fieldOf(field));
  return isSeq(list) ? list.items : [];
}

/** The fields of an item of a list of images, through aliases and merge keys. */
export function readFields(source: Source, node: unknown): EntryFields {
  const read = (field: string) => readText(readValue(source, node, fieldOf(field))) ?? '';
  return {
    name: read('name'),
    newName: read('newName'),
    newTag: read('newTag'),
    digest: read('digest'),
    tagSuffix: read('tagSuffix'),
  };
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
