// What a GraphQL request is refused with: GitHub answers 200 and says it in `errors`.

import { SSO_MESSAGE } from './replies.mjs';

/**
 * A refusal that becomes an entry of `errors`, with the path and the place of the field.
 */
export class GraphqlRefusal extends Error {
  /**
   * @param {string | undefined} type GitHub's word for what went wrong.
   * @param {string} message
   * @param {Readonly<Record<string, unknown>>} [extensions]
   */
  constructor(type, message, extensions) {
    super(message);
    this.name = 'GraphqlRefusal';
    this.type = type;
    this.extensions = extensions;
  }
}

/** @param {string} repository `owner/name`. */
export function refuseRepository(repository) {
  const message = `Could not resolve to a Repository with the name '${repository}'.`;
  return new GraphqlRefusal('NOT_FOUND', message);
}

/** A token that is not authorized for an organization with SAML single sign-on. */
export class SsoRefusal extends GraphqlRefusal {
  /** @param {string} organization */
  constructor(organization) {
    super('FORBIDDEN', SSO_MESSAGE, { saml_failure: true });
    this.organization = organization;
  }
}

/**
 * A mutation without permission: each kind of token is told so in its own way.
 * @param {import('./tokens.mjs').Token | 'anonymous'} caller
 * @param {string} mutation With a capital: `CreateCommitOnBranch`.
 */
export function refuseMutation(caller, mutation) {
  if (caller === 'anonymous') throw new Error('A request without a token was not refused.');
  switch (caller.kind) {
    case 'classic': {
      const message = `${caller.login} does not have the correct permissions to execute \`${mutation}\``;
      return new GraphqlRefusal('FORBIDDEN', message);
    }
    case 'fine-grained':
      return refuseToken('personal access token');
    case 'app':
      return refuseToken('integration');
  }
}

/** @param {string} kind */
function refuseToken(kind) {
  const message = `Resource not accessible by ${kind}`;
  return new GraphqlRefusal('FORBIDDEN', message, { saml_failure: false });
}

/** A fault of the server, which is also what a list that is null leads to. */
export function refuseCrash() {
  const message =
    'Something went wrong while executing your query. Please include `0000:0000` when reporting this issue.';
  return new GraphqlRefusal(undefined, message);
}
