// Plays the pipeline of the examples with the bundle, against stand-ins for GitHub and Argo CD over
// real git repositories: `npm run demo`. Needs Node.js and git; no account, network or package.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderExchanges } from '../__tests__/stand-in/request-log.mjs';
import { runJob, showTitle } from './demo/job.mjs';
import * as scenes from './demo/scene.mjs';

/** @typedef {import('./demo/scene.mjs').Scene} Scene */
/** @typedef {import('../__tests__/stand-in/run-action.mjs').ActionResult} ActionResult */

/** Where every job writes to. */
const TARGET = {
  'gitops-repository': scenes.GITOPS,
  'gitops-token': scenes.GITOPS_TOKEN,
  kustomization: scenes.OVERLAY,
  'image-name': 'fastapi-agent',
};

console.log(
  `A push to ${scenes.SOURCE} is tested, tagged, promoted to ${scenes.GITOPS} and waited for in Argo CD, a run of an older commit comes late, the push is rolled back, and its run is started once more: look at the lines of the jobs that begin with Coverage, Image, Promotion, Rollback and ${scenes.APPLICATION}, and at the two commits at the end.`,
);
const root = await mkdtemp(join(tmpdir(), 'gitops-promote-demo-'));
try {
  const failures = await demonstrate(root);
  if (failures.length > 0) throw new Error(failures.join(' '));
  console.log(
    '\nThe gate passed, one commit changes the two lines that it should, and Argo CD ran it; the run that came late changed nothing; a second commit puts the two lines back, Argo CD runs that, and it stays.',
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
  const scene = await scenes.openScene(folder);
  try {
    const test = await runTest(scene);
    const build = await runBuild(scene);
    const promotion = await runPromote(scene, test, build);
    showRequests(scene);
    const failures = await checkCommit(scene, build);
    const verification = await runVerify(scene, build, promotion);
    if (verification.outputs['verify-verdict'] !== 'healthy') failures.push('It is not healthy.');
    const late = await runLate(scene);
    if (late.outputs['reason'] !== 'stale') failures.push('A run that came late was not skipped.');
    failures.push(...(await goBack(scene)));
    const again = await runPromote(scene, test, build, 'promote, of the push once more');
    if (again.outputs['reason'] !== 'rolled-back') failures.push('It was promoted once more.');
    await showCommits(scene);
    return failures;
  } finally {
    await scene.close();
  }
}

/**
 * @param {Scene} scene
 * @returns {Promise<string[]>} What is not as it should be.
 */
async function goBack({ github, argocd, sha, empty }) {
  const { outputs } = await runJob({
    ...{ name: 'rollback', event: 'workflow_dispatch', apiUrl: github.url, sha, workspace: empty },
    inputs: {
      steps: 'rollback, verify',
      'rollback-to': 'previous',
      ...TARGET,
      'commit-trailers': 'Reason: to show it',
      ...clusterOf(argocd),
    },
  });
  const { git } = github.repository(scenes.GITOPS);
  const failures = [];
  if (outputs['verify-verdict'] !== 'healthy') failures.push('What was restored is not healthy.');
  const changed = await git('diff', 'main~2', 'main');
  if (changed !== '') failures.push(`The rollback left a difference: ${changed}.`);
  return failures;
}

/** @param {Scene['argocd']} argocd */
function clusterOf({ url }) {
  return {
    'argocd-server': url,
    'argocd-token': scenes.ARGOCD_TOKEN,
    'argocd-applications': scenes.APPLICATION,
  };
}

/** @param {Scene} scene */
function runTest({ github, sha, checkout }) {
  return runJob({
    ...{ name: 'test', event: 'push', apiUrl: github.url, sha, workspace: checkout },
    inputs: { steps: 'coverage', 'coverage-files': 'coverage.xml', 'coverage-min': '80' },
  });
}

/** @param {Scene} scene */
function runBuild({ github, sha, checkout }) {
  return runJob({
    ...{ name: 'build', event: 'push', apiUrl: github.url, sha, workspace: checkout },
    inputs: { steps: 'tag', image: scenes.IMAGE },
  });
}

/**
 * @param {Scene} scene
 * @param {ActionResult} test
 * @param {ActionResult} build
 * @param {string} [name]
 */
function runPromote({ github, sha, empty }, test, build, name = 'promote') {
  return runJob({
    ...{ name, event: 'push', apiUrl: github.url, sha, workspace: empty },
    inputs: {
      steps: 'promote',
      image: build.outputs['image'] ?? '',
      digest: scenes.digestOf(sha),
      'source-sha': build.outputs['source-sha'] ?? '',
      ...TARGET,
      'commit-trailers': `Coverage: ${test.outputs['coverage']}`,
    },
  });
}

/**
 * @param {Scene} scene
 * @param {ActionResult} build
 * @param {ActionResult} promotion
 */
function runVerify({ github, argocd, sha, empty }, build, promotion) {
  return runJob({
    ...{ name: 'verify', event: 'push', apiUrl: github.url, sha, workspace: empty },
    inputs: {
      steps: 'verify',
      image: build.outputs['image'] ?? '',
      digest: scenes.digestOf(sha),
      'source-sha': build.outputs['source-sha'] ?? '',
      ...TARGET,
      'gitops-commit': promotion.outputs['commit-sha'] ?? '',
      ...clusterOf(argocd),
    },
  });
}

/**
 * The run of the commit before, which was slower.
 * @param {Scene} scene
 */
function runLate({ github, older, empty }) {
  const name = 'promote, of an older run that comes late';
  const image = `${scenes.IMAGE}:main-${older.slice(0, 7)}`;
  return runJob({
    ...{ name, event: 'push', apiUrl: github.url, sha: older, workspace: empty },
    inputs: { steps: 'promote', image, digest: scenes.digestOf(older), ...TARGET },
  });
}

/** @param {Scene} scene */
function showRequests({ github: { requests } }) {
  showTitle(`requests to the API: ${requests.length}`);
  for (const line of renderExchanges(requests)) console.log(line);
}

/** @param {Scene} scene */
async function showCommits({ github }) {
  showTitle(`the commits in ${scenes.GITOPS}`);
  console.log(await github.repository(scenes.GITOPS).git('log', '--reverse', '-p', '-2', 'main'));
}

/**
 * @param {Scene} scene
 * @param {ActionResult} build
 */
async function checkCommit({ github, sha }, { outputs: { tag } }) {
  const { git, readFile } = github.repository(scenes.GITOPS);
  const failures = [];
  const { length } = github.requests;
  if (length > 5) failures.push(`There were ${length} requests, more than 5.`);
  const commits = Number(await git('rev-list', '--count', 'main')) - 1;
  if (commits !== 1) return [...failures, `There are ${commits} new commits instead of one.`];
  const changed = await git('diff', '--numstat', 'main~1', 'main');
  if (changed !== `2\t2\t${scenes.KUSTOMIZATION}`) failures.push(`Changed lines: ${changed}.`);
  const text = (await readFile('main', scenes.KUSTOMIZATION)).toString();
  const wanted = `newTag: ${tag} # the commit that is deployed\n    digest: ${scenes.digestOf(sha)}\n`;
  if (!text.includes(wanted)) failures.push(`${scenes.KUSTOMIZATION} does not ask for ${tag}.`);
  return failures;
}
