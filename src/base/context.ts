import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PromoteError } from './errors.js';
import { isJsonObject, type JsonObject } from './json.js';

/** What the runner says about the workflow run, from `GITHUB_*` and the event's payload. */
export interface Context {
  /** `push`, `pull_request`, …; empty outside a runner, as the two below. */
  readonly eventName: string;
  /** The webhook payload of the event; empty when the runner gave none. */
  readonly payload: JsonObject;
  /** `owner/name` of the repository that the workflow runs in: the source repository. */
  readonly repository: string;
  /** `GITHUB_SHA`: 40 (or 64) lower-case hex digits. Not always the commit that was built. */
  readonly sha: string;
  /** `GITHUB_REF`, such as `refs/heads/main`; empty on some events. */
  readonly ref: string;
  readonly workspace: string;
  /** Another way to it, through a symbolic link, where `GITHUB_WORKSPACE` is one. */
  readonly workspaceLink?: string;
  /** Page of the source repository, for people. */
  readonly repositoryUrl: string;
  /** When the action started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** `SOURCE_DATE_EPOCH` (reproducible-builds.org) as it is set, not checked; else empty. */
  readonly sourceDateEpoch: string;
  /** `DOCKER_METADATA_ANNOTATIONS_LEVELS` as it is set, not checked; else `manifest`. */
  readonly annotationsLevels: string;
  /** Base address of the REST API, without a slash at the end. */
  readonly apiUrl: string;
  /** How often this run was started, from 1. */
  readonly runAttempt: number;
  /** Address of this run attempt, for people. */
  readonly runUrl: string;
  /** Directory of docker's configuration: `DOCKER_CONFIG`, else `.docker` in the home directory. */
  readonly dockerConfig: string;
}

/** Whether a run writes. */
export interface RunMode {
  /** Compute and show everything, write nothing. */
  readonly dryRun: boolean;
  /** A dry run nobody asked for, as on a pull request. */
  readonly dryRunByDefault: boolean;
  /** Why it is one, as it reads behind "because"; absent where somebody asked for it. */
  readonly dryRunReason?: string;
}

/** The inputs as the runner passes them, and the context. */
export interface RunnerEnvironment {
  readonly context: Context;
  /** By the name that `action.yml` would have: `INPUT_COVERAGE-MIN` is `coverage-min`. */
  readonly rawInputs: ReadonlyMap<string, string>;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads what the runner gives an action.
 * @throws PromoteError `invalid-context` when a variable is malformed.
 */
export function readRunnerEnvironment(env: Env = process.env): RunnerEnvironment {
  return { context: readContext(env), rawInputs: readRawInputs(env) };
}

function readRawInputs(env: Env): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith('INPUT_')) inputs.set(name.slice(6).toLowerCase(), value ?? '');
  }
  return inputs;
}

function readContext(env: Env): Context {
  const repository = readVariable(env, 'GITHUB_REPOSITORY', /^[^/\s]+\/[^/\s]+$/, 'owner/name');
  const attempt = Number(readVariable(env, 'GITHUB_RUN_ATTEMPT', /^[1-9]\d*$/, 'a number') || '1');
  const serverUrl = readOrDefault(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const repositoryUrl = `${serverUrl}/${repository}`;
  const run = `${repositoryUrl}/actions/runs/${readOrDefault(env, 'GITHUB_RUN_ID', '0')}`;
  return {
    eventName: readVariable(env, 'GITHUB_EVENT_NAME', /^\w+$/, 'the name of an event'),
    payload: readPayload(readOrDefault(env, 'GITHUB_EVENT_PATH', '')),
    repository,
    sha: readVariable(env, 'GITHUB_SHA', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit SHA'),
    ref: readOrDefault(env, 'GITHUB_REF', ''),
    workspace: readOrDefault(env, 'GITHUB_WORKSPACE', process.cwd()),
    repositoryUrl,
    startedAt: Date.now(),
    sourceDateEpoch: readOrDefault(env, 'SOURCE_DATE_EPOCH', ''),
    annotationsLevels: readOrDefault(env, 'DOCKER_METADATA_ANNOTATIONS_LEVELS', 'manifest'),
    apiUrl: readOrDefault(env, 'GITHUB_API_URL', 'https://api.github.com').replace(/\/+$/, ''),
    runAttempt: attempt,
    runUrl: attempt > 1 ? `${run}/attempts/${attempt}` : run,
    dockerConfig: readOrDefault(env, 'DOCKER_CONFIG', join(homedir(), '.docker')),
  };
}

/** An empty variable counts as one that is not there. */
function readOrDefault(env: Env, name: string, fallback: string): string {
  const value = env[name];
  return value === undefined || value === '' ? fallback : value;
}

function readVariable(env: Env, name: string, shape: RegExp, expected: string): string {
  const value = readOrDefault(env, name, '');
  if (value === '' || shape.test(value)) return value;
  throw malformed(name, expected, value);
}

function malformed(name: string, expected: string, value: string, cause?: unknown): PromoteError {
  return new PromoteError(
    'invalid-context',
    `${name}: expected ${expected}, got ${JSON.stringify(value)}. The runner sets it; outside a runner set it yourself.`,
    { cause },
  );
}

/**
 * Tags and promotions are of a commit and its repository; a coverage report can be held against a
 * minimum anywhere.
 * @throws PromoteError `invalid-context` that names the variable that is missing.
 */
export function assertWorkflow({ repository, sha, eventName }: Context): void {
  if (repository === '') throw malformed('GITHUB_REPOSITORY', 'owner/name', '');
  if (sha === '') throw malformed('GITHUB_SHA', 'a full commit SHA', '');
  if (eventName === '') throw malformed('GITHUB_EVENT_NAME', 'the name of an event', '');
}

/**
 * The runner starts an action in the workspace already; whoever starts it by hand may not.
 * @returns The context with the workspace as the system names it: without symbolic links, as the
 *   paths of files below it and those in most reports are.
 * @throws PromoteError `invalid-context` when it is no directory.
 */
export function enterWorkspace(context: Context): Context {
  const { workspace } = context;
  try {
    process.chdir(workspace);
    const entered = process.cwd();
    return entered === workspace
      ? context
      : { ...context, workspace: entered, workspaceLink: workspace };
  } catch (cause) {
    throw malformed('GITHUB_WORKSPACE', 'a directory', workspace, cause);
  }
}

function readPayload(path: string): JsonObject {
  if (path === '') return {};
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw malformed('GITHUB_EVENT_PATH', 'a readable JSON file', path, cause);
  }
  return isJsonObject(payload) ? payload : {};
}
