// What the stand-in answers: successes and GitHub's refusals, word for word as they were observed.

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {unknown} [body] Becomes JSON, except bytes, which are sent as they are.
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {boolean} [isCut] The connection ends in the middle of the body.
 */

const DOCUMENTATION = 'https://docs.github.com/rest';

/** What a write to a protected branch is answered, by what protects it: GitHub's own sentences. */
export const PROTECTIONS = {
  'pull-request': 'Changes must be made through a pull request.',
  'status-checks': '2 of 2 required status checks are expected.',
  ruleset: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
  'ruleset-signatures':
    'Repository rule violations found\n\nCommits must have verified signatures.\n\n',
};

/** @typedef {keyof typeof PROTECTIONS} Protection */

/** @param {Protection} protection */
export function isRuleset(protection) {
  return protection.startsWith('ruleset');
}

/**
 * @param {number} status
 * @param {string} message
 * @param {string} [page] Where the documentation has it.
 */
export function refuse(status, message, page = '') {
  const body = { message, documentation_url: `${DOCUMENTATION}${page}`, status: String(status) };
  return { status, body };
}

export function refuseUnknownToken() {
  return refuse(401, 'Bad credentials');
}

/** @param {string} page */
export function refuseAnonymousWrite(page) {
  return refuse(401, 'Requires authentication', page);
}

/**
 * Also what hides a private repository from those who may not see it.
 * @param {string} page
 */
export function refuseAbsent(page) {
  return refuse(404, 'Not Found', page);
}

/**
 * A write without permission: each kind of token is told so in its own way.
 * @param {import('./tokens.mjs').TokenKind} kind
 * @param {string} page
 */
export function refuseWrite(kind, page) {
  switch (kind) {
    case 'classic':
      return refuseAbsent(page);
    case 'fine-grained':
      return refuse(403, 'Resource not accessible by personal access token', page);
    case 'app':
      return refuse(403, 'Resource not accessible by integration', page);
  }
}

export const SSO_MESSAGE =
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';

/**
 * Where a person authorizes a token for an organization.
 * @param {string} organization
 * @returns {Record<string, string>} Headers.
 */
export function linkSso(organization) {
  const url = `https://github.com/orgs/${organization}/sso?authorization_request=A1B2C3`;
  return { 'x-github-sso': `required; url=${url}` };
}

/**
 * @param {string} organization
 * @returns {Reply}
 */
export function refuseSso(organization) {
  const page =
    'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/';
  const body = { message: SSO_MESSAGE, documentation_url: page, status: '403' };
  return { status: 403, headers: linkSso(organization), body };
}

/** @param {string} page */
export function refuseArchived(page) {
  return refuse(403, 'Repository was archived so is read-only.', page);
}

/**
 * What is wrong with a request, in the words of a list.
 * @param {readonly Readonly<Record<string, string>>[]} errors
 * @param {string} page
 * @returns {Reply}
 */
export function refuseInvalid(errors, page) {
  const reply = refuse(422, 'Validation Failed', page);
  return { ...reply, body: { ...reply.body, errors } };
}

/**
 * @param {string} field
 * @param {string} page
 */
export function refuseMissingField(field, page) {
  return refuse(422, `Invalid request.\n\n"${field}" wasn't supplied.`, page);
}

/**
 * A repository that was renamed. A client sends the same request there, whatever its method.
 * @param {string} method
 * @param {string} url
 * @returns {Reply}
 */
export function redirect(method, url) {
  const page = 'https://docs.github.com/v3/#http-redirects';
  const body = { message: 'Moved Permanently', url, documentation_url: page };
  return { status: method === 'GET' ? 301 : 307, headers: { location: url }, body };
}

/**
 * The name of an object in the Git database, which has to be whole there.
 * @param {string} parameter
 * @param {string} page
 */
export function refuseShortSha(parameter, page) {
  const message = `The ${parameter} parameter must be exactly 40 characters and contain only [0-9a-f].`;
  return refuse(422, message, page);
}

/** What GitHub answers is not known, as it turned out on the way: the request is answered 501. */
export class UnknownBehaviourError extends Error {}

/**
 * What GitHub answers here is not known, so nothing is made up: the test that gets here has to find
 * it out first.
 * @param {string} what
 */
export function refuseUnknownBehaviour(what) {
  return refuse(501, `The stand-in does not know what GitHub answers: ${what}`);
}
