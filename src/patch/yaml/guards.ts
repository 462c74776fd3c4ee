import { type Alias, type CST, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { AliasTargets } from './node.js';

/** How many values all aliases of a file may stand for in all; real files have a few thousand. */
const MAX_VALUES = 1_000_000;

/**
 * The alias from which on a file stands for more values than any reader should unfold, such as
 * nested aliases of aliases ("billion laughs"), or one inside of what it stands for.
 */
export function findAliasBomb(aliases: AliasTargets): Alias | undefined {
  const sizes = new Map<unknown, number>();
  let values = 0;
  for (const [alias, target] of aliases) {
    values += countValues(target, aliases, sizes);
    if (values > MAX_VALUES) return alias;
  }
  return undefined;
}

function countValues(node: unknown, aliases: AliasTargets, sizes: Map<unknown, number>): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  // Until it is known: a node that is met again inside of itself never ends.
  sizes.set(node, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const child of valuesWithin(node, aliases)) size += countValues(child, aliases, sizes);
  sizes.set(node, size);
  return size;
}

function valuesWithin(node: unknown, aliases: AliasTargets): readonly unknown[] {
  if (isAlias(node)) return [aliases.get(node)];
  if (isSeq(node)) return node.items;
  return isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}

/** Far more than any real file has, and far less than the stack of the yaml package can take. */
export const MAX_YAML_DEPTH = 200;

/** The offset of a mapping or list inside of too many others. */
export function findDeepNode(tokens: readonly CST.Token[]): number | undefined {
  // Level by level, since a recursion would end where that of the yaml package does.
  let level = collections(tokens.map((token) => (token.type === 'document' ? token.value : token)));
  for (let depth = 1; depth <= MAX_YAML_DEPTH; depth++) level = level.flatMap(innerCollections);
  return level[0]?.offset;
}

function innerCollections({ items }: Collection): readonly Collection[] {
  return collections(items.flatMap(({ key, value }) => [key, value]));
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function collections(tokens: readonly (CST.Token | null | undefined)[]): readonly Collection[] {
  return tokens.filter(
    (token) =>
      token?.type === 'block-map' ||
      token?.type === 'block-seq' ||
      token?.type === 'flow-collection',
  );
}

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
