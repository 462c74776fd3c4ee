import { isAlias, isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { describeNode, type ParsedPair, readText } from './node.js';
import { type Path, type PathStep, type PlannedPlace, renderPath, renderSteps } from './path.js';
import { refuse, type Source } from './source.js';

/** Tells whether a key is the one that is looked for. */
type KeyMatcher = (key: unknown) => boolean;

/** The key with this very text. */
export function keyOf(name: string): KeyMatcher {
  return (key) => readText(key) === name;
}

/** A field of kustomize: Go's JSON decoder ignores the case of keys. */
export function fieldOf(name: string): KeyMatcher {
  return (key) => readText(key)?.toLowerCase() === name.toLowerCase();
}

/**
 * The pair of a key in a mapping itself.
 * @throws PromoteError `unsafe-edit` when two keys match.
 */
export function findPair(
  source: Source,
  map: YAMLMap.Parsed,
  matches: KeyMatcher,
): ParsedPair | undefined {
  const [pair, second] = map.items.filter(({ key }) => matches(key));
  if (second === undefined) return pair;
  throw refuse(
    source,
    'unsafe-edit',
    second.key.range[0],
    `${describeNode(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`,
  );
}

/**
 * The value of a key: that in the mapping itself, else that of its merge keys (`<<`), of which the
 * first counts. Aliases are followed.
 */
export function readValue(source: Source, node: unknown, matches: KeyMatcher): unknown {
  // Each mapping once, however often it is merged.
  const queue = [node];
  const seen = new Set<unknown>();
  while (queue.length > 0) {
    const map = resolveAlias(source, queue.shift());
    if (!isMap(map) || seen.has(map)) continue;
    seen.add(map);
    const own = map.items.find(({ key }) => matches(key));
    if (own !== undefined) return resolveAlias(source, own.value);
    queue.unshift(...mergedParts(source, map));
  }
  return undefined;
}

export function resolveAlias(source: Source, node: unknown): unknown {
  return isAlias(node) ? source.aliases.get(node) : node;
}

function mergedParts(source: Source, map: YAMLMap): readonly unknown[] {
  const parts: unknown[] = [];
  for (const { key, value } of map.items) {
    if (readText(key) !== '<<') continue;
    const merged = resolveAlias(source, value);
    parts.push(...(isSeq(merged) ? merged.items : [merged]));
  }
  return parts;
}

type Selector = PathStep & { readonly kind: 'selector' | 'text' };

/** A place in a document: as far as a path leads there. */
export type Place = ItemPlace | ValuePlace;

/** The root of a document, or an item of a list. */
interface ItemPlace extends PlaceBase {
  readonly pair?: never;
  readonly node: ParsedNode;
}

/** The value of a pair. */
interface ValuePlace extends PlaceBase {
  readonly pair: ParsedPair;
  readonly node: ParsedNode | null;
}

interface PlaceBase {
  readonly document: number;
  readonly path: Path;
  /** The nodes on the way, from the root to the parent. */
  readonly ancestors: readonly ParsedNode[];
  /** The steps that lead nowhere from here; empty when the whole path is there. */
  readonly missing: readonly PathStep[];
}

/**
 * Follows a path from the root of a document, as far as it leads.
 * @throws PromoteError `unsafe-edit` when it leads through an alias or a merge key,
 *   `entry-ambiguous` when a selector takes several items.
 */
export function locatePath(source: Source, root: Place, steps: readonly PathStep[]): Place {
  let place = root;
  for (const [index, step] of steps.entries()) {
    const next = descend(source, place, step);
    if (next === undefined) return { ...place, missing: steps.slice(index) };
    place = next;
  }
  return place;
}

/** The places at the ends of paths, whether they are there or not. */
export function locatePlaces(
  source: Source,
  root: Place,
  paths: readonly (readonly PathStep[])[],
): readonly PlannedPlace[] {
  return paths.map((steps) => {
    const { document, path, missing } = locatePath(source, root, steps);
    return { document, path: [...path, ...missing.map((step) => renderSteps([step]))] };
  });
}

/** What is at the end of a path, through all aliases and merge keys; for reading only. */
export function readPath(source: Source, root: unknown, steps: readonly PathStep[]): unknown {
  let node = root;
  for (const step of steps) {
    const parent = resolveAlias(source, node);
    if (step.kind === 'key') node = readValue(source, parent, keyOf(step.key));
    else if (!isSeq(parent)) return undefined;
    else if (step.kind === 'index') node = parent.items[step.index];
    else node = parent.items.find((item) => matches(source, item, step));
  }
  return resolveAlias(source, node);
}

/** Reads what is at the end of a path of one document, or of what stands for one. */
export type NodeReader = (steps: readonly PathStep[]) => unknown;

export function readerOf(source: Source, document: number): NodeReader {
  return (steps) => readPath(source, source.documents[document], steps);
}

/** Where a message about a place points to. */
export function offsetOf(place: Place): number {
  const node = place.pair ? (place.node ?? place.pair.key) : place.node;
  return node.range[0];
}

/** The roots of a file's documents. */
export function locateRoots(source: Source): readonly Place[] {
  return source.documents.map((node, document) => ({
    document,
    path: [],
    ancestors: [],
    node,
    missing: [],
  }));
}

function descend(source: Source, place: Place, step: PathStep): Place | undefined {
  const { node } = place;
  if (isAlias(node)) throw refuseDetour(source, place, node, `the alias *${node.source}`);
  if (isMap(node) && step.kind === 'key') {
    const pair = findPair(source, node, keyOf(step.key));
    if (pair !== undefined) return { ...stepInto(place, node, step.key), pair, node: pair.value };
    if (readValue(source, node, keyOf(step.key)) === undefined) return undefined;
    throw refuseDetour(source, place, node, `a merge key (<<), for ${step.key}`);
  }
  if (!isSeq(node) || step.kind === 'key') return undefined;
  const index = step.kind === 'index' ? step.index : findItem(source, place, node, step);
  const item = node.items[index];
  return item === undefined ? undefined : { ...stepInto(place, node, index), node: item };
}

function stepInto(place: Place, parent: ParsedNode, step: string | number): PlaceBase {
  const { document, path, ancestors } = place;
  return { document, path: [...path, step], ancestors: [...ancestors, parent], missing: [] };
}

/** The index of the item that a selector takes; -1 when there is none. */
function findItem(source: Source, place: Place, list: YAMLSeq.Parsed, selector: Selector): number {
  const isSelected = (item: ParsedNode) => matches(source, item, selector);
  const [, second] = list.items.filter(isSelected);
  if (second === undefined) return list.items.findIndex(isSelected);
  throw refuse(
    source,
    'entry-ambiguous',
    second.range[0],
    `${renderPath(place.path)}: several items ${describeSelector(selector)}. Name the item by its index.`,
  );
}

function matches(source: Source, item: unknown, selector: Selector): boolean {
  if (selector.kind === 'text') {
    return readText(resolveAlias(source, item))?.startsWith(selector.start) ?? false;
  }
  return readText(readValue(source, item, keyOf(selector.key))) === selector.value;
}

function describeSelector(selector: Selector): string {
  return selector.kind === 'text'
    ? `begin with ${selector.start}`
    : `have ${selector.key}: ${selector.value}`;
}

function refuseDetour(source: Source, place: Place, node: ParsedNode, detour: string): Error {
  const message = `${renderPath(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
  return refuse(source, 'unsafe-edit', node.range[0], message);
}

/**
 * Refuses to take nodes away with an anchor that an alias refers to.
 * @throws PromoteError `unsafe-edit`
 */
export function refuseShared(source: Source, nodes: readonly (ParsedNode | null)[]): void {
  const shared = new Set<unknown>(source.aliases.values());
  for (const node of nodes) {
    if (node === null || !shared.has(node)) continue;
    const message = `the anchor &${node.anchor} is used elsewhere in the file, and its value would go away. Write the value out at each place.`;
    throw refuse(source, 'unsafe-edit', node.range[0], message);
  }
}
