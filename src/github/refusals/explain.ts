import { type ErrorCode, PromoteError } from '../../base/errors.js';
import { computeRetryAfter, computeSkew, parseSeconds } from '../../base/retry-after.js';
import type { Failure } from '../http/client.js';
import type { Refusal, RefusalRule } from './refusal.js';
import { REFUSAL_RULES } from './table.js';
import type { CommitOutcome, GitOpsTarget } from '../../ports/gitops.js';

/** What was asked for when it failed. */
interface FailedRequest extends Pick<Refusal, 'action' | 'path' | 'newName' | 'defaultBranch'> {
  readonly target: GitOpsTarget;
}

/** The error that a request ends in that was not granted. */
export function makeFailureError(failure: Failure, attempt: FailedRequest): PromoteError {
  if (failure.kind === 'refused') {
    return makeRefusalError(describeRefusal(failure, attempt), failure.cause);
  }
  const { apiUrl } = attempt.target;
  const { cause, detail, unreachable } = failure;
  if (unreachable === undefined) {
    return new PromoteError('unavailable', `${apiUrl} did not answer (${detail}).`, { cause });
  }
  return new PromoteError(
    'invalid-input',
    `gitops-api-url: ${apiUrl} cannot be reached: it ${unreachable}. Correct the address; an authority of your own is trusted where NODE_EXTRA_CA_CERTS names its certificate.`,
    { cause },
  );
}

/**
 * What became of a write that was not granted.
 * @throws PromoteError where trying again with what is read now would not help.
 */
export function resolveFailedWrite(failure: Failure, attempt: FailedRequest): CommitOutcome {
  if (failure.kind === 'unanswered') {
    if (failure.unreachable !== undefined) throw makeFailureError(failure, attempt);
    return { outcome: 'lost', detail: `The write got no answer (${failure.detail}).` };
  }
  const { code, message } = explainRefusal(describeRefusal(failure, attempt));
  const retryAt = computeRetryAt(failure, Date.now());
  if (code === 'conflict') return { outcome: 'conflict', detail: message, retryAt };
  if (code === 'outcome-unknown') return { outcome: 'lost', detail: message, retryAt };
  throw makeFailureError(failure, attempt);
}

function describeRefusal(
  failure: Extract<Failure, { readonly kind: 'refused' }>,
  { target, ...attempt }: FailedRequest,
): Refusal {
  const { repository, branch, tokenInput } = target;
  return { ...failure, ...attempt, repository, branch, tokenInput };
}

/** What a refusal means: a code, and one sentence or two with the cure. */
interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
  /** Whether the server wants fewer requests. */
  readonly isLimit?: true;
}

export function explainRefusal(refusal: Refusal): Explanation {
  const rule = REFUSAL_RULES.find((candidate) => applies(candidate, refusal));
  if (rule !== undefined) {
    const { code, isLimit } = rule;
    return { code, message: rule.explain(refusal), isLimit };
  }
  const { status, type, action, repository, path, message } = refusal;
  const what = action === 'pull-request' ? 'work on a pull request of' : `${action} ${path} in`;
  const said = `${type ?? `status ${status}`}: ${message}`;
  if (isFailure(refusal)) {
    return { code: FAILED[action], message: `The server failed (${said}).` };
  }
  const code = action === 'read' ? 'read-refused' : 'write-refused';
  return {
    code,
    message: `The server refused to ${what} ${repository} with ${said}`,
  };
}

/** What it means that the server failed: after a write, nobody knows whether it took effect. */
const FAILED = {
  read: 'unavailable',
  write: 'outcome-unknown',
  'pull-request': 'unavailable',
} as const;

/** GraphQL's words for what it understood and did not do. Mistakes in a query have other ones. */
const REFUSED = ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND', 'UNPROCESSABLE'];

/** An error of GraphQL that is neither a refusal nor a mistake is a failure of its own. */
function isFailure({ status, type = '' }: Refusal): boolean {
  return status === 200 && !REFUSED.includes(type) && !/[a-z]/.test(type);
}

/** The error that a refusal ends in. */
export function makeRefusalError(refusal: Refusal, cause?: unknown): PromoteError {
  const { code, message, isLimit } = explainRefusal(refusal);
  const retryAt = computeRetryAt({ ...refusal, isLimit }, Date.now());
  return new PromoteError(code, message, {
    cause,
    retryAt,
    isLimit,
    mayAppear: saysAbsent(refusal),
  });
}

/** How it is worded that something is not there, or not yet. */
const ABSENT =
  /object does not exist|reference update failed|reference does not exist|\bhead invalid|could not resolve to/i;

function saysAbsent({ status, type, message }: Refusal): boolean {
  return status === 404 || type === 'NOT_FOUND' || ABSENT.test(message);
}

function applies(rule: RefusalRule, refusal: Refusal): boolean {
  const header = rule.header === undefined ? undefined : refusal.headers[rule.header[0]];
  return (
    isTold(rule, refusal) &&
    (rule.action === undefined || rule.action === refusal.action) &&
    (rule.root === undefined || refusal.path === '') &&
    (rule.message === undefined || rule.message.test(refusal.message)) &&
    (rule.header === undefined || (typeof header === 'string' && rule.header[1].test(header)))
  );
}

/** One rule can be of both APIs: REST tells it by a status, GraphQL by a type. */
function isTold({ status, type }: RefusalRule, refusal: Refusal): boolean {
  if (status === undefined && type === undefined) return true;
  if (status?.includes(refusal.status)) return true;
  return refusal.type !== undefined && (type?.includes(refusal.type) ?? false);
}

/** How long to wait after a limit whose end is not told, in milliseconds: GitHub's documentation. */
const LEAST_WAIT = 60_000;

/** How limits of use are worded that need not tell their end. */
const LIMIT = /rate limit|abuse detection|too many requests|submitted too quickly/i;

/**
 * Before when the server asks not to be asked again, in milliseconds since 1970; `undefined` when it
 * does not. `retry-after` counts first, then the end of the primary limit, then at least a minute:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api.
 * @param told What the reply says, and whether it is known for a limit by something else.
 * @param now Milliseconds since 1970, by the local clock.
 */
export function computeRetryAt(
  {
    headers,
    message,
    isLimit = false,
  }: Pick<Refusal, 'headers' | 'message'> & { isLimit?: boolean },
  now: number,
): number | undefined {
  const retryAfter = computeRetryAfter(headers, now);
  if (retryAfter !== undefined) return retryAfter;
  const reset = parseSeconds(headers['x-ratelimit-reset']);
  if (parseSeconds(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
    return Math.max(now, reset * 1000 + computeSkew(headers, now));
  }
  return isLimit || LIMIT.test(message) ? now + LEAST_WAIT : undefined;
}
