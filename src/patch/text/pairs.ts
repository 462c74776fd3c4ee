import type { YAMLMap } from 'yaml';
import { insertIntoBlock, removeFromBlock } from './block.js';
import { insertIntoFlow, removeFromFlow } from './flow.js';
import { renderScalar, styleOf } from './scalar.js';
import type { Edit } from './splice.js';
import { type ParsedPair, spanOf } from '../yaml/node.js';
import type { Source } from '../yaml/source.js';

/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the text.
 */
export function insertPairs(
  { text }: Source,
  map: YAMLMap.Parsed,
  behind: ParsedPair,
  added: readonly Addition[],
  others: readonly Edit[],
): readonly Edit[] {
  const keyStyle = styleOf(behind.key);
  const valueStyle = styleOf(behind.value);
  const pairs = added.map(
    ({ key, value }) => `${renderScalar(key, keyStyle)}: ${renderScalar(value, valueStyle)}`,
  );
  return map.flow === true
    ? insertIntoFlow(text, spanOf(behind), pairs, others)
    : insertIntoBlock(text, map, behind, pairs);
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
  readonly map: YAMLMap.Parsed;
  /** The pair that it goes behind. */
  readonly behind: ParsedPair;
  readonly key: string;
  readonly value: string;
}
