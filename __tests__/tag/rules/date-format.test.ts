import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { parseDateFormat, renderDate } from '../../../src/tag/rules/date-format.js';

function render(format: string, date = '2026-01-10T00:30:05.678Z', zone = 'UTC'): string {
  const problems: string[] = [];
  const parsed = parseDateFormat(format, problems);
  expect(problems).toEqual([]);
  return renderDate(parsed, DateTime.fromISO(date, { zone, locale: 'en-US' }));
}

describe('date formats', () => {
  // The expected texts are those that moment.js gives.
  it.each([
    { format: 'YYYYMMDD', expected: '20260110' },
    { format: 'YYYY-MM-DDTHH:mm:ss', expected: '2026-01-10T00:30:05' },
    { format: 'Y YY YYYYY YYYYYY', expected: '2026 26 02026 +002026' },
    { format: 'Q Qo M Mo MM MMM MMMM', expected: '1 1st 1 1st 01 Jan January' },
    { format: 'D Do DD DDD DDDo DDDD', expected: '10 10th 10 10 10th 010' },
    { format: 'd do dd ddd dddd e E', expected: '6 6th Sa Sat Saturday 6 6' },
    { format: 'w wo ww W Wo WW', expected: '2 2nd 02 2 2nd 02' },
    { format: 'gg gggg ggggg GG GGGG GGGGG', expected: '26 2026 02026 26 2026 02026' },
    { format: 'H HH h hh k kk a A', expected: '0 00 12 12 24 24 am AM' },
    { format: 'm mm s ss', expected: '30 30 5 05' },
    { format: 'S SS SSS SSSS SSSSSSSSS', expected: '6 67 678 6780 678000000' },
    { format: 'Z ZZ X x', expected: '+00:00 +0000 1768005005 1768005005678' },
    { format: 'LT LTS L l', expected: '12:30 AM 12:30:05 AM 01/10/2026 1/10/2026' },
    { format: 'LL ll', expected: 'January 10, 2026 Jan 10, 2026' },
    { format: 'LLL lll', expected: 'January 10, 2026 12:30 AM Jan 10, 2026 12:30 AM' },
    { format: 'LLLL', expected: 'Saturday, January 10, 2026 12:30 AM' },
    { format: 'llll', expected: 'Sat, Jan 10, 2026 12:30 AM' },
    { format: '[at] [YYYY] \\YYYY YYYY', expected: 'at YYYY YYYY 2026' },
    { format: 'HmmHmmss', expected: '03003005' },
    { format: 'fg!\\[', expected: 'fg![' },
    { format: '[', expected: '[' },
    { format: '', expected: '' },
  ])('$format', ({ format, expected }) => {
    expect(render(format)).toBe(expected);
  });

  it.each([
    { date: '2026-07-05T13:00:00Z', format: 'h hh k a A d E', expected: '1 01 13 pm PM 0 7' },
    { date: '2027-01-01T12:00:00Z', format: 'GGGG-WW gggg-ww', expected: '2026-53 2027-01' },
    { date: '2026-12-31T12:00:00Z', format: 'GGGG-WW gggg-ww', expected: '2026-53 2027-01' },
    { date: '2028-12-30T12:00:00Z', format: 'GGGG-WW gggg-ww', expected: '2028-52 2028-53' },
    { date: '2026-01-01T12:00:00Z', format: 'Do', expected: '1st' },
    { date: '2026-01-02T12:00:00Z', format: 'Do', expected: '2nd' },
    { date: '2026-01-03T12:00:00Z', format: 'Do', expected: '3rd' },
    { date: '2026-01-11T12:00:00Z', format: 'Do', expected: '11th' },
    { date: '2026-01-21T12:00:00Z', format: 'Do', expected: '21st' },
    { date: '2026-04-21T12:00:00Z', format: 'DDDo', expected: '111th' },
    { date: '2026-04-22T12:00:00Z', format: 'DDDo', expected: '112th' },
    { date: '2026-01-20T12:00:00Z', format: 'Do', expected: '20th' },
  ])('$format on $date', ({ date, format, expected }) => {
    expect(render(format, date)).toBe(expected);
  });

  it.each([
    { zone: 'Europe/Paris', expected: '2026-01-10 01:30 +01:00' },
    { zone: 'America/New_York', expected: '2026-01-09 19:30 -05:00' },
    { zone: 'Asia/Kolkata', expected: '2026-01-10 06:00 +05:30' },
  ])('in $zone', ({ zone, expected }) => {
    expect(render('YYYY-MM-DD HH:mm Z', undefined, zone)).toBe(expected);
  });

  it.each(['N', 'NNNNN', 'y', 'yo', 'yyyy', 'z', 'zz'])('does not support %s', (token) => {
    const problems: string[] = [];
    parseDateFormat(`YYYY ${token}`, problems);
    expect(problems).toEqual([
      `the token ${token} of the date format "YYYY ${token}" is not supported`,
    ]);
  });
});
