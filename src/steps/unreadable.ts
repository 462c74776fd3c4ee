import { PromoteError, type ErrorCode } from '../errors.js';
import type { Inputs } from '../inputs.js';
import type { Logger } from '../ports.js';

/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE: readonly ErrorCode[] = [
  'token-invalid',
  'token-forbidden',
  'repository-not-found',
];

/**
 * In a dry run that nobody asked for, a GitOps repository that cannot be read is told and forgiven.
 * @throws The error itself in every other case.
 */
export function forgiveUnreadable(
  error: unknown,
  { dryRunByDefault }: Pick<Inputs, 'dryRunByDefault'>,
  logger: Logger,
): void {
  const isUnreadable = error instanceof PromoteError && UNREADABLE.includes(error.code);
  if (!dryRunByDefault || !isUnreadable) throw error;
  logger.notice(`Nothing to show: in this dry run ${error.message}`);
}
