import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PromoteError } from '../../base/errors.js';
import type { ImageEntry, Images } from './plan.js';
import { fieldOf, findPair, readValue } from '../yaml/locate.js';
import { describeNode, readText } from '../yaml/node.js';
import { refuse, type Source } from '../yaml/source.js';

/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];

/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
export function locateImages(source: Source): Images {
  const root = locateRoot(source);
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
  if (kind === undefined || KINDS.includes(readText(kind) ?? '')) return root;
  const message = `expected kind: Kustomization or Component, got ${describeNode(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
  throw refuse(source, 'not-a-kustomization', root.range[0], message);
}

function readEntries(source: Source, list: YAMLSeq.Parsed): readonly ImageEntry[] {
  return list.items.map((node, index) => ({
    index,
    node,
    name: readText(readValue(source, node, fieldOf('name'))) ?? '',
    newName: readText(readValue(source, node, fieldOf('newName'))) ?? '',
  }));
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
