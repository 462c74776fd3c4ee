import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/base/json.js';
import type { Moment, Reply } from '../fakes/argocd.js';

/** A commit of 40 hex digits that begins with what people see of it. */
export function shaOf(short: string): string {
  return short.padEnd(40, '0');
}

export const OLD = shaOf('1111111');
export const OURS = shaOf('c0c0c0c');
export const LATER = shaOf('d1d1d1d');
export const REPOSITORY = 'ghcr.io/org/app';
export const TAG = 'main-c0ffee1';
export const IMAGE = `${REPOSITORY}:${TAG}`;
export const OLD_IMAGE = `${REPOSITORY}:main-1111111`;

/** A moment in RFC 3339, so many seconds after the sequences begin. */
export function time(seconds: number): string {
  const start = Date.parse('2026-11-25T23:00:00Z');
  return new Date(start + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** What a state is made of; the rest is that of an Application recorded from Argo CD 3.2.11. */
export interface StateOptions {
  readonly sync?: string;
  /** Of the sources: one, or one each. */
  readonly revision?: string | readonly string[];
  readonly health?: string;
  /** `null`: there was no operation yet. */
  readonly operation?: OperationOptions | null;
  readonly reconciledAt?: number;
  readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  readonly resources?: readonly unknown[];
  /** Changes of the spec. */
  readonly spec?: Readonly<Record<string, unknown>>;
  /** Of `comparedTo`, where it lags behind the spec. */
  readonly comparedTo?: unknown;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly sourceHydrator?: unknown;
  /** An operation that was asked for and has not begun. */
  readonly isAsked?: boolean;
}

export interface OperationOptions {
  readonly phase?: string;
  readonly revision?: string | readonly string[];
  readonly finishedAt?: number | null;
  readonly message?: string;
  readonly retries?: number;
  readonly limit?: number;
  readonly images?: readonly string[];
  readonly resources?: readonly unknown[];
  readonly sync?: Readonly<Record<string, unknown>>;
}

const SOURCE = {
  repoURL: 'https://github.com/org/gitops',
  path: 'app/base',
  targetRevision: 'main',
};

interface Recorded {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status: Readonly<Record<string, unknown>>;
}

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'app-healthy.json'), 'utf8'),
) as Recorded;

/** The JSON of an Application. By default it is Synced and Healthy at our commit, some time ago. */
export function application(options: StateOptions = {}): JsonObject {
  const { sync = 'Synced', revision = OURS, health = 'Healthy', reconciledAt = 10 } = options;
  const spec = { ...recorded.spec, ...options.spec };
  const { source, sources } = spec as { readonly source?: unknown; readonly sources?: unknown };
  const comparedTo = options.comparedTo ?? (sources === undefined ? { source } : { sources });
  return {
    ...recorded,
    metadata: { ...recorded.metadata, annotations: options.annotations ?? {} },
    spec,
    ...(options.isAsked === true && { operation: { sync: {} } }),
    status: {
      ...recorded.status,
      operationState: undefined,
      sync: { status: sync, comparedTo, ...revisionFields(revision) },
      health: { status: health },
      reconciledAt: time(reconciledAt),
      resources: options.resources ?? [resource('Deployment', 'agent', health)],
      conditions: options.conditions,
      ...(options.sourceHydrator !== undefined && { sourceHydrator: options.sourceHydrator }),
      ...(options.operation !== null && {
        operationState: operation({ revision, ...options.operation }),
      }),
    },
  };
}

/** An OutOfSync Application at the old revision, or what a test says. */
export function old(options: StateOptions = {}): JsonObject {
  return application({ revision: OLD, ...options });
}

function revisionFields(revision: string | readonly string[]) {
  return typeof revision === 'string' ? { revision } : { revisions: revision };
}

function operation(options: OperationOptions): unknown {
  const { phase = 'Succeeded', revision = OURS, finishedAt = 10, limit = 5 } = options;
  return {
    phase,
    message: options.message ?? 'successfully synced (all tasks run)',
    operation: {
      sync: { ...revisionFields(revision), prune: true, ...options.sync },
      retry: { limit },
    },
    ...(options.retries !== undefined && { retryCount: options.retries }),
    syncResult: {
      ...revisionFields(revision),
      source: SOURCE,
      resources: options.resources ?? [
        {
          kind: 'Deployment',
          name: 'agent',
          namespace: 'agents',
          group: 'apps',
          status: 'Synced',
          ...(options.images && { images: options.images }),
        },
      ],
    },
    startedAt: time(5),
    ...(finishedAt !== null && { finishedAt: time(finishedAt) }),
  };
}

/** A resource in the status of an Application. */
export function resource(kind: string, name: string, health?: string, message?: string): unknown {
  return {
    group: kind === 'ConfigMap' ? '' : 'apps',
    version: 'v1',
    kind,
    namespace: 'agents',
    name,
    status: 'Synced',
    ...(health !== undefined && { health: { status: health, ...(message && { message }) } }),
  };
}

/** A resource of `managed-resources` with the images that it runs, and those that it is to run. */
export function workload(
  kind: string,
  name: string,
  live: readonly string[] | null,
  wanted: readonly string[] = live ?? [],
): unknown {
  return {
    group: 'apps',
    kind,
    namespace: 'agents',
    name,
    targetState: JSON.stringify(manifest(kind, name, wanted)),
    liveState: live === null ? 'null' : JSON.stringify(manifest(kind, name, live)),
  };
}

function manifest(kind: string, name: string, images: readonly string[]): unknown {
  const template = { spec: { containers: images.map((image) => ({ name: 'c', image })) } };
  const spec =
    kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { replicas: 1, template };
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'agents' }, spec };
}

/** The reply to `managed-resources`. */
export function workloads(...items: readonly unknown[]): Reply {
  const settings = { kind: 'ConfigMap', name: 'settings', targetState: '{}', liveState: '{}' };
  return { json: { items: [settings, ...items] } };
}

/** A Deployment that runs our image. */
export const RUNS_OURS = workloads(workload('Deployment', 'agent', [IMAGE]));
export const RUNS_OLD = workloads(workload('Deployment', 'agent', [OLD_IMAGE]));

/** A Pod in the reply to `resource-tree`. */
export interface PodState {
  readonly name: string;
  readonly health: string;
  readonly image: string;
  readonly message?: string;
  /** What kubectl shows. */
  readonly reason?: string;
  readonly owner?: { readonly kind: string; readonly name: string };
  /** In seconds. */
  readonly createdAt?: number;
}

export function pods(...nodes: readonly PodState[]): Reply {
  const json = {
    nodes: nodes.map(({ name, health, image, message, reason, owner, createdAt }) => ({
      kind: 'Pod',
      namespace: 'agents',
      name,
      images: [image],
      health: { status: health, message: message ?? 'back-off restarting failed container' },
      ...(reason !== undefined && { info: [{ name: 'Status Reason', value: reason }] }),
      ...(owner !== undefined && { parentRefs: [{ namespace: 'agents', ...owner }] }),
      ...(createdAt !== undefined && { createdAt: time(createdAt) }),
    })),
  };
  return { json };
}

/** A moment in which an Application is as its JSON says. */
export function moment(from: number, json: unknown, more: Partial<Moment> = {}): Moment {
  return { from, application: { json }, workloads: RUNS_OURS, ...more };
}

export function refused(status: number, message = 'permission denied'): Reply {
  return { failure: { kind: 'refused', status, message } };
}

export const UNANSWERED: Reply = {
  failure: { kind: 'unanswered', detail: 'connect ECONNREFUSED 10.0.0.1:443' },
};
