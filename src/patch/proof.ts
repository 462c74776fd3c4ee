import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { PromoteError } from '../base/errors.js';
import type { PathChange } from './result.js';
import type { IntendedChange } from './targets/plan.js';
import { describeNode, readText } from './yaml/node.js';
import { type Path, renderPath } from './yaml/path.js';
import type { Source } from './yaml/source.js';

/** A place where two versions of a file differ. */
interface Difference {
  /** Index of the document in the file. */
  readonly document: number;
  readonly path: Path;
  /** `undefined` where the place is new, `null` where a key has no value. */
  readonly before: Place;
  /** `undefined` where the place is gone. */
  readonly after: Place;
}

type Place = ParsedNode | null | undefined;

type Children = ReadonlyMap<string | number, Place>;

/**
 * Every place where two lists of documents differ in text, quotes, tag, anchor, key or order. A node that
 * only one of them has, or that is of another kind, is one difference; of a new collection every
 * value is one. Aliases are compared by name and not followed, so that nested ones cost nothing.
 */
function compareDocuments(
  before: readonly ParsedNode[],
  after: readonly ParsedNode[],
): readonly Difference[] {
  const differences: Difference[] = [];
  for (let document = 0; document < Math.max(before.length, after.length); document++) {
    const nodes = { before: before[document], after: after[document] };
    compareNodes({ document, path: [], ...nodes }, differences);
  }
  return differences;
}

function compareNodes(place: Difference, differences: Difference[]): void {
  const { document, path } = place;
  const before = childrenOf(place.before);
  const after = childrenOf(place.after);
  const isAlike =
    summarize(place.before) === summarize(place.after) && haveSameOrder(before, after);
  if (!isAlike && !isNewCollection(place.before, place.after)) {
    differences.push(place);
    return;
  }
  for (const step of new Set([...before.keys(), ...after.keys()])) {
    const nodes = { before: before.get(step), after: after.get(step) };
    compareNodes({ document, path: [...path, step], ...nodes }, differences);
  }
}

/** Whether there was nothing where a collection without tag and anchor is now. */
function isNewCollection(before: Place, after: Place): boolean {
  if (describeNode(before) !== 'nothing' || !isCollection(after)) return false;
  return after.items.length > 0 && after.anchor === undefined && after.tag === undefined;
}

/** All of a node but its children. */
function summarize(node: Place): string {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return JSON.stringify([node.anchor, node.tag, node.type, node.source]);
  if (isCollection(node)) return JSON.stringify([node.anchor, node.tag, isMap(node)]);
  return String(node);
}

function childrenOf(node: Place): Children {
  const children = new Map<string | number, Place>();
  if (isSeq(node)) for (const [index, item] of node.items.entries()) children.set(index, item);
  if (!isMap(node)) return children;
  for (const [index, { key, value }] of node.items.entries()) {
    const text = readText(key);
    const step = text === undefined || children.has(text) ? `?${index}` : text;
    children.set(step, value);
    // What a key is beyond its text is compared as if it were a child.
    if (!isScalar(key) || key.value !== text || key.anchor || key.tag) {
      children.set(`${step}?`, key);
    }
  }
  return children;
}

/** Whether the children that both have stand in the same order. */
function haveSameOrder(before: Children, after: Children): boolean {
  const left = [...before.keys()].filter((step) => after.has(step));
  const right = [...after.keys()].filter((step) => before.has(step));
  return left.every((step, index) => step === right[index]);
}

/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
export function proveChanges(
  before: Source,
  after: Source,
  intended: readonly IntendedChange[],
): ReadonlyMap<IntendedChange, PathChange> {
  const open = new Map(intended.map((change) => [placeKey(change), change]));
  const observed = new Map<IntendedChange, PathChange>();
  for (const difference of compareDocuments(before.documents, after.documents)) {
    const change = open.get(placeKey(difference));
    if (change === undefined || !isAsIntended(after, difference, change)) {
      throw failProof(before, difference.path);
    }
    open.delete(placeKey(difference));
    observed.set(change, describeChange(before, difference));
  }
  for (const change of open.values()) throw failProof(before, change.path);
  return observed;
}

function isAsIntended(after: Source, difference: Difference, change: IntendedChange): boolean {
  const node = difference.after;
  if (change.after === undefined) return node === undefined;
  if (change.after === null) return node !== undefined && describeNode(node) === 'nothing';
  if (!isScalar(node) || node.value !== change.after) return false;
  const [start, end] = node.range;
  const legacy = parseDocument(after.text.slice(start, end), { version: '1.1' });
  return isScalar(legacy.contents) && legacy.contents.value === change.after;
}

function describeChange(source: Source, { document, path, before, after }: Difference): PathChange {
  const texts = { before: readText(before), after: readText(after) };
  return {
    path: renderPath(path),
    ...(source.documents.length > 1 && { document }),
    before: texts.before,
    after: texts.after,
  };
}

/** The error of a patch that is not what it should be. */
export function failProof({ path }: Source, at: Path, cause?: unknown): PromoteError {
  return new PromoteError(
    'internal',
    `${path}: the patch would not change just what it is meant to (at "${renderPath(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`,
    { cause },
  );
}

function placeKey({ document, path }: Pick<IntendedChange, 'document' | 'path'>): string {
  return JSON.stringify([document, path]);
}
