import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isJsonObject, parseJsonObject } from '../base/json.js';
import type { RegistryTarget } from '../ports/registry.js';
import type { RegistryAddress } from './protocol/address.js';
import { findDockerLogin, parseHelperAnswer, type Credentials } from './protocol/docker-config.js';
import type { IdentitySource } from './protocol/refusals.js';

/** Who asks. Without credentials: anybody. */
export interface Identity {
  readonly credentials?: Credentials;
  readonly from?: IdentitySource;
}

/** Everybody that this job can ask as. */
export interface Identities {
  /** In the order in which they are tried; at least one. */
  readonly list: readonly Identity[];
  /** Why credentials that should be there are not, as it reads after "since". */
  readonly problem?: string;
}

/** The user name beside a token of GitHub, which ghcr.io does not look at. */
const TOKEN_USER = 'x-access-token';

/**
 * Finds what this job has for a registry: the inputs, else what `docker login` left, else for
 * `ghcr.io` the job's token.
 */
export async function findIdentities(
  { login, token, dockerConfig }: RegistryTarget,
  { name, configNames }: RegistryAddress,
): Promise<Identities> {
  if (login !== undefined) {
    const from = 'registry-username and registry-password';
    return { list: [{ credentials: { kind: 'password', ...login }, from }] };
  }
  const { credentials, problem } = await readDockerCredentials(dockerConfig, configNames);
  if (credentials !== undefined) {
    return { list: [{ credentials, from: "the login in docker's configuration" }] };
  }
  // A token without "packages: read" is refused even what everybody may see.
  if (name !== 'ghcr.io' || token === undefined) return { list: [{}], problem };
  const own = { kind: 'password', username: TOKEN_USER, password: token } as const;
  return { list: [{ credentials: own, from: 'token' }, {}], problem };
}

/** How long a credential helper may take, in milliseconds. */
const HELPER_TIMEOUT = 30_000;

/** What docker's configuration gives, or what stood in the way, as it reads after "but". */
interface DockerCredentials {
  readonly credentials?: Credentials;
  readonly problem?: string;
}

/**
 * Reads what `docker login` has left for a registry. Nothing of it is a failure by itself: a public
 * image needs none.
 * @param directory Of docker's configuration.
 * @param names What the registry may be called in it; the first is what helpers are asked for.
 */
export async function readDockerCredentials(
  directory: string,
  names: readonly string[],
  run = runHelper,
): Promise<DockerCredentials> {
  const file = `${directory}/config.json`;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => ({ cause }));
  if (typeof text !== 'string') return explainUnread(file, text.cause);
  const config = parseJsonObject(text);
  // The text is not shown: it may hold secrets.
  if (config === undefined) {
    return { problem: `docker's configuration ${file} is not a JSON object` };
  }
  const { helper, credentials } = findDockerLogin(config, names);
  return helper === undefined ? { credentials } : askHelper(helper, names[0] ?? '', run);
}

function explainUnread(file: string, cause: unknown): DockerCredentials {
  const code = isJsonObject(cause) ? String(cause['code']) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return {};
  return { problem: `docker's configuration ${file} cannot be read (${code})` };
}

/**
 * Asks a credential helper: https://github.com/docker/docker-credential-helpers. It gets the name of
 * the registry on its standard input, and answers in JSON. What else it writes is never shown.
 */
async function askHelper(
  helper: string,
  registry: string,
  run: typeof runHelper,
): Promise<DockerCredentials> {
  const program = `docker-credential-${helper}`;
  // The name comes from a file, and must not lead to another folder.
  if (!/^[\w.-]+$/.test(helper)) return { problem: `${program} is no name of a program` };
  const { code, output } = await run(program, registry);
  // The protocol's words for a registry that nobody signed in to.
  if (code !== 0 && output.trim().startsWith('credentials not found')) return {};
  if (code !== 0) return { problem: `${program} failed (${code})` };
  const credentials = parseHelperAnswer(parseJsonObject(output));
  return credentials ? { credentials } : { problem: `${program} did not answer with credentials` };
}

interface Ended {
  /** Exit code, or the name of the error that kept it from ending by itself. */
  readonly code: number | string;
  readonly output: string;
}

/** Starts a helper without a shell. */
export function runHelper(program: string, input: string): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { timeout: HELPER_TIMEOUT, windowsHide: true };
    const child = execFile(program, ['get'], options, (error, output) => {
      const code = error === null ? 0 : (error.code ?? error.signal ?? 'unknown');
      resolve({ code, output });
    });
    // A helper that ends without reading its input is judged by its exit code.
    child.stdin?.on('error', () => undefined).end(input);
  });
}
