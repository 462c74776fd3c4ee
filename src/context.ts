import { readFileSync } from 'node:fs';
import { PromoteError } from './errors.js';
import { isJsonObject, type JsonObject } from './json.js';

/** What the runner says about the workflow run, from `GITHUB_*` and the event's payload. */
export interface Context {
  /** `push`, `pull_request`, … */
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
  /** Page of the source repository, for people. */
  readonly repositoryUrl: string;
  /**
   * The clock of the run, in milliseconds since 1970: when the action started, or
   * `SOURCE_DATE_EPOCH` (reproducible-builds.org) when that is set.
   */
  readonly startedAt: number;
  /** Base address of the REST API, without a slash at the end. */
  readonly apiUrl: string;
  /** Address of this run attempt, for people. */
  readonly runUrl: string;
  /** 1 for the first attempt; more for a re-run. */
  readonly runAttempt: number;
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
 * @throws PromoteError `invalid-context` when a variable that every runner sets is absent or malformed.
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
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const runAttempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1');
  const repositoryUrl = `${serverUrl}/${repository}`;
  const run = `${repositoryUrl}/actions/runs/${env['GITHUB_RUN_ID'] ?? '0'}`;
  return {
    eventName: readVariable(env, 'GITHUB_EVENT_NAME', /^\w+$/, 'the name of an event'),
    payload: readPayload(env['GITHUB_EVENT_PATH']),
    repository,
    sha: readVariable(env, 'GITHUB_SHA', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit SHA'),
    ref: env['GITHUB_REF'] ?? '',
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    repositoryUrl,
    startedAt: readClock(env),
    apiUrl: (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, ''),
    runUrl: runAttempt > 1 ? `${run}/attempts/${runAttempt}` : run,
    runAttempt,
  };
}

function readClock(env: Env): number {
  if ((env['SOURCE_DATE_EPOCH'] ?? '') === '') return Date.now();
  return 1000 * Number(readVariable(env, 'SOURCE_DATE_EPOCH', /^\d{1,12}$/, 'seconds since 1970'));
}

function readVariable(env: Env, name: string, shape: RegExp, expected: string): string {
  const value = env[name] ?? '';
  if (shape.test(value)) return value;
  throw new PromoteError(
    'invalid-context',
    `${name}: expected ${expected}, got ${JSON.stringify(value)}. The runner sets it; outside a runner set it yourself.`,
  );
}

function readPayload(path: string | undefined): JsonObject {
  if (path === undefined || path === '') return {};
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PromoteError(
      'invalid-context',
      `GITHUB_EVENT_PATH: expected a readable JSON file, got ${JSON.stringify(path)}.`,
      { cause },
    );
  }
  return isJsonObject(payload) ? payload : {};
}
