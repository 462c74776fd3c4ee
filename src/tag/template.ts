/** `{{name 'argument' option='value'}}`, as it is written. */
export interface ExpressionCall {
  readonly source: string;
  readonly name: string;
  /** Values by option; the argument without a name is at `ARGUMENT`. */
  readonly options: ReadonlyMap<string, string>;
}

export const ARGUMENT = 'argument';

/** Text that the author of a template wrote. */
interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** Text with expressions in it, such as `{{branch}}-`. */
export type Template<Expression> = readonly (Text | Expression)[];

/** A part of a tag that is being put together: text of a template, or what an expression gave. */
export type Piece = Text | { readonly kind: 'value'; readonly text: string };

/** With all the braces around it. */
const EXPRESSION = /(\{{2,}[^{}]*\}{2,})/;

/** Three braces mean "not escaped" in Handlebars; nothing is escaped here, so both mean the same. */
const BALANCED = /^(?:\{{3}[^{}]*\}{3}|\{{2}[^{}]*\}{2})$/;

/** An argument in quotes, with a name or without. */
const QUOTED = /(?:(\w+)=)?(['"])(.*?)\2/g;

/**
 * Parses a template in the notation of Handlebars.
 * @param parseExpression Makes an expression of a call, or nothing when it is wrong.
 * @param problems Receives a sentence when an expression is not closed, or has other braces.
 */
export function parseTemplate<Expression>(
  text: string,
  parseExpression: (call: ExpressionCall) => Expression | undefined,
  problems: string[],
): Template<Expression> {
  const parts: (Text | Expression)[] = [];
  // Splitting by a group gives texts and expressions in turn.
  for (const [index, part] of text.split(EXPRESSION).entries()) {
    if (index % 2 === 1) {
      if (!BALANCED.test(part)) {
        problems.push(`${part}: expected two or three braces on both sides, such as {{branch}}`);
        continue;
      }
      const expression = parseExpression(parseCall(part));
      if (expression !== undefined) parts.push(expression);
    } else if (part.includes('{{')) {
      problems.push(`the expression in ${JSON.stringify(part)} is not closed`);
    } else if (part !== '') {
      parts.push({ kind: 'text', text: part });
    }
  }
  return parts;
}

function parseCall(source: string): ExpressionCall {
  const options = new Map<string, string>();
  const name = source
    .replace(/[{}]/g, '')
    .replace(QUOTED, (_match, option: string | undefined, _quote, value: string) => {
      options.set(option ?? ARGUMENT, value);
      return '';
    })
    .trim();
  return { source, name, options };
}

/** Replaces the expressions of a template by their values. */
export function evaluateTemplate<Expression extends { readonly kind: 'name' | 'date' }>(
  template: Template<Expression>,
  evaluate: (expression: Expression) => string,
): readonly Piece[] {
  return template.map((part) =>
    part.kind === 'text' ? part : { kind: 'value', text: evaluate(part) },
  );
}

/**
 * Joins the pieces of a tag. A value that is empty goes together with one run of `.`, `_` and `-`
 * in the text after it, or in the template's text before it when it is last: what separated it separates nothing any more.
 */
export function joinPieces(pieces: readonly Piece[]): string {
  let joined = '';
  /** Behind the last value; what follows is text of templates. */
  let valueEnd = 0;
  let dropped = false;
  for (const piece of pieces) {
    const separated = dropped && piece.kind === 'text';
    joined += separated ? piece.text.replace(/^[._-]+/, '') : piece.text;
    dropped = piece.kind === 'value' && piece.text === '';
    if (piece.kind === 'value' && !dropped) valueEnd = joined.length;
  }
  if (!dropped) return joined;
  return joined.slice(0, valueEnd) + joined.slice(valueEnd).replace(/[._-]+$/, '');
}
