import { isScalar } from 'yaml';
import type { PlacedEntry } from './deciding-entry.js';
import { listField, readFields } from './entries.js';
import { fieldOf, readValue, resolveAlias } from '../yaml/locate.js';
import { readText, startOfNode } from '../yaml/node.js';
import { parseText, type Source } from '../yaml/source.js';

/** YAML in a text of a file, where kustomize takes that or the path of a file. */
interface InlineYaml {
  readonly source: Source;
  /** Of the text, in the file around it. */
  readonly offset: number;
}

/**
 * The ImageTagTransformers that `transformers` of a kustomization holds itself, as entries: they apply
 * when those of `images` have.
 */
export function listTransformers(source: Source, root: unknown): readonly PlacedEntry[] {
  return parseInline(source, listField(source, root, 'transformers')).flatMap(
    ({ source: inner, offset }) =>
      inner.documents.flatMap((document) => {
        if (readText(readValue(inner, document, fieldOf('kind'))) !== 'ImageTagTransformer')
          return [];
        const fields = readFields(inner, readValue(inner, document, fieldOf('imageTag')));
        const origin = `the ImageTagTransformer for ${JSON.stringify(fields.name)} in transformers`;
        return { ...fields, origin, offset };
      }),
  );
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
