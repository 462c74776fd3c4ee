import { isMap, isSeq } from 'yaml';
import { type ImageReference, isSameRepository, renderImageReference } from '../../base/image.js';
import { applyEntries, type EntryFields, splitImage } from './chain.js';
import { hasVersion } from './deciding-entry.js';
import { listField } from './entries.js';
import { parseInline } from '../yaml/inline.js';
import { fieldOf, keyOf, readValue } from '../yaml/locate.js';
import { readText, startOfNode } from '../yaml/node.js';
import { renderAt, type Source } from '../yaml/source.js';

/**
 * What else in a kustomization writes images, a sentence each. Whether it is the image of a promotion
 * that they write is not to be told from this file.
 * @param entries Those of `images` and what applies after them, as they are to be.
 */
export function findDoubts(
  source: Source,
  root: unknown,
  entries: readonly EntryFields[],
  image: ImageReference,
): readonly string[] {
  return [
    ...findPatches(source, root, entries, image),
    ...findReplacements(source, root, renderImageReference(image)),
  ];
}

/** Patches come before `images`, so an image that they set is one more that the entries may change. */
function findPatches(
  source: Source,
  root: unknown,
  entries: readonly EntryFields[],
  image: ImageReference,
): readonly string[] {
  const texts = ['patches', 'patchesJson6902'].flatMap((field) =>
    listField(source, root, field).map((item) => readValue(source, item, fieldOf('patch'))),
  );
  const merges = listField(source, root, 'patchesStrategicMerge');
  return parseInline(source, [...texts, ...merges]).flatMap(({ source: inner, offset }) =>
    inner.documents.flatMap(listImages).flatMap((set) => {
      const made = renderCertainly(set, entries);
      if (made === undefined || !isSameRepository(splitImage(made).name, image.repository))
        return [];
      if (hasVersion(made, image)) return [];
      const message = `a patch sets the image ${set}, of which the entries of images make ${made}, not ${renderImageReference(image)}. Remove the image from the patch, unless it is to differ there.`;
      return renderAt(source, offset, message);
    }),
  );
}

/** What the entries make of an image; `undefined` where that cannot be told. */
function renderCertainly(image: string, entries: readonly EntryFields[]): string | undefined {
  const doubtful: EntryFields[] = [];
  const made = applyEntries(image, entries, (entry, _, isDoubtful) => {
    if (isDoubtful) doubtful.push(entry);
  });
  return doubtful.length === 0 ? made : undefined;
}

/** The texts of all keys `image`, and those that a JSON patch sets at one. */
function listImages(node: unknown): readonly string[] {
  if (isSeq(node)) return node.items.flatMap(listImages);
  if (!isMap(node)) return [];
  const path = readText(node.items.find(({ key }) => readText(key) === 'path')?.value) ?? '';
  const field = path.endsWith('/image') ? 'value' : 'image';
  return node.items.flatMap(({ key, value }) =>
    readText(key) === field ? (readText(value) ?? []) : listImages(value),
  );
}

/** Replacements come after `images`. Those that copy an image, or set a registry, say no other tag. */
function findReplacements(source: Source, root: unknown, image: string): readonly string[] {
  return listField(source, root, 'replacements').flatMap((item) => {
    const from = readValue(
      source,
      readValue(source, item, fieldOf('source')),
      fieldOf('fieldPath'),
    );
    if (isContainerImage(readText(from))) return [];
    const written = listField(source, item, 'targets').flatMap((target) => {
      const options = readValue(source, target, fieldOf('options'));
      const isRegistry = readText(readValue(source, options, keyOf('delimiter'))) === '/';
      return isRegistry
        ? []
        : listField(source, target, 'fieldPaths').map((each) => readText(each));
    });
    const path = written.find(isImagePath);
    if (path === undefined || !isMap(item)) return [];
    const message = `a replacement writes ${path} when images has applied. Where that is ${image}, kustomize deploys what the replacement has: change that too, or move it to a base.`;
    return renderAt(source, startOfNode(item), message);
  });
}

/** Whether a field is the image of a container, which `images` has changed by then. */
function isContainerImage(path: string | undefined): boolean {
  return /containers\b.*\.image$/i.test(path ?? '');
}

function isImagePath(path: string | undefined): boolean {
  return /(?:^|\.)image$/.test(path ?? '');
}
