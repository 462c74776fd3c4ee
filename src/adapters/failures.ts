import { PromoteError } from '../errors.js';
import type { CommitOutcome, GitOpsTarget } from '../gitops-ports.js';
import { explainRefusal, makeRefusalError, type Refusal } from './refusals.js';
import type { Failure } from './rest-client.js';
import { computeRetryAt } from './retry-at.js';

/** What was asked for when it failed. */
export interface FailedRequest extends Pick<Refusal, 'action' | 'path' | 'newName'> {
  readonly target: GitOpsTarget;
}

/** The error that a request ends in that was not granted. */
export function makeFailureError(failure: Failure, attempt: FailedRequest): PromoteError {
  if (failure.kind === 'refused') {
    return makeRefusalError(describeRefusal(failure, attempt), failure.cause);
  }
  const message = `${attempt.target.apiUrl} did not answer (${failure.detail}).`;
  return new PromoteError('unavailable', message, { cause: failure.cause });
}

/**
 * What became of a write that was not granted.
 * @throws PromoteError where trying again with what is read now would not help.
 */
export function resolveFailedWrite(failure: Failure, attempt: FailedRequest): CommitOutcome {
  if (failure.kind === 'unanswered') {
    return { outcome: 'lost', detail: `The write got no answer (${failure.detail}).` };
  }
  const { code, message } = explainRefusal(describeRefusal(failure, attempt));
  if (code === 'conflict') return { outcome: 'conflict', detail: message };
  if (code === 'outcome-unknown') {
    const retryAt = computeRetryAt(failure.headers, message, Date.now());
    return { outcome: 'lost', detail: message, ...(retryAt !== undefined && { retryAt }) };
  }
  throw makeFailureError(failure, attempt);
}

function describeRefusal(
  failure: Extract<Failure, { readonly kind: 'refused' }>,
  { target, ...attempt }: FailedRequest,
): Refusal {
  const { repository, branch, tokenInput } = target;
  return { ...failure, ...attempt, repository, branch, tokenInput };
}
