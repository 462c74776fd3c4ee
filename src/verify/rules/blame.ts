import type { ErrorCode } from '../../base/errors.js';
import type { ResourceName } from '../../ports/argocd.js';
import type { Revisions } from './expectation.js';
import { PATIENCE } from './rules.js';
import type { Seen, View } from './seen.js';

/**
 * Whether what was seen at the end puts a failure down to the image itself, so that the one before it
 * helps. It does not where something beside it is ill, where it was ill before, or where it cannot be
 * told which resources run it.
 * @param code Of the failure.
 */
export function isImageBroken(code: ErrorCode, seen: Seen, revisions: Revisions): boolean {
  const { view, beginning, failure } = seen;
  if (view === undefined || failure !== undefined) return false;
  if (code === 'sync-failed') return isOperationOf(view, revisions);
  if (code !== 'unhealthy' && code !== 'endpoint-failed') return false;
  const { applied, deployed, application } = view;
  if (applied.stage !== 'applied' || deployed?.state !== 'deployed') return false;
  const healthOf = (resource: ResourceName, resources = application.resources) =>
    resources.find((each) => isSameResource(each, resource))?.health;
  const ill = isGivenTime(seen) ? ['Degraded', 'Progressing'] : ['Degraded'];
  return deployed.carriers.some((carrier) => {
    const isIll = ill.includes(healthOf(carrier) ?? '');
    return isIll && healthOf(carrier, beginning?.resources) !== 'Degraded';
  });
}

/**
 * Whether what is Progressing by now has had its time. Where something was Degraded for long, that
 * has ended the wait, and what starts beside it may become healthy; unless a Pod of it is degraded.
 */
function isGivenTime({ at, degradedSince, pods }: Seen): boolean {
  const isCutShort = degradedSince !== undefined && at - degradedSince >= PATIENCE;
  return !isCutShort || [...pods.values()].some(({ since, last }) => last - since >= PATIENCE);
}

/** A later commit may be what cannot be applied, so the operation has to be that of ours. */
function isOperationOf({ sources, application, applied }: View, revisions: Revisions): boolean {
  const { operation } = application;
  if (operation === undefined || !applied.isOperationOurs || sources.kind !== 'watched')
    return false;
  return operation.revisions
    .filter((_, place) => sources.places.includes(place))
    .every((revision) => revisions.get(revision)?.relation === 'same');
}

function isSameResource(one: ResourceName, other: ResourceName): boolean {
  return (['group', 'kind', 'namespace', 'name'] as const).every(
    (part) => one[part] === other[part],
  );
}
