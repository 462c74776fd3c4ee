import type { CoverageResult } from './coverage/result.js';
import type { ErrorCode, PromoteError } from './errors.js';
import { renderCode, renderCodeBlock, renderTable, renderText } from './markdown.js';
import type { PromotionResult, TargetResult } from './promote/result.js';
import type { Report } from './report.js';
import { isDeployable, renderImageReference } from './tag/reference.js';
import type { ImageResult, RuleOutcome } from './tag/result.js';

/** How large a summary may get, in bytes; the runner drops one of more than 1 MiB whole. */
const LIMIT = 512 * 1024;

const CUT = '\n\nThe summary is cut here: it is larger than 512 KiB.\n';

const PROMOTED: Readonly<Record<PromotionResult['reason'], string>> = {
  promoted: 'promoted',
  unchanged: 'nothing had to change',
  'dry-run': 'dry run, nothing was written',
};

/** The job summary in Markdown: every step with what came of it, and why the run ended early. */
export function renderSummary(report: Report): string {
  const { coverage, image, promotion, failure } = report;
  const parts = [
    ...(coverage ? coverageParts(coverage) : []),
    ...(image ? imageParts(image) : []),
    ...(promotion ? promotionParts(promotion) : []),
    ...(failure ? failureParts(report, failure) : []),
  ];
  return cut(`${parts.join('\n\n')}\n`);
}

function coverageParts({ verdict, message, measured }: CoverageResult): readonly string[] {
  const table =
    measured &&
    renderTable(
      ['Metric', 'Covered', 'Total', 'Coverage', 'Verdict', 'Tool'],
      [
        [
          measured.metric,
          String(measured.covered),
          String(measured.total),
          `${measured.percent}%`,
          verdict,
          renderCode(measured.tool),
        ],
      ],
    );
  return [`### Coverage: ${verdict}`, ...(table === undefined ? [] : [table]), renderText(message)];
}

function imageParts({ image, names, sourceSha, rules }: ImageResult): readonly string[] {
  const deployed = isDeployable(image) ? renderCode(renderImageReference(image)) : 'nothing';
  const rows = [['Deploy', deployed]];
  if (sourceSha !== undefined) rows.push(['Source commit', renderCode(sourceSha)]);
  for (const name of names) rows.push(['Push', renderCode(name)]);
  const table = renderTable(['', 'Value'], rows);
  return ['### Image', table, ...(rules ? [renderRules(rules)] : [])];
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
  const { reason, repository, commit, targets } = promotion;
  const where = `In ${renderCode(repository)}`;
  const link = commit ? `, commit [${renderCode(commit.sha.slice(0, 12))}](${commit.url})` : '';
  return [`### Promotion: ${PROMOTED[reason]}`, `${where}${link}`, ...targets.flatMap(targetParts)];
}

function targetParts({ file, imageName, image, previousImage, diff }: TargetResult): string[] {
  const table = renderTable(
    ['File', 'Entry', 'Before', 'After'],
    [
      [file, imageName, renderImageReference(previousImage), renderImageReference(image)].map(
        renderCode,
      ),
    ],
  );
  return diff === '' ? [table] : [table, renderCodeBlock(diff, 'diff')];
}

function failureParts(report: Report, { code, message }: PromoteError): readonly string[] {
  const told = report.coverage?.message === message;
  return [
    `### Failed: ${code}`,
    ...(told ? [] : [renderText(message)]),
    renderWritten(report, code),
  ];
}

/** What a failed run left behind is what matters most to whoever reads of it. */
function renderWritten({ promotion }: Report, code: ErrorCode): string {
  if (promotion?.reason === 'promoted') return 'The promotion itself was committed.';
  if (code === 'outcome-unknown') return 'Whether the commit landed is not known.';
  return 'Nothing was written to a GitOps repository.';
}

function cut(markdown: string): string {
  if (Buffer.byteLength(markdown) <= LIMIT) return markdown;
  const whole = Buffer.from(markdown)
    .subarray(0, LIMIT - CUT.length)
    .toString('utf8');
  return `${whole.slice(0, whole.lastIndexOf('\n'))}\n\`\`\`${CUT}`;
}
