/** One bad input. The user reads it as `input: message.` */
export interface InputProblem {
  readonly input: string;
  readonly message: string;
}

/** Booleans of the YAML 1.2 core schema, as `core.getBooleanInput` has them. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/**
 * Typed reads of raw inputs. A read never throws: what is wrong is collected in `problems`, so that
 * every bad input is reported at once. An empty value means "not given", because an expression such
 * as `${{ vars.X }}` of an unset variable is empty.
 */
export class InputReader {
  readonly #raw: ReadonlyMap<string, string>;
  readonly #problems: InputProblem[] = [];

  /** @param raw Values by input name as `action.yml` spells it. */
  constructor(raw: ReadonlyMap<string, string>) {
    this.#raw = raw;
  }

  get problems(): readonly InputProblem[] {
    return this.#problems;
  }

  /** Whether the input has a value that is not empty. */
  has(name: string): boolean {
    return this.string(name) !== undefined;
  }

  /** The value without white space around it, or `undefined` when it is not given. */
  string(name: string): string | undefined {
    const value = this.#raw.get(name)?.trim();
    return value === '' ? undefined : value;
  }

  /** One item a line, without white space around it; empty lines are left out. */
  lines(name: string): readonly string[] {
    return splitList(this.string(name), /\r?\n/);
  }

  /** One item a line or separated by commas. */
  words(name: string): readonly string[] {
    return splitList(this.string(name), /\r?\n|,/);
  }

  boolean(name: string): boolean | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const boolean = BOOLEANS.get(value);
    if (boolean === undefined) this.reject(name, 'true or false', value);
    return boolean;
  }

  /** A whole number in decimal digits within the bounds, both included. */
  integer(name: string, min: number, max: number): number | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.reject(name, `a whole number from ${min} to ${max}`, value);
    return undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const found = allowed.find((word) => word === value);
    if (found === undefined) this.reject(name, `one of ${allowed.join(', ')}`, value);
    return found;
  }

  /**
   * Notes that an input is wrong.
   * @param expected What the input takes, as it reads after "expected".
   * @param given What was given, shown in quotes.
   * @param cure A further sentence, where the expectation alone does not say what to change.
   */
  reject(input: string, expected: string, given: string, cure?: string): void {
    const message = `expected ${expected}, got ${quoteInput(given)}`;
    this.#problems.push({ input, message: cure === undefined ? message : `${message}. ${cure}` });
  }

  /** Notes a problem that is not of the form "expected, got". */
  complain(input: string, message: string): void {
    this.#problems.push({ input, message });
  }
}

/** A value in double quotes on one line, cut at 200 characters, without the credentials of an address. */
function quoteInput(value: string): string {
  const shown = value.replaceAll(/(?<=:\/\/)[^/\s]*@/g, '***@');
  return JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown);
}

function splitList(value: string | undefined, separator: RegExp): readonly string[] {
  if (value === undefined) return [];
  return value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
