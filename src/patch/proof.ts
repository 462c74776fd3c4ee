import { isScalar, parseDocument } from 'yaml';
import { PromoteError } from '../errors.js';
import { compareDocuments, type Difference } from './compare.js';
import { readText } from './node.js';
import { renderPath, type Path } from './path.js';
import type { IntendedChange } from './plan.js';
import type { PathChange } from './result.js';
import type { Source } from './source.js';

/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
export function proveChanges(
  before: Source,
  after: Source,
  intended: readonly IntendedChange[],
): ReadonlyMap<IntendedChange, PathChange> {
  const open = new Map(intended.map((change) => [keyOf(change), change]));
  const observed = new Map<IntendedChange, PathChange>();
  for (const difference of compareDocuments(before.documents, after.documents)) {
    const change = open.get(keyOf(difference));
    if (change === undefined || !isAsIntended(after, difference, change)) {
      throw failProof(before, difference.path);
    }
    open.delete(keyOf(difference));
    observed.set(change, describeChange(before, difference));
  }
  for (const change of open.values()) throw failProof(before, change.path);
  return observed;
}

function isAsIntended(after: Source, difference: Difference, change: IntendedChange): boolean {
  const node = difference.after;
  if (change.after === undefined) return node === undefined;
  if (!isScalar(node) || node.value !== change.after) return false;
  const [start, end] = node.range;
  const legacy = parseDocument(after.text.slice(start, end), { version: '1.1' });
  return isScalar(legacy.contents) && legacy.contents.value === change.after;
}

function describeChange(source: Source, { document, path, before, after }: Difference): PathChange {
  const texts = { before: readText(before), after: readText(after) };
  return {
    path: renderPath(path),
    ...(source.documents.length > 1 && { document }),
    ...(texts.before !== undefined && { before: texts.before }),
    ...(texts.after !== undefined && { after: texts.after }),
  };
}

/** The error of a patch that is not what it should be. */
export function failProof({ path }: Source, at: Path, cause?: unknown): PromoteError {
  return new PromoteError(
    'internal',
    `${path}: the patch would not change just what it is meant to (at "${renderPath(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`,
    { cause },
  );
}

function keyOf({ document, path }: Pick<IntendedChange, 'document' | 'path'>): string {
  return JSON.stringify([document, path]);
}
