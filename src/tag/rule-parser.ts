import { parseListInput } from './csv.js';
import { parseDateTemplate, parseVersionTemplate, type GlobalTemplate } from './expression.js';
import { RuleAttributes } from './rule-attributes.js';
import type { CommonRule, MatchRule, TagRule, VersionRule } from './rule.js';

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
export interface ParsedRules {
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
      return { ...common, type, pattern: parseDateTemplate(pattern, attributes.problems) };
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
