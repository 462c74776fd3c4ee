import { PromoteError } from '../../base/errors.js';
import { splitDomain } from '../../base/image.js';

/** Where the images of a repository are asked for. */
export interface RegistryAddress {
  /** What an image reference calls the registry: `ghcr.io`, `docker.io`, `localhost:5000`. */
  readonly name: string;
  /** `https://ghcr.io`, without a slash at its end. */
  readonly origin: string;
  /** The repository in it: `org/app`. */
  readonly path: string;
  /** What docker's configuration calls it; the first is the name that credential helpers know. */
  readonly configNames: readonly string[];
}

/** Docker Hub has one name in references, another in its API, and a third in docker's logins. */
const HUB_NAMES = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
const HUB_LOGIN = 'https://index.docker.io/v1/';
const HUB_ORIGIN = 'https://registry-1.docker.io';

/**
 * The address of a repository, by the rules of docker: what has no domain is on Docker Hub, where a
 * name of one part is an official image; and only this machine is spoken to without TLS.
 * @param repository Domain and path of an image reference.
 * @throws PromoteError `invalid-input` for a domain that the grammar of references allows, and that
 *   is no address, such as one with the port 99999.
 */
export function computeAddress(repository: string): RegistryAddress {
  const { domain = 'docker.io', path } = splitDomain(repository);
  if (HUB_NAMES.includes(domain)) {
    return {
      name: 'docker.io',
      origin: HUB_ORIGIN,
      path: path.includes('/') ? path : `library/${path}`,
      configNames: [HUB_LOGIN, ...HUB_NAMES],
    };
  }
  if (!URL.canParse(`https://${domain}`)) {
    throw new PromoteError(
      'invalid-input',
      `image: expected a registry with a host name or an IP address, and a port of at most 65535 if need be, got ${JSON.stringify(domain)}. Correct it.`,
    );
  }
  const scheme = isOwnMachine(new URL(`https://${domain}`)) ? 'http' : 'https';
  // A URL leaves out the usual port, and so does who answers.
  const { origin } = new URL(`${scheme}://${domain}`);
  return { name: domain, origin, path, configNames: [domain] };
}

/**
 * Whether what is sent on to an address cannot be overheard: over TLS, or from this machine to itself.
 * @param from Who sends there. It is asked over http only where it is this machine.
 */
export function isPrivate(url: URL, from: URL): boolean {
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && from.protocol === 'http:' && isOwnMachine(url))
  );
}

function isOwnMachine({ hostname }: URL): boolean {
  return /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(hostname);
}
