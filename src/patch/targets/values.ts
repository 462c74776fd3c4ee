import {
  hasRegistry,
  type ImageReference,
  isSameRepository,
  normalizeRepository,
  toImageReference,
} from '../../base/image.js';
import { assertChartDecides } from '../images/rendered-charts.js';
import { assertSourceDecides } from '../images/argo-source.js';
import { findPins, isPinOf, lastKey, type Pin, renderPin } from '../images/pins.js';
import { joinPlans, type Plan, type TargetPlan } from './plan.js';
import { planString } from './set.js';
import {
  findForeignRepository,
  isImageKey,
  listRepositories,
  readStringAt,
  readValuesImage,
  refuseLaterDocument,
  type RepositoryParts,
  toParts,
  type ValuesImage,
  type ValuesPaths,
} from '../images/values-image.js';
import { type DocumentSelector, selectDocument } from '../yaml/document.js';
import {
  locatePath,
  locatePlaces,
  type NodeReader,
  offsetOf,
  type Place,
  readerOf,
} from '../yaml/locate.js';
import { PATH_INPUTS, refuseMissing } from '../yaml/missing.js';
import { type PathStep, renderSteps } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

type Steps = readonly PathStep[];

/** An image to give to Helm values. */
export interface ValuesChange {
  readonly kind: 'values';
  readonly image: ImageReference;
  /** Only needed when several documents of the file have the path of the tag. */
  readonly document?: DocumentSelector;
  readonly paths: ValuesPaths;
  /** Whether a last key that is not there is added. */
  readonly createMissing?: boolean;
}

/** Values that are to give an image, and what they give now. */
interface Scene {
  readonly source: Source;
  readonly root: Place;
  readonly read: NodeReader;
  readonly image: ImageReference;
  readonly paths: ValuesPaths;
  readonly current: ValuesImage;
}

/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
export function planValues(source: Source, change: ValuesChange): TargetPlan {
  const { image, document, paths, createMissing } = change;
  const root = selectDocument(source, document, [paths.tag], PATH_INPUTS.tag);
  const place = locatePath(source, root, paths.tag);
  if (place.missing.length > 0 && createMissing !== true) {
    const sought = { input: PATH_INPUTS.tag, steps: paths.tag };
    throw refuseMissing(source, place, sought, { isCreatable: true });
  }
  refuseLaterDocument(source, root);
  const read = readerOf(source, root.document);
  const current = readValuesImage(source, read, paths, image.repository);
  const scene = { source, root, read, image, paths, current };
  refusePins(scene);
  const plans: Plan[] = [];
  const set = (input: string, steps: Steps, after: string) => {
    if (after === '' && readStringAt(source, read, steps) === '') return;
    plans.push(planString(source, root, { input, steps }, after, createMissing));
  };
  const repository = computeRepository(scene);
  if (repository !== undefined && paths.repository) {
    set(PATH_INPUTS.repository, paths.repository, repository);
  }
  const isJoined = current.text.digest !== '' && (!paths.digest || current.digest === '');
  set(PATH_INPUTS.tag, paths.tag, renderTagValue(scene, isJoined));
  if (paths.digest && !isJoined) {
    const key = lastKey(paths.digest);
    const { digest = '' } = image;
    // The very digest stays in the form that it has.
    const stays = digest !== '' && isPinOf({ text: current.digest }, digest);
    set(
      PATH_INPUTS.digest,
      paths.digest,
      stays ? current.digest : renderPin(digest, current.digest, key),
    );
  }
  const { tag, repository: repositoryPath = tag, digest = tag } = paths;
  return {
    ...joinPlans(plans),
    previousImage: toImageReference(toParts(current, image.repository)),
    places: locatePlaces(source, root, [...new Set([tag, repositoryPath, digest])]),
    assertDeployed: (after) => {
      assertDeployed(scene, place, after);
    },
  };
}

/** @throws PromoteError `unsafe-edit` where something else than the values decides the image. */
function assertDeployed(scene: Scene, place: Place, after: Source): void {
  const { source, root, image, paths, current } = scene;
  const tagged = current.text.isReference ? undefined : { image, isSure: true };
  assertSourceDecides(source, place, after, tagged);
  const read = readerOf(after, root.document);
  assertChartDecides(source, place, after, image, () =>
    listRepositories(readValuesImage(after, read, paths, image.repository).parts),
  );
}

/**
 * What the value at the path of the tag becomes: it keeps its form.
 * @param isJoined Whether it holds the digest as well.
 */
function renderTagValue(scene: Scene, isJoined: boolean): string {
  const { current, image, paths } = scene;
  const { isReference, repository } = current.text;
  const { tag = '' } = image;
  const holdsDigest = isJoined || (isReference && paths.digest === undefined);
  const digest = image.digest !== undefined && holdsDigest ? `@${image.digest}` : '';
  if (isReference) return `${repository}${tag === '' ? '' : `:${tag}`}${digest}`;
  if (isImageKey(lastKey(paths.tag)) && current.text.tag === '') {
    const message = `${renderSteps(paths.tag)} is empty, so it cannot be told whether the chart wants a tag here or a whole reference. Write the first one by hand.`;
    throw refuseAtTag(scene, message);
  }
  if (tag === '' && digest !== '') {
    const message =
      'the value holds a tag and a digest, and the image has a digest alone. Give the tag too.';
    throw refuseAtTag(scene, message);
  }
  // A chart whose tag is empty already renders something else than nothing for it.
  if (tag === '' && current.text.tag !== '') {
    const message =
      'the image has a digest and no tag, and most charts make repository:@sha256:… of an empty tag, which is no image. Give the tag too; or, where the chart reads a digest alone, make the tag empty by hand once.';
    throw refuseAtTag(scene, message);
  }
  return `${tag}${digest}`;
}

