import type { Context, RunMode } from '../base/context.js';
import { type ErrorCode, PromoteError } from '../base/errors.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import type { CoverageResult } from '../coverage/gates/result.js';
import type { Logger, Ports } from '../ports/runner.js';
import type { CheckPorts } from './check/step.js';
import type { PromoteInputs } from './inputs/inputs.js';
import type { PromotePorts, Promotion } from './model/promotion.js';
import { isKeptBack, type PromotionResult, type TargetResult } from './model/result.js';
import { findNotices } from './notices.js';
import { promote } from './promote.js';
import { isMovingTag } from '../tag/given.js';
import type { ImageResult } from '../tag/result.js';

/** What the promote step takes of the run. */
export interface PromoteRequest extends RunMode {
  readonly promote: PromoteInputs;
  /** Absent when a dry run could not read the one to copy. */
  readonly image: ImageResult | undefined;
  /** Of the gate, when it ran in the same call. */
  readonly coverage: CoverageResult | undefined;
  /** What of `retry-timeout` is used up already, in seconds. */
  readonly waited?: number;
}

/** The ports that the step takes of the run. */
export type PromoteStepPorts = Pick<
  Ports,
  | 'logger'
  | 'clock'
  | 'random'
  | 'openGitOpsRepository'
  | 'openPullRequests'
  | 'openSourceRepository'
>;

interface CheckRequest extends Pick<PromoteRequest, 'image' | 'dryRun' | 'waited'> {
  /** The input that gives the image, for messages. */
  readonly imageInput?: string;
  readonly promote: Pick<PromoteInputs, 'check' | 'from' | 'retryTimeout' | 'sourceToken'>;
}

/**
 * The registry check of a promotion, whose code is loaded only where it is asked for. An image that
 * no tag was found for is left to the promotion.
 * @returns The image with what its registry says of it, and the time that it took.
 * @throws PromoteError as `checkImage`.
 */
export async function runCheckStep(
  { promote, image, dryRun, waited = 0, ...request }: CheckRequest,
  context: Context,
  ports: CheckPorts & Pick<Ports, 'openSourceRepository'>,
): Promise<Pick<PromoteRequest, 'image' | 'waited'>> {
  const { check: inputs, from, retryTimeout, sourceToken: token } = promote;
  if (inputs === undefined || image === undefined || !isDeployable(image.image)) {
    return { image, waited };
  }
  const begun = ports.clock.now();
  const { checkImage } = await import('./check/step.js');
  const repository = image.sourceRepository ?? context.repository;
  const source = await ports.openSourceRepository({ apiUrl: context.apiUrl, repository, token });
  const imageInput = request.imageInput ?? (from === undefined ? 'image' : 'promote-from');
  const check = { inputs, image, imageInput, source, retryTimeout, waited, dryRun };
  const checked = await checkImage(check, context, ports);
  return { image: checked, waited: waited + (ports.clock.now() - begun) / 1000 };
}

/**
 * Promotes an image and tells the log what came of it.
 * @throws PromoteError `no-image` when there is none, `moving-tag` for a tag that the second
 *   promotion would find unchanged; and whatever `promote` throws.
 */
export async function runPromoteStep(
  request: PromoteRequest,
  context: Context,
  ports: PromoteStepPorts,
): Promise<PromotionResult> {
  const { promote: inputs, image } = request;
  const nothing = {
    reason: 'dry-run',
    repository: inputs.target.repository,
    targets: [],
    changed: false,
  } as const;
  if (image === undefined) return nothing;
  assertDeployable(image, request, context);
  return ports.logger.group(`Promote ${renderImageReference(image.image)}`, async () => {
    const promotion = promotionOf(request, image, context);
    try {
      const result = await promote(promotion, await openPorts(promotion, context, ports));
      logResult(result, request, ports.logger);
      for (const notice of findNotices(result, inputs)) ports.logger.notice(notice);
      return result;
    } catch (error) {
      tolerateUnreadableInDryRun(error, { ...request, ...inputs }, ports.logger);
      return nothing;
    }
  });
}

async function openPorts(
  { inputs, audit }: Promotion,
  { apiUrl }: Context,
  ports: PromoteStepPorts,
): Promise<PromotePorts> {
  const source = { apiUrl, repository: audit.sourceRepository, token: inputs.sourceToken };
  return {
    ...ports,
    repository: await ports.openGitOpsRepository(inputs.target),
    source: await ports.openSourceRepository(source),
    ...(inputs.pullRequest && { pullRequests: await ports.openPullRequests(inputs.target) }),
  };
}

