import { type GlobalTemplate, parseGlobalTemplate } from './expression.js';
import { parseItemFields, parseListInput } from './parse.js';

/** What goes for all rules: the input `flavor`. */
export interface Flavor {
  /** Whether to add the tag `latest`; `auto`: when the first rule that gives a tag says so. */
  readonly latest: 'auto' | 'true' | 'false';
  readonly prefix: Affix;
  readonly suffix: Affix;
}

/** A prefix or suffix of the tags of rules that have none of their own. */
interface Affix {
  readonly template: GlobalTemplate;
  /** Whether `latest` gets it too. */
  readonly onLatest: boolean;
}

/** A flavor, and what is wrong with it: sentences that name the entry. */
interface ParsedFlavor {
  readonly flavor: Flavor;
  readonly problems: readonly string[];
}

const LATEST = ['auto', 'true', 'false'] as const;

/**
 * Parses the input `flavor`: `latest=auto|true|false`, `prefix=…[,onlatest=true]` and
 * `suffix=…[,onlatest=true]`, on one line or several.
 */
export function parseFlavor(text: string): ParsedFlavor {
  const none: Affix = { template: [], onLatest: false };
  let flavor: Flavor = { latest: 'auto', prefix: none, suffix: none };
  const problems: string[] = [];
  for (const source of parseListInput(text, problems)) {
    const entryProblems: string[] = [];
    flavor = applyFlavorLine(flavor, source, entryProblems);
    for (const problem of entryProblems) problems.push(`${JSON.stringify(source)}: ${problem}`);
  }
  return { flavor, problems };
}

/** `onlatest` belongs to the prefix or suffix before it on the same line. */
function applyFlavorLine(flavor: Flavor, source: string, problems: string[]): Flavor {
  let changed = flavor;
  let affix: 'prefix' | 'suffix' | undefined;
  for (const field of parseItemFields(source, problems)) {
    const { key, value } = splitField(field);
    if (key === 'prefix' || key === 'suffix') {
      affix = key;
      const template = parseGlobalTemplate(value, problems);
      changed = { ...changed, [key]: { ...changed[key], template } };
    } else if (key === 'latest') {
      changed = { ...changed, latest: parseWord(field, value, LATEST, problems) };
    } else if (key === 'onlatest') {
      const onLatest = parseWord(field, value, ['false', 'true'], problems) === 'true';
      if (affix !== undefined) changed = { ...changed, [affix]: { ...changed[affix], onLatest } };
    } else {
      problems.push(
        `expected latest=, prefix=, suffix= or onlatest=, got ${JSON.stringify(field)}`,
      );
    }
  }
  return changed;
}

/** What follows a second `=` is left out, as in docker/metadata-action. */
function splitField(field: string): { readonly key: string; readonly value: string } {
  if (!field.includes('=')) return { key: '', value: '' };
  const key = field.slice(0, field.indexOf('='));
  const value = field.slice(key.length + 1).replace(/=.*$/, '');
  return { key: key.trim().toLowerCase(), value: value.trim() };
}

function parseWord<T extends string>(
  field: string,
  value: string,
  words: readonly [T, ...T[]],
  problems: string[],
): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  problems.push(`expected one of ${words.join(', ')}, got ${JSON.stringify(field)}`);
  return words[0];
}
