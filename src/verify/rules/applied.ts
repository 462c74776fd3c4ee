import type { Application, Operation } from '../../ports/argocd.js';
import { containsCommit, type Revisions } from './expectation.js';
import type { WatchedSources } from './sources.js';

/**
 * How far Argo CD is with the commit. `unseen`: it is at a revision without it, or is being deleted. `seen`: at one with
 * it, and has not applied it. `operating`: an operation runs. `unsettled`: it is applied, and Argo
 * CD has not looked at the cluster since.
 */
export type Stage = 'unseen' | 'seen' | 'operating' | 'unsettled' | 'applied';

/** What tells of the commit in an Application. */
export interface Applied {
  readonly stage: Stage;
  /** Whether the revision that Argo CD compares with contains the commit. */
  readonly isCurrent: boolean;
  /** Whether the last operation applies a revision that contains the commit. */
  readonly isOperationOurs: boolean;
}

/**
 * Whether the commit is applied: the Application is Synced at it, as its spec is now, or the last
 * operation has applied all of it; no operation runs; and Argo CD has looked at the cluster after it.
 * @param isRefreshed Whether a refresh was asked for and answered after the operation had ended.
 */
export function computeApplied(
  application: Application,
  sources: WatchedSources,
  revisions: Revisions,
  isRefreshed: boolean,
): Applied {
  const { operation } = application;
  const isAt = (found: readonly string[]) => isAtCommit(found, sources, revisions);
  const isCurrent = isAt(application.revisions);
  // A spec that asks for the image is no revision: an operation does not tell whether it had it.
  const isOperationOurs =
    sources.kind === 'watched' && operation?.appliesCommit === true && isAt(operation.revisions);
  const isSynced = application.sync === 'Synced' && application.isCompared && isCurrent;
  // What is Synced at a revision without the commit runs that, whatever was synced before.
  const isElsewhere = application.sync === 'Synced' && !isCurrent;
  const isDone =
    isOperationOurs && operation.phase === 'Succeeded' && !operation.isPartial && !isElsewhere;
  const told = { isCurrent, isOperationOurs };
  if (application.isBeingDeleted) return { stage: 'unseen', ...told };
  if (isOperating(application)) return { stage: 'operating', ...told };
  if (!isSynced && !isDone) {
    return { stage: isCurrent || isOperationOurs ? 'seen' : 'unseen', ...told };
  }
  const isSettled = hasLookedSince(application, isSynced || isRefreshed);
  return { stage: isSettled ? 'applied' : 'unsettled', ...told };
}

function isAtCommit(
  found: readonly string[],
  sources: WatchedSources,
  revisions: Revisions,
): boolean {
  if (sources.kind === 'spec') return true;
  if (sources.kind !== 'watched') return false;
  return sources.places.every((place) => containsCommit(revisions.get(found[place] ?? '')));
}

export function isOperating({ isOperationAsked, operation }: Application): boolean {
  return isOperationAsked || (operation !== undefined && isRunning(operation));
}

/** One that is retried has an end already, and still runs. */
export function isRunning({ phase }: Operation): boolean {
  return ['Running', 'Terminating'].includes(phase);
}

/**
 * Both moments are in whole seconds. In the same second Argo CD may have looked before the end of
 * the operation: that it is Synced shows that it did not.
 */
function hasLookedSince({ operation, reconciledAt }: Application, isEqualEnough: boolean): boolean {
  const finishedAt = operation?.finishedAt;
  if (finishedAt === undefined) return true;
  if (reconciledAt === undefined || reconciledAt < finishedAt) return false;
  return reconciledAt > finishedAt || isEqualEnough;
}
