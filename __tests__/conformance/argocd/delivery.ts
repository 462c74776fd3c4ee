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
/** What `github.token` is. */
export const READER = 'ghs_of-the-workflow';
export const KUSTOMIZATION = 'app/kustomization.yaml';

type Files = Readonly<Record<string, string | null>>;

/** What an Application and its repository are like, where it is not as usual. */
export interface DeliveryOptions {
  /** Of the Application, its namespace and its repository. */
  readonly name: string;
  /** Beside those that are usual, or `null` instead. */
  readonly files?: Files;
  /** Of further repositories, which GitHub does not know. */
  readonly others?: Readonly<Record<string, Files>>;
  readonly project?: string;
  /** Where the Application is, if not with Argo CD. */
  readonly namespace?: string;
  /** Changes of its spec, of its source and of its sync policy. */
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly source?: Readonly<Record<string, unknown>>;
  readonly syncPolicy?: unknown;
  /** Several instead of the one. */
  readonly sources?: (repoURL: string) => readonly unknown[];
  /** The tag at the beginning. */
  readonly tag?: string;
}

function presentOf(files: Files): Readonly<Record<string, string>> {
  const present = Object.entries(files).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  );
  return Object.fromEntries(present);
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

interface PodTemplate {
  readonly spec: {
    readonly containers: readonly [{ readonly name: string; readonly image: string }];
  };
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
    const usual = {
      [KUSTOMIZATION]: renderKustomization(options.tag ?? 'v0'),
      'app/deployment.yaml': renderDeployment(),
    };
    await createBareRepository(delivery.gitDir, presentOf({ ...usual, ...options.files }));
    for (const [name, files] of Object.entries(options.others ?? {})) {
      const gitDir = join(system.folder, 'git', 'others', `${name}.git`);
      await createBareRepository(gitDir, presentOf(files));
    }
    await createBareRepository(delivery.sourceDir, { 'main.py': '' });
    return delivery;
  }

  get gitDir(): string {
    return join(this.#system.folder, 'git', 'org', `${this.name}.git`);
  }

  /** `owner/name`. */
  get repository(): string {
    return `org/${this.name}`;
  }

  /** `owner/name` of the repository that the image is built from. */
  get source(): string {
    return `org/${this.name}-source`;
  }

  get sourceDir(): string {
    return join(this.#system.folder, 'git', 'org', `${this.name}-source.git`);
  }

  get system(): ArgoSystem {
    return this.#system;
  }

  /** Makes the Application. */
  async deploy(): Promise<void> {
    const { project = 'default', source, sources, spec } = this.#options;
    const { syncPolicy = { automated: {} } } = this.#options;
    const repoURL = `file://${this.gitDir}`;
    const usual = { repoURL, path: 'app', targetRevision: 'main', ...source };
    await this.#system.apply(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.name } },
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: this.name, namespace: this.#namespace },
        spec: {
          project,
          destination: { server: 'https://kubernetes.default.svc', namespace: this.name },
          ...(sources ? { sources: sources(repoURL) } : { source: usual }),
          ...(syncPolicy !== null && { syncPolicy }),
          ...spec,
        },
      },
    );
  }

  /** Commits to the source, and names an image of it. */
  async build(name: string): Promise<{ readonly sha: string; readonly tag: string }> {
    const sha = await commitFile(this.sourceDir, 'main.py', `# ${name}\n`);
    return { sha, tag: `${name}-${sha.slice(0, 7)}` };
  }

  /** Commits what a promotion of a tag would. */
  promote(tag: string): Promise<string> {
    return this.commit(KUSTOMIZATION, renderKustomization(tag));
  }

  commit(path: string, text: string, branch = 'main'): Promise<string> {
    return commitFile(this.gitDir, path, text, branch);
  }

  /** The newest commit. */
  readHead(): Promise<string> {
    return openBareRepository(this.gitDir).resolve('main');
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

  /** Changes a part of what was deployed. */
  async change(api: string, resource: string, patch: unknown): Promise<void> {
    await this.#system.kubernetes(`${api}/namespaces/${this.name}/${resource}`, patch);
  }

  /** Changes a part of the Application's spec. */
  async respecify(spec: unknown): Promise<void> {
    await this.#system.kubernetes(this.#path, { spec });
  }

  /** Of the last operation. */
  async readPhase(): Promise<string | undefined> {
    return (await this.#readStatus())?.operationState?.phase;
  }

  /** Waits until Argo CD tells a health of the Application. */
  async waitForHealth(health: string): Promise<void> {
    await waitFor(`${this.name} ${health}`, async () => {
      return (await this.#readStatus())?.health?.status === health;
    });
  }

  async #readStatus() {
    const application = (await this.#system.kubernetes(this.#path)) as {
      readonly status?: {
        readonly operationState?: { readonly phase: string };
        readonly health?: { readonly status: string };
      };
    };
    return application.status;
  }

  get #namespace(): string {
    return this.#options.namespace ?? 'argocd';
  }

  get #path(): string {
    return `/apis/argoproj.io/v1alpha1/namespaces/${this.#namespace}/applications/${this.name}`;
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

  /** Adds a Pod of what is deployed that crashes again and again, as its controllers and nodes would. */
  async crash(): Promise<void> {
    const deployment = await this.#readOwner('apps/v1', 'Deployment', 'agent');
    const { template } = deployment.spec;
    const metadata = { namespace: this.name, name: 'agent-1', labels: { app: 'agent' } };
    await this.#system.apply({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { ...metadata, ownerReferences: [deployment.reference] },
      spec: { replicas: 1, selector: { matchLabels: metadata.labels }, template },
    });
    const { reference } = await this.#readOwner('apps/v1', 'ReplicaSet', 'agent-1');
    await this.#system.apply({
      ...{ apiVersion: 'v1', kind: 'Pod', spec: template.spec },
      metadata: { ...metadata, ownerReferences: [reference] },
    });
    const [{ name, image }] = template.spec.containers;
    const waiting = { reason: 'CrashLoopBackOff', message: 'back-off 40s restarting' };
    const container = { name, image, imageID: '', ready: false, restartCount: 4 };
    await this.change('/api/v1', 'pods/agent-1/status', {
      status: { phase: 'Running', containerStatuses: [{ ...container, state: { waiting } }] },
    });
  }

  async #readOwner(apiVersion: string, kind: string, name: string) {
    const path = `/apis/${apiVersion}/namespaces/${this.name}/${kind.toLowerCase()}s/${name}`;
    const { metadata, spec } = (await this.#system.kubernetes(path)) as {
      readonly metadata: { readonly uid: string };
      readonly spec: { readonly template: PodTemplate };
    };
    return { spec, reference: { apiVersion, kind, name, uid: metadata.uid, controller: true } };
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

  /**
   * The action, for this Application.
   * @param sha The commit of the source that the run is for.
   */
  run(inputs: Given, sha = 'a'.repeat(40)): Promise<ActionResult> {
    const { namespace } = this.#options;
    const call = {
      inputs: {
        'gitops-repository': this.repository,
        'gitops-token': TOKEN,
        kustomization: 'app',
        'argocd-server': this.#system.url,
        'argocd-token': this.#system.token,
        'argocd-applications': namespace === undefined ? this.name : `${namespace}/${this.name}`,
        ...inputs,
      },
      workspace: this.#system.folder,
      apiUrl: this.apiUrl,
      githubToken: READER,
      event: { name: 'push', payload: {} },
      env: {
        GITHUB_REPOSITORY: this.source,
        GITHUB_SHA: sha,
        GITHUB_REF: 'refs/heads/main',
      },
    };
    return runInProcess(call, systemClock);
  }
}
