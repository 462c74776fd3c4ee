import type { RunReport } from './report.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import type { CoverageResult } from '../coverage/gates/result.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import type { VerifyResult } from '../verify/result.js';

/** How large the output `result` may get, in bytes; the runner's own bound is 1 MiB. */
const RESULT_LIMIT = 512 * 1024;

/** Every output that `action.yml` declares, in its order. */
export const OUTPUT_NAMES = [
  'coverage',
  'coverage-covered',
  'coverage-total',
  'coverage-metric',
  'coverage-verdict',
  'image',
  'image-repository',
  'tag',
  'digest',
  'short-sha',
  'source-sha',
  'tags',
  'labels',
  'version',
  'changed',
  'would-change',
  'commit-sha',
  'commit-url',
  'previous-image',
  'reason',
  'pull-request-number',
  'pull-request-url',
  'verify-verdict',
  'synced-after',
  'healthy-after',
  'result',
] as const;

type OutputName = (typeof OUTPUT_NAMES)[number];

/** Values by name. An output that is not known is absent. */
type Outputs = Partial<Readonly<Record<OutputName, string>>>;

/** The outputs of a run, as far as it came. */
export function renderOutputs(report: RunReport): Outputs {
  const { coverage, image, promotion, verification, failure } = report;
  const reason = failure?.code ?? promotion?.reason;
  return {
    ...(coverage && coverageOutputs(coverage)),
    ...(image && imageOutputs(image)),
    ...(promotion && promotionOutputs(promotion)),
    ...(verification && verifyOutputs(verification)),
    changed: String(promotion?.changed === true),
    ...(reason !== undefined && { reason }),
    result: renderResult(report),
  };
}

function coverageOutputs({ verdict, measured }: CoverageResult): Outputs {
  return {
    'coverage-verdict': verdict,
    ...(measured && {
      coverage: measured.percent,
      'coverage-covered': String(measured.covered),
      'coverage-total': String(measured.total),
      'coverage-metric': measured.metric,
    }),
  };
}

function imageOutputs(result: ImageResult): Outputs {
  const { image, names, labels, version, sourceSha, shortSha } = result;
  return {
    ...(isDeployable(image) && { image: renderImageReference(image) }),
    'image-repository': image.repository,
    ...(image.tag !== undefined && { tag: image.tag }),
    ...(image.digest !== undefined && { digest: image.digest }),
    ...(shortSha !== undefined && { 'short-sha': shortSha }),
    ...(sourceSha !== undefined && { 'source-sha': sourceSha }),
    tags: names.join('\n'),
    labels: labels.join('\n'),
    ...(version !== undefined && { version }),
  };
}

function promotionOutputs(result: PromotionResult): Outputs {
  const { targets, wouldChange, commit, pullRequest } = result;
  const [first] = targets;
  return {
    ...(wouldChange !== undefined && { 'would-change': String(wouldChange) }),
    ...(commit && { 'commit-sha': commit.sha }),
    ...(commit?.url !== undefined && { 'commit-url': commit.url }),
    ...(first?.previousImage && {
      'previous-image': renderImageReference(first.previousImage),
    }),
    ...(pullRequest && {
      'pull-request-number': String(pullRequest.number),
      'pull-request-url': pullRequest.url,
    }),
  };
}

function verifyOutputs({ verdict, syncedAfter, healthyAfter }: VerifyResult): Outputs {
  return {
    'verify-verdict': verdict,
    ...(syncedAfter !== undefined && { 'synced-after': String(syncedAfter) }),
    ...(healthyAfter !== undefined && { 'healthy-after': String(healthyAfter) }),
  };
}

/** All of it as one JSON object; too large, it loses the diffs, and says so. */
function renderResult({ coverage, image, promotion, verification, failure }: RunReport): string {
  const whole = {
    ...(coverage && { coverage }),
    ...(image && { image }),
    ...(promotion && { promotion }),
    ...(verification && { verification }),
    ...(failure && { failure: { code: failure.code, message: failure.message } }),
  };
  const text = JSON.stringify(whole);
  if (Buffer.byteLength(text) <= RESULT_LIMIT) return text;
  const cut = { cut: 'larger than 512 KiB', reason: failure?.code ?? promotion?.reason };
  return JSON.stringify(cut);
}
