import type { CoverageInputs } from '../coverage/inputs.js';
import type { CoverageResult } from '../coverage/result.js';
import { PromoteError } from '../errors.js';
import type { Logger } from '../ports.js';

/**
 * Ends the run when the gate did not hold.
 * @throws PromoteError `coverage-failed` for a verdict `fail`, and `coverage-unknown` for `unknown`
 *   unless `coverage-on-missing` lets it go.
 */
export function assertGate(
  { verdict, message }: CoverageResult,
  { onMissing }: Pick<CoverageInputs, 'onMissing'>,
  logger: Logger,
): void {
  if (verdict === 'fail') throw new PromoteError('coverage-failed', message);
  if (verdict === 'pass') return;
  if (onMissing === 'fail') throw new PromoteError('coverage-unknown', message);
  const went = `${message} The run goes on because coverage-on-missing is ${onMissing}.`;
  if (onMissing === 'warn') logger.warning(went);
  else logger.notice(went);
}
