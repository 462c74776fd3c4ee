/** `{{name}}` in a template. */
export interface Expression<Name extends string> {
  readonly kind: 'expression';
  readonly name: Name;
}

/** Text with expressions in it, such as `{{branch}}-`. */
export type Template<Name extends string> = readonly (Text | Expression<Name>)[];

/** Text that the author of a template wrote. */
interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** What an expression gave. */
interface Value {
  readonly kind: 'value';
  readonly text: string;
}

/** A part of a tag that is being put together. */
export type Piece = Text | Value;

/** Three braces mean "not escaped" in Handlebars; nothing is escaped here, so both mean the same. */
const EXPRESSION = /(\{\{\{[^{}]*\}\}\}|\{\{[^{}]*\}\})/;

/**
 * Parses a template.
 * @param names The expressions that are known here.
 * @param problems Receives a sentence for each expression that is not.
 */
export function parseTemplate<Name extends string>(
  text: string,
  names: readonly Name[],
  problems: string[],
): Template<Name> {
  const parts: (Text | Expression<Name>)[] = [];
  // Splitting by a group gives texts and expressions in turn.
  for (const [index, part] of text.split(EXPRESSION).entries()) {
    if (index % 2 === 0) {
      if (part.includes('{{'))
        problems.push(`the expression in ${JSON.stringify(part)} is not closed`);
      parts.push({ kind: 'text', text: part });
      continue;
    }
    const name = names.find((known) => known === part.replace(/[{}]/g, '').trim());
    if (name === undefined) problems.push(renderUnknownExpression(part, names));
    else parts.push({ kind: 'expression', name });
  }
  return parts;
}

/** Replaces the expressions of a template by their values. */
export function evaluateTemplate<Name extends string>(
  template: Template<Name>,
  evaluate: (name: Name) => string,
): readonly Piece[] {
  return template.map((part) =>
    part.kind === 'text' ? part : { kind: 'value', text: evaluate(part.name) },
  );
}

/**
 * Joins the pieces of a tag. A value that is empty goes together with one run of `.`, `_` and `-`
 * in the text after it, or before it when it is last: what separated it separates nothing any more.
 */
export function joinPieces(pieces: readonly Piece[]): string {
  let joined = '';
  let dropped = false;
  for (const piece of pieces) {
    if (piece.kind === 'text' && piece.text === '') continue;
    const separated = dropped && piece.kind === 'text';
    joined += separated ? piece.text.replace(/^[._-]+/, '') : piece.text;
    dropped = piece.kind === 'value' && piece.text === '';
  }
  return dropped ? joined.replace(/[._-]+$/, '') : joined;
}

function renderUnknownExpression(source: string, names: readonly string[]): string {
  const known = names.map((name) => `{{${name}}}`).join(', ');
  return `the expression ${source} is not known here; there are ${known}`;
}
