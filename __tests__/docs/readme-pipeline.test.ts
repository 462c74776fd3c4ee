import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { evaluate } from './expressions.js';
import { PAGES } from './pages.js';
import { OURS, stepsOf } from './workflow.js';
import { isMapping, parseStrictly } from './yaml.js';
import { buildImage, REVISION, SOURCE as SOURCE_LABEL } from '../registry/images.js';
import { RecordingServer, Shelf } from '../registry/server.js';
import { runs, stateAt } from '../run/argocd.js';
import { runInProcess } from '../run/in-process.js';
import {
  makeTemplates,
  openScene,
  removeTemplates,
  SOURCE,
  tagOf,
  WORKFLOW_TOKEN,
  type Scene,
  type Templates,
} from '../run/scene.js';
import { type ArgoStandIn, startArgoStandIn } from '../stand-in/argocd.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';

// The steps of the action in the README's workflow, in their order and with the inputs that stand
// there, against stand-ins for GitHub, the registry and Argo CD. Only addresses are others.

const IMAGE = 'ghcr.io/org/repo/fastapi-agent';
const OVERLAY = 'fastapi-agent/overlays/dev/kustomization.yaml';
const ARGO_TOKEN = 'the-token-of-argo-cd';

const blocks = PAGES.filter(({ path }) => path === 'README.md').flatMap((page) => page.blocks);

function blockWith(part: string): string {
  const found = blocks.find(({ text }) => text.includes(part));
  if (found === undefined) throw new Error(`The README has no block with ${part}.`);
  return found.text;
}

let templates: Templates;
let scene: Scene;
let registry: RecordingServer;
let argo: ArgoStandIn;
let workspace = '';
/** What the image is called in the registry of the test. */
let repository = '';
/** Of the image that was built from our commit. */
let digest = '';
/** What the cluster runs. */
let running = '';
/** What the README calls by another address. */
let addresses: readonly (readonly [string, string])[] = [];

beforeAll(async () => {
  registry = await RecordingServer.start();
  repository = `${registry.host}/org/app`;
  const overlay = blockWith('newTag: main-3f9c2e1').replace(IMAGE, repository);
  templates = await makeTemplates(({ older }) => ({
    [OVERLAY]: overlay.replace('main-3f9c2e1', tagOf(older)),
  }));
  const shelf = new Shelf();
  const [, ours] = [templates.history.older, templates.history.ours].map((sha) => {
    const labels = { [REVISION]: sha, [SOURCE_LABEL]: `https://github.com/${SOURCE}` };
    const image = buildImage({ labels });
    shelf.putImage(image, tagOf(sha));
    return image;
  });
  digest = ours?.manifest.digest ?? '';
  registry.handler = (request) => shelf.serve(request);
});

afterAll(async () => {
  await registry.stop();
  removeTemplates(templates);
});

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'readme-'));
  scene = await openScene(templates);
  running = `${repository}:${tagOf(templates.history.ours)}@${digest}`;
  argo = await startArgoStandIn({ token: ARGO_TOKEN, onRequest: answerAsArgo });
  addresses = [
    [IMAGE, repository],
    ['https://argocd.example.com', argo.url],
    ['https://fastapi-agent.dev.example.com', argo.url],
    ['coverage.xml', join(workspace, 'coverage.xml')],
  ];
});

afterEach(async () => {
  await Promise.all([argo.close(), scene.close()]);
  rmSync(workspace, { recursive: true });
});

/** Argo CD follows the branch at once; the application answers at its address. */
function answerAsArgo({ url }: { readonly url: string }) {
  if (url.endsWith('/healthz')) return { status: 200, body: 'ok' };
  if (url.endsWith('/fastapi-agent-dev')) {
    const head = readFileSync(join(scene.gitops.gitDir, 'refs/heads/main'), 'utf8').trim();
    return { status: 200, body: stateAt(head) };
  }
  const isAsked = url.endsWith('/managed-resources');
  return isAsked ? { status: 200, body: runs(running) } : undefined;
}

/** A report of which coverage.py says that so many of 10 lines ran. */
function writeReport(covered: number): void {
  const lines = Array.from({ length: 10 }, (_, index) => {
    return `<line number="${index + 1}" hits="${index < covered ? 1 : 0}"/>`;
  });
  const counts = `lines-valid="10" lines-covered="${covered}" branches-valid="0" branches-covered="0"`;
  const file = `<class name="m" filename="m.py"><methods/><lines>${lines.join('')}</lines></class>`;
  writeFileSync(
    join(workspace, 'coverage.xml'),
    `<coverage version="7" ${counts} line-rate="0" branch-rate="0" complexity="0"><packages><package name="."><classes>${file}</classes></package></packages></coverage>`,
  );
}

/** Runs the workflow's jobs one after the other, as far as they succeed. */
async function runJobs(
  event: 'push' | 'pull_request' | 'workflow_dispatch',
  known: Record<string, string>,
  name = 'Deliver',
): Promise<readonly ActionResult[]> {
  const results: ActionResult[] = [];
  const [workflow] = parseStrictly(blockWith(`name: ${name}\n`));
  for (const { name: job, step } of stepsOf(workflow)) {
    if (step['uses'] !== OURS) continue;
    const result = await runStep(event, step['with'], known);
    results.push(result);
    if (result.exitCode !== 0) break;
    for (const [output, value] of Object.entries(result.outputs)) {
      known[`needs.${job ?? ''}.outputs.${output}`] ??= value;
    }
  }
  return results;
}

