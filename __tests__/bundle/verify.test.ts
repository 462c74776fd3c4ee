import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CERTIFICATE } from '../stand-in/argocd-certificate.mjs';
import {
  type ArgoOptions,
  type ArgoStandIn,
  type Moment,
  startArgoStandIn,
} from '../stand-in/argocd.mjs';
import { mapPooled } from './pool.js';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { application, OLD_IMAGE, type StateOptions, workload } from '../verify/states.js';
import {
  commitFile,
  GITOPS,
  type Given,
  IMAGE,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  type Scene,
  tagOf,
  type Templates,
} from './scene.js';

const TOKEN = 'argocd-the-secret-of-the-account';
const HEADER_SECRET = 'the-secret-of-the-proxy';

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

/** What a run gets to see of Argo CD, given commits of the GitOps repository. */
interface Facts {
  readonly before: string;
  /** Asks for our image. */
  readonly ours: string;
  /** Asks for another. */
  readonly later: string;
  readonly image: string;
}

interface Case {
  readonly description: string;
  readonly exit: number;
  readonly reason?: string;
  readonly verdict?: string;
  /** What the log says. */
  readonly says: RegExp;
  readonly argo?: (facts: Facts) => Partial<ArgoOptions>;
  readonly moments?: (facts: Facts) => readonly Moment[];
  readonly inputs?: (facts: Facts, argo: ArgoStandIn) => Given;
}

interface Ended extends ActionResult {
  readonly argo: ArgoStandIn;
  readonly seconds: number;
}

/** An Application whose source is the GitOps repository of the scene. */
function stateAt(revision: string, options: StateOptions = {}): unknown {
  const source = {
    repoURL: `https://github.com/${GITOPS}.git`,
    path: 'app/base',
    targetRevision: 'main',
  };
  return application({ revision, ...options, spec: { source, ...options.spec } });
}

function runs(image: string) {
  return { items: [workload('Deployment', 'agent', [image])] };
}

async function makeFacts(scene: Scene, gitDir: string): Promise<Facts> {
  const { history } = templates;
  const before = await scene.gitops.git('rev-parse', 'main');
  const tag = tagOf(history.ours);
  const ours = await commitFile(gitDir, KUSTOMIZATION, renderKustomization(tag));
  const later = await commitFile(gitDir, KUSTOMIZATION, renderKustomization(tagOf(history.newer)));
  return { before, ours, later, image: `${IMAGE}:${tag}` };
}

/** Runs the verify step alone, for a commit that an earlier job has made. */
async function verify({ argo: options, moments, inputs }: Case): Promise<Ended> {
  const scene = await openScene(templates);
  const gitDir = await scene.gitops.git('rev-parse', '--absolute-git-dir');
  const facts = await makeFacts(scene, gitDir);
  const argo = await startArgoStandIn({
    token: TOKEN,
    applications: { agent: moments?.(facts) ?? [] },
    ...options?.(facts),
  });
  const start = Date.now();
  try {
    const result = await scene.promote({
      steps: 'verify',
      kustomization: 'app/base',
      'image-name': 'app',
      'gitops-commit': facts.ours,
      'argocd-server': argo.url,
      'argocd-token': TOKEN,
      'argocd-applications': 'agent',
      ...inputs?.(facts, argo),
    });
    assertMasked(result);
    return { ...result, argo, seconds: (Date.now() - start) / 1000 };
  } finally {
    await argo.close();
    await scene.close();
  }
}

/** @throws Error when a secret of Argo CD stands in anything but the command that masks it. */
function assertMasked({ stdout, stderr, outputs, summary }: ActionResult): void {
  const log = stdout.replace(/^::add-mask::.*$/gm, '');
  const written = [log, stderr, summary, JSON.stringify(outputs)].join('\n');
  for (const secret of [TOKEN, HEADER_SECRET]) {
    if (written.includes(secret)) throw new Error(`A secret was printed:\n${written}`);
  }
}

