import type { Workload } from '../../ports/argocd.js';
import { parseImageReference, renderImageReference } from '../../base/image.js';
import { isMovingName } from '../../tag/rules/moving.js';
import type { PromotedImage } from './expectation.js';

/** What the resources of an Application say of the image. */
export type Deployed =
  /** Some run it. `others` run, or may run, another image of its repository; `missing` are not there yet. */
  | {
      readonly state: 'deployed';
      readonly carriers: readonly Workload[];
      readonly others: readonly string[];
      readonly missing: readonly string[];
    }
  /**
   * All that name its repository run another image of it, or do not tell which; or one that is to
   * run ours does not (`isKept`), whatever the rest runs. Where `isUntold`, a digest in place of
   * the tag may be ours, and that of ours is not known.
   */
  | {
      readonly state: 'other';
      readonly others: readonly string[];
      readonly isKept: boolean;
      readonly isUntold: boolean;
    }
  /** A resource that is to run an image of its repository is not there. */
  | { readonly state: 'missing'; readonly missing: readonly string[] }
  /** None names its repository. */
  | { readonly state: 'unnamed' };

/** Whether some resource runs the image, and none that is to run it is not there. */
export function isWhollyDeployed(deployed: Deployed | undefined): boolean {
  return deployed?.state === 'deployed' && deployed.missing.length === 0;
}

/** Whether a resource that is to run an image of the repository is not there. */
export function isPartMissing(deployed: Deployed | undefined): boolean {
  return (
    deployed?.state === 'missing' || (deployed?.state === 'deployed' && !isWhollyDeployed(deployed))
  );
}

/**
 * Looks for the image in the live resources. A digest in place of the tag does not tell which image
 * it is: it counts where Git asks for ours there, and that was synced, since an admission controller
 * puts it in. What is only left to be pruned is not of the commit.
 * @param synced Images in what was synced.
 */
export function findDeployed(
  workloads: readonly Workload[],
  synced: readonly string[],
  image: PromotedImage,
): Deployed {
  const names = (images: readonly string[], ...found: readonly ImageMatch[]) =>
    images.some((each) => found.includes(matchImage(each, image)));
  const isToRun = ({ wanted }: Workload) => names(wanted, ...OURS);
  const mayBePinned = names(synced, ...OURS);
  const carriers = workloads.filter(
    (workload) =>
      !workload.isLeft &&
      (names(workload.live, ...OURS) ||
        (mayBePinned && isToRun(workload) && names(workload.live, 'pinned'))),
  );
  const others = workloads
    .filter(({ live, isLeft }) => names(live, ...OTHERS, 'tagged', ...(isLeft ? OURS : [])))
    .map((workload) => describeImages(workload, image));
  const missing = workloads
    .filter(({ isLive, wanted }) => !isLive && names(wanted, ...OURS, ...OTHERS))
    .map(describeResource);
  const kept = workloads.filter(
    (workload) =>
      isToRun(workload) && names(workload.live, ...OTHERS) && !carriers.includes(workload),
  );
  const isKept = kept.length > 0;
  const telling = isKept ? kept : workloads.filter(({ isLeft }) => !isLeft);
  const isUntold =
    telling.some(({ live }) => names(live, 'pinned')) &&
    !kept.some(({ live }) => names(live, 'other'));
  if (missing.length > 0 && carriers.length === 0) return { state: 'missing', missing };
  if (isKept && missing.length === 0) return { state: 'other', others, isKept, isUntold };
  if (carriers.length > 0) return { state: 'deployed', carriers, others, missing };
  return others.length > 0 ? { state: 'other', others, isKept, isUntold } : { state: 'unnamed' };
}

/** The same of the images in what was synced, which does not tell the resources. */
export function findSynced(images: readonly string[], image: PromotedImage): Deployed {
  const others = images.filter((synced) => OTHERS.includes(matchImage(synced, image)));
  if (images.some((synced) => isImage(synced, image))) {
    return { state: 'deployed', carriers: [], others, missing: [] };
  }
  if (others.length === 0) return { state: 'unnamed' };
  const isUntold = others.some((synced) => matchImage(synced, image) === 'pinned');
  return { state: 'other', others, isKept: false, isUntold };
}

