// Who signs a commit that is made through the API.

/** @typedef {import('./commit-files.mjs').Identity} Identity */

/**
 * Who commits what an App writes, and what GraphQL and merges write.
 * @type {Identity}
 */
export const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' };

/**
 * GitHub signs what it commits itself.
 * @param {{ readonly email: string }} committer
 */
export function isSignedByGitHub({ email }) {
  return email === WEB_FLOW.email;
}

/**
 * @param {import('./tokens.mjs').Token} caller
 * @returns {Identity}
 */
export function identityOf({ login }) {
  return { name: login, email: `${login}@users.noreply.github.com` };
}
