import type { Context } from '../../base/context.js';
import { PromoteError } from '../../base/errors.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import type { CheckedImage, Registry } from '../../ports/registry.js';
import type { Logger, Ports, SourceRepository } from '../../ports/runner.js';
import { isMovingTag } from '../../tag/given.js';
import type { ImageResult } from '../../tag/result.js';
import { Patience, renderNoTime } from '../delivery/patience.js';
import type { ImageCheckInputs } from '../inputs/check.js';
import type { Problem } from '../model/result.js';
import { lookForImage, type Sighting } from './look.js';
import { type CheckVerdict, type Expectation, judgeImage } from './verdict.js';

/** How long an image that some build has just pushed may take to be seen, in seconds. */
const SECONDS_UNTIL_SEEN = 30;

/** What the check takes of a run. */
export interface ImageCheck {
  readonly inputs: ImageCheckInputs;
  readonly image: ImageResult;
  /** Tells the commit that its tag abbreviates. */
  readonly source?: Pick<SourceRepository, 'resolveCommit'>;
  /** The input that gives the image, for messages. */
  readonly imageInput: string;
  /** What retries and waits may take in all, in seconds. */
  readonly retryTimeout: number;
  /** What of that is used up already, in seconds. */
  readonly waited?: number;
  readonly dryRun: boolean;
}

export type CheckPorts = Pick<Ports, 'logger' | 'clock' | 'random' | 'openRegistry'>;

/**
 * Asks the registry for the image before anything is written, and tells the log in one line what is
 * there. In a dry run, what stands in the way is a warning.
 * @returns The image with what is known of it, and with its digest where it is pinned.
 * @throws PromoteError `image-missing`, `image-moved`, `image-mismatch`, `platform-missing`,
 *   `registry-denied`, `registry-unavailable`.
 */
export async function checkImage(
  check: ImageCheck,
  context: Context,
  ports: CheckPorts,
): Promise<ImageResult> {
  const { logger } = ports;
  const { image } = check.image;
  const expected = expectationOf(check, context);
  const { problem, notices, checked } = await lookUntilKnown(check, expected, context, ports);
  for (const notice of notices) logger.notice(notice);
  if (problem !== undefined) report(problem, check.dryRun, logger);
  if (checked === undefined) return check.image;
  if (problem === undefined) logger.info(renderChecked(image, checked));
  return { ...check.image, image: pin(image, checked, check.inputs), registry: checked };
}

function expectationOf(
  { inputs, image: result, imageInput }: ImageCheck,
  context: Context,
): Expectation {
  const { image, moves, sourceSha, sourceRepository } = result;
  const { repository, repositoryUrl } = context;
  const server = repositoryUrl.slice(0, -repository.length);
  return {
    image,
    imageInput,
    tagMoves: moves === true || (image.tag !== undefined && isMovingTag(image.tag, context)),
    platforms: inputs.platforms,
    sourceSha,
    sourceUrl: `${server}${sourceRepository ?? repository}`,
  };
}

/**
 * A registry that does not answer is asked again for as long as `retry-timeout` allows; and an image
 * whose digest some build has told was pushed, so that it may only not be seen yet.
 */
async function lookUntilKnown(
  check: ImageCheck,
  expected: Expectation,
  { dockerConfig }: Context,
  { openRegistry, clock, random, logger }: CheckPorts,
): Promise<CheckVerdict> {
  const { inputs, retryTimeout, waited = 0 } = check;
  const left = retryTimeout - waited;
  const { repository, digest } = expected.image;
  const registry = await openRegistry({ repository, dockerConfig, ...inputs });
  const failing = new Patience(clock, random, left);
  const lagging = new Patience(clock, random, digest ? Math.min(SECONDS_UNTIL_SEEN, left) : 0);
  for (;;) {
    const { isTransient, retryAt, ...verdict } = await lookOnce(check, expected, registry);
    const { problem } = verdict;
    const isMissing = problem?.code === 'image-missing';
    if (problem === undefined || !(isMissing || isTransient)) return verdict;
    const patience = isMissing ? lagging : failing;
    const delay = patience.plan({ kind: isMissing ? 'lag' : 'failure', retryAt });
    if (delay === undefined) {
      const end = isMissing ? '' : ` ${renderNoTime(retryTimeout)}`;
      return { ...verdict, problem: { ...problem, message: `${problem.message}${end}` } };
    }
    logger.info(`${problem.message} It is asked again in ${(delay / 1000).toFixed(1)} seconds.`);
    await patience.wait(delay);
  }
}

type Answer = CheckVerdict & Pick<Partial<PromoteError>, 'isTransient' | 'retryAt'>;

async function lookOnce(
  check: ImageCheck,
  expected: Expectation,
  registry: Registry,
): Promise<Answer> {
  try {
    const seen = await lookForImage(expected.image, expected.platforms, registry);
    const sourceSha = expected.sourceSha ?? (await completeCommit(check, seen));
    return judgeImage(seen, { ...expected, sourceSha }, registry);
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    const { code, message, isTransient, retryAt } = error;
    if (!isTransient && !code.startsWith('registry-')) throw error;
    return { problem: { code, message }, notices: [], isTransient, retryAt };
  }
}

/** Of a given tag the commit is known in short; it is asked for where the image tells another one. */
async function completeCommit(
  { image: { abbreviated }, source }: ImageCheck,
  { image }: Sighting,
): Promise<string | undefined> {
  const revision = image?.revision;
  if (abbreviated === undefined || revision === undefined) return undefined;
  if (revision.startsWith(abbreviated.commit)) return undefined;
  return source?.resolveCommit(abbreviated.commit);
}

function report({ code, message }: Problem, dryRun: boolean, logger: Logger): void {
  if (!dryRun) throw new PromoteError(code, message);
  logger.warning(`${message} This dry run goes on without.`);
}

function pin(
  image: ImageReference,
  { digest }: CheckedImage,
  { pinDigest }: ImageCheckInputs,
): ImageReference {
  return pinDigest && image.digest === undefined ? { ...image, digest } : image;
}

function renderChecked(
  image: ImageReference,
  { digest, platforms, revision }: CheckedImage,
): string {
  const parts = [
    ...(image.digest === undefined ? [digest] : []),
    ...(platforms.length === 0 ? [] : [`for ${platforms.join(', ')}`]),
    ...(revision === undefined ? [] : [`built from ${revision}`]),
  ];
  return `${renderImageReference(image)} is in its registry: ${parts.join(', ')}.`;
}
