import {
  applyMapping,
  countFound,
  isThere,
  type Mapping,
  proposeMappings,
  type SourceTree,
} from './mapping.js';
import { parentOf, type SourceIndex } from './source-index.js';

/**
 * What a path of a report leads to.
 * - `found`: one file that is there.
 * - `absent`: a place in the repository where no file is: one that was generated, most likely.
 * - `doubtful`: one of several files, or something that is not there.
 * - `floating`: no known place, and no file of that name.
 * - `unplaced`: no known place, and too many files of that name.
 */
export interface Outcome {
  readonly kind: 'found' | 'absent' | 'doubtful' | 'floating' | 'unplaced';
  /** Paths in the repository, the likeliest first. */
  readonly paths: readonly string[];
}

/** No known place, and no file of that name. */
export const FLOATING: Outcome = { kind: 'floating', paths: [] };

const UNPLACED: Outcome = { kind: 'unplaced', paths: [] };

/** Files with the same ends as paths of one report; more would take all memory. */
const MAX_CANDIDATES = 100_000;

/** A mapping, and how many of the paths of a report it leads to files. */
interface Judged {
  readonly mapping: Mapping;
  readonly found: number;
  readonly isRoot: boolean;
}

/**
 * Resolves the paths of one report, which its tool saw from one place. The place is the one from
 * which most paths lead to files: one of the roots, the nearest first, else one that the ends of the
 * paths tell. Only what is found from it and contradicted by nothing is certain.
 */
export class PathResolver {
  readonly #paths: readonly string[];
  readonly #tree: SourceTree;
  readonly #judged: readonly Judged[];
  readonly #best: Judged | undefined;
  #candidatesLeft = MAX_CANDIDATES;

