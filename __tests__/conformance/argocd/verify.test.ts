import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBareRepository } from '../../stand-in/bare-repository.mjs';
import { type ActionResult, runAction } from '../../stand-in/run-action.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../../stand-in/server.mjs';
import { commitFile } from '../../run/scene.js';
import { ArgoSystem, waitFor } from './system.js';

const IMAGE = 'ghcr.io/org/app';
const TOKEN = 'github_pat_of-the-gitops-repository';
const KUSTOMIZATION = 'app/kustomization.yaml';

let system: ArgoSystem;
let github: GitHubStandIn;
let gitDir = '';

function kustomization(tag: string): string {
  return `resources: [deployment.yaml]\nimages:\n  - name: ${IMAGE}\n    newTag: ${tag}\n`;
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: agent }
spec:
  replicas: 1
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: ${IMAGE} }] }
`;

beforeAll(async () => {
  system = await ArgoSystem.start();
  gitDir = join(system.folder, 'git', 'org', 'gitops.git');
  await createBareRepository(gitDir, {
    [KUSTOMIZATION]: kustomization('v0'),
    'app/deployment.yaml': deployment,
  });
  github = await startGitHubStandIn({
    root: system.folder,
    repositories: { 'org/gitops': { gitDir } },
    tokens: {
      [TOKEN]: { kind: 'fine-grained', login: 'bot', permissions: { 'org/gitops': 'write' } },
    },
  });
  system.apply(applicationOf('agent', 'app'), applicationOf('elsewhere', 'nowhere'));
  await waitFor('the first sync', () => deployedImage() === `${IMAGE}:v0`);
  report({ availableReplicas: 1 });
});

afterAll(async () => {
  await github.close();
  await system.stop();
});

function applicationOf(name: string, path: string): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: `file://${gitDir}`, path, targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'agents' },
      syncPolicy: { automated: {} },
    },
  };
}

function deployedImage(): string {
  const path = 'jsonpath={.spec.template.spec.containers[0].image}';
  return system.kubectl(['-n', 'agents', 'get', 'deployment', 'agent', '-o', path]);
}

/** Writes the status that a controller of Deployments would write. */
function report(
  counts: Readonly<Record<string, number>>,
  conditions: readonly unknown[] = [],
): void {
  const json = system.kubectl(['-n', 'agents', 'get', 'deployment', 'agent', '-o', 'json']);
  const { metadata } = JSON.parse(json) as { metadata: { generation: number } };
  const status = {
    observedGeneration: metadata.generation,
    replicas: 1,
    updatedReplicas: 1,
    ...counts,
    conditions,
  };
  system.kubectl([
    ...['-n', 'agents', 'patch', 'deployment', 'agent', '--subresource=status', '--type=merge'],
    ...['-p', JSON.stringify({ status })],
  ]);
}

async function promote(tag: string): Promise<string> {
  return commitFile(gitDir, KUSTOMIZATION, kustomization(tag));
}

function verify(tag: string, commit: string, application = 'agent'): Promise<ActionResult> {
  return runAction({
    inputs: {
      steps: 'verify',
      image: `${IMAGE}:${tag}`,
      'gitops-repository': 'org/gitops',
      'gitops-token': TOKEN,
      'gitops-commit': commit,
      kustomization: 'app',
      'argocd-server': system.url,
      'argocd-token': system.token,
      'argocd-applications': application,
      'verify-timeout': '180',
    },
    workspace: system.folder,
    apiUrl: github.url,
    event: { name: 'push', payload: {} },
    env: {
      GITHUB_REPOSITORY: 'org/app',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
    },
  });
}

/** Verifies, and reports a status as soon as the image is deployed. */
async function verifyWhile(tag: string, commit: string, then: () => void): Promise<ActionResult> {
  const verified = verify(tag, commit);
  await waitFor(`the sync of ${tag}`, () => deployedImage() === `${IMAGE}:${tag}`);
  then();
  return verified;
}

describe('verify against a real Argo CD', () => {
  it('is healthy when the commit is', async () => {
    const { exitCode, outputs } = await verifyWhile('v1', await promote('v1'), () => {
      report({ availableReplicas: 1 });
    });
    expect(outputs).toMatchObject({ 'verify-verdict': 'healthy' });
    expect(exitCode).toBe(0);
  });

  it('is unhealthy when the rollout is', async () => {
    const { outputs } = await verifyWhile('v2', await promote('v2'), () => {
      const reason = 'ProgressDeadlineExceeded';
      report({ availableReplicas: 0 }, [{ type: 'Progressing', status: 'False', reason }]);
    });
    expect(outputs).toMatchObject({ reason: 'unhealthy' });
  });

  it('is superseded by a later commit with another image', async () => {
    const ours = await promote('v3');
    await promote('v4');
    expect((await verify('v3', ours)).outputs).toMatchObject({ 'verify-verdict': 'superseded' });
  });

  it('does not run where the Application builds another path', async () => {
    const commit = await commitFile(gitDir, 'other/kustomization.yaml', kustomization('v5'));
    expect((await verify('v5', commit)).outputs).toMatchObject({ reason: 'not-deployed' });
  });

  it('is an error of the Application where its path is missing', async () => {
    const commit = await promote('v6');
    const { outputs } = await verify('v6', commit, 'elsewhere');
    expect(outputs).toMatchObject({ reason: 'app-error' });
  });

  it('is not synced, or failed, where a manifest cannot be applied', async () => {
    const broken = deployment.replace('replicas: 1', 'replicas: many');
    await commitFile(gitDir, 'app/deployment.yaml', broken);
    const { outputs, stdout } = await verify('v7', await promote('v7'));
    expect(['not-synced', 'sync-failed', 'app-error']).toContain(outputs.reason);
    expect(stdout).toMatch(/replicas|many|cannot|invalid/i);
  });
});
