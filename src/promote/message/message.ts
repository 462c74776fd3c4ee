import { renderOneLine } from '../../base/markdown.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import { type Placeholder, renderTemplate } from './template.js';
import { COVERAGE_TRAILER, renderTrailers, type Trailer } from './trailers.js';

/** What a commit tells: the facts of one promotion or rollback. */
export interface CommitFacts {
  readonly kind: 'promotion' | 'rollback';
  readonly image: ImageReference;
  /** Absent when there was none, or it is not known. */
  readonly previousImage?: ImageReference;
  /** What each of `targets` asked for before, in their order. */
  readonly previousImages?: readonly (ImageReference | undefined)[];
  /** The `images[].name` of the entry; of other targets the last part of the repository. */
  readonly imageName: string;
  readonly gitopsBranch: string;
  readonly sourceRepository: string;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly runUrl: string;
  /** Percentage, when the gate ran in the same call. */
  readonly coverage?: string;
  /** The oldest promotion that a rollback takes back: a commit of the GitOps repository. */
  readonly rollbackOf?: string;
  /** Commits of the source that are taken back, in full. */
  readonly takesBack: readonly string[];
  /** What changes, as `renderIdentity` has it; the one first whose images are told. */
  readonly targets: readonly string[];
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
  const { kind, imageName, previousImage, image } = facts;
  const change = `${versionOf(previousImage)} -> ${versionOf(image)}`;
  const subject =
    kind === 'rollback'
      ? `revert(${imageName}): ${change}`
      : `chore(${imageName}): promote ${change}`;
  return renderOneLine(subject);
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

/** One for all targets; one for each, in the order of `targets`, where they differ. */
function listPrevious({ previousImage, previousImages = [] }: CommitFacts): readonly string[] {
  const images = previousImages.flatMap((image) => (image ? renderImageReference(image) : []));
  const isTold = images.length === previousImages.length && new Set(images).size > 1;
  if (isTold) return images;
  return previousImage === undefined ? [] : [renderImageReference(previousImage)];
}

function auditTrailers(facts: CommitFacts): readonly Trailer[] {
  const trailers: readonly (readonly [string, string | undefined])[] = [
    ['Source-Repository', facts.sourceRepository],
    ['Source-Commit', facts.sourceSha],
    ['Image', renderImageReference(facts.image)],
    ...listPrevious(facts).map((image) => ['Previous-Image', image] as const),
    ['Rollback-Of', facts.rollbackOf],
    ...facts.takesBack.map((sha) => ['Rolled-Back-Commit', sha] as const),
    ...facts.targets.map((target) => ['Target', target] as const),
    ['Workflow-Run', facts.runUrl],
    [COVERAGE_TRAILER, facts.coverage],
    ['Promotion-Id', facts.promotionId],
  ];
  return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}
