import { parseApplication } from '../../src/argocd/application.js';
import { isJsonObject, type JsonObject } from '../../src/base/json.js';
import { parsePods, parseSyncWindow, parseWorkloads } from '../../src/argocd/workloads.js';
import type { ApplicationName, ArgoAnswer, ArgoCD } from '../../src/ports/argocd.js';
import type { Clock } from '../../src/ports/runner.js';

/** What a request gets: the JSON of Argo CD, a failure, or no answer ever. */
export type Reply =
  | { readonly json: unknown }
  | { readonly failure: Exclude<ArgoAnswer<never>, { readonly kind: 'ok' }> }
  | 'never';

/** What Argo CD tells of one Application from a moment on. */
export interface Moment {
  /** Seconds since the beginning. */
  readonly from: number;
  readonly application: Reply;
  readonly workloads?: Reply;
  readonly pods?: Reply;
  readonly window?: Reply;
  readonly refresh?: Reply;
}

const DONE: Reply = { json: {} };

/** Argo CD that plays a sequence of moments for each Application, on a clock of its own choice. */
export class FakeArgoCD implements ArgoCD {
  /** `method name`, in the order in which they came. */
  readonly requests: string[] = [];
  isClosed = false;
  version: ArgoAnswer<string> = { kind: 'ok', data: 'v3.2.11' };
  /** What a sync gets. */
  syncReply: Reply = DONE;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #moments: ReadonlyMap<string, readonly Moment[]>;

  constructor(clock: Pick<Clock, 'now'>, moments: Readonly<Record<string, readonly Moment[]>>) {
    this.#clock = clock;
    this.#moments = new Map(Object.entries(moments));
  }

  readVersion() {
    return Promise.resolve(this.version);
  }

  readApplication(name: ApplicationName) {
    return this.#answer('application', name, ({ application }) => application, parseApplication);
  }

  refresh(name: ApplicationName) {
    return this.#answer(
      'refresh',
      name,
      ({ refresh = DONE }) => refresh,
      () => true as const,
    );
  }

  readWorkloads(name: ApplicationName) {
    return this.#answer('workloads', name, ({ workloads = 'never' }) => workloads, parseWorkloads);
  }

  readPods(name: ApplicationName) {
    return this.#answer('pods', name, ({ pods = { json: {} } }) => pods, parsePods);
  }

  readSyncWindow(name: ApplicationName) {
    const open = { json: { canSync: true } };
    return this.#answer('window', name, ({ window = open }) => window, parseSyncWindow);
  }

  sync(name: ApplicationName) {
    return this.#answer(
      'sync',
      name,
      () => this.syncReply,
      () => true as const,
    );
  }

  close(): void {
    this.isClosed = true;
  }

  count(method: string): number {
    return this.requests.filter((request) => request.startsWith(`${method} `)).length;
  }

  #answer<T>(
    method: string,
    { name }: ApplicationName,
    choose: (moment: Moment) => Reply,
    parse: (json: JsonObject) => T | undefined,
  ): Promise<ArgoAnswer<T>> {
    this.requests.push(`${method} ${name}`);
    const seconds = this.#clock.now() / 1000;
    const moment = this.#moments.get(name)?.findLast(({ from }) => from <= seconds);
    const gone: Reply = {
      failure: { kind: 'refused', status: 403, message: 'permission denied' },
    };
    const reply = moment === undefined ? gone : choose(moment);
    if (reply === 'never') return new Promise(() => undefined);
    if ('failure' in reply) return Promise.resolve(reply.failure);
    const data = isJsonObject(reply.json) ? parse(reply.json) : undefined;
    if (data === undefined) throw new Error(`The reply to ${method} cannot be parsed.`);
    return Promise.resolve({ kind: 'ok', data });
  }
}
