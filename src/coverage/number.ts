import type { Count } from './counts.js';
import { ReportError } from './report-error.js';

/**
 * A count as reports write it: decimal digits.
 * @param what What is counted, for the message: `lines-valid`.
 * @throws ReportError when it is absent, negative, NaN or not a whole number.
 */
export function parseCount(text: string | undefined, what: string): number {
  // Up to 15 digits a number is exact.
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  const given = text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 40));
  throw new ReportError(`states ${given} as ${what}, where a whole number is needed`);
}

/**
 * Checks that a count can be one.
 * @throws ReportError when more is covered than there is.
 */
export function checkCount(count: Count, what: string): Count {
  if (count.covered <= count.total) return count;
  throw new ReportError(
    `contradicts itself: ${count.covered} of ${count.total} ${what} cannot be covered`,
  );
}
