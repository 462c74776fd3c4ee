import type { Refusal, RefusalRule } from './refusal.js';

/** Every status of a server that failed, and that of a request it waited for in vain. */
const FAILURES = [408, ...Array.from({ length: 100 }, (_, index) => 500 + index)];

/** GraphQL's words for a limit that is used up, of then and now. */
const LIMITED = ['RATE_LIMITED', 'RATE_LIMIT'];

/** GraphQL's words for a failure of its own, which has no type. */
const CRASH = /something went wrong while executing your query|couldn't respond to your request/i;

/** Refusals that are about the server and the token alone, whatever was asked for. */
export const SERVER_RULES: readonly RefusalRule[] = [
  {
    when: 'The repository was renamed or moved to another owner',
    status: [301, 302, 307, 308],
    code: 'repository-not-found',
    explain: ({ repository, newName }) =>
      newName === undefined
        ? `gitops-repository: ${repository} was renamed or moved. Write its new name; if it has the same, the server is at another address than gitops-api-url.`
        : `gitops-repository: ${repository} is now ${newName}. Write that name.`,
  },
  {
    when: 'The token is expired, revoked or mistyped',
    status: [401],
    code: 'token-invalid',
    explain: ({ tokenInput }) =>
      `${tokenInput}: the server does not accept this token. It is expired, revoked or mistyped; make a new one and store it in the secret.`,
  },
  {
    when: 'Too many requests in a short time (secondary rate limit)',
    message: /secondary rate limit|abuse detection|submitted too quickly/i,
    code: 'unavailable',
    isLimit: true,
    explain: ({ tokenInput }) =>
      `${tokenInput}: the server asks the owner of this token to slow down (secondary rate limit).`,
  },
  {
    when: 'The rate limit of the token is used up',
    status: [403, 429],
    type: LIMITED,
    message: /rate limit/i,
    code: 'unavailable',
    isLimit: true,
    explain: ({ tokenInput }) => `${tokenInput}: the rate limit of this token is used up.`,
  },
  {
    when: 'The server asks for fewer requests without saying which limit is meant',
    status: [429],
    type: LIMITED,
    code: 'unavailable',
    isLimit: true,
    explain: ({ message }) => `The server asks for fewer requests (${message}).`,
  },
  {
    when: 'The server says when to come back, and no more',
    status: [403, 429],
    header: ['retry-after', /\S/],
    code: 'unavailable',
    isLimit: true,
    explain: ({ tokenInput, message }) =>
      `${tokenInput}: the server asks for fewer requests with this token (${message}).`,
  },
  {
    when: 'The rate limit of the token is used up, and only the headers say so',
    status: [403, 429],
    header: ['x-ratelimit-remaining', /^\s*0\s*$/],
    code: 'unavailable',
    isLimit: true,
    explain: ({ tokenInput }) => `${tokenInput}: the rate limit of this token is used up.`,
  },
  {
    when: 'The server fails while it writes',
    action: 'write',
    status: FAILURES,
    code: 'outcome-unknown',
    explain: explainLostWrite,
  },
  {
    when: 'GraphQL fails while it writes',
    action: 'write',
    message: CRASH,
    code: 'outcome-unknown',
    explain: explainLostWrite,
  },
  {
    when: 'The server fails',
    status: FAILURES,
    code: 'unavailable',
    explain: ({ status, message }) => `The server answered ${status} (${message}).`,
  },
  {
    when: 'GraphQL fails',
    message: CRASH,
    code: 'unavailable',
    explain: ({ message }) => `The server failed to answer (${message}).`,
  },
];

function explainLostWrite({ status, message }: Refusal): string {
  const how = status === 200 ? message : `${status}: ${message}`;
  return `The server failed while it wrote (${how}), so it is not known whether it did.`;
}
