import { isScalar, type ParsedNode, type YAMLMap } from 'yaml';
import { insertIntoBlock, removeFromBlock, replaceBlockScalar } from './block.js';
import { insert, type Edit } from './edit.js';
import { insertIntoFlow, removeFromFlow } from './flow.js';
import { describeNode, endOfPair, readText, tokensOf, type ParsedPair } from './node.js';
import { isAmbiguous, renderScalar, type ScalarStyle } from './scalar.js';
import { refuse, type Source } from './source.js';

const STRING_TAG = 'tag:yaml.org,2002:str';

/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
export function setValue(source: Source, pair: ParsedPair, value: string): readonly Edit[] {
  const node = pair.value;
  if (node !== null && !isScalar(node)) throw refuseValue(source, pair, describeNode(node));
  if (node?.tag !== undefined && node.tag !== STRING_TAG) {
    throw refuseValue(source, pair, `a value of the type ${node.tag}`);
  }
  if (node === null || node.range[0] === node.range[1]) {
    return fillValue(source, pair, renderScalar(value, 'plain'));
  }
  if (readText(node) === value && !(node.type === 'PLAIN' && isAmbiguous(value))) return [];
  const [start, end] = node.range;
  const text = renderScalar(value, styleOf(node));
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    ? replaceBlockScalar(source.text, start, end, text)
    : [{ start, end, text }];
}

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

/** Gives a value to a key that has none. */
function fillValue(source: Source, pair: ParsedPair, text: string): readonly Edit[] {
  const start = endOfPair(pair);
  if (pair.value !== null) return [insert(start, ` ${text}`)];
  const explicit = tokensOf(pair).start.some((token) => token.type === 'explicit-key-ind');
  if (explicit) throw refuseValue(source, pair, 'a key with ? and no value');
  return [insert(start, `: ${text}`)];
}

function styleOf(node: ParsedNode | null): ScalarStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

function refuseValue(source: Source, pair: ParsedPair, given: string): Error {
  const [offset] = (pair.value ?? pair.key).range;
  return refuse(
    source,
    'unsafe-edit',
    offset,
    `${describeNode(pair.key)}: expected a string, got ${given}. Write the string itself here.`,
  );
}
