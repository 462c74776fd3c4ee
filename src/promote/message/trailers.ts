import { renderOneLine } from '../../base/markdown.js';

/** A `Key: value` line at the end of a commit message, as git-interpret-trailers(1) has it. */
export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/**
 * The trailers of promotions and rollbacks. Nobody else may set them: they are the audit trail, and
 * what is rolled back next follows from them.
 */
export const OWN_TRAILERS = [
  'Source-Repository',
  'Source-Commit',
  'Image',
  'Previous-Image',
  'Workflow-Run',
  'Promotion-Id',
  'Rollback-Of',
  'Rolled-Back-Commit',
  'Target',
] as const;

/** The gate's result; a later job hands it on when the gate did not run in the same call. */
export const COVERAGE_TRAILER = 'Coverage';

const TRAILER = /^(?<key>[A-Za-z0-9][A-Za-z0-9-]*):(?<value>.*)$/;

/**
 * Parses `Key: value` lines. A line whose value is empty is left out, since an expression of an
 * output that was not set is empty.
 * @param own Keys that the action itself writes.
 * @param reject Told of each bad line: what was expected, and the line.
 */
export function parseTrailerLines(
  lines: readonly string[],
  own: readonly string[],
  reject: (expected: string, line: string) => void,
): readonly Trailer[] {
  const trailers: Trailer[] = [];
  for (const line of lines) {
    const { key, value } = TRAILER.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined) {
      reject('lines of the form Key: value', line);
    } else if (own.some((reserved) => reserved.toLowerCase() === key.toLowerCase())) {
      reject(`keys other than the action's own (${own.join(', ')})`, line);
    } else if (value.trim() !== '') {
      trailers.push({ key, value: value.trim() });
    }
  }
  return trailers;
}

/** One line a trailer. Values are kept to their line: a line break in one would forge another. */
export function renderTrailers(trailers: readonly Trailer[]): string {
  return trailers.map(({ key, value }) => `${key}: ${renderOneLine(value)}`).join('\n');
}

/**
 * What a merge by squash appends in paragraphs of its own, behind the trailers of the commit; a line
 * of dashes may be before it.
 */
const APPENDED = /^(?:(?:Co-authored-by|Signed-off-by):|-{3,}\s*$)/i;

/** The value of a trailer at the end of a commit message, or `undefined`. */
export function findTrailer(message: string, key: string): string | undefined {
  return listTrailers(message, key)[0];
}

/** All values of a trailer, which may be there several times. */
export function listTrailers(message: string, key: string): readonly string[] {
  return parseTrailers(message).get(key.toLowerCase()) ?? [];
}

/** All values of the trailers at the end of a commit message, by their keys in lower case. */
export function parseTrailers(message: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const line of findTrailers(message).split('\n')) {
    const { key, value } = TRAILER.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined) continue;
    const name = key.toLowerCase();
    const known = values.get(name);
    if (known === undefined) values.set(name, [value.trim()]);
    else known.push(value.trim());
  }
  return values;
}

/** The paragraph that holds the trailers, one a line; empty when there is no paragraph. */
export function findTrailers(message: string): string {
  const paragraphs = message
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split(/\n\s*\n/);
  const isAppended = (text: string) => text.split('\n').every((line) => APPENDED.test(line));
  return paragraphs.findLast((paragraph) => !isAppended(paragraph)) ?? '';
}
