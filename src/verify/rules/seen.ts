import type {
  Application,
  ArgoAnswer,
  ArgoFailure,
  Condition,
  Pod,
  SyncWindow,
  Workload,
} from '../../ports/argocd.js';
import { computeApplied, isOperating, type Applied } from './applied.js';
import { type Deployed, findDeployed, findSynced, isPartMissing } from './deployed.js';
import { isCommit, type Expectation, type Revisions } from './expectation.js';
import { computeHealth, findDegradedPods, type Health } from './health.js';
import { findSources, type WatchedSources } from './sources.js';

/** How long a Pod that crashes again and again may run in between, in milliseconds. */
const POD_PAUSE = 30_000;

/** All that was seen of one Application, and since when. Moments are ms since verify began. */
export interface Seen {
  /** When it was last asked for. */
  readonly at: number;
  /** Why the last answer was none; absent when it was one. */
  readonly failure?: Failure;
  /** What was made of the last Application that was told. */
  readonly view?: View;
  /** As it was told first. */
  readonly beginning?: Application;
  /** Since when each has held without a break. */
  readonly errorSince?: number;
  readonly failedSince?: number;
  readonly degradedSince?: number;
  readonly healthySince?: number;
  /** When each held first. */
  readonly seenAt?: number;
  readonly appliedAt?: number;
  /** When the end of an operation was seen first. */
  readonly ended?: { readonly finishedAt: number; readonly at: number };
  readonly workloads?: WorkloadAnswer;
  /** Of answers in which all live resources run another image of the repository, first and last. */
  readonly other?: { readonly since: number; readonly last: number };
  readonly pods: ReadonlyMap<string, DegradedPod>;
  readonly window?: SyncWindow;
  /** When the last refresh that was answered was asked for. */
  readonly refreshedAt?: number;
  /** What became of the sync that was asked for. */
  readonly syncAnswer?: ArgoAnswer<true>;
}

/** No answer, and since when Argo CD does not show the Application, or does not answer at all. */
interface Failure {
  readonly answer: ArgoFailure;
  readonly since: number;
}

/** One answer, and what its parts mean. */
export interface View {
  readonly application: Application;
  readonly sources: WatchedSources;
  readonly applied: Applied;
  /** Absent until the resources are told. */
  readonly deployed?: Deployed;
  readonly health: Health;
  /** InvalidSpecError or ComparisonError. */
  readonly error?: Condition;
  /** Revisions of the sources that are watched. */
  readonly revisions: readonly string[];
}

interface DegradedPod {
  readonly since: number;
  readonly last: number;
  readonly message: string;
}

interface WorkloadAnswer {
  /** What the answer is of: `deploymentKeyOf` when it was asked for. */
  readonly key: string;
  readonly answer: ArgoAnswer<readonly Workload[]>;
}

interface ResourceAnswer {
  readonly application: Application;
  readonly answer: ArgoAnswer<readonly Workload[]>;
}

/** One look at an Application. */
export interface Look {
  readonly at: number;
  readonly answer: ArgoAnswer<Application>;
  /** What is known by now of the revisions in it. */
  readonly revisions: Revisions;
}

export const NOTHING_SEEN: Seen = { at: 0, pods: new Map() };

/** Adds a look at the Application to what was seen. */
export function addLook(seen: Seen, { at, answer, revisions }: Look, expected: Expectation): Seen {
  if (answer.kind !== 'ok') {
    const { failure } = seen;
    const isSame = failure && isHidden(failure.answer) === isHidden(answer);
    return { ...seen, at, failure: { answer, since: isSame ? failure.since : at } };
  }
  const application = answer.data;
  const beginning = seen.beginning ?? application;
  const ended = endOf(application, seen, at);
  const view = viewOf({ ...seen, beginning, ended }, application, { expected, revisions });
  const { applied, health } = view;
  const isApplied = applied.stage === 'applied';
  const isSame =
    seen.view !== undefined &&
    deploymentKeyOf(seen.view.application) === deploymentKeyOf(application);
  const spell = (since: number | undefined, holds: boolean) => (holds ? (since ?? at) : undefined);
  return {
    ...seen,
    at,
    failure: undefined,
    view,
    beginning,
    ended,
    errorSince: spell(seen.errorSince, view.error !== undefined),
    failedSince: spell(seen.failedSince, hasSyncFailed(view)),
    degradedSince: spell(seen.degradedSince, isApplied && health.status === 'Degraded'),
    healthySince: spell(
      isSame ? seen.healthySince : undefined,
      isApplied &&
        health.status === 'Healthy' &&
        view.error === undefined &&
        !isPartMissing(view.deployed),
    ),
    seenAt: seen.seenAt ?? spell(undefined, applied.stage !== 'unseen'),
    appliedAt: seen.appliedAt ?? spell(undefined, isApplied),
  };
}

