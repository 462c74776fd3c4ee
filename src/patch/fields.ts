import { isAlias, isMap, isSeq, type YAMLMap } from 'yaml';
import { describeNode, readText, type ParsedPair } from './node.js';
import { refuse, type Source } from './source.js';

/**
 * The pair of a struct's field in a mapping itself.
 * @param name The field; Go's JSON decoder, and so kustomize, ignores the case of keys.
 * @throws PromoteError `unsafe-edit` when two keys mean the field.
 */
export function findField(
  source: Source,
  map: YAMLMap.Parsed,
  name: string,
): ParsedPair | undefined {
  const [pair, second] = map.items.filter(({ key }) => isField(key, name));
  if (second === undefined) return pair;
  throw refuse(
    source,
    'unsafe-edit',
    second.key.range[0],
    `${describeNode(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`,
  );
}

/**
 * The value of a field: that in the mapping itself, else that of its merge keys (`<<`), of which
 * the first counts. Aliases are followed.
 */
export function readField(source: Source, node: unknown, name: string): unknown {
  // Each mapping once: merge keys can form circles.
  const queue = [node];
  const seen = new Set<unknown>();
  while (queue.length > 0) {
    const map = resolveAlias(source, queue.shift());
    if (!isMap(map) || seen.has(map)) continue;
    seen.add(map);
    const own = map.items.find(({ key }) => isField(key, name));
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

function isField(key: unknown, name: string): boolean {
  return readText(key)?.toLowerCase() === name.toLowerCase();
}
