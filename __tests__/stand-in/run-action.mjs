// Runs the bundle in dist/ as GitHub's runner does.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { EOL, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDeclaredInputs } from './declared-inputs.mjs';

const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/**
 * @typedef {object} ActionCall
 * @property {Readonly<Record<string, string | undefined>>} inputs What stands under `with:`.
 * @property {{ name: string, payload: Readonly<Record<string, unknown>> }} event
 * @property {string} workspace An existing directory, which is also where the bundle starts.
 * @property {string} apiUrl
 * @property {Readonly<Record<string, string>>} [env] Further variables, such as `GITHUB_SHA`.
 * @property {string} [githubToken] What `github.token` is in this run.
 * @property {string} [node] Path of the Node.js that runs the bundle.
 */

/** @typedef {(typeof import('../../src/action/outputs.js').OUTPUT_NAMES)[number]} OutputName */

/**
 * @typedef {object} ActionResult
 * @property {number | null} exitCode
 * @property {string} stdout As it was written, workflow commands included, with `\n` at the end of
 *   lines on every system.
 * @property {string} stderr
 * @property {Partial<Record<OutputName, string>>} outputs
 * @property {string} summary
 */

/**
 * @param {ActionCall} call
 * @returns {Promise<ActionResult>}
 */
export async function runAction(call) {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  };
  try {
    // The runner makes these files: the toolkit only appends to them.
    await writeFile(files.GITHUB_OUTPUT, '');
    await writeFile(files.GITHUB_STEP_SUMMARY, '');
    await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(call.event.payload));
    const ended = await start(call, { ...files, RUNNER_TEMP: folder });
    const outputs = parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'));
    return { ...ended, outputs, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

/**
 * @param {ActionCall} call
 * @param {Record<string, string>} files
 * @returns {Promise<{ exitCode: number | null, stdout: string, stderr: string }>}
 */
function start(call, files) {
  const { node = process.execPath, workspace } = call;
  return new Promise((resolve, reject) => {
    const action = spawn(node, [BUNDLE], {
      cwd: workspace,
      env: { ...files, ...renderVariables(call) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const written = { stdout: '', stderr: '' };
    action.stdout.setEncoding('utf8').on('data', (text) => (written.stdout += text));
    action.stderr.setEncoding('utf8').on('data', (text) => (written.stderr += text));
    action.on('error', reject);
    action.on('close', (exitCode) => {
      resolve({ exitCode, ...written, stdout: written.stdout.replaceAll(EOL, '\n') });
    });
  });
}

/**
 * The variables that tell the action of its run, but for the files that it writes.
 * @param {ActionCall} call
 * @returns {Record<string, string>}
 */
export function renderVariables(call) {
  return { ...renderEnvironment(call), ...renderInputs(call), ...call.env };
}

/**
 * Nothing of the caller's own environment but what a process needs.
 * @param {ActionCall} call
 * @returns {Record<string, string>}
 */
function renderEnvironment({ event, workspace, apiUrl }) {
  const { PATH = '', SystemRoot, PATHEXT } = process.env;
  return {
    PATH,
    HOME: workspace,
    // What Windows calls it.
    USERPROFILE: workspace,
    ...(SystemRoot !== undefined && { SystemRoot }),
    // Windows finds no program without it.
    ...(PATHEXT !== undefined && { PATHEXT }),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'ada',
    GITHUB_API_URL: apiUrl,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: workspace,
  };
}

/**
 * `INPUT_*` for every declared input, given or not, and for every given one, declared or not.
 * @param {ActionCall} call
 */
function renderInputs({ inputs, githubToken = 'ghs_the-token-of-this-run' }) {
  /** @type {Record<string, string>} */
  const variables = {};
  for (const [name, value] of [...readDeclaredInputs(), ...Object.entries(inputs)]) {
    if (value === undefined) continue;
    const variable = `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
    variables[variable] = value.replace(/\$\{\{ *github\.token *\}\}/, githubToken);
  }
  return variables;
}

/**
 * `name=value` lines and `name<<delimiter` blocks, as the runner reads them.
 * @param {string} text
 * @throws Error for what the runner refuses.
 */
export function parseOutputs(text) {
  /** @type {Record<string, string>} */
  const outputs = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const { name, operator, rest } = parseOutputLine(line);
    if (operator === '=') {
      outputs[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, at + 1);
    if (end === -1) throw new Error(`Output ${name}: no line is its delimiter ${rest}.`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

/** @param {string} line */
function parseOutputLine(line) {
  const groups = /^(?<name>.+?)(?<operator>=|<<)(?<rest>.*)$/.exec(line)?.groups;
  if (groups === undefined) throw new Error(`Invalid line in GITHUB_OUTPUT: ${line}`);
  return { name: groups['name'] ?? '', operator: groups['operator'], rest: groups['rest'] ?? '' };
}
