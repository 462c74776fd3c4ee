/** A moment as servers and events write it: ISO 8601 to the second, with its offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of a date in ISO 8601, or `undefined` when it is none. */
export function parseDate(date: unknown): number | undefined {
  if (typeof date !== 'string' || !MOMENT.test(date)) return undefined;
  const moment = Date.parse(date);
  return Number.isNaN(moment) ? undefined : moment;
}
