import { isNode, isScalar } from 'yaml';
import { PromoteError } from '../../base/errors.js';
import {
  hasRegistry,
  type ImageReference,
  isDeployable,
  isDigest,
  isTag,
  toImageReference,
} from '../../base/image.js';
import { splitImage } from './chain.js';
import { renderThroughEntries } from './deciding-entry.js';
import { listEntries, locateImages } from './entries.js';
import { beside, findPins, isOpaque, lastKey, toDigest } from './pins.js';
import type { ImageEntry } from './entries.js';
import {
  findRepository,
  readParts,
  refuseLaterDocument,
  type RepositoryParts,
  type ValuesPaths,
} from './values-image.js';
import { listTransformers } from './transformers.js';
import { isAmbiguous } from '../text/scalar.js';
import { selectDocument } from '../yaml/document.js';
import { fieldOf, offsetOf, type Place, readerOf, readPath, readValue } from '../yaml/locate.js';
import { readText, startOfNode } from '../yaml/node.js';
import { type PathStep, renderSteps } from '../yaml/path.js';
import { parseSource, type PatchFile, refuse, type Source } from '../yaml/source.js';

/** Where an image stands in a file that it is copied from. */
export type ImageLocation =
  | { readonly kind: 'kustomization'; readonly imageName?: string }
  | { readonly kind: 'values'; readonly paths: ValuesPaths };

/**
 * Reads the image that a kustomization or Helm values ask for, as it is rendered, to promote the same
 * one elsewhere.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous` when it cannot be told which one,
 *   `no-image` when it has neither tag nor digest, or what stands there is not what is rendered, and
 *   whatever a patch refuses.
 */
export function readImageOf(file: PatchFile, location: ImageLocation): ImageReference {
  const source = parseSource(file);
  const image =
    location.kind === 'kustomization'
      ? readKustomization(source, location.imageName)
      : readValues(source, location.paths);
  if (isDeployable(image)) return image;
  throw new PromoteError(
    'no-image',
    `promote-from: ${image.repository} has neither tag nor digest in ${file.path}. Promote to that file first, or give image.`,
  );
}

function readKustomization(source: Source, imageName: string | undefined): ImageReference {
  const { root, entries } = locateImages(source);
  const entry = chooseEntry(source, imageName);
  for (const field of ['name', 'newName', 'newTag', 'digest']) {
    readLiteral(source, readValue(source, entry.node, fieldOf(field)), field);
  }
  const placed = entries.map((each) => ({ ...each, offset: each.node.range[0] }));
  const all = [...placed, ...listTransformers(source, root)];
  const { name, tag, digest } = splitImage(renderThroughEntries(source, all, entry.name));
  return requireImage(source, entry.node.range[0], { repository: name, tag, digest });
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
  const root = selectDocument(source, undefined, [paths.tag], 'promote-from: values-tag-path');
  refuseLaterDocument(source, root);
  const readNode = readerOf(source, root.document);
  const read = (steps: readonly PathStep[]) =>
    readLiteral(source, readNode(steps), renderSteps(steps));
  const digestPath = paths.digest ?? beside(paths.tag, 'digest');
  const [text, digest] = [read(paths.tag), read(digestPath)];
  const own = renderSteps(digestPath);
  const pin = findPins(readNode, paths.tag).find(({ steps }) => renderSteps(steps) !== own);
  if (pin !== undefined) {
    const message = `promote-from: ${renderSteps(pin.steps)} pins ${pin.text} beside the tag. Set values-digest-path to it, or make it empty.`;
    throw refuse(source, 'no-image', offsetOf(root), message);
  }
  // A whole reference, or a tag that may hold a digest.
  const inTag = splitImage(text);
  const isReference = /[/:]/.test(text.split('@', 1).join(''));
  const at = isReference ? paths.tag : (paths.repository ?? findRepository(readNode, paths.tag));
  for (const key of [lastKey(at), 'registry', 'name']) read(beside(at, key));
  const found = readParts(source, readNode, at);
  const parts = isReference ? { ...found, repository: inTag.name, name: '' } : found;
  const offset = offsetAt(source, root, paths.tag);
  const isBare = /sha(?:256)?$/i.test(lastKey(digestPath));
  return requireImage(source, offset, {
    repository: readRepository(source, offset, parts),
    tag: isReference ? inTag.tag : inTag.name,
    digest: (isBare ? toDigest(digest) : digest) || inTag.digest,
  });
}

/** The one repository that the parts give. */
function readRepository(source: Source, offset: number, parts: RepositoryParts): string {
  const { repository, registry, globals, name } = parts;
  const core = repository || (name.includes('/') || registry !== '' ? name : '');
  if (core === '') {
    const message =
      'promote-from: expected a repository beside the tag, got none. Set values-repository-path.';
    throw refuse(source, 'entry-not-found', offset, message);
  }
  const isJoined = name === '' || `/${core}`.endsWith(`/${name}`);
  const registries = new Set([...(registry === '' ? [] : [registry]), ...globals]);
  const [first, second] = hasRegistry(core) && registry === '' ? [] : registries;
  if (isJoined && second === undefined) return first === undefined ? core : `${first}/${core}`;
  const given = isJoined ? [...registries].join(' and ') : `${core} and the name ${name}`;
  const message = `promote-from: it cannot be told what the chart makes of ${given}. Give image instead.`;
  throw refuse(source, 'no-image', offset, message);
}

/**
 * The text of a scalar that is rendered as it stands.
 * @throws PromoteError `no-image` for what is rendered as something else, or by another program.
 */
function readLiteral(source: Source, node: unknown, name: string): string {
  const text = readText(node) ?? '';
  if (!isScalar(node) || text === '') return text;
  const refusal = (problem: string) => {
    const message = `promote-from: ${name}: ${problem}`;
    return refuse(source, 'no-image', startOfNode(node), message);
  };
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    throw refusal('expected a text on one line, got a block. Write it on one line.');
  }
  if (isOpaque(text)) {
    const cure = 'Give image, or promote from a file that says the value itself.';
    throw refusal(
      `expected the value itself, got ${JSON.stringify(text)}, which stands for another. ${cure}`,
    );
  }
  if (node.type !== 'PLAIN' || node.tag !== undefined || !isAmbiguous(text)) return text;
  throw refusal(
    `expected a text, got ${text} without quotes, which YAML reads as something else. Write it in quotes.`,
  );
}

/** The parts of an image as they were read; empty where there is none. */
interface ImageTexts {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** @throws PromoteError `no-image` for parts that are none of an image. */
function requireImage(source: Source, offset: number, parts: ImageTexts): ImageReference {
  const image = toImageReference(parts);
  if (image !== undefined) return image;
  const problem = explainParts(parts);
  throw refuse(source, 'no-image', offset, `promote-from: ${problem}`);
}

function explainParts({ repository, tag, digest }: ImageTexts): string {
  if (tag !== '' && !isTag(tag)) return `expected a tag, got ${JSON.stringify(tag)}. Correct it.`;
  if (digest !== '' && !isDigest(digest)) {
    return `expected sha256: and 64 hex digits as digest, got ${JSON.stringify(digest)}. Correct it.`;
  }
  return `expected a repository without tag and digest, got ${JSON.stringify(repository)}. Correct it.`;
}

function offsetAt(source: Source, root: Place, steps: readonly PathStep[]): number {
  const node = readPath(source, root.node, steps);
  return isNode(node) ? startOfNode(node) : offsetOf(root);
}
