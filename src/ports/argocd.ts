/** What verify needs of Argo CD. `argocd/` implements it. */

/** Where Argo CD is, and how to get in. */
export interface ArgoTarget {
  /** Its address with its root path, without a slash at the end. */
  readonly server: string;
  /** Empty where Argo CD lets everybody read. */
  readonly token: string;
  /** Certificates of the authority that signed its own, in PEM; absent: those that Node.js trusts. */
  readonly authority?: string;
  /** Further headers, for a proxy in front of it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What an Application is called. */
export interface ApplicationName {
  readonly name: string;
  /** Absent: the namespace that Argo CD itself is in. */
  readonly namespace?: string;
  readonly project?: string;
}

/**
 * What became of a request. `refused`: Argo CD's own answer, which is a status of 4xx. `unanswered`:
 * no answer came, or one that may be another the next time. `misdirected`: what answers is not
 * Argo CD, or cannot be trusted; the problem is a sentence with the cure.
 */
export type ArgoAnswer<T> = { readonly kind: 'ok'; readonly data: T } | ArgoFailure;

export type ArgoFailure =
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'unanswered'; readonly detail: string }
  | { readonly kind: 'misdirected'; readonly problem: string };

/** Argo CD's API. No method throws; a request that takes longer than its limit is `unanswered`. */
export interface ArgoCD {
  /** The version, which needs no token: it tells whether Argo CD answers at all. */
  readVersion(): Promise<ArgoAnswer<string>>;
  readApplication(name: ApplicationName): Promise<ArgoAnswer<Application>>;
  /** Asks the controller to look at the repository, and waits until it did. It may never do so. */
  refresh(name: ApplicationName): Promise<ArgoAnswer<true>>;
  /** Resources that name an image. It can be megabytes, and waits until the controller knows. */
  readWorkloads(name: ApplicationName): Promise<ArgoAnswer<readonly Workload[]>>;
  readPods(name: ApplicationName): Promise<ArgoAnswer<readonly Pod[]>>;
  readSyncWindow(name: ApplicationName): Promise<ArgoAnswer<SyncWindow>>;
  /** Asks for a sync to what the Application's target revision is now. */
  sync(name: ApplicationName): Promise<ArgoAnswer<true>>;
  /** Ends what is still being asked. */
  close(): void;
}

/** One source of an Application; of the source hydrator its dry source. */
export interface ApplicationSource {
  readonly repoUrl: string;
  /** Empty for a source that other sources refer to only. */
  readonly path: string;
  /** Empty means `HEAD`. */
  readonly targetRevision: string;
  /** A Helm chart from a registry, or an OCI artifact: its revision is no commit. */
  readonly isPackage: boolean;
  /** What the Application itself sets in it (Helm parameters and values, images), as JSON. */
  readonly overrides: string;
}

/** An Application as Argo CD tells of it at one moment. */
export interface Application {
  readonly sources: readonly ApplicationSource[];
  readonly isAutoSynced: boolean;
  /** The ApplicationSet that made it; absent: none did. */
  readonly applicationSet?: string;
  readonly isBeingDeleted: boolean;
  /** Of `argocd.argoproj.io/manifest-generate-paths`; empty when it is not set. */
  readonly generatePaths: string;
  /** `Synced`, `OutOfSync` or `Unknown`; empty before Argo CD has looked at it. */
  readonly sync: string;
  /**
   * What the sources are at, in their order. Empty where it is not told, and not always a commit:
   * with an error it can be the name of a branch.
   */
  readonly revisions: readonly string[];
  /** Whether `sync` is of the sources and the destination as they are now. */
  readonly isCompared: boolean;
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing` or `Unknown`. */
  readonly health: string;
  readonly resources: readonly Resource[];
  /** Whether an operation was asked for that has not begun. */
  readonly isOperationAsked: boolean;
  /** The last operation. */
  readonly operation?: Operation;
  /** When it was reconciled, in ms since 1970, in whole seconds. */
  readonly reconciledAt?: number;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly type: string;
  readonly message: string;
}

/** What tells a resource apart. */
export interface ResourceName {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Resource extends ResourceName {
  /** Empty for kinds that have none. */
  readonly health: string;
  readonly message: string;
}

/** A sync, of which Argo CD remembers the last one. */
export interface Operation {
  /** `Running`, `Terminating`, `Succeeded`, `Failed` or `Error`. */
  readonly phase: string;
  readonly message: string;
  /** What it syncs to, a source each as those of the Application. */
  readonly revisions: readonly string[];
  /** In ms since 1970, in whole seconds. Also there between two tries of one that still runs. */
  readonly finishedAt?: number;
  readonly retries: number;
  /** How many retries it has; -1: no end of them. */
  readonly retryLimit: number;
  /** Whether it syncs some of the resources only. */
  readonly isPartial: boolean;
  /** Whether it applies what a commit asks for: no dry run, and no manifests of somebody's own. */
  readonly appliesCommit: boolean;
  /** Resources that could not be applied, and hooks that failed. */
  readonly failures: readonly string[];
  /** Images in what was synced. */
  readonly images: readonly string[];
}

/** A resource and the images that it names, in containers and init containers. */
export interface Workload extends ResourceName {
  /** In Git; empty when it is not there any more. */
  readonly wanted: readonly string[];
  /** In the cluster; empty when it is not there. */
  readonly live: readonly string[];
  readonly isLive: boolean;
  /** Whether Git does not ask for it any more, so that it is only left to be pruned. */
  readonly isLeft: boolean;
}

export interface Pod {
  /** `namespace/name`. */
  readonly name: string;
  readonly images: readonly string[];
  readonly health: string;
  readonly message: string;
  /** What kubectl shows as its status, such as `Running` or `CrashLoopBackOff`; empty where not told. */
  readonly reason: string;
  /** What made it: kind, namespace and name; empty where not told. */
  readonly owner: string;
  /** In ms since 1970, in whole seconds. */
  readonly createdAt?: number;
}

export interface SyncWindow {
  readonly canSync: boolean;
  /** Those that are open now, as people read them. */
  readonly active: readonly string[];
}
