import type { Context } from '../../base/context.js';
import type { InputReader } from '../../base/input-reader.js';

const INPUT = 'gitops-api-url';

/**
 * The base address of the GitOps repository's REST API, without a slash at its end: the input, else
 * that of the run's own server. What is wrong is noted in `reader`.
 */
export function parseApiUrl(
  reader: InputReader,
  context: Pick<Context, 'apiUrl' | 'repositoryUrl'>,
): string {
  const value = reader.string(INPUT) ?? context.apiUrl;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '') {
    reader.reject(INPUT, 'the address of a REST API, https://…', value);
  } else if (url.username + url.password !== '') {
    reader.complain(INPUT, 'an address holds no credentials. Give gitops-token instead');
  } else if (url.protocol === 'http:' && !isThisMachine(url) && !isOwnServer(url, context)) {
    const what = reader.has(INPUT) ? 'it' : `it is GITHUB_API_URL by default, which`;
    reader.complain(
      INPUT,
      `${what} is ${value}, and the token would go there unencrypted. Give an https: address`,
    );
  }
  return value.replace(/\/+$/, '');
}

function isThisMachine({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** A server inside a network, such as Gitea, whose own pages are http: as well. */
function isOwnServer(
  { hostname }: URL,
  { repositoryUrl }: Pick<Context, 'repositoryUrl'>,
): boolean {
  const own = URL.canParse(repositoryUrl) ? new URL(repositoryUrl) : undefined;
  return own?.protocol === 'http:' && own.hostname === hostname;
}
