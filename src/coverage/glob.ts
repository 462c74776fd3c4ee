/** What the parts of a glob stand for. Everything else stands for itself. */
const WILDCARDS: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:[^/]+/)*'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);

/**
 * Whether a path matches one of the globs: `*` and `?` within one part of it, `**` across parts,
 * `{a,b}` for either.
 */
export function matchesAny(path: string, globs: readonly RegExp[]): boolean {
  return globs.some((glob) => glob.test(path));
}

/** Compiles a glob over paths with slashes. A glob of a directory matches all that is in it. */
export function compileGlob(glob: string): RegExp {
  const pattern = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[\\^$.*+?()[\]{}|/]/g, (part) => {
    const wildcard = WILDCARDS.get(part);
    if (wildcard !== undefined) return wildcard;
    if (part.length > 1) return `(?:${part.slice(1, -1).split(',').map(escape).join('|')})`;
    return escape(part);
  });
  return new RegExp(`^${source}$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
