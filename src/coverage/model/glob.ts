/** A compiled glob over paths with slashes. */
interface Glob {
  test(path: string): boolean;
}

/**
 * Whether a path matches one of the globs: `*` and `?` within one part of it, `**` across parts,
 * `{a,b}` for either (also inside each other), `[ab]` and `[!ab]` for one character.
 */
export function matchesAny(path: string, globs: readonly Glob[]): boolean {
  return globs.some((glob) => glob.test(path));
}

/** Whether a glob has closed braces, and no range that ends before it starts. */
export function isGlob(glob: string): boolean {
  if (!hasClosedBraces(glob)) return false;
  try {
    compileGlob(glob);
    return true;
  } catch {
    return false;
  }
}

/** Whether a glob has a part `.` or `..`, but for `./` at its start. No path has such parts. */
export function hasDotParts(glob: string): boolean {
  return glob
    .replace(/^\.\//, '')
    .split(/[/{},]/)
    .some((part) => part === '.' || part === '..');
}

function hasClosedBraces(glob: string): boolean {
  let depth = 0;
  for (const [brace] of glob.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Compiles a glob over paths with slashes. A glob of a directory, with a slash at its end or not,
 * matches all that is in it. Matching takes time by the length of the path, however many stars there
 * are: a regular expression would try each way that they can share a name of a megabyte.
 * @throws SyntaxError when `isGlob` is not true of it.
 */
export function compileGlob(glob: string): Glob {
  const pattern = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
  const isName = !/[*?]/.test(pattern.slice(pattern.lastIndexOf('/')));
  const machine = new GlobMachine();
  const parts = pattern.match(PARTS) ?? [];
  const end = isName ? machine.addRestOfDirectory(END) : END;
  const start = machine.addAlternatives(splitAlternatives(parts), end);
  return { test: (path) => machine.matches(start, path) };
}

const PARTS = /\*\*\/|\*\*|\*|\?|\[!?[^[\]/!][^[\]/]*\]|[^]/g;

/** The alternatives of a text of parts: those between the commas that are in no inner braces. */
function splitAlternatives(parts: readonly string[], isInBraces = false): readonly string[][] {
  const alternatives: string[][] = [[]];
  let depth = 0;
  for (const part of parts) {
    if (part === '{') depth += 1;
    if (part === '}') depth -= 1;
    if (part === ',' && depth === 0 && isInBraces) alternatives.push([]);
    else alternatives.at(-1)?.push(part);
  }
  return alternatives;
}

/** What one character has to be. */
type IsCharacter = (character: string) => boolean;

/** Takes one character and goes on, or goes on in several ways without one. */
type State =
  { readonly isCharacter: IsCharacter; readonly next: number } | { readonly ways: number[] };

/** The state in which a path matches, where it ends. */
const END = 0;

const isAny: IsCharacter = () => true;

const isInPart: IsCharacter = (character) => character !== '/';

/** All states that a path can be in are followed side by side. */
class GlobMachine {
  readonly #states: State[] = [{ ways: [] }];
  /** By state, the step at which it was met last. */
  #met = new Uint32Array(0);
  #step = 0;

  matches(start: number, path: string): boolean {
    this.#met = new Uint32Array(this.#states.length);
    this.#step = 0;
    let states = this.#follow([start]);
    for (let index = 0; index < path.length && states.length > 0; index += 1) {
      const character = path.charAt(index);
      const next: number[] = [];
      for (const number of states) {
        const state = this.#states[number];
        if (state !== undefined && 'next' in state && state.isCharacter(character)) {
          next.push(state.next);
        }
      }
      states = this.#follow(next);
    }
    return states.includes(END);
  }

  /** The states that take a character, and the end, that lead on from these without one. */
  #follow(from: readonly number[]): readonly number[] {
    this.#step += 1;
    const open = [...from];
    const reached: number[] = [];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const state = this.#states[number];
      if (state === undefined || this.#met[number] === this.#step) continue;
      this.#met[number] = this.#step;
      if ('ways' in state && number !== END) open.push(...state.ways);
      else reached.push(number);
    }
    return reached;
  }

  #add(state: State): number {
    this.#states.push(state);
    return this.#states.length - 1;
  }

  addRestOfDirectory(next: number): number {
    const rest = this.#addMany(isAny, next);
    const slash = this.#add({ isCharacter: (character) => character === '/', next: rest });
    return this.#add({ ways: [next, slash] });
  }

  addAlternatives(alternatives: readonly (readonly string[])[], next: number): number {
    return this.#add({ ways: alternatives.map((parts) => this.#addParts(parts, next)) });
  }

  /** From the last part to the first, since each has to know what follows it. */
  #addParts(parts: readonly string[], end: number): number {
    let next = end;
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = String(parts[index]);
      if (part === '}') {
        const open = findOpening(parts, index);
        const inner = splitAlternatives(parts.slice(open + 1, index), true);
        next = this.addAlternatives(inner, next);
        index = open;
      } else next = this.#addPart(part, next);
    }
    return next;
  }

  #addPart(part: string, next: number): number {
    if (part === '**/') return this.#addDirectories(next);
    if (part === '**') return this.#addMany(isAny, next);
    if (part === '*') return this.#addMany(isInPart, next);
    if (part === '?') return this.#add({ isCharacter: isInPart, next });
    if (part.length === 1) return this.#addText(part, next);
    // The text itself too, since web frameworks name files `[id].ts`.
    const oneOf = this.#add({ isCharacter: compileClass(part), next });
    return this.#add({ ways: [oneOf, this.#addText(part, next)] });
  }

  #addText(text: string, end: number): number {
    let next = end;
    for (const expected of text.split('').reverse()) {
      next = this.#add({ isCharacter: (character) => character === expected, next });
    }
    return next;
  }

  #addMany(isCharacter: IsCharacter, next: number): number {
    const ways = [next];
    const many = this.#add({ ways });
    ways.push(this.#add({ isCharacter, next: many }));
    return many;
  }

  /** Any number of parts, each with its slash. */
  #addDirectories(next: number): number {
    const ways = [next];
    const start = this.#add({ ways });
    const slash = this.#add({ isCharacter: (character) => character === '/', next: start });
    ways.push(this.#addMany(isInPart, slash));
    return start;
  }
}

function findOpening(parts: readonly string[], closing: number): number {
  let depth = 0;
  for (let index = closing; index >= 0; index -= 1) {
    if (parts[index] === '}') depth += 1;
    if (parts[index] === '{') depth -= 1;
    if (depth === 0) return index;
  }
  throw new SyntaxError('a brace is not opened');
}

/** @throws SyntaxError for a range that ends before it starts. */
function compileClass(text: string): IsCharacter {
  const isNot = text.startsWith('[!');
  const characters = text.slice(isNot ? 2 : 1, -1).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(`^[${isNot ? '^/' : ''}${characters}]$`);
  return (character) => pattern.test(character);
}
