/** Replaces the characters from `start` up to, not including, `end` (UTF-16 offsets). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits in the order of the text; those at one place keep the order that they were given in. */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Applies edits that do not overlap. */
export function spliceEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of sortEdits(edits)) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/** Offset of the first character of the line that `offset` is in. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line break that ends the line of `offset`, or the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed === -1) return text.length;
  return text[lineFeed - 1] === '\r' && lineFeed > offset ? lineFeed - 1 : lineFeed;
}

/** Offset of the line after that of `offset`, or the end of the text. */
export function startOfNextLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed === -1 ? text.length : lineFeed + 1;
}

/** The line break behind the line of `offset`; for a last line without one that before it. */
export function lineBreakAt(text: string, offset: number): string {
  const behind = text.indexOf('\n', offset);
  const lineFeed = behind === -1 ? text.lastIndexOf('\n') : behind;
  return text[lineFeed - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset behind the last character before `offset` that is no white space. */
export function endOfText(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

export function cut(start: number, end: number): Edit {
  return { start, end, text: '' };
}

export function insert(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}
