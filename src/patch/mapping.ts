import type { YAMLMap } from 'yaml';
import { insertIntoBlock, removeFromBlock } from './block.js';
import type { Edit } from './edit.js';
import { insertIntoFlow, removeFromFlow } from './flow.js';
import type { ParsedPair } from './node.js';
import { renderScalar, styleOf } from './scalar.js';
import type { Source } from './source.js';

/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the mapping.
 */
export function insertPairs(
  source: Source,
  map: YAMLMap.Parsed,
  behind: ParsedPair,
  added: ReadonlyMap<string, string>,
  others: readonly Edit[],
): readonly Edit[] {
  const keyStyle = styleOf(behind.key);
  const valueStyle = styleOf(behind.value);
  const pairs = [...added].map(
    ([key, value]) => `${renderScalar(key, keyStyle)}: ${renderScalar(value, valueStyle)}`,
  );
  return map.flow === true
    ? insertIntoFlow(source.text, behind, pairs, others)
    : insertIntoBlock(source.text, map, behind, pairs);
}

/** Edits that take a pair away that is not the only one. */
export function removePair(source: Source, map: YAMLMap.Parsed, pair: ParsedPair): readonly Edit[] {
  const next = map.items[map.items.indexOf(pair) + 1];
  return map.flow === true
    ? removeFromFlow(source.text, pair, next)
    : removeFromBlock(source.text, pair);
}