async function runStep(event: string, given: unknown, known: Readonly<Record<string, string>>) {
  const inputs = Object.entries(isMapping(given) ? given : {}).map(([name, value]) => {
    const text = addresses.reduce((all, [from, to]) => all.replace(from, to), String(value));
    return [name, evaluate(text, { inputs: {}, matrix: {}, known })] as const;
  });
  const isPullRequest = event === 'pull_request';
  const head = { sha: templates.history.ours, ref: 'feature', repo: { full_name: SOURCE } };
  const payload = { pull_request: { number: 7, head, base: { ref: 'main' }, merged: false } };
  return runInProcess({
    inputs: Object.fromEntries(inputs),
    workspace,
    apiUrl: scene.standIn.url,
    githubToken: WORKFLOW_TOKEN,
    event: { name: event, payload: isPullRequest ? payload : {} },
    env: {
      GITHUB_REPOSITORY: SOURCE,
      GITHUB_SHA: templates.history.ours,
      GITHUB_REF: isPullRequest ? 'refs/pull/7/merge' : 'refs/heads/main',
    },
  });
}

/** A commit's message with what the README calls the image, the commits and the run. */
function asInReadme(message: string): string {
  const shown = blockWith('Source-Commit: ');
  const { ours, older } = templates.history;
  const names: readonly (readonly [string | RegExp, string])[] = [
    [repository, IMAGE],
    [tagOf(ours), 'main-a1b2c3d'],
    [tagOf(older), 'main-3f9c2e1'],
    [ours, /(?<=Source-Commit: )\S+/.exec(shown)?.[0] ?? ''],
    [digest, /(?<=@)sha256:\S+/.exec(shown)?.[0] ?? ''],
    [/(?<=Workflow-Run: ).+/g, /(?<=Workflow-Run: ).+/.exec(shown)?.[0] ?? ''],
    [/(?<=Promotion-Id: )[0-9a-f-]{36}/g, /(?<=Promotion-Id: )\S+/.exec(shown)?.[0] ?? ''],
    ['Coverage: 90.00', /Coverage: \S+/.exec(shown)?.[0] ?? ''],
  ];
  return names.reduce((text, [from, to]) => text.replaceAll(from, to), message);
}

function secrets(): Record<string, string> {
  return {
    'secrets.GITOPS_TOKEN': scene.token,
    'secrets.ARGOCD_TOKEN': ARGO_TOKEN,
    'needs.build.outputs.digest': digest,
  };
}

it('a push is gated, tagged, promoted with its digest, and verified', async () => {
  writeReport(9);
  const [gate, tag, promotion] = await runJobs('push', secrets());
  expect(gate?.outputs).toMatchObject({ 'coverage-verdict': 'pass', coverage: '90.00' });
  expect(tag?.outputs).toMatchObject({ tag: tagOf(templates.history.ours) });
  expect(promotion).toMatchObject({
    exitCode: 0,
    outputs: { reason: 'promoted', changed: 'true', 'verify-verdict': 'healthy', digest },
  });
  const message = await scene.gitops.git('log', '-1', '--format=%B', 'main');
  expect(asInReadme(message)).toBe(blockWith('Source-Commit: ').trim());
  const file = await scene.gitops.git('show', `main:${OVERLAY}`);
  expect(file).toContain(`newTag: ${tagOf(templates.history.ours)}`);
  expect(file).toContain(digest);
});

it('a rollback goes back, verifies it, and keeps what it took back out', async () => {
  writeReport(9);
  const before = await scene.gitops.git('show', `main:${OVERLAY}`);
  await runJobs('push', secrets());
  const { older, ours } = templates.history;
  running = `${repository}:${tagOf(older)}`;
  const asked = { 'inputs.to': 'previous', 'inputs.reason': 'answers are wrong' };
  const [rollback] = await runJobs('workflow_dispatch', { ...secrets(), ...asked }, 'Roll back');
  expect(rollback).toMatchObject({
    exitCode: 0,
    outputs: { changed: 'true', 'verify-verdict': 'healthy', 'rolled-back-commits': '1' },
  });
  expect(await scene.gitops.git('show', `main:${OVERLAY}`)).toBe(before);
  const message = await scene.gitops.git('log', '-1', '--format=%B', 'main');
  expect(message).toContain(`Rolled-Back-Commit: ${ours}`);
  expect(message).toContain('Reason: answers are wrong');
  const late = (await runJobs('push', secrets())).at(-1);
  expect(late).toMatchObject({ exitCode: 0, outputs: { changed: 'false', reason: 'rolled-back' } });
  expect(await scene.gitops.git('show', `main:${OVERLAY}`)).toBe(before);
});

it('a gate that does not hold ends it', async () => {
  writeReport(7);
  const results = await runJobs('push', {});
  expect(results).toMatchObject([{ exitCode: 1, outputs: { reason: 'coverage-failed' } }]);
});

it.each([
  { description: 'of a fork, which has no secrets', token: '' },
  { description: 'of a branch', token: 'of the scene' },
])('a pull request $description shows its promotion, and writes nothing', async ({ token }) => {
  writeReport(9);
  const before = await scene.gitops.resolve('main');
  const results = await runJobs('pull_request', {
    'secrets.GITOPS_TOKEN': token === '' ? '' : scene.token,
    'secrets.ARGOCD_TOKEN': '',
    'needs.build.outputs.digest': '',
  });
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(results[2]?.outputs).toMatchObject({ reason: 'dry-run', changed: 'false' });
  expect(results[2]?.outputs['would-change']).toBe(token === '' ? undefined : 'true');
  expect(await scene.gitops.resolve('main')).toBe(before);
});
