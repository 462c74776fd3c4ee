import type { Application, Pod, Resource, ResourceName } from '../../ports/argocd.js';
import { describeResource, isImage } from './deployed.js';
import type { PromotedImage } from './expectation.js';

/** The health of an Application as far as it tells of the image. */
export interface Health {
  /** As Argo CD names it. */
  readonly status: string;
  /** The resources that it comes from, with what they say; empty when it is the Application's own. */
  readonly causes: readonly string[];
  /** What is left out, since it was so before: not because of the commit. */
  readonly leftOut: readonly string[];
}

/** From the best to the worst, as Argo CD counts them. */
const ORDER = ['Healthy', 'Suspended', 'Progressing', 'Missing', 'Degraded', 'Unknown'];

/**
 * Computes the health that counts. What was suspended or degraded at the beginning, and still is,
 * is left out where it does not run the image; a CronJob, which runs nothing by itself, also where
 * it does. As long as it is not told which resources run the image, each may. Since Argo CD 3.4 the
 * Application tells `Missing` only when all its resources are, so each counts by itself.
 * @param beginning The Application before the commit was applied.
 * @param carriers Resources that name the image; empty while that is not told.
 */
export function computeHealth(
  application: Application,
  beginning: Application,
  carriers: readonly ResourceName[],
): Health {
  const before = new Map(
    beginning.resources.map((resource) => [resourceKeyOf(resource), resource.health]),
  );
  const carrying = new Set(carriers.map(resourceKeyOf));
  const isLeftOut = (resource: Resource) => {
    const { kind, health } = resource;
    if (carriers.length === 0) return false;
    if (before.get(resourceKeyOf(resource)) !== health) return false;
    if (health === 'Suspended') return kind === 'CronJob' || !carrying.has(resourceKeyOf(resource));
    return health === 'Degraded' && !carrying.has(resourceKeyOf(resource));
  };
  const left = application.resources.filter(isLeftOut);
  const counted = application.resources.filter(
    (resource) =>
      !isLeftOut(resource) &&
      (carrying.has(resourceKeyOf(resource)) || isCounted(resource.health, application.health)),
  );
  const worst = worstOf(counted.map(({ health }) => health));
  // What the Application tells is explained by what is left out, or it counts.
  const isExplained = left.some(({ health }) => health === application.health);
  const status = isExplained ? worst : worstOf([worst, application.health || 'Unknown']);
  return {
    status,
    causes: counted.filter(({ health }) => health === status).map(describeHealth),
    leftOut: left.map(describeHealth),
  };
}

/** What is worse than the Application itself, Argo CD was told to leave out. */
function isCounted(health: string, application: string): boolean {
  return health === 'Missing' || rankOf(health) <= rankOf(application);
}

function worstOf(statuses: readonly string[]): string {
  return statuses
    .map(statusOf)
    .reduce((worst, status) => (rankOf(status) > rankOf(worst) ? status : worst), 'Healthy');
}

function rankOf(health: string): number {
  return ORDER.indexOf(statusOf(health));
}

/** A kind without health is not ill. A health that is not known to the list counts as the worst. */
function statusOf(health: string): string {
  if (health === '') return 'Healthy';
  return ORDER.includes(health) ? health : 'Unknown';
}

function describeHealth(resource: Resource): string {
  const { health, message } = resource;
  const why = message === '' ? '' : ` (${message})`;
  return `${describeResource(resource)} is ${health}${why}`;
}

function resourceKeyOf({ group, kind, namespace, name }: ResourceName): string {
  return [group, kind, namespace, name].join(' ');
}

/**
 * The Pods of the image that cannot run, such as those that crash again and again. Argo CD calls
 * others degraded, too: one that runs again after it crashed may become ready; what is left of one
 * that was evicted has a newer one in its place; and a Job has a new one after each try, and tells
 * by itself when it has given up.
 */
export function findDegradedPods(pods: readonly Pod[], image: PromotedImage): readonly Pod[] {
  const ours = pods.filter(({ images }) => images.some((live) => isImage(live, image)));
  const isDegraded = ({ health, reason }: Pod) => health === 'Degraded' && reason !== 'Running';
  const isReplaced = ({ owner, createdAt = Infinity }: Pod) =>
    ours.some(
      (other) => other.owner === owner && (other.createdAt ?? 0) > createdAt && !isDegraded(other),
    );
  return ours.filter((pod) => isDegraded(pod) && !pod.owner.startsWith('Job ') && !isReplaced(pod));
}
