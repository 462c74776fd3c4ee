import { setTimeout as sleep } from 'node:timers/promises';
import type { ArgoSystem } from './system.js';

interface Deployment {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly generation: number;
  };
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly image: string }[] };
    };
  };
  readonly status: {
    readonly observedGeneration?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly unknown[];
  };
}

/**
 * Writes the status of Deployments as their controller would. Images whose tag says `broken` never
 * become available, and after a moment that is given up; those whose tag says `slow` are waited for.
 */
export class DeploymentController {
  readonly #system: ArgoSystem;
  #isRunning = true;
  #ended: Promise<void>;

  constructor(system: ArgoSystem) {
    this.#system = system;
    this.#ended = this.#run();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (this.#isRunning) {
      const list = await this.#system.kubernetes('/apis/apps/v1/deployments');
      const { items } = list as { readonly items: readonly Deployment[] };
      await Promise.all(items.map((deployment) => this.#write(deployment)));
      await sleep(500);
    }
  }

  async #write({ metadata, spec, status: old }: Deployment): Promise<void> {
    const { name, namespace, generation } = metadata;
    const isNew = old.observedGeneration !== generation;
    const isDecided = old.availableReplicas === 1 || (old.conditions ?? []).length > 0;
    const status = isNew ? computeBeginning(generation) : computeEnd(imageOf({ spec }));
    if (status === undefined || (!isNew && isDecided)) return;
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}/status`;
    await this.#system.kubernetes(path, { status });
  }
}

/** The image of the first container. */
export function imageOf({ spec }: Pick<Deployment, 'spec'>): string {
  return spec.template.spec.containers[0]?.image ?? '';
}

function computeBeginning(observedGeneration: number) {
  return {
    ...{ observedGeneration, replicas: 1, updatedReplicas: 1, readyReplicas: 0 },
    availableReplicas: 0,
    unavailableReplicas: 1,
    conditions: [],
  };
}

function computeEnd(image: string) {
  if (image.includes('slow')) return undefined;
  if (!image.includes('broken')) {
    return { readyReplicas: 1, availableReplicas: 1, unavailableReplicas: 0 };
  }
  const message = 'ReplicaSet has timed out progressing.';
  const failed = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' };
  return { conditions: [{ ...failed, message }] };
}
