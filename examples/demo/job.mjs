// A job of the demo: runs the bundle as GitHub's runner does, and shows what a person sees of it.

import { runAction } from '../../__tests__/stand-in/run-action.mjs';
import { renderLog } from '../../__tests__/stand-in/runner-log.mjs';
import { SOURCE, WORKFLOW_TOKEN } from './scene.mjs';

/** @typedef {import('../../__tests__/stand-in/run-action.mjs').ActionResult} ActionResult */

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} event `push` or `workflow_dispatch`.
 * @property {string} sha
 * @property {string} workspace
 * @property {string} apiUrl
 * @property {Readonly<Record<string, string>>} inputs
 */

/**
 * @param {Job} job
 * @returns {Promise<ActionResult>}
 * @throws Error when the job fails: those that need it do not run then.
 */
export async function runJob({ name, event, sha, workspace, apiUrl, inputs }) {
  const result = await runAction({
    inputs,
    workspace,
    apiUrl,
    githubToken: WORKFLOW_TOKEN,
    event: { name: event, payload: renderEvent(sha) },
    env: { GITHUB_REPOSITORY: SOURCE, GITHUB_REF: 'refs/heads/main', GITHUB_SHA: sha },
  });
  showTitle(`job: ${name}`);
  showInputs(inputs);
  showPart('log', [
    ...renderLog(result.stdout),
    ...result.stderr.split('\n').filter((line) => line !== ''),
  ]);
  showPart('job summary', result.summary.trimEnd().split('\n'));
  if (result.exitCode !== 0) throw new Error(`The job ${name} failed.`);
  return result;
}

/** @param {string} sha */
function renderEvent(sha) {
  return {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: sha,
    repository: { full_name: SOURCE, default_branch: 'main' },
    head_commit: { id: sha },
    sender: { login: 'ada' },
  };
}

/** @param {Readonly<Record<string, string>>} inputs */
function showInputs(inputs) {
  const lines = Object.entries(inputs).map(([name, value]) => {
    return `${name}: ${name.endsWith('-token') ? '***' : value}`;
  });
  showPart('with', lines);
}

/** @param {string} title */
export function showTitle(title) {
  console.log(`\n=== ${title} ${'='.repeat(Math.max(0, 92 - title.length))}`);
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
export function showPart(title, lines) {
  console.log(`\n--- ${title}`);
  for (const line of lines) console.log(line);
}
