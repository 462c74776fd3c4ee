// Runs the action on the examples as the three jobs of a workflow do, against a stand-in for GitHub
// over a real git repository: `npm run demo`. Needs Node.js and git; no account, network or package.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBareRepository, readDirectory } from '../__tests__/stand-in/bare-repository.mjs';
import { commitFiles } from '../__tests__/stand-in/commit-files.mjs';
import { runGit } from '../__tests__/stand-in/git.mjs';
import { renderExchanges } from '../__tests__/stand-in/request-log.mjs';
import { runAction } from '../__tests__/stand-in/run-action.mjs';
import { renderLog } from '../__tests__/stand-in/runner-log.mjs';
import { startGitHubStandIn } from '../__tests__/stand-in/server.mjs';

/** @typedef {import('../__tests__/stand-in/run-action.mjs').ActionResult} ActionResult */
/** @typedef {import('../__tests__/stand-in/server.mjs').GitHubStandIn} GitHubStandIn */
/** @typedef {{ apiUrl: string, sha: string, workspace: string }} Job */
/** @typedef {{ older: string, sha: string }} History The commit that is deployed, and the one that was pushed. */

const SOURCE = 'org/repo';
const GITOPS = 'org/gitops';
const GITOPS_TOKEN = 'github_pat_of-the-demo';
/** What `github.token` is: it reads the source repository. */
const WORKFLOW_TOKEN = 'ghs_of-the-demo';
const IMAGE = 'ghcr.io/org/repo/fastapi-agent';
const ADA = { name: 'Ada', email: 'ada@example.com' };
const OVERLAY = 'fastapi-agent/overlays/dev';
const KUSTOMIZATION = `${OVERLAY}/kustomization.yaml`;
/** What docker/build-push-action gives as its output `digest`. */
const DIGEST = `sha256:${createHash('sha256').update('the image of the demo').digest('hex')}`;

const root = await mkdtemp(join(tmpdir(), 'gitops-promote-demo-'));
try {
  const failures = await demonstrate(root);
  if (failures.length > 0) throw new Error(failures.join(' '));
  console.log(
    '\nThe gate passed, one commit changes the two lines that it should, and the run that came late changed nothing.',
  );
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await rm(root, { recursive: true });
}

/**
 * @param {string} folder An empty one, for everything that is written.
 * @returns {Promise<string[]>} What is not as it should be.
 */
async function demonstrate(folder) {
  const checkout = join(folder, 'checkout');
  const { older, sha } = await checkOutSource(checkout);
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const standIn = await startGitHub(join(folder, 'github'), join(checkout, '.git'), older);
  try {
    const apiUrl = standIn.url;
    const test = await runTestJob({ apiUrl, sha, workspace: checkout });
    const build = await runBuildJob({ apiUrl, sha, workspace: checkout });
    // The promote job needs no checkout.
    await runPromoteJob({ apiUrl, sha, workspace: empty }, test, build);
    showRequests(standIn);
    await showCommit(standIn);
    const failures = await checkCommit(standIn, build.outputs);
    const late = await runLateJob({ apiUrl, sha: older, workspace: empty });
    if (late.outputs['reason'] !== 'stale') failures.push('A run that came late was not skipped.');
    return failures;
  } finally {
    await standIn.close();
  }
}

/**
 * A stand-in that has the source repository, and the GitOps repository with a commit of it deployed.
 * @param {string} folder
 * @param {string} source Where git keeps the source repository.
 * @param {string} deployed
 */
