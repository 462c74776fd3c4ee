// Runs the action on the examples as the three jobs of a workflow do, against a stand-in for GitHub
// over a real git repository: `npm run demo`. Needs Node.js and git; no account, network or package.

import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBareRepository, readDirectory } from '../__tests__/stand-in/bare-repository.mjs';
import { runGit } from '../__tests__/stand-in/git.mjs';
import { renderExchanges } from '../__tests__/stand-in/request-log.mjs';
import { runAction } from '../__tests__/stand-in/run-action.mjs';
import { renderLog } from '../__tests__/stand-in/runner-log.mjs';
import { startGitHubStandIn } from '../__tests__/stand-in/server.mjs';

/** @typedef {import('../__tests__/stand-in/run-action.mjs').ActionResult} ActionResult */
/** @typedef {import('../__tests__/stand-in/server.mjs').GitHubStandIn} GitHubStandIn */
/** @typedef {{ apiUrl: string, sha: string, workspace: string }} Job */

const SOURCE = 'org/repo';
const GITOPS = 'org/gitops';
const GITOPS_TOKEN = 'github_pat_of-the-demo';
const IMAGE = 'ghcr.io/org/repo/fastapi-agent';
const KUSTOMIZATION = 'fastapi-agent/base/kustomization.yaml';

const root = await mkdtemp(join(tmpdir(), 'gitops-promote-demo-'));
try {
  const failures = await demonstrate(root);
  if (failures.length > 0) throw new Error(failures.join(' '));
  console.log('\nThe gate passed, and one commit changes the one line that it should.');
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
  const sha = await checkOutSource(checkout);
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const standIn = await startGitHub(join(folder, 'github'));
  try {
    const apiUrl = standIn.url;
    const test = await runTestJob({ apiUrl, sha, workspace: checkout });
    const build = await runBuildJob({ apiUrl, sha, workspace: checkout });
    // The promote job needs no checkout.
    await runPromoteJob({ apiUrl, sha, workspace: empty }, test, build);
    showRequests(standIn);
    await showCommit(standIn);
    return await checkCommit(standIn, build.outputs);
  } finally {
    await standIn.close();
  }
}

/**
 * A stand-in that has the GitOps repository.
 * @param {string} folder
 */
async function startGitHub(folder) {
  const files = await readDirectory(example('gitops-repo'));
  return startGitHubStandIn({
    root: folder,
    repositories: { [GITOPS]: { files, private: true } },
    tokens: {
      [GITOPS_TOKEN]: {
        kind: 'fine-grained',
        login: 'promoter',
        permissions: { [GITOPS]: 'write' },
      },
    },
  });
}

/**
 * A checkout of the source repository, as `actions/checkout` makes it.
 * @param {string} folder
 * @returns {Promise<string>} Its commit.
 */
async function checkOutSource(folder) {
  const { 'coverage.xml': report, ...files } = await readDirectory(example('fastapi-agent'));
  if (report === undefined) throw new Error('examples/fastapi-agent/coverage.xml is missing.');
  const { gitDir, git } = await createBareRepository(join(folder, '.git'), files);
  await git('config', 'core.bare', 'false');
  await git('remote', 'add', 'origin', `https://github.com/${SOURCE}`);
  await runGit(gitDir, ['reset', '--quiet', '--hard'], { env: { GIT_WORK_TREE: folder } });
  // As if pytest had just written it.
  await copyFile(example('fastapi-agent/coverage.xml'), join(folder, 'coverage.xml'));
  return git('rev-parse', 'main');
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
    'source-sha': build.outputs['source-sha'] ?? '',
    'gitops-repository': GITOPS,
    'gitops-token': GITOPS_TOKEN,
    kustomization: 'fastapi-agent/base',
    'image-name': 'fastapi-agent',
    'commit-trailers': `Coverage: ${test.outputs['coverage']}`,
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
  if (requests.length > 3) failures.push(`There were ${requests.length} requests, more than 3.`);
  const commits = Number(await git('rev-list', '--count', 'main')) - 1;
  if (commits !== 1) return [...failures, `There are ${commits} new commits instead of one.`];
  const changed = await git('diff', '--numstat', 'main~1', 'main');
  if (changed !== `1\t1\t${KUSTOMIZATION}`) failures.push(`Not one line is changed: ${changed}.`);
  const text = (await readFile('main', KUSTOMIZATION)).toString();
  if (!text.includes(`newTag: ${tag} #`)) failures.push(`${KUSTOMIZATION} has no newTag ${tag}.`);
  return failures;
}
