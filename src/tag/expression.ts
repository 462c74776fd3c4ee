import { parseDateFormat, type DateFormat } from './date-format.js';
import { ARGUMENT, parseTemplate, type ExpressionCall, type Template } from './template.js';

/** `{{name}}`. */
export interface NameExpression<Name extends string> {
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

/** PEP 440 has no `prerelease` and no `build`. */
const PEP440_NAMES = ['version', 'raw', 'major', 'minor', 'patch'] as const;
const SEMVER_NAMES = [...PEP440_NAMES, 'prerelease', 'build'] as const;
export type VersionName = (typeof SEMVER_NAMES)[number];

/** What the patterns of `type=semver` and `type=pep440` are made of. */
export type VersionTemplate = Template<NameExpression<VersionName>>;

/** What the pattern of `type=schedule` is made of. */
export type DateTemplate = Template<DateExpression>;

/** @param problems Receives a sentence for everything that is wrong. */
export function parseGlobalTemplate(text: string, problems: string[]): GlobalTemplate {
  return parseTemplate(
    text,
    (call) =>
      DATES.some((name) => name === call.name)
        ? parseDate(call, problems)
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
  return parseTemplate(text, (call) => parseName(call, names, names, problems), problems);
}

/** @param problems Receives a sentence for everything that is wrong. */
export function parseDateTemplate(text: string, problems: string[]): DateTemplate {
  return parseTemplate(text, (call) => parseDate(call, problems), problems);
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

function parseDate(
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
