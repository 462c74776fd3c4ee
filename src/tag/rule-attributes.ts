import { parseItemFields } from './csv.js';
import { parseGlobalTemplate, type GlobalTemplate } from './expression.js';

/** Typed reads of the attributes of one rule. What is wrong is collected in `problems`. */
export class RuleAttributes {
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
