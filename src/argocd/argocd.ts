import type { JsonObject } from '../base/json.js';
import type {
  Application,
  ApplicationName,
  ArgoAnswer,
  ArgoCD,
  ArgoTarget,
  Pod,
  SyncWindow,
  Workload,
} from '../ports/argocd.js';
import type { SendRequest } from '../ports/http.js';
import { parseApplication } from './application.js';
import { ArgoClient } from './client.js';
import { textOf } from './fields.js';
import { parsePods, parseSyncWindow, parseWorkloads } from './workloads.js';

/** What a plain request may take, in milliseconds. */
const LIMIT = 10_000;

/** What one may take that waits for the controller, which may never answer. */
const CONTROLLER_LIMIT = 30_000;

/** Argo CD through the REST API of argocd-server. */
export class RestArgoCD implements ArgoCD {
  readonly #client: ArgoClient;

  constructor(target: ArgoTarget, send: SendRequest) {
    this.#client = new ArgoClient(target, send);
  }

  async readVersion(): Promise<ArgoAnswer<string>> {
    const answer = await this.#client.request({ path: '/api/version', limit: LIMIT });
    return narrow(answer, (data) => textOf(data, 'Version') || undefined);
  }

  async readApplication(name: ApplicationName): Promise<ArgoAnswer<Application>> {
    return narrow(await this.#get(name, '', LIMIT), parseApplication);
  }

  async refresh(name: ApplicationName): Promise<ArgoAnswer<true>> {
    const answer = await this.#get(name, '', CONTROLLER_LIMIT, { refresh: 'normal' });
    return narrow(answer, () => true);
  }

  async readWorkloads(name: ApplicationName): Promise<ArgoAnswer<readonly Workload[]>> {
    return narrow(await this.#get(name, '/managed-resources', CONTROLLER_LIMIT), parseWorkloads);
  }

  async readPods(name: ApplicationName): Promise<ArgoAnswer<readonly Pod[]>> {
    return narrow(await this.#get(name, '/resource-tree', CONTROLLER_LIMIT), parsePods);
  }

  async readSyncWindow(name: ApplicationName): Promise<ArgoAnswer<SyncWindow>> {
    return narrow(await this.#get(name, '/syncwindows', LIMIT), parseSyncWindow);
  }

  async sync({ name, namespace, project }: ApplicationName): Promise<ArgoAnswer<true>> {
    const answer = await this.#client.request({
      method: 'POST',
      path: `${applicationPathOf(name)}/sync`,
      body: JSON.stringify({ name, appNamespace: namespace, project }),
      limit: LIMIT,
    });
    // Another one may be of the commit, and can be waited for.
    if (
      answer.kind === 'refused' &&
      /another operation is already in progress/i.test(answer.message)
    ) {
      return { kind: 'unanswered', detail: answer.message };
    }
    return narrow(answer, () => true);
  }

  close(): void {
    this.#client.close();
  }

  #get(
    { name, namespace, project }: ApplicationName,
    below: string,
    limit: number,
    query: Readonly<Record<string, string>> = {},
  ): Promise<ArgoAnswer<JsonObject>> {
    return this.#client.request({
      path: `${applicationPathOf(name)}${below}`,
      query: { appNamespace: namespace, project, ...query },
      limit,
    });
  }
}

function applicationPathOf(name: string): string {
  return `/api/v1/applications/${encodeURIComponent(name)}`;
}

/** What is JSON and yet not what was asked for is not Argo CD's. */
function narrow<T>(
  answer: ArgoAnswer<JsonObject>,
  parse: (data: JsonObject) => T | undefined,
): ArgoAnswer<T> {
  if (answer.kind !== 'ok') return answer;
  const data = parse(answer.data);
  if (data !== undefined) return { kind: 'ok', data };
  return {
    kind: 'misdirected',
    problem: 'argocd-server answers with JSON that is not of Argo CD. Give the address of Argo CD.',
  };
}
