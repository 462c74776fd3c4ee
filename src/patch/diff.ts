import { type Edit, sortEdits, spliceEdits, startOfLine, startOfNextLine } from './text/splice.js';

const CONTEXT_LINES = 3;

/** Whole lines of the old text with the edits in them. */
interface Span {
  readonly start: number;
  end: number;
  readonly edits: Edit[];
}

/** Lines of the old text, and what they become. Lines keep their line break. */
interface Region {
  /** Index of the first line. */
  readonly first: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

interface Hunk {
  readonly text: string;
  /** By how many lines it makes the text longer. */
  readonly growth: number;
}

/** Renders edits of a text that is not empty as a unified diff, as `git diff` shows it. */
export function renderDiff(path: string, text: string, edits: readonly Edit[]): string {
  const lines = splitLines(text);
  const regions = groupEdits(text, edits).map((span) => computeRegion(text, span));
  const parts = regions.length === 0 ? [] : [`--- a/${path}\n+++ b/${path}\n`];
  let growth = 0;
  for (const hunk of groupRegions(regions)) {
    const rendered = renderHunk(lines, hunk, growth);
    parts.push(rendered.text);
    growth += rendered.growth;
  }
  return parts.join('');
}

/** Edits that touch the same lines, or adjacent ones, belong together. */
function groupEdits(text: string, edits: readonly Edit[]): readonly Span[] {
  const spans: Span[] = [];
  for (const edit of sortEdits(edits)) {
    const last = spans.at(-1);
    const end = startOfNextLine(text, edit.end);
    if (last === undefined || edit.start > last.end) {
      spans.push({ start: startOfLine(text, edit.start), end, edits: [edit] });
    } else {
      last.end = end;
      last.edits.push(edit);
    }
  }
  return spans;
}

function computeRegion(text: string, { start, end, edits }: Span): Region {
  const shifted = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const before = text.slice(start, end);
  const removed = splitLines(before);
  const added = splitLines(spliceEdits(before, shifted));
  let head = 0;
  while (head < removed.length && removed[head] === added[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(removed.length, added.length) - head;
  while (tail < shorter && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  return {
    first: splitLines(text.slice(0, start)).length + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
}

/** Regions whose context would touch share a hunk. */
function groupRegions(regions: readonly Region[]): readonly (readonly Region[])[] {
  const hunks: Region[][] = [];
  let end = 0;
  for (const region of regions) {
    const hunk = hunks.at(-1);
    if (hunk === undefined || region.first - end > 2 * CONTEXT_LINES) hunks.push([region]);
    else hunk.push(region);
    end = region.first + region.removed.length;
  }
  return hunks;
}

/** @param growth By how many lines the hunks before made the text longer. */
function renderHunk(lines: readonly string[], regions: readonly Region[], growth: number): Hunk {
  const body: string[] = [];
  let grown = 0;
  let position = Math.max(0, Math.min(...regions.map(({ first }) => first)) - CONTEXT_LINES);
  const start = position;
  for (const { first, removed, added } of regions) {
    body.push(
      ...mark(' ', lines.slice(position, first)),
      ...mark('-', removed),
      ...mark('+', added),
    );
    position = first + removed.length;
    grown += added.length - removed.length;
  }
  const context = lines.slice(position, position + CONTEXT_LINES);
  body.push(...mark(' ', context));
  const size = position + context.length - start;
  const before = renderRange(start, size);
  const after = renderRange(start + growth, size + grown);
  const header = `@@ -${before} +${after} @@\n`;
  return { text: header + body.join(''), growth: grown };
}

/** First line, counted from 1, and number of lines, which is left out when it is 1. */
function renderRange(start: number, size: number): string {
  return size === 1 ? `${start + 1}` : `${start + 1},${size}`;
}

function mark(sign: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  );
}

/** Lines with their line breaks; the last one may have none. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
