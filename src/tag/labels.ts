import type { Context } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import type { InputReader } from '../base/input-reader.js';
import { renderOneLine } from '../base/markdown.js';
import { readPayloadValue } from '../base/json.js';
import type { ImageResult } from './result.js';
import { evaluateText } from './rules/evaluate.js';
import { type GlobalTemplate, parseGlobalTemplate } from './rules/expression.js';
import { readClock, type TagFacts } from './rules/facts.js';
import { parseListInput } from './rules/parse.js';

/** One line of the input `extra-labels`. */
export interface ExtraLabel {
  readonly key: string;
  readonly value: GlobalTemplate;
}

/** What can stand before the `=` of a label. */
const KEY = /^[^\s\p{Cc}="'`{}]+$/u;

/** What would end a line for one reader or another. */
const CONTROL = /[^\P{Cc}\t]|[\u2028\u2029]/u;

/**
 * Parses the input `extra-labels`, in the notation of docker/metadata-action's `labels`: `key=value`
 * lines with expressions, read as CSV. What is wrong is noted in `reader`.
 */
export function parseExtraLabels(reader: InputReader): readonly ExtraLabel[] {
  const problems: string[] = [];
  const labels = parseListInput(reader.string('extra-labels') ?? '', problems).flatMap((line) => {
    const end = line.indexOf('=');
    const key = line.slice(0, end);
    if (end === -1 || !KEY.test(key) || CONTROL.test(line)) {
      reader.reject('extra-labels', 'lines of the form key=value', line);
      return [];
    }
    const ofValue: string[] = [];
    const value = parseGlobalTemplate(line.slice(end + 1), ofValue);
    for (const problem of ofValue) problems.push(`${JSON.stringify(line)}: ${problem}`);
    return [{ key, value }];
  });
  for (const problem of problems) reader.complain('extra-labels', problem);
  return labels;
}

/**
 * The labels that tie an image to its source, and the annotations that say the same: the keys of the
 * OCI image specification, as docker/metadata-action has them. What is known to be empty is there
 * without a value, so that the image does not inherit it; what is not known is left out.
 * @throws PromoteError `invalid-context` when a variable that says how they are is malformed.
 */
export function computeImageLabels(
  { sourceSha, version }: Pick<ImageResult, 'sourceSha' | 'version'>,
  context: Context,
): Pick<ImageResult, 'labels' | 'annotations'> {
  const { payload, repository, repositoryUrl } = context;
  const values = {
    title: readPayloadText(payload, 'repository.name') ?? repository.replace(/^.*\//, ''),
    description: readPayloadText(payload, 'repository.description'),
    url: repositoryUrl,
    source: repositoryUrl,
    version,
    created: new Date(readClock(context)).toISOString(),
    revision: sourceSha,
    licenses: readLicense(payload),
  };
  const labels = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`org.opencontainers.image.${name}=${value}`],
  );
  const sorted = sortByKey(labels);
  const levels = readLevels(context);
  return {
    labels: sorted,
    annotations: levels.flatMap((level) => sorted.map((label) => `${level}:${label}`)),
  };
}

/** On one line; empty where the event tells that there is none. */
function readPayloadText(payload: Context['payload'], path: string): string | undefined {
  const value = readPayloadValue(payload, path);
  if (value === null) return '';
  return typeof value === 'string' ? renderOneLine(value) : undefined;
}

function readLicense(payload: Context['payload']): string | undefined {
  const isNone = readPayloadValue(payload, 'repository.license') === null;
  return isNone ? '' : readPayloadText(payload, 'repository.license.spdx_id');
}

/** Where BuildKit puts an annotation, such as `index` or `manifest[linux/amd64]`. */
const LEVEL = /^(?:manifest|index)(?:-descriptor)?(?:\[[\w./-]+\])?$/;

function readLevels({ annotationsLevels }: Context): readonly string[] {
  const levels = annotationsLevels.split(',').map((level) => level.trim());
  if (levels.every((level) => LEVEL.test(level))) return levels;
  throw new PromoteError(
    'invalid-context',
    `DOCKER_METADATA_ANNOTATIONS_LEVELS: expected levels among manifest, index, manifest-descriptor and index-descriptor, separated by commas, got ${JSON.stringify(annotationsLevels)}. Correct it, or unset it to have manifest.`,
  );
}

/** The labels with the further ones; of one key the last counts, as in docker/metadata-action. */
export function mergeLabels(
  labels: readonly string[],
  extra: readonly ExtraLabel[],
  facts: TagFacts,
): readonly string[] {
  const added = extra.map(({ key, value }) => `${key}=${evaluateText(value, facts)}`);
  return sortByKey([...labels, ...added]);
}

/** Whether the commit is asked for. */
export function holdsCommit(value: GlobalTemplate): boolean {
  return value.some(
    (part) => part.kind !== 'text' && (part.name === 'sha' || part.name === 'commit_date'),
  );
}

/** The order is docker/metadata-action's. */
function sortByKey(labels: readonly string[]): readonly string[] {
  const byKey = new Map(labels.map((label) => [splitLabel(label)[0], label]));
  const isPlain = [...byKey.keys()].every((key) => /^[a-z.]+$/.test(key));
  // Both orders agree on such keys, and loading a collator would be a tenth of a start.
  const compare = isPlain
    ? (a: string, b: string) => (a < b ? -1 : 1)
    : (a: string, b: string) => a.localeCompare(b, 'en');
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, label]) => label);
}

/** The key and the value of a label. */
export function splitLabel(label: string): readonly [key: string, value: string] {
  const equals = label.indexOf('=');
  return [label.slice(0, equals), label.slice(equals + 1)];
}

/**
 * Labels or annotations one a line, for inputs of docker/build-push-action, which reads each line as
 * CSV: a quote behind a comma would open a field there, and swallow what follows. Only such a line is
 * put in quotes.
 */
export function renderLabelLines(labels: readonly string[]): string {
  const lines = labels.map((label) =>
    label.includes(',"') ? `"${label.replaceAll('"', '""')}"` : label,
  );
  return lines.join('\n');
}
