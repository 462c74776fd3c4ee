import { renderOneLine } from '../../base/markdown.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import { type Placeholder, renderTemplate } from './template.js';
import { COVERAGE_TRAILER, renderTrailers, type Trailer } from './trailers.js';

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
