import { splitTemplate } from '../../base/template.js';
import { PEP440_NAMES, SEMVER_NAMES, type VersionName } from '../commit/version.js';
import { type DateFormat, parseDateFormat } from './date-format.js';

/** `{{name}}`. */
interface NameExpression<Name extends string> {
  readonly kind: 'name';
  readonly name: Name;
}

const DATES = ['date', 'commit_date'] as const;

/** `{{date 'YYYYMMDD' tz='Asia/Tokyo'}}`. */
export interface DateExpression {
  readonly kind: 'date';
  readonly name: (typeof DATES)[number];
  readonly format: DateFormat;
  /** IANA name of the time zone. */
  readonly timeZone: string;
}

const GLOBALS = [
  'branch',
  'tag',
  'sha',
  'base_ref',
  'is_default_branch',
  'is_not_default_branch',
] as const;

export type GlobalName = (typeof GLOBALS)[number];

/** What prefixes, suffixes, values and conditions are made of. */
export type GlobalTemplate = Template<NameExpression<GlobalName> | DateExpression>;

/** What the patterns of `type=semver` and `type=pep440` are made of. */
export type VersionTemplate = Template<NameExpression<VersionName>>;

/** What the pattern of `type=schedule` is made of. */
export type DateTemplate = Template<DateExpression>;

/** @param problems Receives a sentence for everything that is wrong. */
export function parseGlobalTemplate(text: string, problems: string[]): GlobalTemplate {
  return parseHandlebars(
    text,
    (call) =>
      DATES.some((name) => name === call.name)
        ? parseDateCall(call, problems)
        : parseName(call, GLOBALS, [...GLOBALS, ...DATES], problems),
    problems,
  );
}

/** @param problems Receives a sentence for everything that is wrong. */
export function parseVersionTemplate(
  text: string,
  kind: 'semver' | 'pep440',
  problems: string[],
): VersionTemplate {
  const names: readonly VersionName[] = kind === 'semver' ? SEMVER_NAMES : PEP440_NAMES;
  return parseHandlebars(text, (call) => parseName(call, names, names, problems), problems);
}

/** @param problems Receives a sentence for everything that is wrong. */
export function parseDateExpression(text: string, problems: string[]): DateTemplate {
  return parseHandlebars(text, (call) => parseDateCall(call, problems), problems);
}

function parseName<Name extends string>(
  { source, name, options }: ExpressionCall,
  names: readonly Name[],
  known: readonly string[],
  problems: string[],
): NameExpression<Name> | undefined {
  const found = names.find((candidate) => candidate === name);
  if (found === undefined) {
    problems.push(`the expression ${source} is not known here; there are ${known.join(', ')}`);
    return undefined;
  }
  if (options.size > 0) problems.push(`the expression ${source} takes no arguments`);
  return { kind: 'name', name: found };
}

function parseDateCall(
  { source, name, options }: ExpressionCall,
  problems: string[],
): DateExpression | undefined {
  const found = DATES.find((candidate) => candidate === name);
  if (found === undefined) {
    problems.push(`the expression ${source} is not known here; there are ${DATES.join(', ')}`);
    return undefined;
  }
  const unknown = [...options.keys()].find((option) => option !== ARGUMENT && option !== 'tz');
  if (unknown !== undefined) problems.push(`${source} has no option "${unknown}", only tz`);
  const format = options.get(ARGUMENT) ?? '';
  if (format === '') {
    problems.push(`${source} lacks a format in quotes, such as {{${found} 'YYYYMMDD'}}`);
  }
  const timeZone = options.get('tz') ?? 'UTC';
  if (!isTimeZone(timeZone)) {
    problems.push(`${source}: expected a time zone such as Europe/Paris, got "${timeZone}"`);
  }
  return { kind: 'date', name: found, format: parseDateFormat(format, problems), timeZone };
}

/** Asks the engine itself: this is parsed with the inputs, and dates are loaded only with the step. */
function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `{{name 'argument' option='value'}}`, as it is written. */
interface ExpressionCall {
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
type Template<Expression> = readonly (Text | Expression)[];

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
export function parseHandlebars<Expression>(
  text: string,
  parseExpression: (call: ExpressionCall) => Expression | undefined,
  problems: string[],
): Template<Expression> {
  const parts: (Text | Expression)[] = [];
  for (const { text: source, expression } of splitTemplate(text, EXPRESSION)) {
    if (expression !== undefined) {
      if (!BALANCED.test(source)) {
        problems.push(`${source}: expected two or three braces on both sides, such as {{branch}}`);
        continue;
      }
      const parsed = parseExpression(parseCall(source, expression));
      if (parsed !== undefined) parts.push(parsed);
    } else if (source.includes('{{')) {
      problems.push(`the expression in ${JSON.stringify(source)} is not closed`);
    } else if (source !== '') {
      parts.push({ kind: 'text', text: source });
    }
  }
  return parts;
}

function parseCall(source: string, expression: string): ExpressionCall {
  const options = new Map<string, string>();
  const name = expression
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
