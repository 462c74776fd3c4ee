import { DateTime } from 'luxon';
import type { Calendar } from './facts.js';

/** The calendar that date formats are rendered by. */
export const calendar: Calendar = (milliseconds, timeZone) =>
  DateTime.fromMillis(milliseconds, { zone: timeZone, locale: 'en-US' });
