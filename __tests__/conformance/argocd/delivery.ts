import { join } from 'node:path';
import { systemClock } from '../../../src/runner/logger.js';
import type { Given } from '../../fakes/inputs.js';
import { runInProcess } from '../../run/in-process.js';
import { commitFile } from '../../run/scene.js';
import { createBareRepository, openBareRepository } from '../../stand-in/bare-repository.mjs';
import type { ActionResult } from '../../stand-in/run-action.mjs';
import { imageOf } from './deployments.js';
import { type ArgoSystem, waitFor } from './system.js';

export const REPOSITORY = 'ghcr.io/org/app';
export const TOKEN = 'github_pat_of-the-gitops-repositories';
export const KUSTOMIZATION = 'app/kustomization.yaml';

/** What an Application and its repository are like, where it is not as usual. */
export interface DeliveryOptions {
  /** Of the Application, its namespace and its repository. */
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly project?: string;
  /** Changes of its source and of its sync policy. */
  readonly source?: Readonly<Record<string, unknown>>;
  readonly syncPolicy?: unknown;
  /** Several instead of the one. */
  readonly sources?: (repoURL: string) => readonly unknown[];
  /** The tag at the beginning. */
  readonly tag?: string;
}

export function renderKustomization(tag: string, resources = 'deployment.yaml'): string {
  const image = `  - name: ${REPOSITORY}\n    newTag: ${tag}\n`;
  return `resources: [${resources}]\nimages:\n${image}`;
}

export function renderDeployment(spec: Readonly<Record<string, unknown>> = {}): string {
  const containers = [{ name: 'agent', image: REPOSITORY }];
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'agent' },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'agent' } },
      template: { metadata: { labels: { app: 'agent' } }, spec: { containers } },
      ...spec,
    },
  });
}

/** A GitOps repository, and an Application that deploys it. */
export class Delivery {
  readonly name: string;
  readonly #options: DeliveryOptions;
  readonly #system: ArgoSystem;
  /** Of GitHub. */
  apiUrl = '';

  private constructor(options: DeliveryOptions, system: ArgoSystem) {
    this.name = options.name;
    this.#options = options;
    this.#system = system;
  }

  static async create(options: DeliveryOptions, system: ArgoSystem): Promise<Delivery> {
    const delivery = new Delivery(options, system);
    await createBareRepository(delivery.gitDir, {
      [KUSTOMIZATION]: renderKustomization(options.tag ?? 'v0'),
      'app/deployment.yaml': renderDeployment(),
      ...options.files,
    });
    return delivery;
  }

  get gitDir(): string {
    return join(this.#system.folder, 'git', 'org', `${this.name}.git`);
  }

  /** `owner/name`. */
  get repository(): string {
    return `org/${this.name}`;
  }

  get system(): ArgoSystem {
    return this.#system;
  }

  /** Makes the Application. */
  async deploy(): Promise<void> {
    const { project = 'default', source, sources, syncPolicy = { automated: {} } } = this.#options;
    const repoURL = `file://${this.gitDir}`;
    const usual = { repoURL, path: 'app', targetRevision: 'main', ...source };
    await this.#system.apply(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.name } },
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: this.name, namespace: 'argocd' },
        spec: {
          project,
          destination: { server: 'https://kubernetes.default.svc', namespace: this.name },
          ...(sources ? { sources: sources(repoURL) } : { source: usual }),
          ...(syncPolicy !== null && { syncPolicy }),
        },
      },
    );
  }

  /** Commits what a promotion of a tag would. */
  promote(tag: string): Promise<string> {
    return this.commit(KUSTOMIZATION, renderKustomization(tag));
  }

  commit(path: string, text: string, branch = 'main'): Promise<string> {
    return commitFile(this.gitDir, path, text, branch);
  }

  /** Makes a branch at the head of `main`. */
  async branch(name: string): Promise<void> {
    await openBareRepository(this.gitDir).git('branch', name, 'main');
  }

  /** As a webhook does. */
  async refresh(): Promise<void> {
    const annotations = { 'argocd.argoproj.io/refresh': 'normal' };
    await this.#system.kubernetes(this.#path, { metadata: { annotations } });
  }

  /** Of the last operation. */
  async readPhase(): Promise<string | undefined> {
    const application = (await this.#system.kubernetes(this.#path)) as {
      readonly status?: { readonly operationState?: { readonly phase: string } };
    };
    return application.status?.operationState?.phase;
  }

  get #path(): string {
    return `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${this.name}`;
  }

  /** Waits until the cluster has a tag, and until it is available. */
  async waitFor(tag: string, isReady = true): Promise<void> {
    const path = `/apis/apps/v1/namespaces/${this.name}/deployments/agent`;
    await waitFor(`${this.name} ${tag}`, async () => {
      const deployment = (await this.#system.kubernetes(path)) as Parameters<typeof imageOf>[0] & {
        readonly status: { readonly availableReplicas?: number };
      };
      const isThere = imageOf(deployment) === `${REPOSITORY}:${tag}`;
      return isThere && (!isReady || deployment.status.availableReplicas === 1);
    });
  }

  /** The verify step alone, of what an earlier job has promoted. */
  verify(tag: string, commit: string, inputs: Given = {}): Promise<ActionResult> {
    return this.run({
      steps: 'verify',
      image: `${REPOSITORY}:${tag}`,
      'gitops-commit': commit,
      ...inputs,
    });
  }

  /** The action, for this Application. */
  run(inputs: Given, env: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
    const call = {
      inputs: {
        'gitops-repository': this.repository,
        'gitops-token': TOKEN,
        kustomization: 'app',
        'argocd-server': this.#system.url,
        'argocd-token': this.#system.token,
        'argocd-applications': this.name,
        ...inputs,
      },
      workspace: this.#system.folder,
      apiUrl: this.apiUrl,
      event: { name: 'push', payload: {} },
      env: {
        GITHUB_REPOSITORY: 'org/app',
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_REF: 'refs/heads/main',
        ...env,
      },
    };
    return runInProcess(call, systemClock);
  }
}
