import { afterEach, beforeEach, expect } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from '../fakes/inputs.js';
import { validateExchanges } from '../stand-in/openapi.mjs';
import type { ActionCall, ActionResult } from '../stand-in/run-action.mjs';
import {
  startGitHubStandIn,
  type GitHubStandIn,
  type StandInOptions,
} from '../stand-in/server.mjs';

export const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
export const digest = `sha256:${'ab'.repeat(32)}`;
export const path = 'fastapi-agent/base/kustomization.yaml';
export const secret = 'ghp_the-secret-of-the-gitops-repository';

export const kustomization = [
  'apiVersion: kustomize.config.k8s.io/v1beta1',
  'kind: Kustomization',
  '',
  'images:',
  '  # The agent.',
  '  - name: fastapi-agent',
  '    newName: ghcr.io/org/repo/fastapi-agent',
  "    newTag: 'main-0000000' # deployed",
  '',
  '  - name: sidecar',
  "    newTag: '1.0.0'",
  '',
].join('\r\n');

/** What the GitOps repository holds. */
export const files = {
  [path]: kustomization,
  'fastapi-agent/prod/kustomization.yaml': kustomization,
  'broken/kustomization.yaml': 'images:\n  - name: app\n   newTag: x\n',
  'deployment/kustomization.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
  'twice/kustomization.yaml': kustomization,
  'twice/Kustomization': kustomization,
  'values.yaml':
    'image:\n  registry: ghcr.io\n  repository: org/repo/fastapi-agent\n  tag: v1 # t\n',
  'app.yaml': 'kind: A\nv: "agent=ghcr.io/org/repo/fastapi-agent:v1"\n---\nkind: B\nv: old\n',
  'empty/kustomization.yaml': 'resources: []\n',
  'README.md': 'GitOps\n',
};

export const promotion = {
  steps: 'promote',
  image: 'ghcr.io/org/repo/fastapi-agent:main-a1b2c3d',
  'source-sha': sha,
  'gitops-repository': 'org/gitops',
  'gitops-token': secret,
  kustomization: 'fastapi-agent/base',
  'image-name': 'fastapi-agent',
};

/** What is special about a run. */
export interface Circumstances {
  /** Where the action finds the API; by default the stand-in itself. */
  readonly apiUrl?: string;
  readonly event?: string;
  readonly ref?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the action for each test in a workspace of its own, beside a stand-in of its own. */
export class Example {
  readonly #through: (call: ActionCall) => Promise<ActionResult>;
  #standIn: GitHubStandIn | undefined;
  #root = '';

  /** @param through What runs the action. */
  constructor(through: (call: ActionCall) => Promise<ActionResult>) {
    this.#through = through;
  }

  /** The workspace. */
  get root(): string {
    return this.#root;
  }

  get standIn(): GitHubStandIn {
    if (this.#standIn === undefined) throw new Error('The stand-in runs only during a test.');
    return this.#standIn;
  }

  async open(): Promise<void> {
    this.#root = mkdtempSync(join(tmpdir(), 'gitops-promote-'));
    await this.#start();
  }

  /** Whatever a test did: no reply was one that GitHub would not give, and nothing else is left. */
  async close(): Promise<void> {
    expect(validateExchanges(this.standIn.requests)).toEqual([]);
    await this.standIn.close();
    rmSync(this.#root, { recursive: true, maxRetries: 5 });
  }

  /** Starts the stand-in anew, with other options. */
  async restart(changes: Partial<StandInOptions>): Promise<void> {
    await this.standIn.close();
    await this.#start(changes);
  }

  async #start(changes: Partial<StandInOptions> = {}): Promise<void> {
    this.#standIn = await startGitHubStandIn({
      root: mkdtempSync(join(this.#root, 'repositories-')),
      repositories: { 'org/gitops': { files, private: true } },
      tokens: {
        [secret]: { kind: 'fine-grained', login: 'bot', permissions: { 'org/gitops': 'write' } },
        reader: { kind: 'fine-grained', login: 'bot', permissions: { 'org/gitops': 'read' } },
        classic: { kind: 'classic', login: 'bot', permissions: { 'org/gitops': 'read' } },
        stranger: { kind: 'fine-grained', login: 'stranger', permissions: {} },
      },
      ...changes,
    });
  }

  async run(inputs: Given, circumstances: Circumstances = {}): Promise<ActionResult> {
    const { event = 'push', ref = 'refs/heads/main', env = {}, apiUrl } = circumstances;
    const result = await this.#through({
      inputs,
      workspace: this.#root,
      apiUrl: apiUrl ?? this.standIn.url,
      event: { name: event, payload: {} },
      env: {
        GITHUB_REPOSITORY: 'org/repo',
        GITHUB_SHA: sha,
        GITHUB_REF: ref,
        GITHUB_RUN_ID: '7',
        ...env,
      },
    });
    expect(withoutMasks(result.stdout)).not.toContain(secret);
    expect(result.summary + JSON.stringify(result.outputs)).not.toContain(secret);
    return result;
  }

  /** Method, path and status of every request. */
  requestsMade(): readonly string[] {
    return this.standIn.requests.map(
      ({ method, path: asked, status }) => `${method} ${asked} ${status ?? '-'}`,
    );
  }

  /** Messages of the commits behind the first one, newest first. */
  async history(): Promise<readonly string[]> {
    const log = await this.standIn.repository('org/gitops').log('main');
    return log.slice(0, -1);
  }

  async read(file = path): Promise<string> {
    return (await this.standIn.repository('org/gitops').readFile('main', file)).toString();
  }

  async readHead(): Promise<string> {
    return this.standIn.repository('org/gitops').resolve('main');
  }

  /** A report of 10 lines, as `coverage.xml` in the workspace. */
  writeReport(covered: number): void {
    const counts = `lines-valid="10" lines-covered="${covered}" branches-valid="0" branches-covered="0"`;
    writeFileSync(
      join(this.#root, 'coverage.xml'),
      `<?xml version="1.0" ?>\n<coverage version="7.16.2" ${counts} line-rate="1" branch-rate="0" complexity="0">\n<!-- Generated by coverage.py: https://coverage.readthedocs.io/ -->\n<packages/></coverage>\n`,
    );
  }
}

/** The example, opened and closed around every test of the block that asks for it. */
export function useExample(through: (call: ActionCall) => Promise<ActionResult>): Example {
  const example = new Example(through);
  beforeEach(() => example.open());
  afterEach(() => example.close());
  return example;
}

export function withoutMasks(log: string): string {
  return log.replace(/^::add-mask::.*$/gm, '');
}

/** Loses the answer of every write that took effect. */
export const loseAnswers: Partial<StandInOptions> = {
  onRequest: async ({ method }, answer) => {
    const reply = await answer();
    return method === 'PUT' ? 'drop' : reply;
  },
};
