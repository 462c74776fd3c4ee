import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/**
 * The first key that stands twice in its mapping. The yaml package can look for it too, but compares
 * every key with every other one: seconds for a file with many keys.
 */
export function findDuplicateKey(node: ParsedNode | null): ParsedNode | undefined {
  const children: (ParsedNode | null)[] = isSeq(node) ? [...node.items] : [];
  const seen = new Set<string>();
  for (const { key, value } of isMap(node) ? node.items : []) {
    // `1` and `"1"` are two keys.
    const identity = isScalar(key) ? `${typeof key.value} ${key.source}` : '';
    if (identity !== '' && seen.has(identity)) return key;
    seen.add(identity);
    children.push(key, value);
  }
  for (const child of children) {
    const found = findDuplicateKey(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