function promotionOf(
  { promote: inputs, dryRun, coverage, waited }: PromoteRequest,
  { image, sourceSha, shortSha, abbreviated, ...result }: ImageResult,
  context: Context,
): Promotion {
  const { repository, repositoryUrl } = context;
  const sourceRepository = result.sourceRepository ?? repository;
  const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
  return {
    inputs,
    image,
    dryRun,
    abbreviated,
    waited,
    audit: {
      sourceRepository,
      sourceUrl: `${serverUrl}/${sourceRepository}`,
      runUrl: context.runUrl,
      sourceSha,
      shortSha,
      ...(coverage?.measured && { coverage: coverage.measured.percent }),
    },
  };
}

function assertDeployable(
  { image: { tag, digest }, moves }: ImageResult,
  { promote: { check }, dryRun }: PromoteRequest,
  context: Context,
): void {
  if (tag === undefined && digest === undefined) {
    throw new PromoteError(
      'no-image',
      'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.',
    );
  }
  // In a dry run an image may be shown that could not be pinned yet.
  if (digest !== undefined || (dryRun && check?.pinDigest === true)) return;
  if (tag === undefined || (moves !== true && !isMovingTag(tag, context))) return;
  throw new PromoteError(
    'moving-tag',
    `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, add digest, or set pin-digest.`,
  );
}

/** Tells the log what was done to each target, and where it is. */
export function logResult(
  result: PromotionResult,
  { dryRun, dryRunReason }: Pick<RunMode, 'dryRun' | 'dryRunReason'>,
  logger: Logger,
): void {
  const { reason, repository, targets, commit, pullRequest } = result;
  // Of a stale one the diff would show what does not happen.
  const shown = isKeptBack(reason) ? [] : targets;
  for (const target of shown) logger.info(describeTarget(target, repository));
  if (dryRun) logger.info(renderDryRunReason(dryRunReason));
  if (commit) logger.info(`Commit: ${commit.url ?? commit.sha}`);
  if (pullRequest) logger.info(`Pull request: ${pullRequest.url}`);
}

/** Whoever wonders why nothing was written learns how to have it written. */
function renderDryRunReason(reason: string | undefined): string {
  return reason === undefined
    ? 'This is a dry run: nothing was written.'
    : `This is a dry run, because ${reason}: nothing was written. To write all the same, set dry-run: false.`;
}

/**
 * Ends the run when something stands in the way of a promotion: a newer one, or that it was taken
 * back, where `stale` says so, or whatever was refused after the pull request was there.
 * @throws PromoteError with the code of the problem.
 */
export function assertDelivered(
  { problem }: PromotionResult,
  { promote: { stale }, dryRun }: Pick<PromoteRequest, 'promote' | 'dryRun'>,
  logger: Logger,
): void {
  if (problem === undefined) return;
  if (isKeptBack(problem.code) && (dryRun || stale !== 'fail')) {
    logger.notice(problem.message);
    return;
  }
  throw new PromoteError(problem.code, problem.message);
}

function describeTarget(target: TargetResult, repository: string): string {
  const { file, imageName, previousImage, diff } = target;
  if (diff === '') return `${file} in ${repository} already asks for this image.`;
  const previous = previousImage ? ` was ${renderImageReference(previousImage)}` : '';
  return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}

/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE: readonly ErrorCode[] = [
  'token-invalid',
  'token-forbidden',
  'repository-not-found',
];

/** Whoever contributes from a fork would take the refusal itself for a fault of theirs. */
const NO_SECRETS =
  'This dry run has no difference to show, since gitops-token is empty and the GitOps repository cannot be read without it. Runs for pull requests from forks, and for those of Dependabot, get no secrets: for them nothing is wrong. In any other run, check the secret.';

/**
 * In a dry run that nobody asked for, a GitOps repository that cannot be read is told and forgiven.
 * @throws The error itself in every other case.
 */
export function tolerateUnreadableInDryRun(
  error: unknown,
  { dryRunByDefault, target }: Pick<RunMode, 'dryRunByDefault'> & Pick<PromoteInputs, 'target'>,
  logger: Logger,
): void {
  const isUnreadable = error instanceof PromoteError && UNREADABLE.includes(error.code);
  if (!dryRunByDefault || !isUnreadable) throw error;
  // A token that was given and refused is no matter of secrets.
  if (target.tokenInput === 'gitops-token') {
    logger.notice(`Nothing to show: in this dry run ${error.message}`);
    return;
  }
  logger.notice(NO_SECRETS);
  logger.info(`Without gitops-token the server said: ${error.message}`);
}
