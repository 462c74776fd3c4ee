import type { YAMLMap } from 'yaml';
import { insertIntoBlock, removeFromBlock } from './block.js';
import type { Edit } from './edit.js';
import { insertIntoFlow, removeFromFlow } from './flow.js';
import { addEntries } from './new-entry.js';
import { spanOf, type ParsedPair } from './node.js';
import type { Addition, Plan } from './plan.js';
import { renderScalar, styleOf } from './scalar.js';
import type { Source } from './source.js';

/** All edits of a plan, those of its additions and new entries among them. */
export function computeEdits(source: Source, plan: Plan): readonly Edit[] {
  const { edits, additions = [], newEntries = [] } = plan;
  const added: Edit[] = [];
  for (const { map, behind } of new Map(additions.map((each) => [each.behind, each])).values()) {
    const pairs = additions.filter((each) => each.behind === behind);
    added.push(...insertPairs(source, map, behind, pairs, edits));
  }
  return [...edits, ...added, ...addEntries(source.text, newEntries)];
}

/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the text.
 */
function insertPairs(
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
