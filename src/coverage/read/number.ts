import type { Count, CountedMetric } from '../model/counts.js';
import { MAX_LINES } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';

/**
 * A count as reports write it: decimal digits.
 * @param what What is counted, for the message: `lines-valid`.
 * @throws ReportError when it is absent, negative, NaN or not a whole number.
 */
export function parseCount(text: string | undefined, what: string): number {
  const number = text === undefined ? -1 : readDigits(text, 0, text.length);
  if (number !== -1) return number;
  throw unusable(text, what);
}

/** The number of a line of source. @throws ReportError when it is not one within the limits. */
export function parseLineNumber(text: string | undefined): number {
  return checkLineNumber(parseCount(text, LINE_NUMBER));
}

/** How often something ran; some tools write large numbers as `1e+06`. */
export function parseHits(text: string | undefined, what: string): number {
  const number = text === undefined ? -1 : readDigits(text, 0, text.length);
  if (number !== -1) return number;
  if (text !== undefined && /^\d+(?:\.\d+)?(?:[eE]\+?\d{1,3})?$/.test(text)) return Number(text);
  throw unusable(text, what);
}

/** A count of a JSON report. @throws ReportError when it is not a whole number from 0. */
export function checkWhole(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw unusable(value, what);
}

/** The number of a line of source in a JSON report. */
export function checkLineNumber(value: unknown): number {
  const line = checkWhole(value, LINE_NUMBER);
  if (line <= MAX_LINES) return line;
  throw new ReportError(`has a line numbered ${line}, where ${MAX_LINES} is the limit`);
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

/**
 * The digits of `text` from `start` up to `end` as a number, or -1 when there is anything else, or
 * more than 15 of them, up to which a number is exact. Reports have them by the million.
 */
export function readDigits(text: string, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let number = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Numbers that are no counts, as JSON and the other formats write them. */
const NO_COUNT = /^(?:NaN|null|-?Infinity|-\d+(?:\.\d+)?)$/;

/** The metrics of a report that cannot be used, while the others can. */
export class UnusableMetrics {
  readonly #reasons = new Map<CountedMetric, string>();

  /** By metric, what is wrong with it. */
  get reasons(): ReadonlyMap<CountedMetric, string> {
    return this.#reasons;
  }

  note(metric: CountedMetric, reason: string): void {
    if (!this.#reasons.has(metric)) this.#reasons.set(metric, reason);
  }

  /**
   * Whether numbers can be counts. Some tools compute `NaN` or less than nothing: then the metric is
   * unknown. What is no number at all is the reader's to refuse.
   */
  accept(metric: CountedMetric, values: readonly unknown[], what: string): boolean {
    const wrong = values.find((value) => NO_COUNT.test(String(value).trim()));
    if (wrong === undefined) return true;
    this.note(metric, `states ${JSON.stringify(wrong).slice(0, 40)} as ${what}`);
    return false;
  }
}

const LINE_NUMBER = 'the number of a line';

function unusable(value: unknown, what: string): ReportError {
  const given = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
  return new ReportError(`states ${given} as ${what}, where a whole number is needed`);
}
