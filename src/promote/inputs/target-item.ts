import { closestMatch } from 'leven';
import { isJsonObject, type JsonObject } from '../../base/json.js';
import { parsePath, type PathStep } from '../../patch/yaml/path.js';
import { FILE_PATH, normalizeFilePath, normalizePath, REPOSITORY_PATH } from './target.js';

/**
 * Typed reads of one item of `targets`. As with inputs, a read never throws: what is wrong is noted
 * with the item and the key, and what the read gives then is not used.
 */
export class TargetItem {
  readonly #values: JsonObject;
  readonly #name: string;
  readonly #problems: string[];

  constructor(values: JsonObject, name: string, problems: string[]) {
    this.#values = values;
    this.#name = name;
    this.#problems = problems;
  }

  keys(): readonly string[] {
    return Object.keys(this.#values);
  }

  /** What a key of the item is called in messages. */
  describe(key: string): string {
    return `targets: ${this.#name}, ${key}`;
  }

  /** Notes what is wrong with the item as a whole. */
  complain(problem: string): void {
    this.#problems.push(`${this.#name}: ${problem}`);
  }

  /** Notes that a key is wrong. */
  reject(key: string, expected: string): void {
    const value = this.#values[key];
    const given = value === undefined ? 'nothing' : JSON.stringify(value);
    this.#problems.push(`${this.#name}, ${key}: expected ${expected}, got ${given}`);
  }

  /** Rejects every key but these, since a misspelt one must not vanish, and tells whether there is none. */
  allowKeys(allowed: readonly string[]): boolean {
    const unknown = this.keys().filter((key) => !allowed.includes(key));
    for (const key of unknown) {
      const nearest = closestMatch(key, [...allowed]) ?? '';
      const known = allowed.join(', ');
      this.complain(`there is no key ${key} here, only ${known}. Is ${nearest} meant?`);
    }
    return unknown.length === 0;
  }

  /** A string that is not empty; absent when the key is. */
  string(key: string): string | undefined {
    const value = this.#values[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return value;
    this.reject(key, 'a string that is not empty (a number needs quotes)');
    return undefined;
  }

  /** A file or directory of the GitOps repository; empty for its root. */
  folder(key: string): string {
    return this.#normalize(key, normalizePath, REPOSITORY_PATH);
  }

  /** A file of the GitOps repository. */
  file(key: string): string {
    return this.#normalize(key, normalizeFilePath, FILE_PATH);
  }

  /** A path in a file. */
  path(key: string): readonly PathStep[] | undefined {
    const text = this.string(key);
    const steps = text === undefined ? undefined : parsePath(text);
    if (text !== undefined && steps === undefined) this.reject(key, 'a path such as image.tag');
    return steps;
  }

  /** A mapping, as an item of its own. */
  mapping(key: string): TargetItem | undefined {
    const value = this.#values[key];
    if (isJsonObject(value)) return new TargetItem(value, `${this.#name}, ${key}`, this.#problems);
    if (value !== undefined) this.reject(key, 'a mapping');
    return undefined;
  }

  #normalize(
    key: string,
    normalize: (path: string) => string | undefined,
    expected: string,
  ): string {
    const path = this.string(key);
    const normal = path === undefined ? '' : normalize(path);
    if (normal === undefined) this.reject(key, expected);
    return normal ?? '';
  }
}
