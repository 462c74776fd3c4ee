// Who asks, and what they may do.

/** @typedef {'classic' | 'fine-grained' | 'app'} TokenKind `app` is also what `GITHUB_TOKEN` is. */

/**
 * @typedef {object} Token
 * @property {TokenKind} kind
 * @property {string} login The user, or the App's bot.
 * @property {Readonly<Record<string, 'read' | 'write'>>} permissions By `owner/name`.
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
 * Everybody reads a public repository, whatever their token is for.
 * @param {Token | 'anonymous'} caller
 * @param {import('./operations.mjs').Repository} repository
 * @returns {'none' | 'read' | 'write'}
 */
export function computeAccess(caller, repository) {
  const granted = caller === 'anonymous' ? undefined : caller.permissions[repository.name];
  return granted ?? (repository.private ? 'none' : 'read');
}
