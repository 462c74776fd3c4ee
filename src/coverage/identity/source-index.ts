/** Finds files of the repository by their paths, and by the ends of these. */
export class SourceIndex {
  readonly #paths: ReadonlySet<string>;
  /** The paths with their parts in reverse, in order, so that equal ends stand together. */
  #reversed: readonly string[] | undefined;

  /** @param paths From the root of the repository. */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Whether there are files below a directory that is not the root. */
  hasDirectory(path: string): boolean {
    return this.listDirectoriesNamed(path.slice(path.lastIndexOf('/') + 1)).includes(path);
  }

  /** The files whose paths end in all of `path`, at most `limit` of them. */
  listEndingIn(path: string, limit: number): readonly string[] {
    return this.#list(reverse(path), limit).map(restore);
  }

  /** The files that have the longest end in common with `path`; `undefined` when they are too many. */
  listClosest(path: string, limit: number): readonly string[] | undefined {
    const parts = path.split('/').reverse();
    let closest: readonly string[] = [];
    for (let length = 1; length <= parts.length; length += 1) {
      const found = this.#list(`${parts.slice(0, length).join('/')}/`, limit + 1);
      if (found.length === 0) break;
      closest = found;
    }
    return closest.length > limit ? undefined : closest.map(restore);
  }

  /** The files below any of the directories; all of them below the root. */
  below(directories: readonly string[]): SourceIndex {
    if (directories.includes('')) return this;
    const starts = directories.map((directory) => `${directory}/`);
    const files = [...this.#paths].filter((path) => starts.some((start) => path.startsWith(start)));
    return new SourceIndex(files);
  }

  /** The directories of that name which hold files. */
  listDirectoriesNamed(name: string): readonly string[] {
    return this.#directories().get(name) ?? [];
  }

  #named: ReadonlyMap<string, readonly string[]> | undefined;

  #directories(): ReadonlyMap<string, readonly string[]> {
    this.#named ??= groupDirectories(this.#paths);
    return this.#named;
  }

  #list(end: string, limit: number): readonly string[] {
    this.#reversed ??= [...this.#paths].map(reverse).sort();
    const from = findPosition(this.#reversed, end);
    const found: string[] = [];
    for (let place = from; found.length < limit; place += 1) {
      const path = this.#reversed[place];
      if (path?.startsWith(end) !== true) break;
      found.push(path);
    }
    return found;
  }
}

function groupDirectories(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const known = new Set<string>();
  const named = new Map<string, string[]>();
  for (const path of paths) {
    let directory = parentOf(path);
    while (directory !== '' && !known.has(directory)) {
      known.add(directory);
      const name = directory.slice(directory.lastIndexOf('/') + 1);
      const same = named.get(name);
      if (same === undefined) named.set(name, [directory]);
      else same.push(directory);
      directory = parentOf(directory);
    }
  }
  return named;
}

/** The directory of a path; empty for what is in the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `a/b.c` as `b.c/a/`: the slash at the end keeps `x.c` from ending in `xx.c`. */
function reverse(path: string): string {
  return `${path.split('/').reverse().join('/')}/`;
}

function restore(reversed: string): string {
  return reversed.slice(0, -1).split('/').reverse().join('/');
}

/** Where `text` is in an ordered list, or would be. */
function findPosition(ordered: readonly string[], text: string): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (String(ordered[middle]) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
