import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { BareRepository } from '../../stand-in/bare-repository.mjs';
import { startArgoStandIn } from '../../stand-in/argocd.mjs';
import { application, workload } from '../../verify/states.js';

/** The real program; `npm run conformance` sets it. */
const KUSTOMIZE = process.env['KUSTOMIZE'] ?? 'kustomize';

const TOKEN = 'argocd-the-secret-of-the-account';

/** An Argo CD that has the Application of dev. */
export interface Cluster {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** The manifest of an Application. */
export interface Application {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly source: { readonly path: string };
    readonly destination: { readonly namespace: string };
  };
}

/** What kustomize builds. */
interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: {
    readonly replicas?: number;
    readonly template?: {
      readonly spec: { readonly containers: readonly { readonly image: string }[] };
    };
  };
}

/**
 * Argo CD's API where the head of the GitOps repository is applied at once, and healthy: each
 * Application is that of its manifest, and runs what the real kustomize builds of its path.
 */
export async function startCluster(gitops: BareRepository): Promise<Cluster> {
  const applications = readApplications(gitops);
  const { url, close } = await startArgoStandIn({
    token: TOKEN,
    onRequest: ({ url, headers }) => {
      if (headers.authorization !== `Bearer ${TOKEN}`) return undefined;
      const { name, part } =
        /^\/api\/v1\/applications\/(?<name>[^/?]+)(?<part>[^?]*)/.exec(url)?.groups ?? {};
      const found = applications.find(({ metadata }) => metadata.name === name);
      if (found === undefined) return undefined;
      const head = git(gitops, ['rev-parse', 'main']).trim();
      if (part === '')
        return { status: 200, body: application({ revision: head, spec: found.spec }) };
      if (part !== '/managed-resources') return undefined;
      const items = buildAt(gitops, head, found.spec.source.path).flatMap(asWorkload);
      return { status: 200, body: { items } };
    },
  });
  return { url, token: TOKEN, close };
}

/** The Applications that a commit of the GitOps repository has manifests of. */
export function readApplications(gitops: BareRepository): Application[] {
  const folder = 'argocd/applications';
  const names = git(gitops, ['ls-tree', '--name-only', 'main', `${folder}/`])
    .trim()
    .split('\n');
  return names.map((name) => parse(git(gitops, ['show', `main:${name}`])) as Application);
}

/** What kustomize makes of a folder of a commit. */
function buildAt(gitops: BareRepository, commit: string, path: string): Resource[] {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
    const work = join(folder, 'tree');
    execFileSync('mkdir', [work]);
    git(gitops, ['--work-tree', work, 'checkout', '--quiet', '--force', commit, '--', '.'], env);
    const yaml = execFileSync(KUSTOMIZE, ['build', join(work, path)], { encoding: 'utf8' });
    return parseAllDocuments(yaml).map((document) => document.toJS() as Resource);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function git({ gitDir }: BareRepository, args: readonly string[], env = process.env): string {
  return execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8', env });
}

function asWorkload({ kind, metadata, spec }: Resource): unknown[] {
  const images = spec?.template?.spec.containers.map(({ image }) => image);
  return images === undefined ? [] : [workload(kind, metadata.name, images)];
}
