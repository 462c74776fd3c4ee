import type { PlacedEntry } from './deciding-entry.js';
import { listField, readFields } from './entries.js';
import { parseInline } from '../yaml/inline.js';
import { fieldOf, readValue } from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import type { Source } from '../yaml/source.js';

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
