import type { CST } from 'yaml';

/** Far more than any real file has, and far less than the stack of the yaml package can take. */
export const MAX_DEPTH = 200;

/** The offset of a mapping or list inside of too many others. */
export function findDeepNode(tokens: readonly CST.Token[]): number | undefined {
  // Level by level, since a recursion would end where that of the yaml package does.
  let level = collections(tokens.map((token) => (token.type === 'document' ? token.value : token)));
  for (let depth = 1; depth <= MAX_DEPTH; depth++) level = level.flatMap(innerCollections);
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
