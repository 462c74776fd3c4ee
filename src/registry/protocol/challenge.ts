import type { Credentials } from './docker-config.js';

/** A way to sign in that a server names in `WWW-Authenticate`. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: Map<string, string>;
}

/** Characters of a token: RFC 9110, section 5.6.2. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';

/** One item of the list: a scheme, a parameter, or a scheme with its first parameter. */
const ITEM = new RegExp(
  `[ \\t]*(?:(?<scheme>${TOKEN})(?:[ \\t]+|(?=[ \\t]*(?:,|$))))?(?:(?<name>${TOKEN})[ \\t]*=[ \\t]*(?<value>${QUOTED}|[^\\s,"]*))?[ \\t]*(?:,|$)`,
  'gy',
);

/**
 * Parses `WWW-Authenticate` (RFC 9110, section 11.6.1), in which several challenges may stand, each
 * with parameters of its own. What cannot be read ends the list.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  for (const { groups: { scheme, name, value = '' } = {} } of header.matchAll(ITEM)) {
    if (scheme !== undefined)
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    if (name !== undefined)
      challenges.at(-1)?.parameters.set(name.toLowerCase(), unquoteParameter(value));
  }
  return challenges;
}

function unquoteParameter(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

/** What a token server is asked. */
interface TokenRequest {
  readonly url: URL;
  /** Value of the header `Authorization`. */
  readonly authorization?: string;
  /** Makes it a POST of this form. */
  readonly form?: string;
}

/**
 * The request for a token that a Bearer challenge wants, with the scope that it names, else that of
 * pulling from the repository. An identity token is exchanged for one of the repository, as OAuth 2.0
 * has it.
 * @param path The repository in the registry.
 * @returns `undefined` when the challenge names no address.
 */
export function computeTokenRequest(
  { parameters }: Challenge,
  path: string,
  credentials?: Credentials,
): TokenRequest | undefined {
  const realm = parameters.get('realm') ?? '';
  if (!URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  const service = parameters.get('service');
  const scopes = (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) scopes.push(`repository:${path}:pull`);
  if (credentials?.kind === 'identity-token') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'gitops-promote',
      ...(service !== undefined && { service }),
      scope: scopes.join(' '),
      refresh_token: credentials.token,
    });
    return { url, form: form.toString() };
  }
  if (service !== undefined) url.searchParams.append('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  return { url, authorization: credentials && renderBasic(credentials) };
}

export function renderBasic({ username, password }: Credentials & { kind: 'password' }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