async function startGitHub(folder, source, deployed) {
  const files = await readDirectory(example('gitops-repo'));
  const text = String(files[KUSTOMIZATION]);
  const deploying = text.replace('main-3f9c2e1', `main-${deployed.slice(0, 7)}`);
  return startGitHubStandIn({
    root: folder,
    repositories: {
      [SOURCE]: { gitDir: source, private: true },
      [GITOPS]: { files: { ...files, [KUSTOMIZATION]: deploying }, private: true },
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
 * A checkout of the source repository, as `actions/checkout` makes it with `fetch-depth: 0`.
 * @param {string} folder
 * @returns {Promise<History>}
 */
async function checkOutSource(folder) {
  const { 'coverage.xml': report, ...files } = await readDirectory(example('fastapi-agent'));
  if (report === undefined) throw new Error('examples/fastapi-agent/coverage.xml is missing.');
  const { gitDir, git } = await createBareRepository(join(folder, '.git'), files);
  const older = await git('rev-parse', 'main');
  const sha = await commitFiles(gitDir, {
    ...{
      branch: 'main',
      head: older,
      message: 'Say what the agent is',
      author: ADA,
      committer: ADA,
    },
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
  return fileURLToPath(new URL(name, import.meta.url));
}

/** @param {Job} job */
async function runTestJob(job) {
  return runJob('test', job, {
    steps: 'coverage',
    'coverage-files': 'coverage.xml',
    'coverage-min': '80',
  });
}

/** @param {Job} job */
async function runBuildJob(job) {
  return runJob('build', job, { steps: 'tag', image: IMAGE });
}

/**
 * @param {Job} job
 * @param {ActionResult} test
 * @param {ActionResult} build
 */
async function runPromoteJob(job, test, build) {
  return runJob('promote', job, {
    steps: 'promote',
    image: build.outputs['image'] ?? '',
    digest: DIGEST,
    'source-sha': build.outputs['source-sha'] ?? '',
    'gitops-repository': GITOPS,
    'gitops-token': GITOPS_TOKEN,
    kustomization: OVERLAY,
    'image-name': 'fastapi-agent',
    'commit-trailers': `Coverage: ${test.outputs['coverage']}`,
  });
}

/**
 * The run of the commit before, which was slower.
 * @param {Job} job
 */
async function runLateJob(job) {
  return runJob('promote, of an older run that comes late', job, {
    steps: 'promote',
    image: `${IMAGE}:main-${job.sha.slice(0, 7)}`,
    'gitops-repository': GITOPS,
    'gitops-token': GITOPS_TOKEN,
    kustomization: OVERLAY,
    'image-name': 'fastapi-agent',
  });
}

/**
 * @param {string} name
 * @param {Job} job
 * @param {Readonly<Record<string, string>>} inputs
 * @throws Error when the job fails: those that need it do not run then.
 */
async function runJob(name, { apiUrl, sha, workspace }, inputs) {
  const result = await runAction({
    inputs,
    workspace,
    apiUrl,
    githubToken: WORKFLOW_TOKEN,
    event: { name: 'push', payload: renderPush(sha) },
    env: { GITHUB_REPOSITORY: SOURCE, GITHUB_REF: 'refs/heads/main', GITHUB_SHA: sha },
  });
  showJob(name, inputs, result);
  if (result.exitCode !== 0) throw new Error(`The job ${name} failed.`);
  return result;
}

/** @param {string} sha */
function renderPush(sha) {
  return {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: sha,
    repository: { full_name: SOURCE, default_branch: 'main' },
    head_commit: { id: sha },
    sender: { login: 'ada' },
  };
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} inputs
 * @param {ActionResult} result
 */
function showJob(name, inputs, { stdout, stderr, outputs, summary }) {
  showTitle(`job: ${name}`);
  const given = { ...inputs, ...('gitops-token' in inputs && { 'gitops-token': '***' }) };
  showPart('with', renderValues(Object.entries(given)));
  showPart('log', [...renderLog(stdout), ...stderr.split('\n').filter((line) => line !== '')]);
  const values = Object.entries(outputs).filter(([output]) => output !== 'result');
  showPart('outputs (without result)', renderValues(values));
  showPart('job summary', summary.trimEnd().split('\n'));
}

/** @param {readonly (readonly [string, string])[]} values */
function renderValues(values) {
  return values.map(([name, value]) => `${name}: ${value.replaceAll('\n', '\n  ')}`);
}

/** @param {string} title */
function showTitle(title) {
  console.log(`\n=== ${title} ${'='.repeat(Math.max(0, 92 - title.length))}`);
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function showPart(title, lines) {
  console.log(`\n--- ${title}`);
  for (const line of lines) console.log(line);
}

/** @param {GitHubStandIn} standIn */
function showRequests({ requests }) {
  showTitle(`requests to the API: ${requests.length}`);
  for (const line of renderExchanges(requests)) console.log(line);
}

/** @param {GitHubStandIn} standIn */
async function showCommit({ repository }) {
  showTitle(`the commit in ${GITOPS}`);
  console.log(await repository(GITOPS).git('show', 'main'));
}

/**
 * @param {GitHubStandIn} standIn
 * @param {Record<string, string>} outputs Of the job that computed the tag.
 */
async function checkCommit({ repository, requests }, { tag }) {
  const { git, readFile } = repository(GITOPS);
  const failures = [];
  if (requests.length > 4) failures.push(`There were ${requests.length} requests, more than 4.`);
  const commits = Number(await git('rev-list', '--count', 'main')) - 1;
  if (commits !== 1) return [...failures, `There are ${commits} new commits instead of one.`];
  const changed = await git('diff', '--numstat', 'main~1', 'main');
  if (changed !== `2\t2\t${KUSTOMIZATION}`) failures.push(`Not two lines are changed: ${changed}.`);
  const text = (await readFile('main', KUSTOMIZATION)).toString();
  if (!text.includes(`newTag: ${tag} #`)) failures.push(`${KUSTOMIZATION} has no newTag ${tag}.`);
  return failures;
}