function isHidden(answer: ArgoFailure): boolean {
  return answer.kind === 'refused';
}

function viewOf(
  seen: Pick<Seen, 'ended' | 'refreshedAt' | 'workloads'> & { readonly beginning: Application },
  application: Application,
  { expected, revisions }: { readonly expected: Expectation; readonly revisions: Revisions },
): View {
  const { beginning, ended, refreshedAt } = seen;
  const sources = findSources(application, expected, revisions);
  const isRefreshed = ended !== undefined && refreshedAt !== undefined && refreshedAt >= ended.at;
  const applied = computeApplied(application, sources, revisions, isRefreshed);
  const deployed = deployedOf(seen.workloads, application, expected);
  const carriers = deployed?.state === 'deployed' ? deployed.carriers : [];
  const error = application.conditions.find(({ type }) =>
    ['InvalidSpecError', 'ComparisonError'].includes(type),
  );
  const places = sources.kind === 'watched' ? sources.places : [];
  return {
    application,
    sources,
    applied,
    ...(deployed && { deployed }),
    health: computeHealth(application, beginning, carriers),
    ...(error && { error }),
    revisions: places.map((place) => application.revisions[place] ?? ''),
  };
}

/** The resources decide; where they do not tell, what was synced does. */
function deployedOf(
  workloads: WorkloadAnswer | undefined,
  application: Application,
  { image }: Expectation,
): Deployed | undefined {
  if (workloads?.key !== deploymentKeyOf(application)) return undefined;
  const { answer } = workloads;
  const synced = syncedImagesOf(application);
  if (answer.kind !== 'ok') return synced.length > 0 ? findSynced(synced, image) : undefined;
  const deployed = findDeployed(answer.data, synced, image);
  return deployed.state === 'unnamed' ? findSynced(synced, image) : deployed;
}

function syncedImagesOf({ operation }: Application): readonly string[] {
  return operation?.phase === 'Succeeded' ? operation.images : [];
}

/** Whether a sync of ours has ended in a failure. */
function hasSyncFailed({ application, applied }: View): boolean {
  const { phase = '' } = application.operation ?? {};
  return applied.isOperationOurs && !isOperating(application) && /^(?:Failed|Error)$/.test(phase);
}

/** What its live resources depend on: they are asked for again when it changes. */
export function deploymentKeyOf({ revisions, operation }: Application): string {
  return [...revisions, operation?.phase, operation?.finishedAt].join(' ');
}

function endOf(application: Application, { ended }: Seen, at: number): Seen['ended'] {
  const { operation } = application;
  if (operation?.finishedAt === undefined || isOperating(application)) return undefined;
  if (ended?.finishedAt === operation.finishedAt) return ended;
  return { finishedAt: operation.finishedAt, at };
}

/** Adds an answer about the resources, which was asked for when the Application was so. */
export function addWorkloads(
  seen: Seen,
  at: number,
  { application, answer }: ResourceAnswer,
  { image }: Expectation,
): Seen {
  const workloads = { key: deploymentKeyOf(application), answer };
  const isSame = seen.workloads?.key === workloads.key;
  // What was told is not taken back by an answer that does not come.
  if (isSame && answer.kind !== 'ok' && seen.workloads.answer.kind === 'ok') return seen;
  const synced = syncedImagesOf(application);
  const isOther =
    answer.kind === 'ok' && findDeployed(answer.data, synced, image).state === 'other';
  const since = isSame ? seen.other?.since : undefined;
  return { ...seen, workloads, other: isOther ? { since: since ?? at, last: at } : undefined };
}

/**
 * Adds an answer about the Pods. One that crashes again and again is not degraded all the time;
 * Argo CD calls one that runs again, and is not ready, degraded still, for however long it runs.
 */
export function addPods(
  seen: Seen,
  at: number,
  pods: readonly Pod[],
  { image }: Expectation,
): Seen {
  const healths = new Map(pods.map(({ name, health }) => [name, health]));
  const kept = [...seen.pods].filter(
    ([name, { last }]) =>
      healths.get(name) === 'Degraded' || (healths.has(name) && at - last <= POD_PAUSE),
  );
  const degraded = new Map(kept);
  for (const { name, message } of findDegradedPods(pods, image)) {
    degraded.set(name, { since: degraded.get(name)?.since ?? at, last: at, message });
  }
  return { ...seen, pods: degraded };
}

/** The commits that an Application names, of which it has to be known how they stand to ours. */
export function listCommits({ revisions, operation }: Application): readonly string[] {
  return [...new Set([...revisions, ...(operation?.revisions ?? [])])].filter(isCommit);
}
