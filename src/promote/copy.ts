import type { Context, RunMode } from '../base/context.js';
import { renderImageReference } from '../base/image.js';
import { readImageOf } from '../patch/images/read-image.js';
import type { GitOpsRepository } from '../ports/gitops.js';
import type { Ports } from '../ports/runner.js';
import { readPatiently } from './delivery/patience.js';
import { findRecordedCommit } from './guard/deployed-commit.js';
import { SEARCHED_FILE_COMMITS } from './history/record.js';
import type { PromoteInputs } from './inputs/inputs.js';
import type { ImageSource } from './inputs/targets.js';
import { tolerateUnreadableInDryRun } from './step.js';
import { describeGivenImage } from '../tag/given.js';
import type { CommitInputs } from '../tag/inputs.js';
import type { ImageResult } from '../tag/result.js';

/**
 * Reads the image that a file of the GitOps repository asks for, to promote the same one elsewhere.
 * Its commit is `source-sha`, else the one that the tag abbreviates (the event's own, or that which
 * the source repository has), else what the promotion that deployed it there has told.
 * @throws PromoteError with the cure, when there is no image to read.
 */
export async function readCopiedImage(
  { request, location, ...commit }: ImageSource & CommitInputs,
  context: Context,
  repository: GitOpsRepository,
): Promise<ImageResult> {
  const [file] = (await repository.readFiles([request])).files;
  if (file === undefined) throw new Error(`${request.path} was asked for and not read.`);
  const image = readImageOf(file, location);
  const known = describeGivenImage({ ...commit, image }, context);
  // The event's own commit is of the repository that the workflow runs in.
  if (known.sourceSha !== undefined && commit.sourceSha === undefined) return known;
  const histories = await repository.readFileHistories([file.path], SEARCHED_FILE_COMMITS);
  const recorded = findRecordedCommit(histories.get(file.path) ?? [], image);
  const isOfAnother = known.sourceSha !== undefined && known.sourceSha !== recorded?.sha;
  if (recorded === undefined || isOfAnother) return known;
  // A commit that the tag abbreviates goes before another one that was told.
  const { abbreviated } = known;
  const isTold = abbreviated === undefined || recorded.sha.startsWith(abbreviated.commit);
  return {
    ...describeGivenImage({ ...commit, image, sourceSha: recorded.sha }, context),
    abbreviated: isTold ? undefined : abbreviated,
    ...(recorded.repository !== undefined && { sourceRepository: recorded.repository }),
  };
}

/** What copying an image takes of the run. */
export interface CopyRequest extends Pick<RunMode, 'dryRunByDefault'> {
  readonly target: PromoteInputs['target'];
  readonly from: NonNullable<PromoteInputs['from']>;
  readonly retryTimeout: number;
}

export interface CopiedImage {
  /** Absent when a dry run that nobody asked for cannot read the repository. */
  readonly image?: ImageResult;
  /** What it took of `retry-timeout`, in seconds. */
  readonly waited: number;
}

/** Reads the image to promote from another file of the GitOps repository, as from dev to prod. */
export async function runCopyStep(
  request: CopyRequest,
  context: Context,
  ports: Pick<Ports, 'logger' | 'clock' | 'random' | 'openGitOpsRepository'>,
): Promise<CopiedImage> {
  const { target, from, retryTimeout } = request;
  const { logger, clock } = ports;
  const begun = clock.now();
  const waited = () => (clock.now() - begun) / 1000;
  return logger.group(`Copy the image of ${from.request.path}`, async () => {
    const repository = await ports.openGitOpsRepository(target);
    try {
      const read = () => readCopiedImage(from, context, repository);
      const image = await readPatiently(read, retryTimeout, ports);
      logger.info(`Image to deploy: ${renderImageReference(image.image)}`);
      logger.info(`Source commit: ${image.sourceSha ?? 'not known; set source-sha to tell it'}`);
      return { image, waited: waited() };
    } catch (error) {
      tolerateUnreadableInDryRun(error, request, logger);
      return { waited: waited() };
    }
  });
}
