// What the demo plays against: GitHub with both repositories of the example, and Argo CD.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startArgoStandIn } from '../../__tests__/stand-in/argocd.mjs';
import { createBareRepository, readDirectory } from '../../__tests__/stand-in/bare-repository.mjs';
import { commitFiles } from '../../__tests__/stand-in/commit-files.mjs';
import { runGit } from '../../__tests__/stand-in/git.mjs';
import { startGitHubStandIn } from '../../__tests__/stand-in/server.mjs';

export const SOURCE = 'org/repo';
export const GITOPS = 'org/gitops';
export const IMAGE = 'ghcr.io/org/repo/fastapi-agent';
export const OVERLAY = 'fastapi-agent/overlays/dev';
export const KUSTOMIZATION = `${OVERLAY}/kustomization.yaml`;
export const APPLICATION = 'fastapi-agent-dev';

export const GITOPS_TOKEN = 'github_pat_of-the-demo';
export const ARGOCD_TOKEN = 'argocd_of-the-demo';
/** What `github.token` is: it reads the source repository. */
export const WORKFLOW_TOKEN = 'ghs_of-the-demo';

const ADA = { name: 'Ada', email: 'ada@example.com' };

/** @typedef {import('../../__tests__/stand-in/argocd.mjs').ArgoStandIn} ArgoStandIn */
/** @typedef {import('../../__tests__/stand-in/bare-repository.mjs').BareRepository} BareRepository */
/** @typedef {import('../../__tests__/stand-in/server.mjs').GitHubStandIn} GitHubStandIn */

/**
 * @typedef {object} Scene
 * @property {GitHubStandIn} github
 * @property {ArgoStandIn} argocd
 * @property {string} older The commit that is deployed in the beginning.
 * @property {string} sha The commit that is pushed.
 * @property {string} checkout Of the source repository, with the report that pytest wrote.
 * @property {string} empty A workspace of a job that needs no checkout.
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder An empty one, for everything that is written.
 * @returns {Promise<Scene>}
 */
export async function openScene(folder) {
  const checkout = join(folder, 'checkout');
  const { older, sha } = await checkOutSource(checkout);
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const github = await startGitHub(join(folder, 'github'), join(checkout, '.git'), older);
  const argocd = await startArgoCD(github.repository(GITOPS));
  const close = async () => {
    await argocd.close();
    await github.close();
  };
  return { github, argocd, older, sha, checkout, empty, close };
}

/**
 * The digest of the image of a commit, as docker/build-push-action would give it.
 * @param {string} sha
 */
export function digestOf(sha) {
  return `sha256:${createHash('sha256').update(`the image of ${sha}`).digest('hex')}`;
}

/**
 * A checkout of the source repository, as `actions/checkout` makes it with `fetch-depth: 0`.
 * @param {string} folder
 */
async function checkOutSource(folder) {
  const { 'coverage.xml': report, ...files } = await readDirectory(example('fastapi-agent'));
  if (report === undefined) throw new Error('examples/fastapi-agent/coverage.xml is missing.');
  const { gitDir, git } = await createBareRepository(join(folder, '.git'), files);
  const older = await git('rev-parse', 'main');
  const sha = await commitFiles(gitDir, {
    ...{ branch: 'main', head: older, author: ADA, committer: ADA },
    message: 'Say what the agent is',
    files: [{ path: 'README.md', mode: '100644', bytes: Buffer.from('# FastAPI agent\n') }],
    beforeRefUpdate: () => Promise.resolve(),
  });
  await git('config', 'core.bare', 'false');
  await git('remote', 'add', 'origin', `https://github.com/${SOURCE}`);
  await runGit(gitDir, ['reset', '--quiet', '--hard'], { env: { GIT_WORK_TREE: folder } });
  // As if pytest had just written it.
  await copyFile(example('fastapi-agent/coverage.xml'), join(folder, 'coverage.xml'));
  return { older, sha };
}

/** @param {string} name */
function example(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

/**
 * A stand-in that has the source repository, and the GitOps repository with a commit of it deployed.
 * @param {string} folder
 * @param {string} source Where git keeps the source repository.
 * @param {string} deployed
 */
async function startGitHub(folder, source, deployed) {
  const files = await readDirectory(example('gitops-repo'));
  const text = String(files[KUSTOMIZATION])
    .replace('main-3f9c2e1', `main-${deployed.slice(0, 7)}`)
    .replace(/sha256:[0-9a-f]{64}/, digestOf(deployed));
  return startGitHubStandIn({
    root: folder,
    repositories: {
      [SOURCE]: { gitDir: source, private: true },
      [GITOPS]: { files: { ...files, [KUSTOMIZATION]: text }, private: true },
    },
    tokens: {
      [WORKFLOW_TOKEN]: { kind: 'app', login: 'ci[bot]', permissions: { [SOURCE]: 'read' } },
      [GITOPS_TOKEN]: {
        kind: 'fine-grained',
        login: 'promoter',
        permissions: { [GITOPS]: 'write' },
      },
    },
  });
}

/**
 * A stand-in that sees a new commit of the GitOps repository one look late, as the real one may: until
 * then it is Synced and Healthy at the one before.
 * @param {BareRepository} gitops
 */
async function startArgoCD({ gitDir }) {
  /** @param {readonly string[]} args */
  const git = (...args) =>
    execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8' });
  let head = git('rev-parse', 'main').trim();
  let applied = head;
  return startArgoStandIn({
    token: ARGOCD_TOKEN,
    onRequest: ({ url, headers }) => {
      if (headers.authorization !== `Bearer ${ARGOCD_TOKEN}`) return undefined;
      const path = `/api/v1/applications/${APPLICATION}`;
      if (url.startsWith(`${path}/managed-resources`)) {
        return {
          status: 200,
          body: { items: [renderResource(git('show', `${applied}:${KUSTOMIZATION}`))] },
        };
      }
      if (!url.startsWith(path) || url.includes('/syncwindows')) return undefined;
      if (!url.includes('refresh=')) {
        applied = head;
        head = git('rev-parse', 'main').trim();
      }
      return { status: 200, body: renderApplication(applied) };
    },
  });
}

/** @param {string} revision */
function renderApplication(revision) {
  const source = {
    repoURL: `https://github.com/${GITOPS}.git`,
    targetRevision: 'main',
    path: OVERLAY,
  };
  return {
    metadata: { name: APPLICATION },
    spec: { source, project: 'default', syncPolicy: { automated: {} } },
    status: {
      sync: { status: 'Synced', revision, comparedTo: { source } },
      health: { status: 'Healthy' },
      reconciledAt: new Date().toISOString(),
      resources: [
        {
          ...{ group: 'apps', version: 'v1', kind: 'Deployment', name: 'fastapi-agent' },
          ...{ status: 'Synced', health: { status: 'Healthy' } },
        },
      ],
    },
  };
}

/**
 * The Deployment, with the image that the kustomization asks for.
 * @param {string} kustomization
 */
function renderResource(kustomization) {
  /** @param {string} key */
  const valueOf = (key) => new RegExp(`${key}: (\\S+)`).exec(kustomization)?.[1] ?? '';
  const image = `${valueOf('newName')}:${valueOf('newTag')}@${valueOf('digest')}`;
  const manifest = {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'fastapi-agent' } },
    spec: { template: { spec: { containers: [{ name: 'agent', image }] } } },
  };
  const text = JSON.stringify(manifest);
  return {
    group: 'apps',
    kind: 'Deployment',
    name: 'fastapi-agent',
    targetState: text,
    liveState: text,
  };
}
