import type { SourceIndex } from './source-index.js';
import { isAbsolute, normalisePath } from '../model/paths.js';

/** From where a report saw the repository: paths below `from` are those below `to` in it. */
export interface Mapping {
  /** Empty: paths as they are. */
  readonly from: string;
  /** A directory of the repository; empty for its root. */
  readonly to: string;
}

/** The files that are there: those that count as source, and others that merely exist. */
export interface SourceTree {
  /** What git tracks; without a checkout, what exists. */
  readonly index: SourceIndex;
  /** Files that exist, by the path from the root of the repository or, outside of it, in full. */
  readonly existing: ReadonlySet<string>;
  /** Where the repository is on this machine, as paths can spell it. */
  readonly workspaces: readonly string[];
}

export function isThere(path: string, { index, existing }: SourceTree): boolean {
  return index.has(path) || existing.has(path);
}

/** The path in the repository that a path leads to; `undefined` where it leads out of it. */
export function applyMapping({ from, to }: Mapping, path: string): string | undefined {
  const rest = cutPrefix(from, path);
  if (rest === undefined) return undefined;
  if (!rest.startsWith('../')) return to === '' ? rest : `${to}/${rest}`;
  const joined = normalisePath(to === '' ? rest : `${to}/${rest}`);
  return joined.startsWith('../') || joined.startsWith('/') ? undefined : joined;
}

/** The rest of a path that is below `from`; an absolute path is not below the empty one. */
function cutPrefix(from: string, path: string): string | undefined {
  if (from === '') return isAbsolute(path) ? undefined : path;
  const prefix = from === '/' ? from : `${from}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** How many paths a mapping leads to a file. */
export function countFound(mapping: Mapping, paths: readonly string[], tree: SourceTree): number {
  let found = 0;
  for (const path of paths) {
    const there = applyMapping(mapping, path);
    if (there !== undefined && isThere(there, tree)) found += 1;
  }
  return found;
}

/** How many files that end alike a path is compared with. */
const MAX_ALIKE = 16;

/** How many mappings are tried on all paths. */
const MAX_TRIED = 8;

/**
 * The mappings that most paths speak for by their ends: of a path and the tracked file with the
 * longest end in common, what comes before that end is the mapping.
 */
export function proposeMappings(paths: readonly string[], index: SourceIndex): readonly Mapping[] {
  const votes = new Map<string, { readonly mapping: Mapping; count: number }>();
  for (const path of paths) {
    for (const file of index.listClosest(path, MAX_ALIKE) ?? []) {
      const mapping = cutCommonEnd(path, file);
      const key = `${mapping.from}\0${mapping.to}`;
      const vote = votes.get(key) ?? { mapping, count: 0 };
      vote.count += 1;
      votes.set(key, vote);
    }
  }
  const sorted = [...votes.values()].sort((a, b) => b.count - a.count);
  return sorted.slice(0, MAX_TRIED).map(({ mapping }) => mapping);
}

function cutCommonEnd(path: string, file: string): Mapping {
  const parts = path.split('/');
  const others = file.split('/');
  while (parts.length > 0 && others.length > 0 && parts.at(-1) === others.at(-1)) {
    parts.pop();
    others.pop();
  }
  const from = parts.join('/');
  return { from: from === '' && path.startsWith('/') ? '/' : from, to: others.join('/') };
}
