// Who asks, and what they may do.

/** @typedef {'classic' | 'fine-grained' | 'app'} TokenKind `app` is also what `GITHUB_TOKEN` is. */

/**
 * @typedef {object} Token
 * @property {TokenKind} kind
 * @property {string} login The user, or the App's bot.
 * @property {Readonly<Record<string, 'read' | 'write'>>} permissions By `owner/name`.
 * @property {string} [sso] An organization with SAML single sign-on that a classic token is not yet
 *   authorized for: nothing of it may be seen, public repositories included.
 */

/**
 * @param {string | undefined} authorization The header.
 * @param {Readonly<Record<string, Token>>} tokens By their secret.
 * @returns {Token | 'anonymous' | 'unknown'}
 */
export function identify(authorization, tokens) {
  if (authorization === undefined) return 'anonymous';
  const secret = /^(?:token|bearer) +(?<secret>\S+)$/i.exec(authorization)?.groups?.['secret'];
  if (secret === undefined || !Object.hasOwn(tokens, secret)) return 'unknown';
  return tokens[secret] ?? 'unknown';
}

/**
 * @param {Token | 'anonymous'} caller
 * @param {import('./operations.mjs').Repository} repository
 * @returns {string | undefined} The organization that the token has to be authorized for first.
 */
export function findUnauthorizedOrganization(caller, { name }) {
  if (caller === 'anonymous' || caller.sso === undefined) return undefined;
  return name.startsWith(`${caller.sso}/`) ? caller.sso : undefined;
}

/**
 * Everybody reads a public repository, whatever their token is for.
 * @param {Token | 'anonymous'} caller
 * @param {import('./operations.mjs').Repository} repository
 * @returns {'none' | 'read' | 'write'}
 */
export function computeAccess(caller, repository) {
  const granted = caller === 'anonymous' ? undefined : caller.permissions[repository.name];
  return granted ?? (repository.private ? 'none' : 'read');
}
