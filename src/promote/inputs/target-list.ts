import { closestMatch } from 'leven';
import { LineCounter, parseDocument, Parser, visit } from 'yaml';
import { isJsonObject, type JsonObject } from '../../base/json.js';
import type { DocumentSelector } from '../../patch/yaml/document.js';
import { findDeepNode, MAX_YAML_DEPTH } from '../../patch/yaml/guards.js';
import { parsePath, type PathStep, renderSteps } from '../../patch/yaml/path.js';
import {
  DEFAULT_TAG_PATH,
  FILE_PATH,
  normalizeFilePath,
  normalizePath,
  REPOSITORY_PATH,
  type Target,
  type TemplateAt,
} from './target.js';
import { findUnknownPlaceholders, SET_PLACEHOLDERS } from '../message/template.js';

/**
 * Typed reads of one item of `targets`. As with inputs, a read never throws: what is wrong is noted
 * with the item and the key, and what the read gives then is not used.
 */
class TargetItem {
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

interface ParsedTargets {
  readonly targets: readonly Target[];
  /** What is wrong, each with the item and the key. */
  readonly problems: readonly string[];
}

/** The key that names a kind of target, and the keys that may stand beside it. */
const KINDS = new Map([
  ['kustomization', ['image-name']],
  ['values', ['document', 'tag-path', 'repository-path', 'digest-path']],
  ['file', ['document', 'set']],
]);

const DEEP = `expected at most ${MAX_YAML_DEPTH} mappings and lists inside of each other, got more`;

const DOCUMENT_KEYS = ['kind', 'name', 'namespace'] as const;

/**
 * Parses the input `targets`: a YAML list, each item a kustomization, Helm values, or a file with
 * values to set. `schema/targets.schema.json` says the same to editors.
 */
export function parseTargets(text: string): ParsedTargets {
  const { list, problem } = parseYaml(text);
  if (problem !== undefined) return { targets: [], problems: [problem] };
  if (!Array.isArray(list) || list.length === 0) {
    return { targets: [], problems: ['expected a list of targets, each behind a -'] };
  }
  const problems: string[] = [];
  const targets = list.flatMap((values: unknown, index) => {
    const name = `item ${index + 1}`;
    if (isJsonObject(values)) return parseTarget(new TargetItem(values, name, problems)) ?? [];
    problems.push(`${name}: expected a mapping, got ${JSON.stringify(values)}`);
    return [];
  });
  return { targets, problems };
}

/** Aliases are no part of it: they save little here, and can stand for anything, even themselves. */
function parseYaml(text: string): { readonly list?: unknown; readonly problem?: string } {
  const lineCounter = new LineCounter();
  const refuse = (offset: number, problem: string) => {
    const { line, col } = lineCounter.linePos(offset);
    return { problem: `line ${line}, column ${col}: ${problem}` };
  };
  const tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
  // What is nested deeper would end the yaml package, or the process.
  const deep = findDeepNode(tokens);
  if (deep !== undefined) return refuse(deep, DEEP);
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return refuse(error.pos[0], `expected YAML: ${error.message}`);
  const problems: string[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      const given = `expected the value itself, got the alias *${source}. Write it out`;
      problems.push(refuse(range?.[0] ?? 0, given).problem);
      return visit.BREAK;
    },
  });
  const [problem] = problems;
  return problem === undefined ? { list: document.toJS() } : { problem };
}

function parseTarget(item: TargetItem): Target | undefined {
  const kinds = item.keys().filter((key) => KINDS.has(key));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const isKnown = item.allowKeys([...new Set([...KINDS].flat(2))]);
    if (isKnown) item.complain(`expected one of the keys ${[...KINDS.keys()].join(', ')}`);
    return undefined;
  }
  item.allowKeys([kind, ...(KINDS.get(kind) ?? [])]);
  if (kind === 'kustomization') return parseKustomization(item);
  return kind === 'values' ? parseValuesTarget(item) : parseFileTarget(item);
}

function parseKustomization(item: TargetItem): Target {
  const imageName = item.string('image-name');
  return {
    kind: 'kustomization',
    path: item.folder('kustomization'),
    imageName,
  };
}

function parseValuesTarget(item: TargetItem): Target {
  const repository = item.path('repository-path');
  const digest = item.path('digest-path');
  return {
    kind: 'values',
    path: item.file('values'),
    ...parseDocumentSelector(item),
    paths: {
      tag: item.path('tag-path') ?? DEFAULT_TAG_PATH,
      repository,
      digest,
    },
  };
}

function parseFileTarget(item: TargetItem): Target {
  return {
    kind: 'file',
    path: item.file('file'),
    ...parseDocumentSelector(item),
    set: parseSet(item),
  };
}

function parseDocumentSelector(item: TargetItem): { readonly document?: DocumentSelector } {
  const selector = item.mapping('document');
  if (selector === undefined) return {};
  selector.allowKeys(DOCUMENT_KEYS);
  if (selector.keys().length === 0)
    selector.complain(`expected ${DOCUMENT_KEYS.join(', ')}, or some of them`);
  const parts = DOCUMENT_KEYS.map((key) => [key, selector.string(key)] as const);
  return { document: Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
}

function parseSet(item: TargetItem): readonly TemplateAt[] {
  const set = item.mapping('set');
  if (set === undefined || set.keys().length === 0) {
    item.complain('set: expected a mapping of paths to values');
    return [];
  }
  const seen = new Map<string, string>();
  return set.keys().flatMap((key) => {
    const template = set.string(key) ?? '';
    rejectPlaceholders(set, key, template);
    const path = parsePath(key);
    if (path === undefined) {
      set.complain(`expected paths such as image.tag as keys, got ${key}`);
      return [];
    }
    const same = seen.get(renderSteps(path));
    if (same !== undefined) {
      set.complain(`${same} and ${key} are one path. Remove one of the two`);
    }
    seen.set(renderSteps(path), key);
    return [{ path, template }];
  });
}

function rejectPlaceholders(set: TargetItem, key: string, template: string): void {
  const known = SET_PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ');
  if (findUnknownPlaceholders(template, SET_PLACEHOLDERS).length > 0) {
    set.reject(key, `no placeholders but ${known} (\\{{…}} is literal)`);
  }
}
