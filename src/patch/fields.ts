import { isAlias, isMap, isSeq, type YAMLMap } from 'yaml';
import { describeNode, readText, type ParsedPair } from './node.js';
import { refuse, type Source } from './source.js';

/** Tells whether a key is the one that is looked for. */
export type KeyMatcher = (key: unknown) => boolean;

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
