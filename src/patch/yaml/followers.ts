import { isAlias, isMap, isSeq, type ParsedNode } from 'yaml';
import { readText } from './node.js';
import { type Path, renderPath } from './path.js';
import { renderAt, type Source } from './source.js';

/** An alias, and the way to it. */
interface AliasPlace {
  readonly target: unknown;
  readonly path: Path;
}

/**
 * What follows when nodes with an anchor change: a sentence for each anchor that is used elsewhere,
 * with the places.
 */
export function describeFollowers(
  source: Source,
  touched: readonly (ParsedNode | null)[],
): readonly string[] {
  const shared = new Set<unknown>(source.aliases.values());
  const nodes = [...new Set(touched)]
    .filter((node) => node !== null)
    .filter((node) => shared.has(node));
  if (nodes.length === 0) return [];
  const aliases = source.documents.flatMap((document) => listAliases(source, document, []));
  return nodes.flatMap((node) => {
    const places = aliases.filter(({ target }) => target === node);
    const names = places.map(({ path }) => renderPath(path)).join(', ');
    const message = `what the anchor &${node.anchor} stands for changes at ${names} as well.`;
    return renderAt(source, node.range[0], message);
  });
}

function listAliases(source: Source, node: unknown, path: Path): readonly AliasPlace[] {
  if (isAlias(node)) return [{ target: source.aliases.get(node), path }];
  if (isSeq(node)) {
    return node.items.flatMap((item, index) => listAliases(source, item, [...path, index]));
  }
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    listAliases(source, value, [...path, readText(key) ?? '?']),
  );
}
