import type { Context } from '../../base/context.js';
import type { InputReader } from '../../base/input-reader.js';
import { parsePlatform, PLATFORM_RULE } from '../../base/platform.js';
import type { RegistryLogin } from '../../ports/registry.js';

const LOGIN_INPUTS = ['registry-username', 'registry-password'] as const;

/** The inputs of the registry check, which is part of the promote step. */
export const CHECK_INPUTS = [
  'check-image',
  'image-platforms',
  'pin-digest',
  ...LOGIN_INPUTS,
] as const;

/** What is asked of the registry before anything is written. */
export interface ImageCheckInputs {
  /** Platforms that the image must have, as `parsePlatform` spells them. */
  readonly platforms: readonly string[];
  /** Whether a tag without a digest gets the one that the registry has for it. */
  readonly pinDigest: boolean;
  readonly login?: RegistryLogin;
  /** The job's own token, where the registry of the server that issued it takes it. */
  readonly token?: string;
}

/** `ghcr.io` belongs to github.com: it knows the tokens of no other server. */
const TOKEN_SERVER = 'https://github.com/';

/**
 * Parses the inputs of the registry check.
 * @returns `undefined` when nothing is to be checked.
 */
export function parseCheckInputs(
  reader: InputReader,
  { repositoryUrl }: Pick<Context, 'repositoryUrl'>,
): ImageCheckInputs | undefined {
  const asked = reader.boolean('check-image');
  const platforms = parsePlatforms(reader);
  const pinDigest = reader.boolean('pin-digest') ?? false;
  const login = parseLogin(reader);
  const implied = reader.has('image-platforms') ? 'image-platforms' : pinDigest && 'pin-digest';
  if (asked === false && implied !== false) {
    reader.complain('check-image', `it is false, but ${implied} needs the check. Remove one`);
  }
  if (asked !== true && implied === false) {
    const given = LOGIN_INPUTS.find((input) => reader.has(input));
    if (asked === undefined && given !== undefined) {
      reader.complain(given, 'given, but no image is looked for. Set check-image, or remove it');
    }
    return undefined;
  }
  const token = repositoryUrl.startsWith(TOKEN_SERVER) ? reader.string('token') : undefined;
  return { platforms, pinDigest, login, token };
}

function parsePlatforms(reader: InputReader): readonly string[] {
  const platforms = reader.words('image-platforms').map((word) => {
    const platform = parsePlatform(word);
    if (platform === undefined) {
      reader.reject('image-platforms', 'platforms such as linux/amd64', word, PLATFORM_RULE);
    }
    return platform ?? word;
  });
  // Of "${{ vars.A }}, ${{ vars.B }}" a comma is left where both are empty: a check of nothing.
  if (platforms.length === 0 && reader.has('image-platforms')) {
    reader.complain('image-platforms', 'it names no platform. Name one, such as linux/amd64');
  }
  return [...new Set(platforms)];
}

/** A user name without a password, or the other way round, is a secret that is empty here. */
function parseLogin(reader: InputReader): RegistryLogin | undefined {
  const missing = LOGIN_INPUTS.filter((input) => !reader.has(input));
  if (missing.length === 2) return undefined;
  for (const input of missing) {
    const given = LOGIN_INPUTS.filter((each) => each !== input).join();
    reader.complain(
      input,
      `it is empty, but ${given} is given. Give both; when it comes from a secret, the secret is empty or not visible to this job`,
    );
  }
  const [username = '', password = ''] = LOGIN_INPUTS.map((input) => reader.string(input));
  if (username.includes(':')) {
    reader.reject('registry-username', 'a user name without ":"', username);
  }
  return { username, password };
}
