import { type Options, parse } from 'csv-parse/sync';
import {
  type GlobalTemplate,
  parseDateExpression,
  parseGlobalTemplate,
  parseVersionTemplate,
} from './expression.js';
import type { CommonRule, MatchRule, TagRule, VersionRule } from './rule.js';

/**
 * The items of a list input, as docker/metadata-action splits them: a line is read as CSV, which
 * takes quotes away, and its fields are joined by commas again. So a comma inside a value survives
 * only when the whole line is in quotes and the quotes in it are doubled. Lines that start with `#`
 * are comments, indented ones too (there, only without an indent).
 * @param problems Receives a sentence when the text is not CSV.
 */
export function parseListInput(text: string, problems: string[]): readonly string[] {
  const uncommented = text.replace(/^[^\S\n]+#.*$/gm, '');
  const options = { comment: '#', comment_no_infix: true, relax_quotes: true };
  return parseCsv(uncommented, options, problems)
    .map((fields) => fields.join(',').trim())
    .filter((item) => item !== '');
}

/** The fields of one item. Quotes are taken away a second time; a second line is left out. */
export function parseItemFields(item: string, problems: string[]): readonly string[] {
  const [fields = []] = parseCsv(item, {}, problems);
  return fields;
}

function parseCsv(
  text: string,
  options: Options,
  problems: string[],
): readonly (readonly string[])[] {
  try {
    return parse(text, { ...options, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    problems.push(`${JSON.stringify(text)} cannot be read as CSV (${String(error)})`);
    return [];
  }
}

/** Typed reads of the attributes of one rule. What is wrong is collected in `problems`. */
class RuleAttributes {
  readonly problems: string[] = [];
  readonly #values: ReadonlyMap<string, string>;
  /** What has been asked for, and so is known to the rule's type. */
  readonly #known = new Set<string>();

  /** @param source A rule: `key=value` fields; keys in any case, the last of equal ones counts. */
  constructor(source: string) {
    const values = new Map<string, string>();
    for (const field of parseItemFields(source, this.problems)) {
      // A field without "=" is the value; so is one that starts with it.
      const equals = field.indexOf('=', 1);
      const key = equals === -1 ? 'value' : field.slice(0, equals).trim().toLowerCase();
      values.set(key, field.slice(equals + 1).trim());
    }
    this.#values = values;
  }

  text(name: string): string | undefined {
    this.#known.add(name);
    return this.#values.get(name);
  }

  /** An attribute that has to be there. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) this.problems.push(`the attribute "${name}" is missing`);
    return value ?? '';
  }

  /** One of the words. */
  choice<T extends string>(name: string, words: readonly T[], absent?: T): T | undefined {
    const value = this.text(name) ?? absent;
    const found = words.find((word) => word === value);
    if (found === undefined) this.#reject(name, words.join('|'), value);
    return found;
  }

  /** A number as it is written, `0` when it is not given; it may be empty. */
  number(name: string): string {
    const value = this.text(name) ?? '0';
    if (Number.isNaN(Number(value))) this.#reject(name, 'a number', value);
    return value;
  }

  /** A template that knows the global expressions. */
  parseTemplate(text: string): GlobalTemplate {
    return parseGlobalTemplate(text, this.problems);
  }

  /** A regular expression of JavaScript. */
  parseRegExp(name: string, pattern: string, flags = ''): RegExp {
    try {
      return new RegExp(pattern, flags);
    } catch {
      this.#reject(name, 'a regular expression', pattern);
      return /(?:)/;
    }
  }

  /** Reports the attributes that nobody has asked for. */
  rejectUnknown(): void {
    for (const name of this.#values.keys()) {
      if (this.#known.has(name)) continue;
      const known = [...this.#known].join(', ');
      this.problems.push(`the attribute "${name}" is not known here; there are ${known}`);
    }
  }

  #reject(name: string, expected: string, given: string | undefined): void {
    const got = given === undefined ? 'nothing' : JSON.stringify(given);
    this.problems.push(`expected ${name}=${expected}, got ${got}`);
  }
}

type RuleType = TagRule['type'];

const TYPES = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'] as const;

const EVENTS = ['branch', 'tag', 'pr'] as const;

const FORMATS = ['short', 'long'] as const;

/** docker/metadata-action's priorities. */
const PRIORITIES: Readonly<Record<RuleType, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};

/** The rules of the input `tags`, highest priority first, and what is wrong with it. */
interface ParsedRules {
  readonly rules: readonly TagRule[];
  /** Sentences that name the rule. */
  readonly problems: readonly string[];
}

/** Parses the input `tags`: a rule a line, in the language of docker/metadata-action. */
export function parseTagRules(text: string): ParsedRules {
  const rules: TagRule[] = [];
  const problems: string[] = [];
  for (const source of parseListInput(text, problems)) {
    const attributes = new RuleAttributes(source);
    const type = attributes.choice('type', TYPES, 'raw');
    if (type !== undefined) rules.push(parseRule(source, type, attributes));
    for (const problem of attributes.problems) {
      problems.push(`${JSON.stringify(source)}: ${problem}`);
    }
  }
  return { rules: rules.toSorted(byPriority), problems };
}

/** A priority that is no number is neither above nor below another, as in docker/metadata-action. */
function byPriority(a: TagRule, b: TagRule): number {
  if (a.priority < b.priority) return 1;
  return a.priority > b.priority ? -1 : 0;
}

function parseRule(source: string, type: RuleType, attributes: RuleAttributes): TagRule {
  const prefix = attributes.text('prefix') ?? defaultPrefix(type, attributes);
  const suffix = attributes.text('suffix');
  const common = {
    source,
    priority: Number(attributes.text('priority') ?? PRIORITIES[type]),
    enable: parseEnable(attributes),
    deploy: attributes.choice('deploy', ['true', 'false'], 'false') === 'true',
    ...(prefix !== undefined && { prefix: attributes.parseTemplate(prefix) }),
    ...(suffix !== undefined && { suffix: attributes.parseTemplate(suffix) }),
  };
  const rule = addOwnAttributes(common, type, attributes);
  attributes.rejectUnknown();
  return rule;
}

function addOwnAttributes(common: CommonRule, type: RuleType, attributes: RuleAttributes): TagRule {
  switch (type) {
    case 'schedule': {
      const pattern = attributes.text('pattern') ?? 'nightly';
      return { ...common, type, pattern: parseDateExpression(pattern, attributes.problems) };
    }
    case 'semver':
    case 'pep440':
      return { ...common, type, ...parseVersionAttributes(type, attributes) };
    case 'match':
      return { ...common, type, ...parseMatchAttributes(attributes) };
    case 'edge': {
      const branch = attributes.text('branch') ?? '';
      return { ...common, type, ...(branch !== '' && { branch }) };
    }
    case 'ref':
      return { ...common, type, event: attributes.choice('event', EVENTS) ?? 'branch' };
    case 'raw':
      return { ...common, type, value: attributes.parseTemplate(attributes.required('value')) };
    case 'sha':
      return { ...common, type, format: attributes.choice('format', FORMATS, 'short') ?? 'short' };
  }
}

function parseVersionAttributes(
  type: VersionRule['type'],
  attributes: RuleAttributes,
): Pick<VersionRule, 'pattern' | 'value' | 'match'> {
  const pattern = attributes.required('pattern');
  const match = attributes.text('match') ?? '';
  return {
    pattern: parseVersionTemplate(pattern, type, attributes.problems),
    ...parseValue(attributes),
    ...(match !== '' && { match: attributes.parseRegExp('match', match) }),
  };
}

function parseMatchAttributes(
  attributes: RuleAttributes,
): Pick<MatchRule, 'pattern' | 'group' | 'value'> {
  const pattern = attributes.required('pattern');
  const [, source = pattern, flags] = /^\/(.+)\/(.*)$/.exec(pattern) ?? [];
  return {
    pattern: attributes.parseRegExp('pattern', source, flags),
    group: attributes.number('group'),
    ...parseValue(attributes),
  };
}

/** The text that is looked at instead of the git tag; an empty one is none. */
function parseValue(attributes: RuleAttributes): { readonly value?: GlobalTemplate } {
  const value = attributes.text('value') ?? '';
  return value === '' ? {} : { value: attributes.parseTemplate(value) };
}

function defaultPrefix(type: RuleType, attributes: RuleAttributes): string | undefined {
  if (type === 'sha') return 'sha-';
  return type === 'ref' && attributes.text('event') === 'pr' ? 'pr-' : undefined;
}

function parseEnable(attributes: RuleAttributes): GlobalTemplate {
  const enable = attributes.text('enable') ?? 'true';
  if (!enable.includes('{{')) attributes.choice('enable', ['true', 'false'], 'true');
  return attributes.parseTemplate(enable);
}
