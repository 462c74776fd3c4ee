import { isCollection, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ImageReference } from '../../base/image.js';
import { joinPlans, type Plan, type TargetPlan } from './plan.js';
import { planString } from './set.js';
import { type DocumentSelector, selectDocument } from '../yaml/document.js';
import { locatePath, locatePlaces, offsetOf, type Place, readPath } from '../yaml/locate.js';
import { describeNode, readText } from '../yaml/node.js';
import { type PathStep, renderSteps } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

type Steps = readonly PathStep[];

/** Where an image stands in Helm values. */
export interface ValuesPaths {
  readonly tag: Steps;
  readonly repository?: Steps;
  readonly digest?: Steps;
}

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

/** What values say of an image; empty where they say nothing. */
interface ValuesImage {
  /** With the `registry` beside it, if there is one. */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
export function planValues(source: Source, change: ValuesChange): TargetPlan {
  const { image, document, paths, createMissing } = change;
  const root = selectDocument(source, document, [paths.tag]);
  const current = readValuesImage(source, root, paths);
  requirePaths(source, root, current, change);
  const plans: Plan[] = [];
  const set = (steps: Steps, before: string, after: string) => {
    if (before === '' && after === '') return;
    plans.push(planString(source, root, steps, after, createMissing));
  };
  if (paths.repository) {
    const after = withoutRegistry(source, root, paths.repository, change);
    set(paths.repository, current.repository, after);
  }
  set(paths.tag, current.tag, image.tag ?? '');
  if (paths.digest) set(paths.digest, current.digest, image.digest ?? '');
  const { tag, repository = tag, digest = tag } = paths;
  return {
    ...joinPlans(plans),
    previousImage: toReference(current, image.repository),
    places: locatePlaces(source, root, [...new Set([tag, repository, digest])]),
  };
}

/** @param fallback The repository, where the values do not say it. */
export function toReference(
  { repository, tag, digest }: ValuesImage,
  fallback: string,
): ImageReference {
  const [plainTag, embedded] = tag.split('@', 2);
  const anyDigest = digest || embedded;
  return {
    repository: repository || fallback,
    ...(plainTag && { tag: plainTag }),
    ...(anyDigest && { digest: anyDigest }),
  };
}

/** The image that values give, at the paths, else in the keys beside the tag. */
export function readValuesImage(source: Source, root: Place, paths: ValuesPaths): ValuesImage {
  const repository = paths.repository ?? beside(paths.tag, 'repository');
  const registry = readStringAt(source, root, beside(repository, 'registry'));
  const name = readStringAt(source, root, repository);
  return {
    repository: registry === '' || name === '' ? name : `${registry}/${name}`,
    tag: readStringAt(source, root, paths.tag),
    digest: readStringAt(source, root, paths.digest ?? beside(paths.tag, 'digest')),
  };
}

function requirePaths(
  source: Source,
  root: Place,
  current: ValuesImage,
  change: ValuesChange,
): void {
  const { image, paths } = change;
  if (!paths.digest && current.digest !== (image.digest ?? '')) {
    const problem =
      image.digest === undefined
        ? `the digest beside the tag, ${current.digest}, would win over the new tag`
        : `the digest of the image, ${image.digest}, has nowhere to go`;
    const message = `${problem}. Set values-digest-path (in targets: digest-path).`;
    throw refuseAtTag(source, root, paths, message);
  }
  if (paths.repository || ['', image.repository].includes(current.repository)) return;
  // Another registry has a cure of its own.
  withoutRegistry(source, root, beside(paths.tag, 'repository'), change);
  const message = `the repository beside the tag is ${current.repository}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
  throw refuseAtTag(source, root, paths, message);
}

/**
 * The repository as it stands beside a `registry`, which it goes without.
 * @throws PromoteError `unsafe-edit` when that is another one than the image's.
 */
function withoutRegistry(source: Source, root: Place, steps: Steps, change: ValuesChange): string {
  const { repository } = change.image;
  const registry = readStringAt(source, root, beside(steps, 'registry'));
  if (registry === '') return repository;
  if (repository.startsWith(`${registry}/`)) return repository.slice(registry.length + 1);
  const message = `the registry beside the repository is ${registry}, but the image is ${repository}. Make the registry empty${change.paths.repository ? '' : ' and set values-repository-path (in targets: repository-path)'}, so that the repository can hold all of it.`;
  throw refuseAtTag(source, root, change.paths, message);
}

function beside(steps: Steps, key: string): Steps {
  return [...steps.slice(0, -1), { kind: 'key', key }];
}

function readStringAt(source: Source, root: Place, steps: Steps): string {
  const node = readPath(source, root.node, steps);
  if (!isCollection(node)) return readText(node) ?? '';
  const message = `${renderSteps(steps)}: expected a string, got ${describeNode(node)}. Write the string itself here, or name another path.`;
  // Boundary: every collection of a parsed tree has its range.
  const [offset] = (node as YAMLMap.Parsed | YAMLSeq.Parsed).range;
  throw refuse(source, 'unsafe-edit', offset, message);
}

function refuseAtTag(source: Source, root: Place, { tag }: ValuesPaths, message: string): Error {
  return refuse(source, 'unsafe-edit', offsetOf(locatePath(source, root, tag)), message);
}
