import { isScalar } from 'yaml';
import { resolveAlias } from './locate.js';
import { readText, startOfNode } from './node.js';
import { parseText, type Source } from './source.js';

/** YAML in a text of a file, where kustomize takes that or the path of a file. */
interface InlineYaml {
  readonly source: Source;
  /** Of the text, in the file around it. */
  readonly offset: number;
}

/** The texts that can be read as YAML; the path of a file can, too. */
export function parseInline(source: Source, nodes: readonly unknown[]): readonly InlineYaml[] {
  return nodes.flatMap((item) => {
    const node = resolveAlias(source, item);
    if (!isScalar(node)) return [];
    const inner = tryParse(source.path, readText(node) ?? '');
    return inner === undefined ? [] : { source: inner, offset: startOfNode(node) };
  });
}

function tryParse(path: string, text: string): Source | undefined {
  try {
    return parseText(path, text);
  } catch {
    // kustomize takes for a path what it cannot read.
    return undefined;
  }
}
