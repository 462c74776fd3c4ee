import { DateTime } from 'luxon';

/** Milliseconds since 1970 of an ISO 8601 date, or `undefined` when it is none. */
export function parseDate(date: unknown): number | undefined {
  const moment = DateTime.fromISO(String(date), { zone: 'UTC' });
  return moment.isValid ? moment.toMillis() : undefined;
}