/**
 * Refuses a digest that stands beside the tag and pins another image, and one of the image that has no
 * place.
 */
function refusePins(scene: Scene): void {
  const { read, image, paths, current } = scene;
  const own = paths.digest && renderSteps(paths.digest);
  const pins = findPins(read, paths.tag).filter(({ steps }) => renderSteps(steps) !== own);
  const wrong = pins.find((pin) => !isPinOf(pin, image.digest));
  if (wrong !== undefined) throw refuseAtTag(scene, explainPin(wrong, own));
  const { isReference, digest } = current.text;
  const isHeld = pins.some(({ key }) => key !== 'digestChroot');
  if (image.digest === undefined || isReference || digest !== '' || isHeld || paths.digest) return;
  const message = `the digest of the image, ${image.digest}, has nowhere to go. Set values-digest-path (in targets: digest-path) where the chart reads a digest; else leave the digest out and promote the tag alone.`;
  throw refuseAtTag(scene, message);
}

/** @param own The path that is given, where one is. */
function explainPin({ key, steps, text }: Pin, own: string | undefined): string {
  const problem = `the ${key} beside the tag, ${text}, would win over the new tag`;
  const path = renderSteps(steps);
  return own === undefined
    ? `${problem}. Set values-digest-path: ${path} (in targets: digest-path), or make it empty.`
    : `${problem}, and values-digest-path is ${own}. Make ${path} empty.`;
}

/**
 * What the repository becomes; `undefined` where the values give that of the image already.
 * @throws PromoteError `unsafe-edit` when they give another one, and it has no path.
 */
function computeRepository(scene: Scene): string | undefined {
  const { read, image, paths, current } = scene;
  const repositories = listRepositories(current.parts);
  const foreign = findForeignRepository(read, paths.tag, image.repository);
  const [first = foreign] = repositories;
  if (repositories.some((each) => isSameRepository(each, image.repository))) return undefined;
  if (!current.text.isReference && paths.repository) return splitOff(scene, current.parts);
  if (first === undefined) return undefined;
  if (current.text.isReference) {
    const message = `the reference here is one of ${first}, not of ${image.repository}. Promote that image; or set it with targets: a file, and {{image}} at this path.`;
    throw refuseAtTag(scene, message);
  }
  // Another registry has a cure of its own.
  if (current.parts.repository !== '') splitOff(scene, current.parts);
  const message = `the repository beside the tag is ${first}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
  throw refuseAtTag(scene, message);
}

/**
 * The repository as it stands beside a registry, which it goes without.
 * @throws PromoteError `unsafe-edit` when that is another one than the image's, and where it cannot be
 *   told whether the chart puts it together.
 */
function splitOff(scene: Scene, parts: RepositoryParts): string {
  const { repository, registry, globals, name } = parts;
  const wanted = scene.image.repository;
  if (name !== '' && repository !== '' && !`/${repository}`.endsWith(`/${name}`)) {
    const message = `it cannot be told whether the chart reads ${repository} alone or with the name beside it, ${name}. Write the repository by hand.`;
    throw refuseAtTag(scene, message);
  }
  const [prefix] = registry === '' ? globals : [registry];
  if (prefix === undefined || (registry === '' && hasRegistry(repository))) return wanted;
  const rest = stripRegistry(wanted, [...(registry === '' ? [] : [registry]), ...globals]);
  if (rest !== undefined && (registry !== '' || repository !== '')) return rest;
  throw refuseAtTag(scene, explainRegistry(scene, prefix, registry !== ''));
}

function explainRegistry({ image, paths }: Scene, prefix: string, isBeside: boolean): string {
  if (!isBeside) {
    return `global.imageRegistry is ${prefix}, and it cannot be told whether the chart puts it before the repository, for the image ${image.repository}. Write the repository by hand.`;
  }
  const path = paths.repository
    ? ''
    : ' and set values-repository-path (in targets: repository-path)';
  return `the registry beside the repository is ${prefix}, but the image is ${image.repository}. Make the registry empty${path}, so that the repository can hold all of it.`;
}

function stripRegistry(repository: string, registries: readonly string[]): string | undefined {
  for (const registry of registries) {
    if (repository.startsWith(`${registry}/`)) return repository.slice(registry.length + 1);
    const isDefault = /^(?:index\.)?docker\.io$/.test(registry) && !hasRegistry(repository);
    if (isDefault) return normalizeRepository(repository);
  }
  return undefined;
}

function refuseAtTag(
  { source, root, paths }: Pick<Scene, 'source' | 'root' | 'paths'>,
  message: string,
): Error {
  return refuse(source, 'unsafe-edit', offsetOf(locatePath(source, root, paths.tag)), message);
}
