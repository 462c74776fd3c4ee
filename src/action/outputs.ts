import type { RunReport } from './report.js';
import { renderResult } from './result.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import type { CoverageResult } from '../coverage/gates/result.js';
import type { PromotionResult } from '../promote/model/result.js';
import { renderLabelLines, splitLabel } from '../tag/labels.js';
import type { ImageResult } from '../tag/result.js';
import type { VerifyResult } from '../verify/result.js';

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
  'annotations',
  'json',
  'version',
  'changed',
  'would-change',
  'commit-sha',
  'commit-url',
  'commit-verified',
  'previous-image',
  'reason',
  'pull-request-number',
  'pull-request-url',
  'pull-request-operation',
  'rolled-back-commits',
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
  const { coverage, image, promotion, verification, recovery, failure } = report;
  const reason = failure?.code ?? promotion?.reason;
  return {
    ...(coverage && coverageOutputs(coverage)),
    ...(image && imageOutputs(image)),
    ...(promotion && promotionOutputs(promotion)),
    ...(verification && verifyOutputs(verification)),
    ...(recovery && rollbackOutputs(recovery.rollback)),
    changed: String(promotion?.changed === true || recovery?.rollback.changed === true),
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
  const { image, names, labels, annotations = [], version, sourceSha, shortSha } = result;
  return {
    ...(isDeployable(image) && { image: renderImageReference(image) }),
    'image-repository': image.repository,
    ...(image.tag !== undefined && { tag: image.tag }),
    ...(image.digest !== undefined && { digest: image.digest }),
    ...(shortSha !== undefined && { 'short-sha': shortSha }),
    ...(sourceSha !== undefined && { 'source-sha': sourceSha }),
    tags: names.join('\n'),
    labels: renderLabelLines(labels),
    annotations: renderLabelLines(annotations),
    json: renderMetadata(result),
    ...(version !== undefined && { version }),
  };
}

/** The output `json` of docker/metadata-action. */
function renderMetadata({ image, names, labels, annotations = [] }: ImageResult): string {
  const start = `${image.repository}:`;
  const ofFirst = names.filter((name) => name.startsWith(start));
  return JSON.stringify({
    tags: names,
    'tag-names': ofFirst.map((name) => name.slice(start.length)),
    labels: Object.fromEntries(labels.map(splitLabel)),
    annotations,
  });
}

function promotionOutputs(result: PromotionResult): Outputs {
  const { targets, wouldChange, commit, pullRequest, pullRequestOperation } = result;
  const [first] = targets;
  return {
    ...(wouldChange !== undefined && { 'would-change': String(wouldChange) }),
    ...(commit && { 'commit-sha': commit.sha }),
    ...(commit?.url !== undefined && { 'commit-url': commit.url }),
    ...(commit?.isVerified !== undefined && { 'commit-verified': String(commit.isVerified) }),
    ...(first?.previousImage && {
      'previous-image': renderImageReference(first.previousImage),
    }),
    ...(pullRequest && {
      'pull-request-number': String(pullRequest.number),
      'pull-request-url': pullRequest.url,
    }),
    ...(pullRequestOperation && { 'pull-request-operation': pullRequestOperation }),
    ...rollbackOutputs(result),
  };
}

function rollbackOutputs({ takenBack }: PromotionResult): Outputs {
  return takenBack === undefined ? {} : { 'rolled-back-commits': String(takenBack.count) };
}

function verifyOutputs({ verdict, syncedAfter, healthyAfter }: VerifyResult): Outputs {
  return {
    'verify-verdict': verdict,
    ...(syncedAfter !== undefined && { 'synced-after': String(syncedAfter) }),
    ...(healthyAfter !== undefined && { 'healthy-after': String(healthyAfter) }),
  };
}
