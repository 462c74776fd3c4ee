import { renderCoverage } from './coverage-summary.js';
import { renderVerification } from './verify-summary.js';
import { renderCommitLink, renderPipeline } from './pipeline-summary.js';
import { type RunReport, SIZE_LIMIT } from './report.js';
import { nameOutcome, renderPullRequestState, renderVerified } from './result-lines.js';
import type { ErrorCode, PromoteError } from '../base/errors.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import {
  renderCode,
  renderCodeBlock,
  renderLink,
  renderTable,
  renderText,
} from '../base/markdown.js';
import { isKeptBack, type PromotionResult, type TargetResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import type { RuleOutcome } from '../tag/rules/rule.js';

const CUT = 'The summary is cut here: it is larger than 512 KiB.\n\n';

/**
 * The job summary in Markdown: every step with what came of it, why the run ended early, and the
 * pipeline at a glance. One that is too large loses what is between the first parts and the last two.
 */
export function renderSummary(report: RunReport): string {
  const { coverage, image, promotion, verification, recovery, failure } = report;
  const steps = [
    ...(coverage ? renderCoverage(coverage) : []),
    ...(image ? imageParts(image) : []),
    ...(promotion ? promotionParts(promotion) : []),
    ...(verification ? renderVerification(verification) : []),
    ...(recovery ? promotionParts(recovery.rollback) : []),
    ...(recovery ? renderVerification(recovery.verification) : []),
  ];
  const glance = joinParts(renderPipeline(report), SIZE_LIMIT);
  // The steps need no more than the room to say that they are cut.
  const ending = failure ? joinParts(failureParts(report, failure), roomBeside(glance + CUT)) : '';
  return joinParts(steps, roomBeside(ending + glance)) + ending + glance;
}

function roomBeside(text: string): number {
  return SIZE_LIMIT - Buffer.byteLength(text);
}

function imageParts(result: ImageResult): readonly string[] {
  const { image, names, sourceSha, rules, registry } = result;
  const deployed = isDeployable(image) ? renderCode(renderImageReference(image)) : 'nothing';
  const rows = [['Deploy', deployed]];
  if (sourceSha !== undefined) rows.push(['Source commit', renderCode(sourceSha)]);
  if (registry !== undefined) rows.push(...registryRows(registry));
  // Where no tag was computed, nothing is left to push.
  for (const name of rules ? names : []) rows.push(['Push', renderCode(name)]);
  const table = renderTable(['', 'Value'], rows);
  return ['### Image', table, ...(rules ? [renderRules(rules)] : [])];
}

/** What the registry says of the image. */
function registryRows(registry: NonNullable<ImageResult['registry']>): string[][] {
  const { digest, platforms, revision } = registry;
  return [
    ['Digest in the registry', renderCode(digest)],
    ...(platforms.length === 0 ? [] : [['Platforms', platforms.map(renderCode).join(', ')]]),
    ...(revision === undefined ? [] : [['Built from', renderCode(revision)]]),
  ];
}

/** Every rule, and its tag or why it gave none. */
function renderRules(rules: readonly RuleOutcome[]): string {
  const rows = rules.map((rule) => [
    renderCode(rule.source),
    rule.outcome === 'tag' ? renderCode(rule.tag) : renderText(rule.reason),
  ]);
  return renderTable(['Rule', 'Tag'], rows);
}

function promotionParts(promotion: PromotionResult): readonly string[] {
  const { reason, repository, targets, problem } = promotion;
  const where = [`In ${renderCode(repository)}`, ...renderLinks(promotion)].join(', ');
  const why = problem === undefined ? [] : [renderText(problem.message)];
  // Of a stale one the diff would show what does not happen.
  const shown = isKeptBack(reason) ? [] : targets;
  const step = promotion.takenBack === undefined ? 'Promotion' : 'Rollback';
  const title = `### ${step}: ${nameOutcome(promotion)}`;
  const parts = [...pullRequestParts(promotion), ...why, ...rollbackParts(promotion)];
  return [title, where, ...parts, ...shown.flatMap(targetParts)];
}

/** The commits of the source that a rollback takes back, the newest first. */
function rollbackParts({ takenBack }: PromotionResult): readonly string[] {
  if (takenBack === undefined || takenBack.count === 0) return [];
  const { repository, commits, count } = takenBack;
  const rows = commits.map(({ sha, subject = '' }) => [
    renderCode(sha.slice(0, 12)),
    renderText(subject),
  ]);
  const more = count - commits.length;
  return [
    `Taken back of ${renderCode(repository)}: ${count} commit${count === 1 ? '' : 's'}${more > 0 ? `, of which the newest ${commits.length} are listed` : ''}`,
    renderTable(['Commit', 'Subject'], rows),
  ];
}

/** What this run did to the pull request, which is linked beside the commit. */
function pullRequestParts(promotion: PromotionResult): readonly string[] {
  if (promotion.pullRequestOperation === undefined) return [];
  const told = renderPullRequestState(promotion);
  return told === '' ? [] : [renderText(told)];
}

function renderLinks({ commit, pullRequest }: PromotionResult): readonly string[] {
  return [
    ...(commit ? [`commit ${renderCommitLink(commit)}${renderVerified(commit.isVerified)}`] : []),
    ...(pullRequest
      ? [`pull request ${renderLink(`#${pullRequest.number}`, pullRequest.url)}`]
      : []),
  ];
}

function targetParts({ file, imageName, image, previousImage, diff }: TargetResult): string[] {
  const table = renderTable(
    ['File', 'Entry', 'Before', 'After'],
    [
      [
        file,
        imageName,
        previousImage ? renderImageReference(previousImage) : 'none known',
        renderImageReference(image),
      ].map(renderCode),
    ],
  );
  return diff === '' ? [table] : [table, renderCodeBlock(diff, 'diff')];
}

function failureParts(report: RunReport, { code, message }: PromoteError): readonly string[] {
  const told = [
    report.coverage?.message,
    report.promotion?.problem?.message,
    report.verification?.message,
  ].includes(message);
  return [
    `### Failed: ${code}`,
    ...(told ? [] : [renderText(message)]),
    ...renderWritten(report, code),
  ];
}

/** What a failed run left behind is what matters most to whoever reads of it. */
function renderWritten({ promotion, mayWrite }: RunReport, code: ErrorCode): readonly string[] {
  if (promotion?.pullRequest && promotion.reason !== 'promoted') {
    return [`The pull request #${promotion.pullRequest.number} is open.`];
  }
  if (promotion?.changed) {
    const what = promotion.takenBack === undefined ? 'promotion' : 'rollback';
    return [`The ${what} itself was committed.`];
  }
  if (promotion?.mayHaveLanded || code === 'outcome-unknown') {
    return ['Whether the commit landed is not known.'];
  }
  if (mayWrite === undefined) return ['Nothing was written.'];
  return mayWrite ? ['Nothing was written to a GitOps branch.'] : [];
}

/** Whole parts only, so that no table or code block is left open, of so many bytes at most. */
function joinParts(parts: readonly string[], limit: number): string {
  let summary = '';
  for (const part of parts) {
    const next = `${summary}${part}\n\n`;
    if (Buffer.byteLength(next) > limit - CUT.length) return `${summary}${CUT}`;
    summary = next;
  }
  return summary;
}
