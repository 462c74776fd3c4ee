import { isAlias, isMap, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import { findPair, keyOf, readValue, resolveAlias } from './fields.js';
import { readText, type ParsedPair } from './node.js';
import { renderPath, type Path } from './path.js';
import { renderSteps, type PathStep } from './path-parser.js';
import type { PlannedPlace } from './plan.js';
import { refuse, type Source } from './source.js';

type Selector = PathStep & { readonly kind: 'selector' };

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
    `${renderPath(place.path)}: several items have ${selector.key}: ${selector.value}. Name the item by its index.`,
  );
}

function matches(source: Source, item: unknown, { key, value }: Selector): boolean {
  return readText(readValue(source, item, keyOf(key))) === value;
}

function refuseDetour(source: Source, place: Place, node: ParsedNode, detour: string): Error {
  const message = `${renderPath(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
  return refuse(source, 'unsafe-edit', node.range[0], message);
}