  /**
   * @param paths All of the report, relative ones or absolute ones.
   * @param roots Where they can start, in the order in which they are tried.
   */
  constructor(paths: readonly string[], roots: readonly Mapping[], tree: SourceTree) {
    this.#paths = paths;
    this.#tree = tree;
    const judgedRoots = roots.map((mapping) => this.#judge(mapping, true));
    this.#judged = [...judgedRoots, ...this.#judgeProposals(judgedRoots)];
    this.#best = this.#choose();
  }

  resolve(path: string): Outcome {
    // A full path below a root is no guess.
    for (const { mapping, isRoot } of this.#judged) {
      const there = isRoot && mapping.from !== '' ? this.#find(mapping, path) : undefined;
      if (there !== undefined) return { kind: 'found', paths: [there] };
    }
    const best = this.#best;
    if (best === undefined) return this.#resolveByEnd(path);
    const place = applyMapping(best.mapping, path);
    if (place === undefined) return this.#resolveBeside(path, best);
    const others = this.#listOthers(path, place, best);
    const isFound = isThere(place, this.#tree);
    if (others.length === 0) return { kind: isFound ? 'found' : 'absent', paths: [place] };
    return { kind: 'doubtful', paths: isFound ? [place, ...others] : [...others, place] };
  }

  /**
   * The files that a path would lead to from other places: those that explain all paths as well, and
   * nearer directories that have some of them. A report that lies in a directory of the repository is
   * of that one.
   */
  listRivals(path: string): readonly string[] {
    const best = this.#best;
    if (best === undefined) return [];
    const others = isOfDirectory(best) ? [] : this.#listRivalMappings(best.mapping);
    const rivals = [...this.#listNearer(best), ...others].map((each) => applyMapping(each, path));
    return rivals.filter((there) => there !== undefined);
  }

  /** Whether a path is of the directory around the report, and nothing in the report of another one. */
  isPlaced(path: string): boolean {
    const best = this.#best;
    if (best === undefined || !isOfDirectory(best)) return false;
    if (this.#listNearer(best).some((each) => this.#find(each, path) !== undefined)) return false;
    this.#isOfOnePlace ??= this.#paths.every((each) => !this.#isElsewhere(each, best));
    return this.#isOfOnePlace;
  }

  #isOfOnePlace: boolean | undefined;

  /** Whether a path leads to a file, and not from the place of the others. */
  #isElsewhere(path: string, { mapping }: Judged): boolean {
    const isFound = (each: Mapping): boolean => this.#find(each, path) !== undefined;
    return !isFound(mapping) && this.#judged.some((other) => isFound(other.mapping));
  }

  /** The directories around the report, nearer than the place of all paths, that have some. */
  #listNearer(best: Judged): readonly Mapping[] {
    const nearer = this.#judged.slice(0, this.#judged.indexOf(best));
    return nearer.filter(({ isRoot, found }) => isRoot && found > 0).map(({ mapping }) => mapping);
  }

  #rivals: readonly Mapping[] | undefined;

  #listRivalMappings(own: Mapping): readonly Mapping[] {
    if (this.#rivals !== undefined) return this.#rivals;
    this.#rivals = this.#paths.slice(0, 1).flatMap((first) => {
      const all = listMappingsByEnd(first, own.from, this.#tree.index);
      return all.filter(({ to }) => to !== own.to);
    });
    for (const path of this.#paths) {
      if (this.#rivals.length === 0) break;
      this.#rivals = this.#rivals.filter((each) => this.#find(each, path) !== undefined);
    }
    return this.#rivals;
  }

  #judge(mapping: Mapping, isRoot: boolean): Judged {
    return { mapping, found: countFound(mapping, this.#paths, this.#tree), isRoot };
  }

  /** What the ends of those paths propose that no root leads to a file. */
  #judgeProposals(roots: readonly Judged[]): readonly Judged[] {
    const lost = this.#paths.filter(
      (path) =>
        !roots.some(({ mapping, found }) => found > 0 && this.#find(mapping, path) !== undefined),
    );
    const proposals = proposeMappings(lost, this.#tree.index).map((mapping) =>
      this.#judge(mapping, false),
    );
    return proposals.filter(
      ({ mapping, found }) => found > 0 && !roots.some((root) => isSame(root.mapping, mapping)),
    );
  }

  /** The file that a mapping leads a path to, if it is there. */
  #find(mapping: Mapping, path: string): string | undefined {
    const place = applyMapping(mapping, path);
    return place !== undefined && isThere(place, this.#tree) ? place : undefined;
  }

  /** The mapping that leads most paths to files, and of these the first; not one of several guesses. */
  #choose(): Judged | undefined {
    const most = Math.max(0, ...this.#judged.map(({ found }) => found));
    if (most === 0) return undefined;
    const equal = this.#judged.filter((each) => each.found === most);
    const [first, ...others] = equal;
    if (first === undefined || first.isRoot) return first;
    // Two machines in one report are no contradiction.
    if (!others.some((other) => isOverlapping(other, first))) {
      return this.#isNameOnly(first) ? undefined : first;
    }
    // A prefix of more paths explains those too that lead to no file.
    const widest = equal.filter(({ mapping }) =>
      this.#paths.every((path) => applyMapping(mapping, path) !== undefined),
    );
    return widest.length === 1 ? widest[0] : undefined;
  }

  /** Whether a guess rests on one file of that name, in a directory of another name. */
  #isNameOnly({ mapping: { from, to }, found, isRoot }: Judged): boolean {
    if (isRoot || found > 1 || from === '' || to === '') return false;
    return this.#paths.some((path) => parentOf(path) === from);
  }

  /** Other files that contradict the place that the best mapping has for a path. */
  #listOthers(path: string, place: string, best: Judged): readonly string[] {
    if (best.found === this.#paths.length) return [];
    const others = new Set<string>();
    const isFound = isThere(place, this.#tree);
    for (const [index, other] of this.#judged.entries()) {
      if (other === best || other.found === 0) continue;
      const isEarlier = other.isRoot && index < this.#judged.indexOf(best);
      const mayContradict = isFound
        ? isEarlier || isOuter(other, best)
        : other.isRoot || (!isInner(other, best) && other.found * 2 > best.found);
      const there = mayContradict ? applyMapping(other.mapping, path) : undefined;
      if (there === undefined || there === place) continue;
      if (isThere(there, this.#tree) || (isFound && isOuter(other, best))) others.add(there);
    }
    return [...others];
  }

  /** A path that is not below the place from which the others were seen: of another machine. */
  #resolveBeside(path: string, best: Judged): Outcome {
    const likely = this.#judged.filter(
      ({ mapping, found }) => found > 1 || mapping.to === best.mapping.to,
    );
    const places = new Set(likely.flatMap(({ mapping }) => this.#find(mapping, path) ?? []));
    if (places.size === 0) return this.#resolveByEnd(path);
    return { kind: places.size === 1 ? 'found' : 'doubtful', paths: [...places] };
  }

  #resolveByEnd(path: string): Outcome {
    const candidates = this.#tree.index.listClosest(path, this.#candidatesLeft);
    if (candidates === undefined) return UNPLACED;
    this.#candidatesLeft -= candidates.length;
    return candidates.length === 0 ? FLOATING : { kind: 'doubtful', paths: candidates };
  }
}

function isSame(a: Mapping, b: Mapping): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether it is a directory around the report, which is not the root of the repository. */
function isOfDirectory({ mapping: { from, to }, isRoot }: Judged): boolean {
  return isRoot && `${from}${to}` !== '';
}

/** Whether there are paths that both lead somewhere. */
function isOverlapping({ mapping: a }: Judged, { mapping: b }: Judged): boolean {
  return a.from === b.from || isAbove(a.from, b.from) || isAbove(b.from, a.from);
}

/** Whether both lead to one directory, one from further up than the other. */
function isOuter({ mapping: outer }: Judged, { mapping: inner }: Judged): boolean {
  return outer.to === inner.to && isAbove(outer.from, inner.from);
}

/** A guess from further down: an ignored file beside the tracked ones has such a name. */
function isInner({ mapping: inner }: Judged, { mapping: outer }: Judged): boolean {
  return isAbove(outer.from, inner.from);
}

function isAbove(outer: string, inner: string): boolean {
  const isTop = outer === '' || outer === '/';
  return outer !== inner && (isTop || inner.startsWith(`${outer}/`));
}

/** Every directory from which the rest of a path leads to a file. */
function listMappingsByEnd(path: string, from: string, index: SourceIndex): readonly Mapping[] {
  const rest = applyMapping({ from, to: '' }, path);
  if (rest === undefined || rest.startsWith('../')) return [];
  const files = index.listEndingIn(rest, Infinity);
  return files.map((file) => ({ from, to: parentOf(`${file.slice(0, -rest.length)}x`) }));
}
