import type { JsonObject } from '../json.js';

/** How long to wait after a limit whose end is not told, in milliseconds: GitHub's documentation. */
const LEAST_WAIT = 60_000;

/** How limits of use are worded that need not tell their end. */
const LIMIT = /rate limit|abuse detection|too many requests/i;

/**
 * Before when the server asks not to be asked again, in milliseconds since 1970; `undefined` when it
 * does not. `retry-after` counts first, then the end of the primary limit, then at least a minute:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api.
 * @param headers Of the reply, names in lower case.
 * @param message Of the reply.
 * @param now Milliseconds since 1970, by the local clock.
 */
export function computeRetryAt(
  headers: JsonObject,
  message: string,
  now: number,
): number | undefined {
  // The server tells moments of its own clock, from which the local one may differ.
  const skew = now - (parseDate(headers['date']) ?? now);
  const retryAfter = headers['retry-after'];
  const seconds = parseSeconds(retryAfter);
  if (seconds !== undefined) return now + seconds * 1000;
  const moment = parseDate(retryAfter);
  if (moment !== undefined) return Math.max(now, moment + skew);
  const reset = parseSeconds(headers['x-ratelimit-reset']);
  if (parseSeconds(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
    return Math.max(now, reset * 1000 + skew);
  }
  return LIMIT.test(message) ? now + LEAST_WAIT : undefined;
}

function parseSeconds(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}

/** A date as HTTP has it: `Wed, 25 Nov 2026 16:00:00 GMT`. */
function parseDate(value: unknown): number | undefined {
  if (typeof value !== 'string' || !value.endsWith('GMT')) return undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date;
}
