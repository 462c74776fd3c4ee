import type { YAMLMap } from 'yaml';
import {
  cut,
  type Edit,
  endOfLine,
  endOfText,
  insert,
  lineBreakAt,
  startOfLine,
  startOfNextLine,
} from './splice.js';
import { endOfPair, indentOf, type ParsedPair, startOfPair } from '../yaml/node.js';

/** Puts lines behind those of a pair, and behind the comment at their end. */
export function insertIntoBlock(
  text: string,
  map: YAMLMap.Parsed,
  behind: ParsedPair,
  pairs: readonly string[],
): readonly Edit[] {
  const start = endOfLastLine(text, endOfPair(behind));
  const lineStart = `${lineBreakAt(text, start)}${' '.repeat(indentOf(map))}`;
  return [insert(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}

/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
export function removeFromBlock(text: string, pair: ParsedPair): readonly Edit[] {
  const start = startOfPair(pair);
  const end = endOfLastLine(text, endOfPair(pair));
  const lineStart = startOfLine(text, start);
  if (/[^ \t]/.test(text.slice(lineStart, start))) {
    // The first key behind `- `: what follows moves up to its place, which is the same column.
    return [cut(start, end + text.slice(end).search(/[^ \t\r\n]|$/))];
  }
  // Where lines end in two ways, with its own line break: that of the line before stays.
  const next = startOfNextLine(text, end);
  if (lineStart === 0) return [cut(0, next)];
  const isMixed = text.slice(end, next) !== lineBreakAt(text, lineStart - 1);
  if (end < text.length && isMixed) return [cut(lineStart, next)];
  // With the line break before it, since the last line may have none behind it. Then blank lines
  // above go too: they would become a final newline.
  let previous = endOfPreviousLine(text, lineStart);
  while (end === text.length && isBlankLine(text, previous)) {
    previous = endOfPreviousLine(text, startOfLine(text, previous));
  }
  return [cut(previous, end)];
}

/** Replaces a block scalar by a scalar on one line; a comment behind its header stays. */
export function replaceBlockScalar(
  text: string,
  start: number,
  end: number,
  scalar: string,
): readonly Edit[] {
  const header = text.slice(start).search(/[\s#]|$/);
  const bodyStart = endOfLine(text, start);
  const bodyEnd = Math.max(bodyStart, endOfText(text, end));
  return [{ start, end: start + header, text: scalar }, cut(bodyStart, bodyEnd)];
}

/**
 * The end of the last line of a node or pair.
 * @param end Where it ends itself; the range of a block scalar ends at the start of the next line.
 */
export function endOfLastLine(text: string, end: number): number {
  return endOfLine(text, text[end - 1] === '\n' ? startOfLine(text, end - 1) : end);
}

function endOfPreviousLine(text: string, lineStart: number): number {
  return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}

function isBlankLine(text: string, lineEnd: number): boolean {
  return /^[ \t]*$/.test(text.slice(startOfLine(text, lineEnd), lineEnd));
}
