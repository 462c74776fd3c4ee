import { isSeq } from 'yaml';
import { type ImageReference, isSameRepository } from '../../base/image.js';
import { assertSourceDecides } from '../images/argo-source.js';
import { assertChartDecides } from '../images/rendered-charts.js';
import { assertEntryDecides } from '../images/deciding-entry.js';
import { readFields } from '../images/entries.js';
import { findPins, isPinOf, lastKey } from '../images/pins.js';
import { listTransformers } from '../images/transformers.js';
import { joinPlans, type Plan, type TargetPlan } from './plan.js';
import {
  findForeignRepository,
  findRepository,
  listRepositories,
  readParts,
} from '../images/values-image.js';
import { findInsertion } from '../text/pairs.js';
import { setScalar, setValue } from '../text/value.js';
import { type DocumentSelector, selectDocument } from '../yaml/document.js';
import {
  locatePath,
  type NodeReader,
  offsetOf,
  type Place,
  readerOf,
  readPath,
} from '../yaml/locate.js';
import { PATH_INPUTS, refuseMissing, type SoughtPath } from '../yaml/missing.js';
import { readText, startOfNode } from '../yaml/node.js';
import { type PathStep, renderPath, renderSteps, toStep } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

/** Strings to set at paths of any YAML file. */
export interface SetChange {
  readonly kind: 'set';
  /** Only needed when several documents of the file have the paths. */
  readonly document?: DocumentSelector;
  readonly values: readonly SetValue[];
  /** The image that they are of; absent where nothing is compared with it. */
  readonly image?: ImageReference;
  /** Tells the image from the texts that stand there before, one a value; absent where none is. */
  readonly readImage?: (texts: readonly (string | undefined)[]) => ImageReference | undefined;
  /** Whether a last key that is not there is added. */
  readonly createMissing?: boolean;
}

export interface SetValue {
  readonly path: readonly PathStep[];
  readonly value: string;
  /** Whether it holds the tag of the image, without its repository. */
  readonly isTag?: boolean;
  /** Whether it holds the repository of the image. */
  readonly isRepository?: boolean;
  /** Why a text that stands there is not what the value replaces; `undefined` where it may be. */
  readonly explainMisfit?: (text: string) => string | undefined;
}

/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
export function planSet(source: Source, change: SetChange): TargetPlan {
  const { document, values, image, readImage, createMissing } = change;
  const paths = values.map(({ path }) => path);
  const root = selectDocument(source, document, paths, PATH_INPUTS.set);
  const texts = paths.map((path) => readText(readPath(source, root.node, path)));
  for (const [index, value] of values.entries()) {
    const text = texts[index] ?? '';
    if (text !== value.value) refuseMisfit(source, root, value, text);
    if (image !== undefined) refuseContradiction(source, root, value, values, image);
  }
  const plans = values.map(({ path, value }) =>
    planString(source, root, { input: PATH_INPUTS.set, steps: path }, value, createMissing),
  );
  return {
    ...joinPlans(plans),
    previousImage: readImage?.(texts),
    assertDeployed: (after) => {
      for (const { path, isTag } of values) {
        const place = locatePath(source, root, path);
        assertItemDecides(source, place, after);
        const tagged = isTag === true ? image : undefined;
        assertSourceDecides(source, place, after, tagged && { image: tagged, isSure: false });
        if (tagged === undefined) continue;
        const read = readerOf(after, place.document);
        assertChartDecides(source, place, after, tagged, () =>
          listNamedRepositories(after, read, path),
        );
      }
    },
  };
}

/**
 * An item that is chosen by its text is the right one, whatever its text is.
 * @throws PromoteError `unsafe-edit` for a text that a value does not replace.
 */
export function refuseMisfit(
  source: Source,
  root: Place,
  { path, explainMisfit }: Pick<SetValue, 'path' | 'explainMisfit'>,
  text: string,
): void {
  if (text === '' || path.at(-1)?.kind === 'text') return;
  const misfit = explainMisfit?.(text);
  if (misfit === undefined) return;
  throw refuseAt(source, root, path, `${renderSteps(path)}: ${misfit}`);
}

