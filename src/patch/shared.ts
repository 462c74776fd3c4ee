import type { ParsedNode } from 'yaml';
import { refuse, type Source } from './source.js';

/**
 * Refuses to change nodes with an anchor that an alias refers to: the change would go there too.
 * @throws PromoteError `unsafe-edit`
 */
export function refuseShared(source: Source, nodes: readonly (ParsedNode | null)[]): void {
  const shared = new Set<unknown>(source.aliases.values());
  for (const node of nodes) {
    if (node === null || !shared.has(node)) continue;
    const message = `the anchor &${node.anchor} is used elsewhere in the file, where the change would go too. Write the value out at each place.`;
    throw refuse(source, 'unsafe-edit', node.range[0], message);
  }
}
