import { isMap } from 'yaml';
import type { ImageReference } from '../../base/image.js';
import { joinPlans, type Plan, type TargetPlan } from './plan.js';
import { setScalar, setValue } from '../text/value.js';
import { type DocumentSelector, selectDocument } from '../yaml/document.js';
import { locatePath, type Place, readPath, refuseMissing, refuseShared } from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import { type PathStep, renderPath } from '../yaml/path.js';
import type { Source } from '../yaml/source.js';

/** Strings to set at paths of any YAML file. */
export interface SetChange {
  readonly kind: 'set';
  /** Only needed when several documents of the file have the paths. */
  readonly document?: DocumentSelector;
  readonly values: readonly { readonly path: readonly PathStep[]; readonly value: string }[];
  /** Tells the image from the texts that stand there before, one a value; absent where none is. */
  readonly readImage?: (texts: readonly (string | undefined)[]) => ImageReference | undefined;
  /** Whether a last key that is not there is added. */
  readonly createMissing?: boolean;
}

/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
export function planSet(source: Source, change: SetChange): TargetPlan {
  const { document, values, readImage, createMissing } = change;
  const paths = values.map(({ path }) => path);
  const root = selectDocument(source, document, paths);
  const previousImage = readImage?.(
    paths.map((path) => readText(readPath(source, root.node, path))),
  );
  const plans = values.map(({ path, value }) =>
    planString(source, root, path, value, createMissing),
  );
  return { ...joinPlans(plans), previousImage };
}

/** Plans the edits that make the node at a path a string. */
export function planString(
  source: Source,
  root: Place,
  steps: readonly PathStep[],
  value: string,
  createMissing = false,
): Plan {
  const place = locatePath(source, root, steps);
  const [key, ...further] = place.missing;
  if (key === undefined) return planPlace(source, place, value);
  const canAdd = createMissing && further.length === 0 && key.kind === 'key';
  const { node, document, path, ancestors } = place;
  const behind = isMap(node) ? node.items.at(-1) : undefined;
  if (!canAdd || !isMap(node) || behind === undefined) throw refuseMissing(source, place, steps);
  refuseShared(source, [...ancestors, node]);
  return {
    edits: [],
    additions: [{ map: node, behind, key: key.key, value }],
    changes: [{ document, path: [...path, key.key], after: value }],
  };
}

function planPlace(source: Source, place: Place, value: string): Plan {
  const { document, path, ancestors, node } = place;
  const edits = place.pair
    ? setValue(source, place.pair, value)
    : setScalar(source, place.node, renderPath(path), value);
  if (edits.length === 0) return { edits: [], changes: [] };
  refuseShared(source, [...ancestors, place.pair?.key ?? null, node]);
  return { edits, changes: [{ document, path, after: value }] };
}