const CASES: readonly Case[] = [
  {
    description: 'healthy, over TLS with a certificate of its own, below a root path',
    argo: () => ({ tls: true, rootPath: '/argo-cd' }),
    moments: ({ before, ours, image }) => [
      { from: 0, application: stateAt(before), managedResources: runs(OLD_IMAGE) },
      { from: 4, application: stateAt(ours), managedResources: runs(image) },
    ],
    inputs: () => ({ 'argocd-ca': CERTIFICATE, 'argocd-headers': `X-Proxy: ${HEADER_SECRET}` }),
    exit: 0,
    verdict: 'healthy',
    says: /agent: [0-9a-f]{7} is synced after \d+ s and healthy after \d+ s\./,
  },
  {
    description: 'a certificate that nobody vouches for',
    argo: () => ({ tls: true }),
    exit: 1,
    reason: 'argocd-unavailable',
    says: /DEPTH_ZERO_SELF_SIGNED_CERT.*argocd-ca/,
  },
  {
    description: 'a login page of a proxy',
    argo: () => ({
      onRequest: () => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html>Sign in</html>',
      }),
    }),
    exit: 1,
    reason: 'argocd-unavailable',
    says: /answers with a web page.*argocd-headers/,
  },
  {
    description: 'superseded, while a refresh is never answered',
    moments: ({ later }) => [
      { from: 0, application: stateAt(later), refresh: null, managedResources: null },
    ],
    exit: 0,
    verdict: 'superseded',
    says: /asks for ghcr\.io\/org\/repo\/app:main-/,
  },
  {
    description: '403 that becomes 200',
    argo: ({ ours, image }) => ({
      applications: {
        agent: [
          { from: 0 },
          { from: 2, application: stateAt(ours), managedResources: runs(image) },
        ],
      },
    }),
    exit: 0,
    verdict: 'healthy',
    says: /Argo CD answers 403: permission denied/,
  },
  {
    description: 'another token',
    moments: ({ ours }) => [{ from: 0, application: stateAt(ours) }],
    inputs: () => ({ 'argocd-token': 'another' }),
    exit: 1,
    reason: 'argocd-denied',
    verdict: 'unknown',
    says: /argocd-token: Argo CD does not accept this token/,
  },
  {
    description: 'an image that runs nowhere',
    moments: ({ ours }) => [
      {
        from: 0,
        application: stateAt(ours),
        managedResources: runs(`${IMAGE}:main-0000000`),
      },
    ],
    exit: 1,
    reason: 'not-deployed',
    verdict: 'failed',
    says: /It builds app\/base, and the image was changed in app\/base/,
  },
  {
    description: 'auto-sync is off, and the token may not sync',
    moments: ({ ours }) => [
      {
        from: 0,
        application: stateAt(ours, {
          sync: 'OutOfSync',
          operation: null,
          spec: { syncPolicy: undefined },
        }),
      },
    ],
    inputs: () => ({ 'argocd-sync': 'true' }),
    exit: 1,
    reason: 'argocd-denied',
    verdict: 'unknown',
    says: /argocd-sync: Argo CD refuses to sync.*applications, sync/,
  },
];

/** All of them side by side: they wait most of the time. */
const ended = new Map<string, Ended>();

beforeAll(async () => {
  await mapPooled(CASES, CASES.length, async (each) => {
    ended.set(each.description, await verify(each));
  });
}, 90_000);

describe('verify through the bundle', () => {
  it.each(CASES)('$description', ({ description, exit, reason, verdict, says }) => {
    const result = ended.get(description);
    if (result === undefined) throw new Error('It did not end.');
    const { stdout, stderr, exitCode, outputs, seconds } = result;
    expect(stdout).toMatch(says);
    expect({ exit: exitCode, reason: outputs.reason }).toEqual({ exit, reason });
    expect(outputs['verify-verdict']).toBe(verdict);
    expect(stderr).toBe('');
    // What is not answered does not keep the process from its end.
    expect(seconds).toBeLessThan(25);
  });
});

it('promotes and verifies in one call, and asks the address at the end', async () => {
  const scene = await openScene(templates);
  const gitDir = await scene.gitops.git('rev-parse', '--absolute-git-dir');
  const before = await scene.gitops.git('rev-parse', 'main');
  const image = `${IMAGE}:${tagOf(templates.history.ours)}`;
  const head = () => readFileSync(join(gitDir, 'refs/heads/main'), 'utf8').trim();
  const argo = await startArgoStandIn({
    token: TOKEN,
    applications: { agent: [{ from: 0, application: stateAt(before) }] },
    onRequest: ({ url }) => {
      if (url === '/health') return { status: 200, body: 'ok' };
      if (url.endsWith('/agent')) return { status: 200, body: stateAt(head()) };
      return url.endsWith('/managed-resources') ? { status: 200, body: runs(image) } : undefined;
    },
  });
  try {
    const result = await scene.promote({
      steps: 'promote, verify',
      kustomization: 'app/base',
      'image-name': 'app',
      'argocd-server': argo.url,
      'argocd-token': TOKEN,
      'argocd-applications': 'agent',
      'health-url': `${argo.url}/health`,
    });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      reason: 'promoted',
      'commit-sha': head(),
      'verify-verdict': 'healthy',
      'synced-after': '0',
    });
    expect(result.summary).toContain('### Verify: healthy');
    expect(argo.requests.filter(({ url }) => url === '/health')).toHaveLength(3);
    // The token of Argo CD is for Argo CD alone.
    const health = argo.requests.filter(({ url }) => url === '/health');
    expect(health.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(undefined));
  } finally {
    await argo.close();
    await scene.close();
  }
}, 60_000);
