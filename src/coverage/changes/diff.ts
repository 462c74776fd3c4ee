import { cutFirst } from '../read/lines.js';

/** Numbers of lines by path from the root of the repository. */
export type ChangedLines = ReadonlyMap<string, readonly number[]>;

const FILE = '+++ ';

const HUNK = '@@ -';

/**
 * The lines that a `git diff --unified=0` adds or replaces.
 * @param diff With the prefixes `a/` and `b/`, and unusual paths quoted as git does.
 */
export function parseChangedLines(diff: string): ChangedLines {
  const changed = new Map<string, number[]>();
  let lines: number[] = [];
  // Lines of a hunk can look like headers, so they are counted off.
  let left = 0;
  for (const line of diff.split('\n')) {
    if (left > 0) left -= /^[+-]/.test(line) ? 1 : 0;
    else if (line.startsWith(HUNK)) left = takeHunk(line, lines);
    else if (line.startsWith(FILE)) lines = openChangedFile(line, changed);
  }
  return changed;
}

/** `@@ -12,0 +13,2 @@`: adds the new lines, and gives how many lines the hunk has. */
function takeHunk(header: string, lines: number[]): number {
  const [removed, rest] = cutFirst(header.slice(HUNK.length), ' ');
  const [added] = cutFirst(rest.slice(1), ' ');
  const { start, length } = parseRange(added);
  for (let offset = 0; offset < length; offset += 1) lines.push(start + offset);
  return length + parseRange(removed).length;
}

/** A range of one line is written without its length. */
function parseRange(range: string): { readonly start: number; readonly length: number } {
  const [start, length] = cutFirst(range, ',');
  return { start: Number(start), length: length === '' ? 1 : Number(length) };
}

/** The list of the file's lines; one that nobody reads for a file that was removed. */
function openChangedFile(header: string, changed: Map<string, number[]>): number[] {
  // git ends a path that has spaces with a tab.
  const path = unquotePath(header.slice(FILE.length).replace(/\t$/, ''));
  const lines: number[] = [];
  if (path.startsWith('b/')) changed.set(path.slice(2), lines);
  return lines;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\v', '\v'],
  ['\\f', '\f'],
  ['\\t', '\t'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\"', '"'],
  ['\\\\', '\\'],
]);

function unquotePath(path: string): string {
  if (!path.startsWith('"')) return path;
  return path.slice(1, -1).replace(/\\(?:[0-7]{3}|[^])/g, readEscape);
}

/** Control characters without a letter of their own are octal numbers. */
function readEscape(escape: string): string {
  return ESCAPES.get(escape) ?? String.fromCharCode(Number.parseInt(escape.slice(1), 8));
}
