/** What the parts of a glob stand for. Everything else stands for itself. */
const WILDCARDS: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:[^/]*/)*'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);

/**
 * Whether a path matches one of the globs: `*` and `?` within one part of it, `**` across parts,
 * `{a,b}` for either (also inside each other), `[ab]` and `[!ab]` for one character.
 */
export function matchesAny(path: string, globs: readonly RegExp[]): boolean {
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
 * matches all that is in it.
 * @throws SyntaxError when `isGlob` is not true of it.
 */
export function compileGlob(glob: string): RegExp {
  const pattern = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
  let depth = 0;
  const source = pattern.replace(PARTS, (part) => {
    if (part === '{') depth += 1;
    if (part === '}') depth -= 1;
    if (part === '{') return '(?:';
    if (part === '}') return ')';
    if (part === ',') return depth > 0 ? '|' : ',';
    if (part.startsWith('[') && part.length > 1) return compileClass(part);
    return WILDCARDS.get(part) ?? escape(part);
  });
  const isName = !/[*?]/.test(pattern.slice(pattern.lastIndexOf('/')));
  return new RegExp(`^(?:${source})${isName ? '(?:/.*)?' : ''}$`);
}

const PARTS = /\*\*\/|\*\*|\*|\?|\[!?[^[\]/!][^[\]/]*\]|[{},]|[\\^$.+()[\]|/]/g;

/** One of the characters; or the text itself, since web frameworks name files `[id].ts`. */
function compileClass(text: string): string {
  const isNot = text.startsWith('[!');
  const characters = escape(text.slice(isNot ? 2 : 1, -1));
  return `(?:[${isNot ? '^/' : ''}${characters}]|${escape(text)})`;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
