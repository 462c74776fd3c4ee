import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { type ArgoOptions, type ArgoStandIn, startArgoStandIn } from '../stand-in/argocd.mjs';
import { application, type StateOptions, workload } from '../verify/states.js';
import {
  commitFile,
  GITOPS,
  type Given,
  IMAGE,
  KUSTOMIZATION,
  openScene,
  renderKustomization,
  type RunOptions,
  type Scene,
  tagOf,
  type Templates,
} from './scene.js';

export const TOKEN = 'argocd-the-secret-of-the-account';
export const HEADER_SECRET = 'the-secret-of-the-proxy';

/** Commits of the GitOps repository. */
export interface Facts {
  readonly before: string;
  /** Asks for our image. */
  readonly ours: string;
  /** Asks for another. */
  readonly later: string;
  readonly image: string;
}

/** What a run of verify alone gets to see. */
export interface VerifyCase {
  readonly argo?: (facts: Facts) => Partial<ArgoOptions>;
  readonly inputs?: () => Given;
}

export interface Verified extends ActionResult {
  readonly requests: ArgoStandIn['requests'];
}

/** An Application whose source is the GitOps repository of the scene. */
export function stateAt(revision: string, options: StateOptions = {}): unknown {
  const source = {
    repoURL: `https://github.com/${GITOPS}.git`,
    path: 'app/base',
    targetRevision: 'main',
  };
  return application({ revision, ...options, spec: { source, ...options.spec } });
}

/** The reply to `managed-resources` of a Deployment. */
export function runs(image: string) {
  return { items: [workload('Deployment', 'agent', [image])] };
}

async function makeFacts({ gitops }: Scene, { history }: Templates): Promise<Facts> {
  const { gitDir } = gitops;
  const before = await gitops.resolve('main');
  const tag = tagOf(history.ours);
  const ours = await commitFile(gitDir, KUSTOMIZATION, renderKustomization(tag));
  const newer = renderKustomization(tagOf(history.newer));
  const later = await commitFile(gitDir, KUSTOMIZATION, newer);
  return { before, ours, later, image: `${IMAGE}:${tag}` };
}

/** Runs the verify step alone, for a commit that an earlier job has made. */
export async function verifyAlone(
  templates: Templates,
  { argo: options, inputs }: VerifyCase,
  run: RunOptions = {},
): Promise<Verified> {
  const scene = await openScene(templates);
  const facts = await makeFacts(scene, templates);
  const argo = await startArgoStandIn({ token: TOKEN, ...options?.(facts) });
  try {
    const given = { 'gitops-commit': facts.ours, ...inputs?.() };
    const result = await scene.promote({ steps: 'verify', ...inputsOf(argo), ...given }, run);
    assertMasked(result);
    return { ...result, requests: argo.requests };
  } finally {
    await argo.close();
    await scene.close();
  }
}

/** Promotes and verifies in one call; Argo CD follows the branch at once, and serves `/health`. */
export async function promoteAndVerify(
  templates: Templates,
  options: Partial<ArgoOptions> = {},
  { inputs = () => ({}), ...run }: RunOptions & { readonly inputs?: (url: string) => Given } = {},
): Promise<Verified & { readonly head: string }> {
  const scene = await openScene(templates, {}, { allowAutoMerge: true });
  const image = `${IMAGE}:${tagOf(templates.history.ours)}`;
  const head = () => readFileSync(join(scene.gitops.gitDir, 'refs/heads/main'), 'utf8').trim();
  const argo = await startArgoStandIn({
    token: TOKEN,
    onRequest: ({ url }) => {
      if (url.endsWith('/health')) return { status: 200, body: 'ok' };
      if (url.endsWith('/agent')) return { status: 200, body: stateAt(head()) };
      return url.endsWith('/managed-resources') ? { status: 200, body: runs(image) } : undefined;
    },
    ...options,
  });
  try {
    const result = await scene.promote(
      { steps: 'promote, verify', ...inputsOf(argo), ...inputs(argo.url) },
      run,
    );
    assertMasked(result);
    return { ...result, requests: argo.requests, head: head() };
  } finally {
    await argo.close();
    await scene.close();
  }
}

function inputsOf({ url }: ArgoStandIn): Given {
  return {
    kustomization: 'app/base',
    'image-name': 'app',
    'argocd-server': url,
    'argocd-token': TOKEN,
    'argocd-applications': 'agent',
  };
}

/** @throws Error when a secret of Argo CD stands in anything but the command that masks it. */
function assertMasked({ stdout, stderr, outputs, summary }: ActionResult): void {
  const log = stdout.replace(/^::add-mask::.*$/gm, '');
  const written = [log, stderr, summary, JSON.stringify(outputs)].join('\n');
  for (const secret of [TOKEN, HEADER_SECRET]) {
    if (written.includes(secret)) throw new Error(`A secret was printed:\n${written}`);
  }
}