/** A tag means nothing beside a digest, and another image's beside the repository of that one. */
function refuseContradiction(
  source: Source,
  root: Place,
  { path, isTag }: SetValue,
  values: readonly SetValue[],
  image: ImageReference,
): void {
  if (isTag !== true || lastKey(path) === '') return;
  const read = readerOf(source, root.document);
  const set = new Set(values.map((value) => renderSteps(value.path)));
  const pin = findPins(read, path).find(
    (each) => !set.has(renderSteps(each.steps)) && !isPinOf(each, image.digest),
  );
  if (pin !== undefined) {
    const pinned = renderSteps(pin.steps);
    const message = `the ${pin.key} beside the tag, ${pin.text}, would win over the new tag. Set ${pinned}: '{{digest}}' too, or remove it.`;
    throw refuseAt(source, root, path, message);
  }
  const parent = renderSteps(path.slice(0, -1));
  const isGiven = values.some(
    (value) => value.isRepository === true && renderSteps(value.path.slice(0, -1)) === parent,
  );
  if (isGiven || !/tag$/i.test(lastKey(path))) return;
  const repositories = listNamedRepositories(source, read, path);
  const [first = findForeignRepository(read, path, image.repository)] = repositories;
  if (first === undefined) return;
  if (repositories.some((each) => isSameRepository(each, image.repository))) return;
  const message = `beside the tag stands ${first}, not ${image.repository}. Set that too, with {{repository}}, or promote that image.`;
  throw refuseAt(source, root, path, message);
}

/** The repositories that a tag may be of, by the keys beside it; none where nothing tells. */
function listNamedRepositories(source: Source, read: NodeReader, tag: readonly PathStep[]) {
  if (lastKey(tag) === 'newTag') {
    const { name, newName } = readFields(source, read(tag.slice(0, -1)));
    // A name without a path is what a manifest calls the image, wherever that is.
    return [newName, newName === '' && name.includes('/') ? name : ''].filter(
      (each) => each !== '',
    );
  }
  const parts = readParts(source, read, findRepository(read, tag));
  return listRepositories(parts).filter((each) => !each.includes('://'));
}

/**
 * An item of `images`, of Flux or in a kustomization, is one of entries that follow each other. The
 * place is that of the file before the edits, which may change what a selector looks for.
 * @throws PromoteError `unsafe-edit` when another one decides instead.
 */
export function assertItemDecides(source: Source, place: Place, after: Source): void {
  const { document, path, ancestors, node, missing } = place;
  // A field that is added is the only step that is missing.
  const list = [...ancestors, node].at(missing.length - 3);
  const [key, own] = path.slice(missing.length - 3);
  if (key !== 'images' || typeof own !== 'number' || !isSeq(list)) return;
  const steps = path.slice(0, missing.length - 2).map(toStep);
  const entries = list.items.map((item, index) => ({
    ...readFields(after, readPath(after, after.documents[document], [...steps, toStep(index)])),
    offset: startOfNode(item),
  }));
  const transformers = steps.length === 1 ? listTransformers(source, ancestors[0]) : [];
  assertEntryDecides(source, [...entries, ...transformers], own);
}

function refuseAt(source: Source, root: Place, steps: readonly PathStep[], message: string): Error {
  return refuse(source, 'unsafe-edit', offsetOf(locatePath(source, root, steps)), message);
}

/** Plans the edits that make the node at a path a string. */
export function planString(
  source: Source,
  root: Place,
  sought: SoughtPath,
  value: string,
  createMissing = false,
): Plan {
  const place = locatePath(source, root, sought.steps);
  const [key, ...further] = place.missing;
  if (key === undefined) return planPlace(source, place, value);
  const canAdd = createMissing && further.length === 0 && key.kind === 'key';
  const { node, document, path, ancestors } = place;
  const into = canAdd ? findInsertion(place) : undefined;
  if (into === undefined || key.kind !== 'key') {
    throw refuseMissing(source, place, sought, { isCreatable: !createMissing });
  }
  return {
    edits: [],
    additions: [{ into, key: key.key, value }],
    changes: [{ document, path: [...path, key.key], after: value }],
    touched: [...ancestors, node],
  };
}

function planPlace(source: Source, place: Place, value: string): Plan {
  const { document, path, ancestors, node } = place;
  const edits = place.pair
    ? setValue(source, place.pair, value)
    : setScalar(source, place.node, renderPath(path), value);
  if (edits.length === 0) return { edits: [], changes: [] };
  return {
    edits,
    changes: [{ document, path, after: value }],
    touched: [...ancestors, node],
  };
}
