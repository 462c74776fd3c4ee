import type { Context } from '../context.js';
import type { CoverageResult } from '../coverage/result.js';
import { PromoteError, type ErrorCode } from '../errors.js';
import type { Inputs } from '../inputs.js';
import type { Logger, Ports } from '../ports.js';
import type { PromoteInputs } from '../promote/inputs.js';
import { promote, type Promotion } from '../promote/promote.js';
import type { PromotionResult, TargetResult } from '../promote/result.js';
import { isMovingTag } from '../tag/moving-tag.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageReference, ImageResult } from '../tag/result.js';

/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE: readonly ErrorCode[] = [
  'token-invalid',
  'token-forbidden',
  'repository-not-found',
];

/** What the promote step takes of the run. */
export interface PromoteRequest extends Pick<Inputs, 'dryRun' | 'dryRunByDefault'> {
  readonly promote: PromoteInputs;
  readonly image: ImageResult;
  /** Of the gate, when it ran in the same call. */
  readonly coverage: CoverageResult | undefined;
}

/**
 * Promotes an image and tells the log what came of it.
 * @throws PromoteError `no-image` when there is none, `moving-tag` for a tag that the second promotion would find unchanged; and
 *   whatever `promote` throws.
 */
export async function runPromoteStep(
  request: PromoteRequest,
  context: Context,
  ports: Pick<Ports, 'logger' | 'clock' | 'random' | 'openGitOpsRepository'>,
): Promise<PromotionResult> {
  const { promote: inputs, image } = request;
  assertDeployable(image.image, context);
  return ports.logger.group(`Promote ${renderImageReference(image.image)}`, async () => {
    const repository = await ports.openGitOpsRepository(inputs.target);
    try {
      const result = await promote(promotionOf(request, context), { ...ports, repository });
      logResult(result, ports.logger);
      return result;
    } catch (error) {
      if (!request.dryRunByDefault || !isUnreadable(error)) throw error;
      ports.logger.notice(`Nothing to show: in this dry run ${error.message}`);
      return { reason: 'dry-run', repository: repository.name, targets: [] };
    }
  });
}

function promotionOf(request: PromoteRequest, context: Context): Promotion {
  const { promote: inputs, image, dryRun, coverage } = request;
  const { sourceSha, shortSha } = image;
  return {
    inputs,
    image: image.image,
    dryRun,
    audit: {
      sourceRepository: context.repository,
      runUrl: context.runUrl,
      ...(sourceSha !== undefined && { sourceSha }),
      ...(shortSha !== undefined && { shortSha }),
      ...(coverage?.measured && { coverage: coverage.measured.percent }),
    },
  };
}

function assertDeployable({ tag, digest }: ImageReference, context: Context): void {
  if (tag === undefined && digest === undefined) {
    throw new PromoteError(
      'no-image',
      'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.',
    );
  }
  if (digest !== undefined || tag === undefined || !isMovingTag(tag, context)) return;
  throw new PromoteError(
    'moving-tag',
    `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, or add digest.`,
  );
}

function isUnreadable(error: unknown): error is PromoteError {
  return error instanceof PromoteError && UNREADABLE.includes(error.code);
}

function logResult({ reason, repository, targets, commit }: PromotionResult, logger: Logger): void {
  for (const target of targets) logger.info(describeTarget(target, repository));
  if (reason === 'dry-run') logger.info('This is a dry run: nothing was written.');
  else if (commit) logger.info(`Commit: ${commit.url ?? commit.sha}`);
}

function describeTarget(target: TargetResult, repository: string): string {
  const { file, imageName, previousImage, diff } = target;
  if (diff === '') return `${file} in ${repository} already asks for this image.`;
  const previous = previousImage ? ` was ${renderImageReference(previousImage)}` : '';
  return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}
