import {
  cut,
  type Edit,
  endOfLine,
  insert,
  lineBreakAt,
  startOfLine,
  startOfNextLine,
} from './splice.js';
import { type ParsedPair, type Span, spanOf, tokensOf } from '../yaml/node.js';

/**
 * Puts pairs or items behind another one: on lines of their own if that has one.
 * @param others Edits that are made too; they may cut the comma behind that one.
 */
export function insertIntoFlow(
  text: string,
  behind: Span,
  added: readonly string[],
  others: readonly Edit[],
): readonly Edit[] {
  const { start, end } = behind;
  if (!hasOwnLine(text, behind)) return [insert(end, `, ${added.join(', ')}`)];
  const lineStart = `${lineBreakAt(text, end)}${text.slice(startOfLine(text, start), start)}`;
  const lines = added.map((each) => `${lineStart}${each}`).join(',');
  const lineEnd = endOfLine(text, end);
  if (!text.slice(end, lineEnd).includes('#')) return [insert(end, `,${lines}`)];
  // The comment behind the pair stays there.
  const comma = startOfText(text, end);
  const isCut = others.some((edit) => edit.start <= comma && comma < edit.end);
  return text[comma] === ',' && !isCut
    ? [insert(lineEnd, `${lines},`)]
    : [insert(end, ','), insert(lineEnd, lines)];
}

/**
 * Takes a pair away that is not the only one, with a comma, and with its line if it has one.
 * @param next The pair behind it; `undefined` for the last one.
 */
export function removeFromFlow(
  text: string,
  pair: ParsedPair,
  next: ParsedPair | undefined,
): readonly Edit[] {
  const span = spanOf(pair);
  const { start, end } = span;
  const line = cut(startOfLine(text, start), startOfNextLine(text, end));
  if (hasOwnLineWithComma(text, span)) return [line];
  const commas = findCommas(next ?? pair);
  if (hasOwnLine(text, span)) return [...commas.map((comma) => cut(comma, comma + 1)), line];
  if (next === undefined) {
    return hasCommentBefore(pair)
      ? [...commas.map((comma) => cut(comma, comma + 1)), cut(start, end)]
      : commas.map((comma) => cut(comma, end));
  }
  return [cut(start, end), ...commas.map((comma) => cut(comma, endOfSeparator(text, comma)))];
}

/** Offsets of the commas in front of a pair: one, except for the first pair. */
function findCommas(pair: ParsedPair): readonly number[] {
  const { start } = tokensOf(pair);
  return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}

/** Whether a comment stands between a pair and the comma in front of it. */
function hasCommentBefore(pair: ParsedPair): boolean {
  return tokensOf(pair).start.some((token) => token.type === 'comment');
}

/** Whether nothing else is on the lines but a comma and a comment behind it. */
function hasOwnLine(text: string, span: Span): boolean {
  const { before, behind } = linesAround(text, span);
  return before === '' && /^(?:,[ \t]*)?(?:#.*)?$/.test(behind);
}

/** As `hasOwnLine`, with the comma that goes away with the pair: behind it, or in front of it. */
function hasOwnLineWithComma(text: string, span: Span): boolean {
  const { before, behind } = linesAround(text, span);
  return before === ''
    ? /^,[ \t]*(?:#.*)?$/.test(behind)
    : before === ',' && /^(?:#.*)?$/.test(behind);
}

/** What else is on the lines, without white space around it. */
function linesAround(
  text: string,
  { start, end }: Span,
): { readonly before: string; readonly behind: string } {
  return {
    before: text.slice(startOfLine(text, start), start).trim(),
    behind: text.slice(end, endOfLine(text, end)).trim(),
  };
}

/** The end of a comma with the blanks behind it, which a comment needs in front of it. */
function endOfSeparator(text: string, comma: number): number {
  const end = startOfText(text, comma + 1);
  return text[end] === '#' ? comma + 1 : end;
}

/** Offset of the first character from `offset` on that is no blank. */
function startOfText(text: string, offset: number): number {
  return offset + text.slice(offset).search(/[^ \t]|$/);
}
