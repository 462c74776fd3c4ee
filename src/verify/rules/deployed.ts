import type { Workload } from '../../ports/argocd.js';
import { type ImageReference, parseImageReference } from '../../base/image.js';

/** What the resources of an Application say of the image. */
export type Deployed =
  /** Some run it. `others` run another image of its repository; `missing` are not there yet. */
  | {
      readonly state: 'deployed';
      readonly carriers: readonly Workload[];
      readonly others: readonly string[];
      readonly missing: readonly string[];
    }
  /** All that name its repository run another image of it. `isKept`: and one is to run ours. */
  | { readonly state: 'other'; readonly others: readonly string[]; readonly isKept: boolean }
  /** A resource that is to run an image of its repository is not there. */
  | { readonly state: 'missing'; readonly missing: readonly string[] }
  /** None names its repository, or only in a way that does not tell the image. */
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

/** Looks for the image in the live resources. */
export function findDeployed(workloads: readonly Workload[], image: ImageReference): Deployed {
  const runs = (images: readonly string[], found: ImageMatch) =>
    images.some((live) => matchImage(live, image) === found);
  const carriers = workloads.filter(({ live }) => runs(live, 'same'));
  const running = workloads.filter(({ live }) => runs(live, 'other'));
  const others = running.map((workload) => describeImages(workload, image));
  const missing = workloads
    .filter(({ isLive, wanted }) => !isLive && (runs(wanted, 'same') || runs(wanted, 'other')))
    .map(describeResource);
  if (carriers.length > 0) return { state: 'deployed', carriers, others, missing };
  if (missing.length > 0) return { state: 'missing', missing };
  if (others.length === 0) return { state: 'unnamed' };
  return { state: 'other', others, isKept: running.some(({ wanted }) => runs(wanted, 'same')) };
}

/** The same of the images in what was synced, which does not tell the resources. */
export function findSynced(images: readonly string[], image: ImageReference): Deployed {
  const others = images.filter((synced) => matchImage(synced, image) === 'other');
  if (images.some((synced) => matchImage(synced, image) === 'same')) {
    return { state: 'deployed', carriers: [], others, missing: [] };
  }
  return others.length > 0 ? { state: 'other', others, isKept: false } : { state: 'unnamed' };
}

/** `untold`: of the repository, but by a digest alone. `foreign`: of another repository. */
type ImageMatch = 'same' | 'other' | 'untold' | 'foreign';

/**
 * Whether a live image is the one that was promoted. An admission controller may have put a
 * registry before it and a digest behind it.
 */
export function matchImage(live: string, { repository, tag, digest }: ImageReference): ImageMatch {
  const parsed = parseImageReference(live);
  if (!parsed.valid || !isLiveRepository(parsed.reference.repository, repository)) return 'foreign';
  const { reference } = parsed;
  if (digest !== undefined && reference.digest !== undefined) {
    return reference.digest === digest ? 'same' : 'other';
  }
  if (tag !== undefined && reference.tag !== undefined) {
    return reference.tag === tag ? 'same' : 'other';
  }
  return reference.tag === undefined && reference.digest === undefined ? 'other' : 'untold';
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

function describeImages(workload: Workload, image: ImageReference): string {
  const others = workload.live.filter((live) => matchImage(live, image) === 'other');
  const ours = workload.wanted.filter((wanted) => matchImage(wanted, image) === 'same');
  const wanted = ours.length === 0 ? '' : ` and is to run ${ours.join(', ')}`;
  return `${describeResource(workload)} runs ${others.join(', ')}${wanted}`;
}
