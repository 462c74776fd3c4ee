/** A way to sign in that a server names in `WWW-Authenticate`. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Characters of a token: RFC 9110, section 5.6.2. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';

/** One item of the list: a scheme, a parameter, or a scheme with its first parameter. */
const ITEM = new RegExp(
  `(?:(?<scheme>${TOKEN})(?:[ \\t]+|(?=[ \\t]*(?:,|$))))?(?:(?<name>${TOKEN})[ \\t]*=[ \\t]*(?<value>${QUOTED}|[^\\s,"]*))?[ \\t]*(?:,|$)`,
  'y',
);

/**
 * Parses `WWW-Authenticate` (RFC 9110, section 11.6.1), in which several challenges may stand, each
 * with parameters of its own. What cannot be read ends the list.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  const text = header.trim();
  for (let at = 0; at < text.length;) {
    at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
    ITEM.lastIndex = at;
    const match = ITEM.exec(text);
    if (match === null || match[0] === '') break;
    at = ITEM.lastIndex;
    const { scheme, name, value } = match.groups ?? {};
    if (scheme !== undefined)
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    if (name !== undefined)
      challenges.at(-1)?.parameters.set(name.toLowerCase(), unquoteParameter(value ?? ''));
  }
  return challenges;
}

function unquoteParameter(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

/** Challenges that were made for another address than the one to sign in for. */
export function withoutScope(challenges: readonly Challenge[]): readonly Challenge[] {
  return challenges.map(({ scheme, parameters }) => ({
    scheme,
    parameters: new Map([...parameters].filter(([name]) => name !== 'scope')),
  }));
}

/** How a Bearer challenge wants a token to be asked for. */
export interface TokenRequest {
  readonly realm: URL;
  readonly service: string | undefined;
  /** What the registry named, else pulling from the repository. */
  readonly scopes: readonly string[];
}

/**
 * @param path The repository in the registry.
 * @returns `undefined` when the challenge names no address.
 */
export function computeTokenRequest(
  { parameters }: Challenge,
  path: string,
): TokenRequest | undefined {
  const realm = parameters.get('realm') ?? '';
  if (!URL.canParse(realm)) return undefined;
  const scopes = (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  return {
    realm: new URL(realm),
    service: parameters.get('service'),
    scopes: scopes.length > 0 ? scopes : [`repository:${path}:pull`],
  };
}

/** The parameters of a token request, in the order of the specification. */
export function renderTokenParameters({ service, scopes }: TokenRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (service !== undefined) parameters.append('service', service);
  for (const scope of scopes) parameters.append('scope', scope);
  return parameters;
}
