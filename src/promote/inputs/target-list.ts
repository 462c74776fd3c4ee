import { LineCounter, parseDocument, Parser, visit } from 'yaml';
import { isJsonObject } from '../../base/json.js';
import type { DocumentSelector } from '../../patch/yaml/document.js';
import { findDeepNode, MAX_YAML_DEPTH } from '../../patch/yaml/guards.js';
import { parsePath, renderSteps } from '../../patch/yaml/path.js';
import { DEFAULT_TAG_PATH, type Target, type TemplateAt } from './target.js';
import { TargetItem } from './target-item.js';
import { findUnknownPlaceholders, SET_PLACEHOLDERS } from '../message/template.js';

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
    input: item.describe('kustomization'),
    imageName,
  };
}

function parseValuesTarget(item: TargetItem): Target {
  const repository = item.path('repository-path');
  const digest = item.path('digest-path');
  return {
    kind: 'values',
    path: item.file('values'),
    input: item.describe('values'),
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
    input: item.describe('file'),
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
