import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { PromoteError } from '../errors.js';
import { offsetOf, type Place } from './locate.js';
import { describeNode } from './node.js';
import { renderPath } from './path.js';
import { renderSteps, type PathStep } from './path-parser.js';
import { refuse, type Source } from './source.js';

/**
 * The error for a path that is not there: how far it leads, and what is there.
 * @param hint A further sentence.
 */
export function refuseMissing(
  source: Source,
  place: Place,
  steps: readonly PathStep[],
  hint?: string,
): PromoteError {
  const { node, path } = place;
  const where = path.length === 0 ? 'the document' : renderPath(path);
  const sentences = [
    `there is no ${renderSteps(steps)}: ${where} is ${describeContents(node)}.`,
    'Correct the path, or add it to the file.',
    ...(hint === undefined ? [] : [hint]),
  ];
  return refuse(source, 'entry-not-found', offsetOf(place), sentences.join(' '));
}

function describeContents(node: ParsedNode | null): string {
  if (isSeq(node)) return `a list of ${node.items.length}`;
  if (!isMap(node)) return describeNode(node);
  return `a mapping with the keys ${node.items.map(({ key }) => describeNode(key)).join(', ')}`;
}
