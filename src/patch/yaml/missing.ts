import { isMap, isSeq } from 'yaml';
import type { PromoteError } from '../../base/errors.js';
import { findNearest, renderNearest } from '../../base/nearest.js';
import { keyOf, offsetOf, type Place, readValue } from './locate.js';
import { describeNode, readText } from './node.js';
import { type PathStep, renderPath, renderSteps } from './path.js';
import { refuse, type Source } from './source.js';

/** The inputs that paths stand in, as messages name them. */
export const PATH_INPUTS = {
  tag: 'values-tag-path (in targets: tag-path)',
  repository: 'values-repository-path (in targets: repository-path)',
  digest: 'values-digest-path (in targets: digest-path)',
  set: 'targets: set',
};

/** A path that was looked for. */
export interface SoughtPath {
  /** The input that it stands in. */
  readonly input: string;
  readonly steps: readonly PathStep[];
}

/**
 * The error for a path that is not there: the input, how far it leads, and what is there.
 * @param isCreatable Whether `create-missing` would add a last key that is missing.
 * @param hint A further sentence.
 */
export function refuseMissing(
  source: Source,
  place: Place,
  { input, steps }: SoughtPath,
  { isCreatable = false, hint }: { readonly isCreatable?: boolean; readonly hint?: string },
): PromoteError {
  const { node, path, missing } = place;
  const [step, ...further] = missing;
  const where = path.length === 0 ? 'the document' : renderPath(path);
  const isLastKey = isMap(node) && step?.kind === 'key' && further.length === 0;
  const cure =
    isCreatable && isLastKey
      ? 'Correct the path, add it to the file, or set create-missing: true.'
      : 'Correct the path, or add it to the file.';
  const sentences = [
    `${input}: there is no ${renderSteps(steps)}: ${where} is ${describeContents(source, place)}.${suggestKey(place)}`,
    cure,
    ...(hint === undefined ? [] : [hint]),
  ];
  return refuse(source, 'entry-not-found', offsetOf(place), sentences.join(' '));
}

/** Asks for the key that may be meant; empty where none may be. */
function suggestKey({ node, missing: [step] }: Place): string {
  if (!isMap(node) || step?.kind !== 'key') return '';
  const keys = node.items.flatMap(({ key }) => readText(key) ?? []);
  return renderNearest(findNearest(step.key, keys));
}

/** How many items of a list a message names. */
const NAMED_ITEMS = 10;

function describeContents(source: Source, { node, missing: [step] }: Place): string {
  if (isMap(node)) {
    return `a mapping with the keys ${node.items.map(({ key }) => describeNode(key)).join(', ')}`;
  }
  if (!isSeq(node)) return describeNode(node);
  const key = step?.kind === 'selector' ? step.key : '';
  const texts = node.items.flatMap((item) => {
    const text = readText(step?.kind === 'text' ? item : readValue(source, item, keyOf(key)));
    return text === undefined ? [] : JSON.stringify(text);
  });
  const named = texts.slice(0, NAMED_ITEMS).join(', ');
  const more = texts.length > NAMED_ITEMS ? ', …' : '';
  const of = texts.length === 0 ? '' : `, with ${key === '' ? '' : `${key} `}${named}${more}`;
  return `a list of ${node.items.length}${of}`;
}
