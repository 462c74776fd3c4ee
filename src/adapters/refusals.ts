import type { ErrorCode } from '../errors.js';
import type { JsonObject } from '../json.js';

/** A request that a server refused, as far as the cure depends on it. */
export interface Refusal {
  readonly action: 'read' | 'write';
  /** HTTP status. */
  readonly status: number;
  /** The `message` of the reply's body. */
  readonly message: string;
  /** Response headers, names in lower case. */
  readonly headers: JsonObject;
  /** `owner/name` of the GitOps repository. */
  readonly repository: string;
  readonly branch: string | undefined;
  readonly path: string;
  /** The input that the token came from. */
  readonly tokenInput: string;
}

/** One kind of refusal: how to tell it, and what the user is told. */
export interface RefusalRule {
  readonly status: readonly number[];
  readonly action?: Refusal['action'];
  /** Matches the message of the reply. */
  readonly message?: RegExp;
  /** A response header that has to be there, with a value that matches. */
  readonly header?: readonly [name: string, value: RegExp];
  readonly code: ErrorCode;
  readonly explain: (refusal: Refusal) => string;
}

/** A stale blob or a moved head, as GitHub words it. */
const OVERTAKEN = /does not match|is at [0-9a-f]+ but expected|expected to be at/i;

const PROTECTED =
  /changes must be made through a pull request|required status check|protected branch|rule violations|could not (?:create|update) file/i;

/**
 * The refusals that are known, the most particular first. Statuses and messages are those of GitHub,
 * GitHub Enterprise Server, Gitea and Forgejo.
 */
const RULES: readonly RefusalRule[] = [
  {
    status: [401],
    code: 'token-invalid',
    explain: ({ tokenInput }) =>
      `${tokenInput}: the server does not accept this token. It is expired, revoked or mistyped; make a new one and store it in the secret.`,
  },
  {
    status: [403],
    header: ['x-github-sso', /required/],
    code: 'token-forbidden',
    explain: ({ tokenInput, repository }) =>
      `${tokenInput}: the token is not authorised for single sign-on of the organisation that owns ${repository}. Authorise it in the token's settings, under "Configure SSO".`,
  },
  {
    status: [403, 429],
    message: /rate limit/i,
    code: 'unavailable',
    explain: ({ tokenInput }) => `The rate limit of the token in ${tokenInput} is used up.`,
  },
  {
    status: [403, 423],
    message: /archived/i,
    code: 'write-refused',
    explain: ({ repository }) =>
      `${repository} is archived and cannot be written. Unarchive it, or name another gitops-repository.`,
  },
  {
    status: [403, 409, 422],
    action: 'write',
    message: PROTECTED,
    code: 'write-refused',
    explain: ({ repository, branch, message }) =>
      `Branch ${branch ?? '(default)'} of ${repository} is protected and refuses a direct commit: ${message} Let the token's owner bypass the rule, or promote to another gitops-branch.`,
  },
  {
    status: [403],
    action: 'write',
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token can read ${repository} but not write to it (${message}). Give it "Contents: Read and write" there; GITHUB_TOKEN can only write to its own repository, and needs "permissions: contents: write".`,
  },
  {
    status: [403],
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token may not read ${repository} (${message}). Give it "Contents: Read and write" there.`,
  },
  {
    status: [404],
    message: /no commit found for the ref|branch .*not found/i,
    code: 'branch-not-found',
    explain: ({ repository, branch }) =>
      `gitops-branch: ${repository} has no branch ${JSON.stringify(branch ?? '')}. Create it, or correct the name.`,
  },
  {
    status: [404],
    action: 'write',
    code: 'token-forbidden',
    explain: ({ tokenInput, repository }) =>
      `${tokenInput}: the token can read ${repository} but not write to it (the server answers "Not Found"). Give it "Contents: Read and write" there; a classic token needs the scope repo.`,
  },
  {
    status: [404],
    code: 'path-not-found',
    explain: ({ repository, branch, path }) =>
      `${repository} has no ${JSON.stringify(path)} on ${branch === undefined ? 'its default branch' : `branch ${branch}`}.`,
  },
  {
    status: [500, 502, 503, 504, 408],
    code: 'unavailable',
    explain: ({ status, message }) => `The server answered ${status} (${message}).`,
  },
];

/**
 * Whether the refusal of a write only says that somebody else was faster, so that reading again
 * helps. GitHub answers that with 409, and protection too; Gitea and Forgejo with 422.
 */
export function isConflict({ status, message }: Pick<Refusal, 'status' | 'message'>): boolean {
  if (status === 422) return /sha does not match/i.test(message);
  return status === 409 && (OVERTAKEN.test(message) || !PROTECTED.test(message));
}

/** What a refusal means: a code, and one sentence or two with the cure. */
export function explainRefusal(refusal: Refusal): {
  readonly code: ErrorCode;
  readonly message: string;
} {
  const rule = RULES.find((candidate) => applies(candidate, refusal));
  if (rule !== undefined) return { code: rule.code, message: rule.explain(refusal) };
  const { status, action, repository, path, message } = refusal;
  return {
    code: 'write-refused',
    message: `The server refused to ${action} ${path} in ${repository} with status ${status}: ${message}`,
  };
}

function applies(rule: RefusalRule, refusal: Refusal): boolean {
  const header = rule.header === undefined ? undefined : refusal.headers[rule.header[0]];
  return (
    rule.status.includes(refusal.status) &&
    (rule.action === undefined || rule.action === refusal.action) &&
    (rule.message === undefined || rule.message.test(refusal.message)) &&
    (rule.header === undefined || (typeof header === 'string' && rule.header[1].test(header)))
  );
}
