import type { Context } from '../context.js';
import type { Inputs } from '../inputs.js';
import type { Ports } from '../ports.js';
import { readCopiedImage } from '../promote/copied-image.js';
import type { PromoteInputs } from '../promote/inputs.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageResult } from '../tag/result.js';
import { forgiveUnreadable } from './unreadable.js';

/** What copying an image takes of the run. */
export interface CopyRequest extends Pick<Inputs, 'dryRunByDefault'> {
  readonly target: PromoteInputs['target'];
  readonly from: NonNullable<PromoteInputs['from']>;
}

/**
 * Reads the image to promote from another file of the GitOps repository, as from dev to prod.
 * @returns `undefined` when a dry run that nobody asked for cannot read the repository.
 */
export async function runCopyStep(
  request: CopyRequest,
  context: Context,
  ports: Pick<Ports, 'logger' | 'openGitOpsRepository'>,
): Promise<ImageResult | undefined> {
  const { target, from } = request;
  const { logger } = ports;
  return logger.group(`Copy the image of ${from.request.path}`, async () => {
    const repository = await ports.openGitOpsRepository(target);
    try {
      const copied = await readCopiedImage(from, context, repository);
      logger.info(`Image to deploy: ${renderImageReference(copied.image)}`);
      logger.info(`Source commit: ${copied.sourceSha ?? 'not known; set source-sha to tell it'}`);
      return copied;
    } catch (error) {
      forgiveUnreadable(error, request, logger);
      return undefined;
    }
  });
}