/**
 * `tagged`: by a tag that stays, where the digest that was promoted is not told. `pinned`: of the
 * repository, by a digest in place of the tag. `untold`: of the repository, by a tag that may be of
 * another digest. `foreign`: of another repository.
 */
type ImageMatch = 'same' | 'tagged' | 'other' | 'pinned' | 'untold' | 'foreign';

const OURS: readonly ImageMatch[] = ['same', 'tagged'];

const OTHERS: readonly ImageMatch[] = ['other', 'pinned', 'untold'];

/** Whether a live image is the one that was promoted. */
export function isImage(live: string, image: PromotedImage): boolean {
  return OURS.includes(matchImage(live, image));
}

/**
 * How a live image stands to the one that was promoted. An admission controller may have put a
 * registry before it and a digest behind it.
 */
export function matchImage(
  live: string,
  { repository, tag, digest, pinned }: PromotedImage,
): ImageMatch {
  const parsed = parseImageReference(live);
  if (!parsed.valid || !isLiveRepository(parsed.reference.repository, repository)) return 'foreign';
  const { reference } = parsed;
  if (digest !== undefined && reference.digest !== undefined) {
    return reference.digest === digest ? 'same' : 'other';
  }
  if (tag !== undefined && reference.tag !== undefined) {
    if (reference.tag !== tag) return 'other';
    if (digest === undefined) return 'same';
    return isMoving(tag) ? 'untold' : 'tagged';
  }
  if (reference.digest !== undefined) return reference.digest === pinned ? 'same' : 'pinned';
  return reference.tag === undefined ? 'other' : 'untold';
}

/** The names of branches are not known here: a tag without a number may be one. */
function isMoving(tag: string): boolean {
  return !/\d/.test(tag) || isMovingName(tag, []);
}

function isLiveRepository(live: string, ours: string): boolean {
  const [there, here] = [splitRepository(live), splitRepository(ours)];
  if (there.path === here.path) return true;
  if (there.domain === here.domain) return false;
  return here.path.includes('/') && there.path.endsWith(`/${here.path}`);
}

/** Docker Hub has several names, and official images a path that is left out. */
function splitRepository(repository: string): { readonly domain: string; readonly path: string } {
  const slash = repository.indexOf('/');
  const first = slash === -1 ? '' : repository.slice(0, slash);
  const hasDomain = first === 'localhost' || /[.:]/.test(first);
  const domain = hasDomain
    ? first.replace(/^(?:index|registry-1)\.(?=docker\.io$)/, '')
    : 'docker.io';
  const path = hasDomain ? repository.slice(slash + 1) : repository;
  return { domain, path: domain === 'docker.io' && !path.includes('/') ? `library/${path}` : path };
}

/** `Kind/name`. */
export function describeResource({ kind, name }: Pick<Workload, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}

function describeImages(workload: Workload, image: PromotedImage): string {
  const { live, wanted, isLeft } = workload;
  const list = (what: string, ...found: readonly ImageMatch[]) => {
    const images = live.filter((each) => found.includes(matchImage(each, image)));
    return images.length === 0 ? [] : [`runs ${images.join(', ')}${what}`];
  };
  const ours = live.some((each) => isImage(each, image))
    ? []
    : wanted.filter((each) => isImage(each, image));
  const parts = [
    ...list(ours.length === 0 ? '' : ` and is to run ${ours.join(', ')}`, 'other'),
    ...list(
      `, which does not tell whether it is ${renderImageReference(image)}`,
      'pinned',
      'untold',
    ),
    ...list(' without the digest that was promoted', 'tagged'),
    ...(isLeft ? list(', and Git does not ask for it any more', 'same') : []),
  ];
  return `${describeResource(workload)} ${parts.join(' and ')}`;
}
