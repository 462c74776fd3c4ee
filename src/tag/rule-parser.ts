import { GLOBAL_EXPRESSIONS, type GlobalTemplate, type TagRule } from './rule.js';
import { parseTemplate } from './template.js';

type RuleType = TagRule['type'];

/** docker/metadata-action's priorities. */
const PRIORITIES: Readonly<Record<RuleType, number>> = { ref: 600, raw: 200, sha: 100 };

const COMMON_ATTRIBUTES = ['prefix', 'suffix'];
const OWN_ATTRIBUTES: Readonly<Record<RuleType, readonly string[]>> = {
  ref: ['event'],
  raw: ['value'],
  sha: ['format'],
};

/** Values by attribute, the type among them. */
type Attributes = ReadonlyMap<string, string>;

/** The rules of the input `tags`, highest priority first, and what is wrong with it. */
export interface ParsedRules {
  readonly rules: readonly TagRule[];
  /** Sentences that name the line. */
  readonly problems: readonly string[];
}

/**
 * Parses the input `tags`: a rule a line, in the language of docker/metadata-action. Lines that
 * start with `#` are comments.
 */
export function parseTagRules(text: string): ParsedRules {
  const rules: TagRule[] = [];
  const problems: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const source = line.trim();
    if (source === '' || source.startsWith('#')) continue;
    const ruleProblems: string[] = [];
    const rule = parseRule(source, ruleProblems);
    if (rule !== undefined) rules.push(rule);
    for (const problem of ruleProblems) problems.push(`${JSON.stringify(source)}: ${problem}`);
  }
  return { rules: rules.toSorted((a, b) => b.priority - a.priority), problems };
}

function parseRule(source: string, problems: string[]): TagRule | undefined {
  const attributes = parseAttributes(source);
  const type = parseChoice(attributes, 'type', ['ref', 'raw', 'sha'], 'raw', problems);
  if (type === undefined) return undefined;
  rejectUnknownAttributes(type, attributes, problems);
  const common = {
    source,
    priority: PRIORITIES[type],
    prefix: parseGlobalTemplate(
      attributes.get('prefix') ?? defaultPrefix(type, attributes),
      problems,
    ),
    suffix: parseGlobalTemplate(attributes.get('suffix') ?? '', problems),
  };
  switch (type) {
    case 'ref': {
      const event = parseChoice(attributes, 'event', ['branch', 'tag', 'pr'], undefined, problems);
      return event === undefined ? undefined : { ...common, type, event };
    }
    case 'raw': {
      const value = attributes.get('value');
      if (value === undefined) problems.push('the attribute "value" is missing');
      return { ...common, type, value: parseGlobalTemplate(value ?? '', problems) };
    }
    case 'sha': {
      const format = parseChoice(attributes, 'format', ['short', 'long'], 'short', problems);
      return format === undefined ? undefined : { ...common, type, format };
    }
  }
}

/** `key=value` pairs; keys in lower case, the last of equal ones counts. No `=` means `value`. */
function parseAttributes(source: string): Attributes {
  const attributes = new Map<string, string>();
  for (const field of source.split(',')) {
    const equals = field.indexOf('=', 1);
    const key = equals === -1 ? 'value' : field.slice(0, equals).trim().toLowerCase();
    attributes.set(key, field.slice(equals + 1).trim());
  }
  return attributes;
}

function parseChoice<T extends string>(
  attributes: Attributes,
  name: string,
  allowed: readonly T[],
  absent: T | undefined,
  problems: string[],
): T | undefined {
  const given = attributes.get(name);
  if (given === undefined && absent !== undefined) return absent;
  const found = allowed.find((word) => word === given);
  const got = given === undefined ? 'which is missing' : `got ${JSON.stringify(given)}`;
  if (found === undefined) problems.push(`expected ${name}=${allowed.join('|')}, ${got}`);
  return found;
}

function rejectUnknownAttributes(type: RuleType, attributes: Attributes, problems: string[]): void {
  const known = [...OWN_ATTRIBUTES[type], ...COMMON_ATTRIBUTES];
  for (const name of attributes.keys()) {
    if (name === 'type' || known.includes(name)) continue;
    problems.push(`type=${type} has no attribute "${name}"; there are ${known.join(', ')}`);
  }
}

function defaultPrefix(type: RuleType, attributes: Attributes): string {
  if (type === 'sha') return 'sha-';
  return attributes.get('event') === 'pr' ? 'pr-' : '';
}

function parseGlobalTemplate(text: string, problems: string[]): GlobalTemplate {
  return parseTemplate(text, GLOBAL_EXPRESSIONS, problems);
}
