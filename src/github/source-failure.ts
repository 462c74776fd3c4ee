import { type ErrorCode, PromoteError } from '../base/errors.js';
import type { SourceTarget } from '../ports/runner.js';
import type { Failure } from './http/client.js';
import { computeRetryAt, explainRefusal } from './refusals/explain.js';

/** What the source repository is asked for, as it reads after "does not tell". */
export interface Question {
  readonly what: string;
  /** Who needs it, as it reads after "which". */
  readonly need?: string;
}

type Refused = Extract<Failure, { readonly kind: 'refused' }>;

/** `limit`: fewer requests are wanted; `failure`: of the server's own; else it will not help to wait. */
export function classifyRefusal(
  refused: Refused,
  { repository }: SourceTarget,
): 'limit' | 'failure' | 'refusal' {
  const place = { repository, branch: undefined, path: '', tokenInput: 'token' };
  const { code, isLimit } = explainRefusal({ ...refused, ...place, action: 'read' });
  if (isLimit) return 'limit';
  return code === 'unavailable' ? 'failure' : 'refusal';
}

/** The error that a read of the source repository ends in. */
export function makeSourceError(
  failure: Failure,
  question: Question,
  target: SourceTarget,
): PromoteError {
  const { cause } = failure;
  if (failure.kind === 'unanswered') {
    if (failure.unreachable === undefined) return makeTransient(question, failure, target);
    return new PromoteError(
      'invalid-context',
      `GITHUB_API_URL: ${target.apiUrl} cannot be reached: it ${failure.unreachable}. The runner sets it; an authority of your own is trusted where NODE_EXTRA_CA_CERTS names its certificate.`,
      { cause },
    );
  }
  const { status, message } = failure;
  if (status === 401) {
    return new PromoteError(
      'token-invalid',
      'token: the server does not accept this token. Leave the input out, and the job has its own.',
      { cause },
    );
  }
  const isRefusal = classifyRefusal(failure, target) === 'refusal';
  if (isRefusal && (status === 403 || status === 404)) {
    return new PromoteError(
      'token-forbidden',
      `token: cannot read ${question.what} of ${target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`,
      { cause },
    );
  }
  return makeTransient(question, failure, target);
}

/** What the source repository has not told, but may tell later; also a reply without it. */
export function makeTransient(
  { what, need }: Question,
  failure: Failure | string,
  target: SourceTarget,
  { code = 'unavailable', cure = '' }: { readonly code?: ErrorCode; readonly cure?: string } = {},
): PromoteError {
  const { apiUrl, repository } = target;
  const which = need === undefined ? '' : `, which ${need}`;
  return new PromoteError(
    code,
    `${apiUrl} does not tell ${what} of ${repository} (${describeRequestFailure(failure)})${which}.${cure}`,
    { isTransient: true, ...describePatience(failure, target) },
  );
}

function describeRequestFailure(failure: Failure | string): string {
  if (typeof failure === 'string') return failure;
  return failure.kind === 'unanswered' ? failure.detail : `${failure.status}: ${failure.message}`;
}

function describePatience(failure: Failure | string, target: SourceTarget) {
  if (typeof failure === 'string') return {};
  const { cause } = failure;
  if (failure.kind === 'unanswered') return { cause };
  const isLimit = classifyRefusal(failure, target) === 'limit';
  return { cause, isLimit, retryAt: computeRetryAt({ ...failure, isLimit }, Date.now()) };
}
