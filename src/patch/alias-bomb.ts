import { isAlias, isMap, isSeq, type Alias } from 'yaml';
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
