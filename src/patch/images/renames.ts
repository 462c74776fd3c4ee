import { isSeq } from 'yaml';
import { applyEntries, splitImage } from './chain.js';
import { locateImages } from './entries.js';
import { fieldOf, readValue, resolveAlias } from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import { parseSource, type PatchFile } from '../yaml/source.js';

/** What a kustomization builds on, and what it makes of the names of images. */
export interface KustomizationLinks {
  /** Directories and files as they are written: `resources`, `bases` and `components`. */
  readonly paths: readonly string[];
  /** The name that its entries of `images` leave of an image; the same where that cannot be told. */
  readonly rename: (name: string) => string;
}

/**
 * Reads what a kustomization builds on.
 * @throws PromoteError for what is no kustomization that can be read.
 */
export function readLinks(file: PatchFile): KustomizationLinks {
  const source = parseSource(file);
  const { root, entries } = locateImages(source);
  const lists = ['resources', 'bases', 'components'].map((field) =>
    readValue(source, root, fieldOf(field)),
  );
  const items = lists.flatMap((list) => (isSeq(list) ? list.items : []));
  return {
    paths: items.flatMap((item) => readText(resolveAlias(source, item)) ?? []),
    rename: (name) => {
      const renaming: string[] = [];
      const image = applyEntries(name, entries, ({ newName }, _, isDoubtful) => {
        if (isDoubtful && newName !== '') renaming.push(newName);
      });
      return renaming.length === 0 ? splitImage(image).name : name;
    },
  };
}
