import type { RegistryTarget } from '../ports/registry.js';
import type { RegistryAddress } from './protocol/address.js';
import { readDockerCredentials } from './credentials.js';
import type { Credentials } from './protocol/docker-config.js';
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
  const own: readonly Identity[] =
    name === 'ghcr.io' && token !== undefined
      ? [
          {
            credentials: { kind: 'password', username: TOKEN_USER, password: token },
            from: 'token',
          },
        ]
      : [];
  return { list: [...own, {}], ...(problem !== undefined && { problem }) };
}
