import { isCollection, isMap, isScalar, type ParsedNode, type Scalar } from 'yaml';
import type { Plan } from '../targets/plan.js';
import { removePair } from '../text/pairs.js';
import { isAmbiguous, isPlain } from '../text/scalar.js';
import { cut, type Edit, endOfText } from '../text/splice.js';
import { fillValue, refuseRemoval, setScalar, setValue, writeScalar } from '../text/value.js';
import { offsetOf, type Place } from '../yaml/locate.js';
import { describeNode } from '../yaml/node.js';
import { renderPath } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

/** What stood in an earlier state of a file, as it was written there. */
export interface Written {
  /** `null` for a key without a value. */
  readonly value: string | null;
  /** With its quotes. */
  readonly text: string;
  readonly type?: Scalar.Type;
}

/**
 * What stood at a place of an earlier state.
 * @throws PromoteError `unsafe-edit` for what is no text under every YAML: what was deployed then
 *   cannot be told.
 */
export function readWritten(from: Source, { node, path }: Place): Written {
  if (node === null) return { value: null, text: '' };
  const { value } = isScalar(node) ? node : { value: undefined };
  const isText = isScalar(node) && node.tag === undefined && typeof value === 'string';
  if (isText && !(node.type === 'PLAIN' && isAmbiguous(value))) {
    return { value, text: from.text.slice(...extentOf(node)), type: node.type };
  }
  if (isScalar(node) && value === null && node.tag === undefined) {
    return { value, text: from.text.slice(...extentOf(node)) };
  }
  const given = isScalar(node) ? from.text.slice(...extentOf(node)) : describeNode(node);
  const message = `${renderPath(path)}: expected a text to go back to, got ${given}, of which it cannot be told what it was deployed as. Write the value by hand, in quotes.`;
  throw refuse(from, 'unsafe-edit', node.range[0], message);
}

/**
 * Plans to make a value what it was: in the very characters that stood there, where these mean the
 * same today.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
export function planValue(source: Source, now: Place, written: Written): Plan {
  const { document, path, ancestors, node } = now;
  const edits = computeValueEdits(source, now, written);
  if (edits.length === 0) return { edits, changes: [] };
  return {
    edits,
    changes: [{ document, path, after: written.value }],
    touched: [...ancestors, node],
  };
}

function computeValueEdits(source: Source, now: Place, written: Written): readonly Edit[] {
  const { value, text } = written;
  if (value === null) return computeNullEdits(source, now, text);
  if (isWrittenSo(now.node, written)) return [];
  const name = renderPath(now.path);
  const isKept = canStandSo(written, now.ancestors);
  if (now.pair === undefined) {
    return isKept
      ? writeScalar(source, now.node, name, text)
      : setScalar(source, now.node, name, value);
  }
  if (!isKept) return setValue(source, now.pair, value);
  const isEmpty = now.node === null || now.node.range[0] === now.node.range[1];
  return isEmpty ? fillValue(source, now.pair, text) : writeScalar(source, now.node, name, text);
}

/** A word for null takes the place of a value, and where there was none the value goes away. */
function computeNullEdits(source: Source, now: Place, text: string): readonly Edit[] {
  const { node } = now;
  if (node === null || describeNode(node) === 'nothing') return [];
  // Behind a tag nothing is null.
  if (node.tag !== undefined) throw refuseEmptying(source, now.path, node);
  return text === ''
    ? emptyValue(source, now, node)
    : writeScalar(source, node, renderPath(now.path), text);
}

/** Whether a value is the same, and written in the same way; on how many lines does not count. */
function isWrittenSo(node: ParsedNode | null, { value, type }: Written): boolean {
  return isScalar(node) && node.value === value && node.type === type;
}

/** Where a value begins and ends, without its anchor. */
function extentOf({ range: [start, end] }: Scalar.Parsed): readonly [number, number] {
  return [start, end];
}

/** Whether the characters mean the same today: not on several lines, or in another context. */
export function canStandSo(
  { value, text, type }: Written,
  ancestors: readonly ParsedNode[],
): boolean {
  const isSafe = type !== 'PLAIN' || !isInFlow(ancestors) || value === null || isPlain(value);
  return !text.includes('\n') && !isBlock(type) && isSafe;
}

function isInFlow(ancestors: readonly ParsedNode[]): boolean {
  return ancestors.some((each) => isCollection(each) && each.flow === true);
}

function isBlock(type: Scalar.Type | undefined): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}

/** Takes a value away, and leaves its key. */
function emptyValue(source: Source, now: Place, node: ParsedNode): readonly Edit[] {
  const { pair, path, ancestors } = now;
  if (pair === undefined || (isScalar(node) && isBlock(node.type))) {
    throw refuseEmptying(source, path, node);
  }
  refuseRemoval(source, pair.key, node);
  return writeScalar(source, node, renderPath(path), '').map(({ start, end }) => {
    const before = endOfText(source.text, start);
    // What follows in flow style, such as the comma, must not end up in a comment of the line above.
    const isOnNextLine = source.text.slice(before, start).includes('\n');
    return cut(isInFlow(ancestors) && isOnNextLine ? start : before, end);
  });
}

function refuseEmptying(source: Source, path: Place['path'], node: ParsedNode): Error {
  const message = `${renderPath(path)}: there was no value here before, and this one cannot be taken away alone. Do that by hand.`;
  return refuse(source, 'unsafe-edit', node.range[0], message);
}

/**
 * Plans to take a key away that was not there.
 * @throws PromoteError `unsafe-edit` where nothing would be left around it, or others need it.
 */
export function planRemoval(source: Source, now: Place): Plan {
  const { document, path, ancestors, node, pair } = now;
  const map = ancestors.at(-1);
  if (pair === undefined || !isMap(map) || map.items.length < 2) {
    const message = `${renderPath(path)} was not there before, and cannot be taken away alone. Do that by hand.`;
    throw refuse(source, 'unsafe-edit', offsetOf(now), message);
  }
  refuseRemoval(source, pair.key, node);
  return {
    edits: removePair(source, map, pair),
    changes: [{ document, path }],
    touched: [...ancestors, node],
  };
}
