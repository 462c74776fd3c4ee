import { isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { fieldOf, findPair, readValue } from './fields.js';
import { describeNode, readText, type ParsedPair } from './node.js';
import { refuse, type Source } from './source.js';

/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];

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
export interface ImageEntry {
  readonly index: number;
  readonly node: ParsedNode;
  /** Empty when the entry has none, as `newName`. */
  readonly name: string;
  readonly newName: string;
}

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
