import type { DateTime } from 'luxon';

/** A part of a date format: text, or what a token makes of a moment. */
type DatePart = string | ((moment: DateTime) => string);

/** A date format of moment.js, parsed. */
export type DateFormat = readonly DatePart[];

/** In moment.js these stand for longer formats. Its locale is English. */
const LONG_FORMATS: Readonly<Record<string, string>> = {
  LT: 'h:mm A',
  LTS: 'h:mm:ss A',
  L: 'MM/DD/YYYY',
  l: 'M/D/YYYY',
  LL: 'MMMM D, YYYY',
  ll: 'MMM D, YYYY',
  LLL: 'MMMM D, YYYY h:mm A',
  lll: 'MMM D, YYYY h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  llll: 'ddd, MMM D, YYYY h:mm A',
};

/** Tokens of moment.js that depend on tables which time zone data does not have. */
const UNSUPPORTED = ['N', 'NN', 'NNN', 'NNNN', 'NNNNN', 'y', 'yo', 'yy', 'yyy', 'yyyy', 'z', 'zz'];

const TOKENS: Readonly<Record<string, (moment: DateTime) => string>> = {
  Y: ({ year }) => pad(year, 4),
  YY: ({ year }) => pad(year % 100, 2),
  YYYY: ({ year }) => pad(year, 4),
  YYYYY: ({ year }) => pad(year, 5),
  YYYYYY: ({ year }) => `+${pad(year, 6)}`,
  Q: ({ quarter }) => String(quarter),
  Qo: ({ quarter }) => renderOrdinal(quarter),
  M: ({ month }) => String(month),
  Mo: ({ month }) => renderOrdinal(month),
  MM: ({ month }) => pad(month, 2),
  MMM: (moment) => moment.toFormat('LLL'),
  MMMM: (moment) => moment.toFormat('LLLL'),
  w: (moment) => String(localWeek(moment).week),
  wo: (moment) => renderOrdinal(localWeek(moment).week),
  ww: (moment) => pad(localWeek(moment).week, 2),
  W: ({ weekNumber }) => String(weekNumber),
  Wo: ({ weekNumber }) => renderOrdinal(weekNumber),
  WW: ({ weekNumber }) => pad(weekNumber, 2),
  gg: (moment) => pad(localWeek(moment).year % 100, 2),
  gggg: (moment) => pad(localWeek(moment).year, 4),
  ggggg: (moment) => pad(localWeek(moment).year, 5),
  GG: ({ weekYear }) => pad(weekYear % 100, 2),
  GGGG: ({ weekYear }) => pad(weekYear, 4),
  GGGGG: ({ weekYear }) => pad(weekYear, 5),
  D: ({ day }) => String(day),
  Do: ({ day }) => renderOrdinal(day),
  DD: ({ day }) => pad(day, 2),
  DDD: ({ ordinal }) => String(ordinal),
  DDDo: ({ ordinal }) => renderOrdinal(ordinal),
  DDDD: ({ ordinal }) => pad(ordinal, 3),
  d: ({ weekday }) => String(weekday % 7),
  do: ({ weekday }) => renderOrdinal(weekday % 7),
  dd: (moment) => moment.toFormat('ccc').slice(0, 2),
  ddd: (moment) => moment.toFormat('ccc'),
  dddd: (moment) => moment.toFormat('cccc'),
  e: ({ weekday }) => String(weekday % 7),
  E: ({ weekday }) => String(weekday),
  a: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  A: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  H: ({ hour }) => String(hour),
  HH: ({ hour }) => pad(hour, 2),
  h: ({ hour }) => String(hour % 12 || 12),
  hh: ({ hour }) => pad(hour % 12 || 12, 2),
  k: ({ hour }) => String(hour || 24),
  kk: ({ hour }) => pad(hour || 24, 2),
  m: ({ minute }) => String(minute),
  mm: ({ minute }) => pad(minute, 2),
  s: ({ second }) => String(second),
  ss: ({ second }) => pad(second, 2),
  Hmm: (moment) => moment.toFormat('Hmm'),
  Hmmss: (moment) => moment.toFormat('Hmmss'),
  hmm: (moment) => moment.toFormat('hmm'),
  hmmss: (moment) => moment.toFormat('hmmss'),
  ...fractionTokens(),
  Z: (moment) => moment.toFormat('ZZ'),
  ZZ: (moment) => moment.toFormat('ZZZ'),
  X: (moment) => String(moment.toUnixInteger()),
  x: (moment) => String(moment.toMillis()),
};

/** Brackets, or a backslash, make text of a token. */
const LONG_FORMAT = matcherOf(Object.keys(LONG_FORMATS));

const TOKEN = matcherOf([...Object.keys(TOKENS), ...UNSUPPORTED, '.']);

/**
 * Parses a date format of moment.js, whose tokens are those of docker/metadata-action. Characters
 * that are no token stand for themselves there, such as the `T` in `YYYYMMDDTHHmm`.
 * @param problems Receives a sentence for each token that is not supported.
 */
export function parseDateFormat(format: string, problems: string[]): DateFormat {
  const expanded = format.replace(LONG_FORMAT, (token) => LONG_FORMATS[token] ?? token);
  return (expanded.match(TOKEN) ?? []).map((token) => {
    if (UNSUPPORTED.includes(token)) {
      problems.push(
        `the token ${token} of the date format ${JSON.stringify(format)} is not supported`,
      );
    }
    const isBracketed = token.startsWith('[') && token.length > 1;
    return TOKENS[token] ?? (isBracketed ? token.slice(1, -1) : token.replaceAll('\\', ''));
  });
}

export function renderDate(format: DateFormat, moment: DateTime): string {
  return format.map((part) => (typeof part === 'string' ? part : part(moment))).join('');
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, … */
function renderOrdinal(value: number): string {
  const isTeen = Math.floor((value % 100) / 10) === 1;
  const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

/** The week of moment's English locale: it starts on Sunday, and the first one holds January 1. */
function localWeek(moment: DateTime): { readonly year: number; readonly week: number } {
  const saturday = moment.plus({ days: 6 - (moment.weekday % 7) });
  return { year: saturday.year, week: Math.ceil(saturday.ordinal / 7) };
}

/** `S` to `SSSSSSSSS`: that many digits of the second's fraction, which is known to milliseconds. */
function fractionTokens(): Readonly<Record<string, (moment: DateTime) => string>> {
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  return Object.fromEntries(
    lengths.map((length) => [
      'S'.repeat(length),
      ({ millisecond }: DateTime) => pad(millisecond, 3).padEnd(9, '0').slice(0, length),
    ]),
  );
}

/** Matches text in brackets and the words, the longest first so that `MM` is not two `M`. */
function matcherOf(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(`\\[[^[]*\\]|\\\\?(?:${longestFirst.join('|')})`, 'gs');
}
