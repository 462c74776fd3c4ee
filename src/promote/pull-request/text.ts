import { renderImageReference } from '../../base/image.js';
import {
  renderCode,
  renderCodeBlock,
  renderLink,
  renderTable,
  renderText,
  renderOneLine,
} from '../../base/markdown.js';
import type { PullRequestText } from '../../ports/gitops.js';
import type { PullRequestInputs } from '../inputs/delivery.js';
import { type Placeholder, renderTemplate } from '../message/template.js';
import { findTrailer, findTrailers } from '../message/trailers.js';
import type { TakenBack, TargetResult } from '../model/result.js';

/** What a pull request tells. */
export interface PullRequestFacts {
  readonly valueOf: (placeholder: Placeholder) => string;
  /**
   * Of the commit: its first line is the title where there is no other, and its trailers end the
   * body. A squash that takes title and description for its message keeps them so.
   */
  readonly message: string;
  /** Those that do not change are left out. */
  readonly targets: readonly TargetResult[];
  /** Page of the source repository, for people. */
  readonly sourceUrl: string;
  /** The commit that is promoted. */
  readonly sourceSha?: string;
  /** The commit that is deployed now. */
  readonly previousSha?: string;
  readonly runUrl: string;
  /** Percentage, when the gate ran in the same call. */
  readonly coverage?: string;
  /** Of a rollback. */
  readonly takenBack?: TakenBack;
}

/** GitHub's own bounds, in characters. */
const TITLE_LIMIT = 256;

const BODY_LIMIT = 65_536;

const CUT = 'The rest did not fit into this text: see the changed files for all of it.';

/** @param kind Of what makes it. */
const renderNote = (kind: 'promotion' | 'rollback') =>
  `The next ${kind} rewrites this pull request and its branch. It fails when somebody else has added commits to the branch.`;

/** Values of which Markdown makes nothing: tags, digests and names of images as they mostly are. */
const PLAIN = /^(?!www\.|.*:\/\/|.*\/www\.)[a-z0-9](?:[a-z0-9./:-]|_(?=[a-z0-9])|@(?=sha256:))*$/i;

/** Title and body of the pull request, which GitHub reads as Markdown. */
export function renderPullRequestText(
  facts: PullRequestFacts,
  { title, body }: Pick<PullRequestInputs, 'title' | 'body'>,
): PullRequestText {
  return { title: renderTitle(facts, title), body: renderBody(facts, body) };
}

function renderTitle({ message, valueOf }: PullRequestFacts, template = ''): string {
  const rendered = renderOneLine(renderTemplate(template, valueOf));
  const title = rendered === '' ? renderOneLine(message.split('\n', 1).join('')) : rendered;
  const characters = Array.from(title);
  if (characters.length <= TITLE_LIMIT) return title;
  return `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}

function renderBody(facts: PullRequestFacts, template: string | undefined): string {
  const trailers = renderTrailerEnd(facts.message);
  const room = BODY_LIMIT - trailers.length;
  if (template === undefined) return `${joinBody(bodyParts(facts), room)}${trailers}`;
  const body = renderTemplate(template, (name) => renderSafely(facts.valueOf(name)));
  if (body.length <= room) return `${body.trimEnd()}${trailers}`;
  return `${body.slice(0, room - CUT.length - 2)}\n\n${CUT}${trailers}`;
}

/** What is longer than half of a body is left out, so that there is room for what people read. */
function renderTrailerEnd(message: string): string {
  const trailers = findTrailers(message);
  const isTold = findTrailer(message, 'Promotion-Id') !== undefined;
  return isTold && trailers.length < BODY_LIMIT / 2 ? `\n\n${trailers}` : '';
}

/** A user may put a value into a code span, where an escape would be seen: only what needs it. */
function renderSafely(value: string): string {
  const line = renderOneLine(value);
  return PLAIN.test(line) ? line : renderText(line);
}

function bodyParts(facts: PullRequestFacts): readonly string[] {
  const changed = facts.targets.filter(({ diff }) => diff !== '');
  const image = renderNonEmpty(facts.valueOf('image'));
  const head = ['File', 'Entry', 'Before', 'After'];
  const branch = renderNonEmpty(facts.valueOf('gitops-branch'));
  const { takenBack } = facts;
  return [
    takenBack === undefined
      ? `Promotes ${image} to ${branch}.`
      : `Rolls ${branch} back to ${image}.`,
    renderTable(head, changed.map(targetCells)),
    ...(takenBack === undefined ? [] : renderTakenList(takenBack, facts)),
    sourceLines(facts).join('\n'),
    renderNote(takenBack === undefined ? 'promotion' : 'rollback'),
    ...changed.map(({ diff }) => renderCodeBlock(diff, 'diff')),
  ];
}

/** The commits of the source that are taken back, the newest first. */
function renderTakenList(
  { commits, count, repository }: TakenBack,
  { sourceUrl }: PullRequestFacts,
): readonly string[] {
  if (count === 0) return [];
  const items = commits.map(({ sha, subject = '' }) => {
    const link = renderLink(sha.slice(0, 12), `${sourceUrl}/commit/${sha}`);
    return `- ${link} ${renderText(subject)}`.trimEnd();
  });
  const more = count - commits.length;
  const all = more > 0 ? [...items, `- and ${more} more`] : items;
  const head = `Takes back ${count} commit${count === 1 ? '' : 's'} of ${renderNonEmpty(repository)}:`;
  return [`${head}\n\n${all.join('\n')}`];
}

function targetCells({ file, imageName, image, previousImage }: TargetResult): readonly string[] {
  return [
    file,
    imageName,
    previousImage ? renderImageReference(previousImage) : 'none known',
    renderImageReference(image),
  ].map(renderNonEmpty);
}

function sourceLines(facts: PullRequestFacts): readonly string[] {
  const { sourceUrl, sourceSha, previousSha, runUrl, coverage, takenBack } = facts;
  const lines = [`- Workflow run: ${renderLinkTo(runUrl, runUrl)}`];
  if (coverage !== undefined) lines.push(`- Coverage: ${renderNonEmpty(`${coverage}%`)}`);
  if (sourceSha === undefined) return lines;
  lines.push(`- Source commit: ${renderLinkTo(sourceSha, `${sourceUrl}/commit/${sourceSha}`)}`);
  if (previousSha === undefined || previousSha === sourceSha) return lines;
  const [base, head] =
    takenBack === undefined ? [previousSha, sourceSha] : [sourceSha, previousSha];
  const range = `${base}...${head}`;
  const what = takenBack === undefined ? 'What is new' : 'What is taken back';
  lines.push(`- ${what}: ${renderLinkTo(range, `${sourceUrl}/compare/${range}`)}`);
  return lines;
}

function renderLinkTo(text: string, url: string): string {
  return renderLink(renderNonEmpty(text), url);
}

/** Two backticks with nothing between them are no code. */
function renderNonEmpty(text: string): string {
  return renderCode(text.trim() === '' ? 'none' : text);
}

/** Whole parts only, so that no table or code block is left open. */
function joinBody(parts: readonly string[], room: number): string {
  let body = '';
  for (const part of parts) {
    const next = body === '' ? part : `${body}\n\n${part}`;
    if (next.length > room - CUT.length - 2) return `${body}\n\n${CUT}`;
    body = next;
  }
  return body;
}
