import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { Given } from '../fakes/inputs.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createBareRepository,
  openBareRepository,
  type BareRepository,
} from '../stand-in/bare-repository.mjs';
import { commitFiles } from '../stand-in/commit-files.mjs';
import type { ActionCall, ActionResult } from '../stand-in/run-action.mjs';
import {
  startGitHubStandIn,
  type GitHubStandIn,
  type RepositoryOptions,
  type StandInOptions,
} from '../stand-in/server.mjs';
import { runInProcess } from './in-process.js';

export const SOURCE = 'org/repo';
export const GITOPS = 'org/gitops';
export const IMAGE = 'ghcr.io/org/repo/app';
export const KUSTOMIZATION = 'app/base/kustomization.yaml';
export const VALUES = 'app/values.yaml';

export const SECRET = 'github_pat_the-secret-of-the-gitops-repository';
/** What `github.token` is: it reads the source repository. */
export const WORKFLOW_TOKEN = 'ghs_the-token-of-the-workflow';

const ADA = { name: 'Ada', email: 'ada@example.com' };

/** Names of the commits of the source repository, oldest first. */
export interface History {
  readonly older: string;
  readonly ours: string;
  readonly newer: string;
}

export interface Templates {
  readonly root: string;
  readonly history: History;
}

export type { Given };

/** What is special about a run. */
export interface RunOptions {
  /** `push` by default. */
  readonly event?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What runs the action: in this process by default. */
  readonly through?: (call: ActionCall) => Promise<ActionResult>;
}

export interface Scene {
  readonly standIn: GitHubStandIn;
  readonly gitops: BareRepository;
  /** May do everything in the GitOps repository. */
  readonly token: string;
  readonly promote: (inputs: Given, run?: RunOptions) => Promise<ActionResult>;
  readonly close: () => Promise<void>;
}

/** A tag of a commit as the action computes it. */
export function tagOf(sha: string): string {
  return `main-${sha.slice(0, 7)}`;
}

export function renderKustomization(tag: string, other = '1.0.0'): string {
  const entries = [
    ['app', IMAGE, tag],
    ['sidecar', 'sidecar', other],
  ];
  const lines = entries.flatMap(([name, newName, newTag]) => [
    `  - name: ${name}`,
    `    newName: ${newName}`,
    `    newTag: "${newTag}" # ${name}`,
  ]);
  return ['# Ours.', 'images:', ...lines, ''].join('\n');
}

export function renderValues(tag: string): string {
  return `image:\n  repository: ${IMAGE}\n  tag: ${tag} # ours\n`;
}

/** Makes both repositories once. Every scene works on a copy of them. */
export async function makeTemplates(
  files: (history: History) => Readonly<Record<string, string>> = defaultFiles,
): Promise<Templates> {
  const root = mkdtempSync(join(tmpdir(), 'promotions-'));
  const source = await createBareRepository(join(root, 'source.git'), { 'README.md': '0\n' });
  const older = await source.resolve('main');
  const ours = await commitSource(source.gitDir, '1\n');
  const newer = await commitSource(source.gitDir, '2\n');
  const history = { older, ours, newer };
  await createBareRepository(join(root, 'gitops.git'), files(history));
  return { root, history };
}

function defaultFiles({ older }: History) {
  return {
    [KUSTOMIZATION]: renderKustomization(tagOf(older)),
    [VALUES]: renderValues(tagOf(older)),
  };
}

export function removeTemplates({ root }: Templates): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

/** Somebody else's commit, made with git itself. */
export async function commitFile(
  gitDir: string,
  path: string,
  text: string,
  branch = 'main',
  message = `Change ${path}`,
): Promise<string> {
  return commitAs(ADA, gitDir, { path, text, branch, message });
}

/**
 * A commit of the source repository. It has the same name in every run: of those that a clock makes,
 * one in 27 begins with seven digits, which a tag does not tell from a date.
 * @throws Error for such a name: then another date makes others.
 */
export async function commitSource(gitDir: string, text: string, branch = 'main'): Promise<string> {
  const author = { ...ADA, date: '2026-01-02T00:00:02Z' };
  const change = { path: 'README.md', text, branch, message: 'Change it' };
  const commit = await commitAs(author, gitDir, change);
  if (/^\d{7}/.test(commit)) throw new Error(`${commit} of ${text} begins with seven digits`);
  return commit;
}

interface Change {
  readonly path: string;
  readonly text: string;
  readonly branch: string;
  readonly message: string;
}

async function commitAs(
  author: { readonly name: string; readonly email: string; readonly date?: string },
  gitDir: string,
  { path, text, branch, message }: Change,
): Promise<string> {
  const head = await openBareRepository(gitDir).resolve(branch);
  return commitFiles(gitDir, {
    branch,
    head,
    files: [{ path, mode: '100644', bytes: Buffer.from(text) }],
    message,
    author,
    committer: author,
    beforeRefUpdate: () => Promise.resolve(),
  });
}

/** A stand-in over copies of the repositories, and the action that promotes into them. */
export async function openScene(
  templates: Templates,
  options: Partial<StandInOptions> = {},
  gitops: Partial<RepositoryOptions> = {},
): Promise<Scene> {
  const root = mkdtempSync(join(templates.root, 'scene-'));
  for (const name of ['source.git', 'gitops.git']) {
    cpSync(join(templates.root, name), join(root, name), { recursive: true });
  }
  const standIn = await startGitHubStandIn({
    root,
    repositories: {
      [SOURCE]: { gitDir: join(root, 'source.git'), private: true },
      [GITOPS]: { gitDir: join(root, 'gitops.git'), private: true, ...gitops },
    },
    tokens: {
      [SECRET]: { kind: 'fine-grained', login: 'bot', permissions: { [GITOPS]: 'write' } },
      [WORKFLOW_TOKEN]: { kind: 'app', login: 'ci[bot]', permissions: { [SOURCE]: 'read' } },
    },
    ...options,
  });
  return {
    standIn,
    gitops: standIn.repository(GITOPS),
    token: SECRET,
    promote: (inputs, run = {}) =>
      promote({ root, apiUrl: standIn.url, sha: templates.history.ours, ...run }, inputs),
    close: async () => {
      await standIn.close();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Runner extends RunOptions {
  readonly root: string;
  readonly apiUrl: string;
  readonly sha: string;
}

async function promote(
  { root, apiUrl, sha, event = 'push', env = {}, through = runInProcess }: Runner,
  inputs: Given,
) {
  const { image = `${IMAGE}:${tagOf(sha)}`, ...given } = inputs;
  const result = await through({
    inputs: {
      steps: 'promote',
      image,
      'gitops-repository': GITOPS,
      'gitops-token': SECRET,
      'source-sha': sha,
      ...given,
    },
    workspace: root,
    apiUrl,
    githubToken: WORKFLOW_TOKEN,
    event: { name: event, payload: {} },
    env: { GITHUB_REPOSITORY: SOURCE, GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main', ...env },
  });
  assertNoSecrets(result);
  return result;
}

/** @throws Error when a token stands in anything that a run printed or wrote. */
function assertNoSecrets({ stdout, stderr, outputs, summary }: ActionResult): void {
  const log = stdout.replace(/^::add-mask::.*$/gm, '');
  const written = [log, stderr, summary, JSON.stringify(outputs)].join('\n');
  for (const secret of [SECRET, WORKFLOW_TOKEN]) {
    for (const form of [secret, Buffer.from(secret).toString('base64')]) {
      if (written.includes(form)) throw new Error(`A token was printed:\n${written}`);
    }
  }
}
