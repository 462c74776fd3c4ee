import { PromoteError } from '../../../src/base/errors.js';

/** The error that the work ends in. */
export function catchError(work: () => unknown): PromoteError {
  try {
    work();
  } catch (error) {
    if (error instanceof PromoteError) return error;
    throw error;
  }
  throw new Error('expected a PromoteError, got none');
}
