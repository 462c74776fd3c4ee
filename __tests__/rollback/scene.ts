import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from '../fakes/inputs.js';
import { runInProcess } from '../run/in-process.js';
import { commitFile, commitSource, GITOPS, SECRET, SOURCE, tagOf } from '../run/scene.js';
import {
  type BareRepository,
  createBareRepository,
  openBareRepository,
} from '../stand-in/bare-repository.mjs';
import type { ActionCall, ActionResult } from '../stand-in/run-action.mjs';
import {
  type GitHubStandIn,
  type RepositoryOptions,
  type StandInOptions,
  startGitHubStandIn,
} from '../stand-in/server.mjs';

const WORKFLOW_TOKEN = 'ghs_the-token-of-the-workflow';

export const APP = 'ghcr.io/org/repo/app';
export const KUSTOMIZATION = 'app/kustomization.yaml';

/** The commits of the source, by the letter that they are called in tests; each is newer. */
export type Commits = Readonly<Record<'o' | 'a' | 'b' | 'c' | 'd' | 'h', string>>;

export interface Repositories {
  readonly root: string;
  readonly commits: Commits;
}

/** A kustomization of two images, with what a person would write around them. */
export function renderEntries(tag: string, other = '1.0.0'): string {
  return [
    '# Ours.',
    'images:',
    '  - name: app # the service',
    `    newName: ${APP}`,
    `    newTag: '${tag}' # deployed`,
    '  - name: sidecar',
    `    newTag: "${other}"`,
    '',
  ].join('\n');
}

/** Makes both repositories once; every scene works on a copy. `h` is a branch from `b`. */
export async function makeRepositories(
  files: (commits: Commits) => Readonly<Record<string, string>> = ({ o }) => ({
    [KUSTOMIZATION]: renderEntries(tagOf(o)),
  }),
): Promise<Repositories> {
  const root = mkdtempSync(join(tmpdir(), 'rollbacks-'));
  const source = await createBareRepository(join(root, 'source.git'), { 'README.md': '0\n' });
  const commit = (text: string, branch = 'main') =>
    commitSource(source.gitDir, `${text}\n`, branch);
  const o = await source.resolve('main');
  const [a, b] = [await commit('a'), await commit('b')];
  await source.git('branch', 'hotfix', b);
  const h = await commit('h', 'hotfix');
  const commits = { o, a, b, c: await commit('c'), d: await commit('d'), h };
  await createBareRepository(join(root, 'gitops.git'), files(commits));
  return { root, commits };
}

/** Lets the repositories begin where some work has left them. */
export async function advance(
  repositories: Repositories,
  work: (scene: Scene) => Promise<unknown>,
): Promise<void> {
  const scene = await openScene(repositories);
  await work(scene);
  const gitDir = join(repositories.root, 'gitops.git');
  rmSync(gitDir, { recursive: true });
  cpSync(scene.gitops.gitDir, gitDir, { recursive: true });
  await scene.close();
}

export function removeRepositories({ root }: Repositories): void {
  rmSync(root, { recursive: true, force: true });
}

/** What is special about a run. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly through?: (call: ActionCall) => Promise<ActionResult>;
}

export interface Scene {
  readonly standIn: GitHubStandIn;
  readonly gitops: BareRepository;
  readonly commits: Commits;
  /** Promotes the image of a commit of the source. */
  readonly promote: (
    commit: keyof Commits,
    inputs?: Given,
    run?: RunOptions,
  ) => Promise<ActionResult>;
  readonly rollBack: (inputs?: Given, run?: RunOptions) => Promise<ActionResult>;
  /** Somebody's commit by hand, which makes of a file what `change` does. */
  readonly edit: (change: (text: string) => string, path?: string) => Promise<string>;
  readonly read: (path?: string) => Promise<string>;
  /** What the file asks for: the letter of the commit, or the tag. */
  readonly deployed: (path?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openScene(
  { root: templates, commits }: Repositories,
  options: Partial<StandInOptions> = {},
  gitopsOptions: Partial<RepositoryOptions> = {},
): Promise<Scene> {
  const root = mkdtempSync(join(templates, 'scene-'));
  for (const name of ['source.git', 'gitops.git']) {
    cpSync(join(templates, name), join(root, name), { recursive: true });
  }
  const standIn = await startGitHubStandIn({
    root,
    repositories: {
      [SOURCE]: { gitDir: join(root, 'source.git'), private: true },
      [GITOPS]: { gitDir: join(root, 'gitops.git'), private: true, ...gitopsOptions },
    },
    tokens: {
      [SECRET]: { kind: 'fine-grained', login: 'bot', permissions: { [GITOPS]: 'write' } },
      [WORKFLOW_TOKEN]: { kind: 'app', login: 'ci[bot]', permissions: { [SOURCE]: 'read' } },
    },
    ...options,
  });
  const gitops = openBareRepository(join(root, 'gitops.git'));
  const call = (
    sha: string,
    inputs: Given,
    { env, event = 'push', through = runInProcess }: RunOptions,
  ) =>
    through({
      inputs: { 'gitops-repository': GITOPS, 'gitops-token': SECRET, ...inputs },
      workspace: root,
      apiUrl: standIn.url,
      githubToken: WORKFLOW_TOKEN,
      event: { name: event, payload: {} },
      env: { GITHUB_REPOSITORY: SOURCE, GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main', ...env },
    });
  const places: Given = { kustomization: 'app', 'image-name': 'app' };
  const targetsOf = (inputs: Given) =>
    ['kustomization', 'values', 'targets'].some((input) => input in inputs) ? {} : places;
  const read = async (path = KUSTOMIZATION) => (await gitops.readFile('main', path)).toString();
  return {
    standIn,
    gitops,
    commits,
    promote: (commit, inputs = {}, run = {}) => {
      const sha = commits[commit];
      const image = { image: `${APP}:${tagOf(sha)}`, 'source-sha': sha };
      return call(sha, { ...targetsOf(inputs), steps: 'promote', ...image, ...inputs }, run);
    },
    rollBack: (inputs = {}, run = {}) =>
      call(commits.d, { ...targetsOf(inputs), 'rollback-to': 'previous', ...inputs }, run),
    edit: async (change, path = KUSTOMIZATION) =>
      commitFile(gitops.gitDir, path, change(await read(path))),
    read,
    deployed: async (path) => {
      const text = await read(path);
      const letter = Object.entries(commits).find(([, sha]) => text.includes(tagOf(sha)))?.[0];
      return letter ?? /newTag: '?(?<tag>[^'\s]+)/.exec(text)?.groups?.['tag'] ?? '';
    },
    close: async () => {
      await standIn.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
