import { isMap, isScalar, type YAMLMap } from 'yaml';
import { insertIntoBlock, removeFromBlock } from './block.js';
import { insertIntoFlow, removeFromFlow } from './flow.js';
import { renderScalar, styleOf } from './scalar.js';
import { type Edit, endOfLine, insert, lineBreakAt } from './splice.js';
import { endOfPair, indentOf, type ParsedPair, spanOf, tokensOf } from '../yaml/node.js';
import type { Place } from '../yaml/locate.js';
import type { Source } from '../yaml/source.js';

/** Where new pairs go: behind another one, into an empty mapping, or to a key without a value. */
type Insertion =
  | { readonly map: YAMLMap.Parsed; readonly behind: ParsedPair }
  | { readonly map: YAMLMap.Parsed; readonly behind?: never }
  | { readonly map?: never; readonly parent: YAMLMap.Parsed; readonly pair: ParsedPair };

/** Where a place takes new pairs; `undefined` where it takes none. */
export function findInsertion({ node, pair, ancestors }: Place): Insertion | undefined {
  if (isMap(node)) {
    const behind = node.items.at(-1);
    return behind === undefined ? { map: node } : { map: node, behind };
  }
  const parent = ancestors.at(-1);
  if (pair === undefined || !isMap(parent)) return undefined;
  const isPlain = isScalar(node) && node.value === null && !node.anchor && !node.tag;
  const isExplicit = tokensOf(pair).start.some(({ type }) => type === 'explicit-key-ind');
  return (node === null || isPlain) && !isExplicit ? { parent, pair } : undefined;
}

/**
 * Edits that put new pairs into a mapping, in the style of what is there.
 * @param others The other edits of the text.
 */
export function insertPairs(
  { text }: Source,
  into: Insertion,
  added: readonly Omit<Addition, 'into'>[],
  others: readonly Edit[],
): readonly Edit[] {
  const { map } = into;
  const behind = map === undefined ? into.pair : into.behind;
  const keyStyle = styleOf(behind?.key);
  const valueStyle = map === undefined ? 'plain' : styleOf(behind?.value);
  const pairs = added.map(
    ({ key, value, text = renderScalar(value, valueStyle) }) =>
      `${renderScalar(key, keyStyle)}: ${text}`,
  );
  if (map === undefined) return fillKey(text, into.parent, into.pair, pairs);
  if (behind === undefined) return [insert(map.range[0] + 1, pairs.join(', '))];
  return map.flow === true
    ? insertIntoFlow(text, spanOf(behind), pairs, others)
    : insertIntoBlock(text, map, behind, pairs);
}

/** Gives pairs to a key without a value: on lines of their own below it, where it has none at all. */
function fillKey(
  text: string,
  parent: YAMLMap.Parsed,
  pair: ParsedPair,
  pairs: readonly string[],
): readonly Edit[] {
  const end = endOfPair(pair);
  const flow = `{${pairs.join(', ')}}`;
  if (pair.value === null) return [insert(end, `: ${flow}`)];
  const [valueStart, valueEnd] = pair.value.range;
  if (valueStart < valueEnd) return [{ start: valueStart, end: valueEnd, text: flow }];
  if (parent.flow === true) return [insert(end, ` ${flow}`)];
  const lineEnd = endOfLine(text, end);
  const lineStart = `${lineBreakAt(text, lineEnd)}${' '.repeat(indentOf(parent) + 2)}`;
  return [insert(lineEnd, pairs.map((each) => `${lineStart}${each}`).join(''))];
}

/** Edits that take a pair away that is not the only one. */
export function removePair(source: Source, map: YAMLMap.Parsed, pair: ParsedPair): readonly Edit[] {
  const next = map.items[map.items.indexOf(pair) + 1];
  return map.flow === true
    ? removeFromFlow(source.text, pair, next)
    : removeFromBlock(source.text, pair);
}

/** A new pair of a mapping. */
export interface Addition {
  readonly into: Insertion;
  readonly key: string;
  readonly value: string;
  /** How the value is to be written; by default in the style of what is there. */
  readonly text?: string;
}
