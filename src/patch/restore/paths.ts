import { type ImageReference, renderImageReference, toImageReference } from '../../base/image.js';
import { findPins } from '../images/pins.js';
import { readValuesImage, toParts, type ValuesPaths } from '../images/values-image.js';
import { joinPlans, type Plan, type TargetPlan } from '../targets/plan.js';
import { assertSourceDecides } from '../images/argo-source.js';
import { assertItemDecides, refuseMisfit, type SetValue } from '../targets/set.js';
import { type DocumentSelector, selectDocument } from '../yaml/document.js';
import {
  locatePath,
  locatePlaces,
  offsetOf,
  type Place,
  readerOf,
  readPath,
} from '../yaml/locate.js';
import { PATH_INPUTS, refuseMissing, type SoughtPath } from '../yaml/missing.js';
import { readText } from '../yaml/node.js';
import { renderSteps } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';
import { planRemoval, planValue, readWritten } from './scalar.js';

/** Helm values. */
export interface ValuesPlace {
  readonly kind: 'values';
  readonly document?: DocumentSelector;
  readonly paths: ValuesPaths;
  /** The repository of the image, where the values do not say it. */
  readonly repository: string;
}

/** Values at paths of any YAML file. */
export interface SetPlace {
  readonly kind: 'set';
  readonly document?: DocumentSelector;
  readonly values: readonly Pick<SetValue, 'path' | 'explainMisfit'>[];
  /** Tells the image from the texts that stand there, one a value; absent where none is. */
  readonly readImage: (texts: readonly (string | undefined)[]) => ImageReference | undefined;
}

/** A place in one state of its file. */
interface Scene {
  readonly source: Source;
  readonly root: Place;
  /** Those that have to be there. */
  readonly paths: readonly SoughtPath[];
}

function openScene(source: Source, place: ValuesPlace | SetPlace): Scene {
  if (place.kind === 'set') {
    const steps = place.values.map(({ path }) => path);
    const root = selectDocument(source, place.document, steps, PATH_INPUTS.set);
    return { source, root, paths: steps.map((each) => ({ input: PATH_INPUTS.set, steps: each })) };
  }
  const { tag, repository, digest } = place.paths;
  const paths = [
    { input: PATH_INPUTS.tag, steps: tag },
    ...(repository ? [{ input: PATH_INPUTS.repository, steps: repository }] : []),
    ...(digest ? [{ input: PATH_INPUTS.digest, steps: digest }] : []),
  ];
  return { source, root: selectDocument(source, place.document, [tag], PATH_INPUTS.tag), paths };
}

/**
 * The image that values ask for; `undefined` where they tell none.
 * @throws PromoteError `unsafe-edit` for a text that no promotion to these targets would replace.
 */
export function readAtPaths(
  source: Source,
  place: ValuesPlace | SetPlace,
): ImageReference | undefined {
  const { root } = openScene(source, place);
  if (place.kind === 'values') {
    const { paths, repository } = place;
    const read = readerOf(source, root.document);
    return toImageReference(toParts(readValuesImage(source, read, paths, repository), repository));
  }
  const texts = place.values.map(({ path }) => readText(readPath(source, root.node, path)));
  for (const [index, value] of place.values.entries()) {
    refuseMisfit(source, root, value, texts[index] ?? '');
  }
  return place.readImage(texts);
}

/** Plans to make the values at paths what they were. */
export function planValuesAgain(
  source: Source,
  from: Source,
  place: ValuesPlace | SetPlace,
): TargetPlan {
  const [now, then] = [openScene(source, place), openScene(from, place)];
  const image = readAtPaths(from, place);
  const plans = now.paths.map((sought) => planPath(now, then, sought));
  return {
    ...joinPlans(plans),
    previousImage: readAtPaths(source, place),
    places: locatePlaces(
      source,
      now.root,
      now.paths.map(({ steps }) => steps),
    ),
    assertDeployed: (after) => {
      if (place.kind === 'values') assertSamePins(then, openScene(after, place), place.paths);
      for (const { steps } of now.paths) {
        const at = locatePath(source, now.root, steps);
        assertItemDecides(source, at, after);
        assertSourceDecides(source, at, after);
      }
      assertImage(now, readAtPaths(after, place), image);
    },
  };
}

/** A path that is there in neither state was left out by promotions, too. */
function planPath(now: Scene, then: Scene, sought: SoughtPath): Plan {
  const { steps } = sought;
  const place = locatePath(now.source, now.root, steps);
  const before = locatePath(then.source, then.root, steps);
  const isThere = place.missing.length === 0;
  if (before.missing.length > 0) {
    return isThere ? planRemoval(now.source, place) : { edits: [], changes: [] };
  }
  if (!isThere) throw refuseMissing(now.source, place, sought, { hint: 'It was there before.' });
  return planValue(now.source, place, readWritten(then.source, before));
}

/** What stands beside a tag and pins an image has to be what it was, since it goes before the tag. */
function assertSamePins(then: Scene, after: Scene, { tag }: ValuesPaths): void {
  const render = ({ source, root }: Scene) =>
    findPins(readerOf(source, root.document), tag).map(
      ({ steps, text }) => `${renderSteps(steps)}: ${text}`,
    );
  const [old, now] = [render(then), render(after)];
  const differing = [...old, ...now].find((pin) => !old.includes(pin) || !now.includes(pin));
  if (differing === undefined) return;
  const message = `${differing} pins an image beside the tag in one of the two states alone, so that going back would not deploy what ran then. Set values-digest-path to it, or make it empty.`;
  throw refuse(after.source, 'unsafe-edit', offsetOf(after.root), message);
}

/** What the chart reads beside the paths may have changed since. */
function assertImage(
  { source, root, paths }: Scene,
  given: ImageReference | undefined,
  wanted: ImageReference | undefined,
): void {
  const [now, then] = [given, wanted].map((each) => each && renderImageReference(each));
  if (now === then) return;
  const message = `going back would give ${now ?? 'no image'} here and not ${then ?? 'none'}: what stands beside it was changed since. Change it back by hand, or name its path in the target.`;
  const offsets = paths.map(({ steps }) => offsetOf(locatePath(source, root, steps)));
  throw refuse(source, 'unsafe-edit', Math.min(...offsets), message);
}
