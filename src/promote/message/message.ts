import { renderOneLine } from '../../base/markdown.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import { type Placeholder, renderTemplate } from './template.js';

/** What a commit tells: the facts of one promotion. */
export interface CommitFacts {
  readonly image: ImageReference;
  /** Absent when there was none, or it is not known. */
  readonly previousImage?: ImageReference;
  /** The `images[].name` of the entry; of other targets the last part of the repository. */
  readonly imageName: string;
  readonly gitopsBranch: string;
  readonly sourceRepository: string;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly runUrl: string;
  /** Percentage, when the gate ran in the same call. */
  readonly coverage?: string;
  readonly promotionId: string;
}

/**
 * Renders the whole message: subject and body (of the template, if given), an empty line, and the
 * trailers: the audit trail first, the caller's own last.
 */
export function renderCommitMessage(
  facts: CommitFacts,
  template: string | undefined,
  furtherTrailers: readonly Trailer[],
): string {
  const rendered = template === undefined ? '' : renderMessageTemplate(template, facts);
  // Without a subject of its own a commit would take its first trailer for one.
  const text = rendered === '' ? renderSubject(facts) : rendered;
  return `${text}\n\n${renderTrailers([...auditTrailers(facts), ...furtherTrailers])}\n`;
}

function renderSubject(facts: CommitFacts): string {
  const change = `${versionOf(facts.previousImage)} -> ${versionOf(facts.image)}`;
  return renderOneLine(`chore(${facts.imageName}): promote ${change}`);
}

/** The tag; without one the digest, cut as git cuts a commit. */
function versionOf(image: ImageReference | undefined): string {
  return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}

function renderMessageTemplate(template: string, facts: CommitFacts): string {
  return renderTemplate(template, (name) => renderPlaceholder(name, facts)).trim();
}

/** What stands for a placeholder, on one line; empty when it is not known. */
export function renderPlaceholder(placeholder: Placeholder, facts: CommitFacts): string {
  const values: Readonly<Record<Placeholder, string | undefined>> = {
    image: renderImageReference(facts.image),
    repository: facts.image.repository,
    tag: facts.image.tag,
    digest: facts.image.digest,
    sha: facts.sourceSha,
    'short-sha': facts.shortSha,
    'image-name': facts.imageName,
    'previous-tag': facts.previousImage?.tag,
    'gitops-branch': facts.gitopsBranch,
  };
  return renderOneLine(values[placeholder] ?? '');
}

function auditTrailers(facts: CommitFacts): readonly Trailer[] {
  const trailers: readonly (readonly [string, string | undefined])[] = [
    ['Source-Repository', facts.sourceRepository],
    ['Source-Commit', facts.sourceSha],
    ['Image', renderImageReference(facts.image)],
    ['Previous-Image', facts.previousImage && renderImageReference(facts.previousImage)],
    ['Workflow-Run', facts.runUrl],
    [COVERAGE_TRAILER, facts.coverage],
    ['Promotion-Id', facts.promotionId],
  ];
  return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

/** A `Key: value` line at the end of a commit message, as git-interpret-trailers(1) has it. */
export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** The trailers that every promotion writes. Nobody else may set them: they are the audit trail. */
export const OWN_TRAILERS = [
  'Source-Repository',
  'Source-Commit',
  'Image',
  'Previous-Image',
  'Workflow-Run',
  'Promotion-Id',
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

/** What a merge by squash appends as a paragraph of its own, behind the trailers of the commit. */
const APPENDED = /^(?:Co-authored-by|Signed-off-by):/i;

/** The value of a trailer at the end of a commit message, or `undefined`. */
export function findTrailer(message: string, key: string): string | undefined {
  const paragraphs = message.trimEnd().split(/\n\s*\n/);
  const lines = paragraphs.map((paragraph) => paragraph.split('\n'));
  const trailers = lines.findLast((paragraph) => !paragraph.every((line) => APPENDED.test(line)));
  const start = `${key.toLowerCase()}:`;
  const found = trailers?.find((line) => line.toLowerCase().startsWith(start));
  return found?.slice(start.length).trim();
}
