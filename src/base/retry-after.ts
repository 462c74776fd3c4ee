import type { JsonObject } from './json.js';

/**
 * Before when the header `retry-after` of an answer asks not to be asked again, in milliseconds since
 * 1970; `undefined` when it does not: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after.
 * @param headers Of the answer, names in lower case.
 * @param now Milliseconds since 1970, by the local clock.
 */
export function computeRetryAfter(headers: JsonObject, now: number): number | undefined {
  const { 'retry-after': value } = headers;
  const seconds = parseSeconds(value);
  if (seconds !== undefined) return now + seconds * 1000;
  const moment = parseHttpDate(value);
  return moment === undefined ? undefined : Math.max(now, moment + computeSkew(headers, now));
}

/**
 * What to add to a moment of the server's clock, in milliseconds: the local one may differ from it, as
 * the header `date` shows.
 */
export function computeSkew({ date }: JsonObject, now: number): number {
  return now - (parseHttpDate(date) ?? now);
}

/** A header that is a whole number. */
export function parseSeconds(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}

/** A date as HTTP has it: `Wed, 25 Nov 2026 16:00:00 GMT`. */
function parseHttpDate(value: unknown): number | undefined {
  if (typeof value !== 'string' || !value.endsWith('GMT')) return undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date;
}
