import type { Context } from '../context.js';
import type { Logger } from '../ports.js';
import type { ComputedRule } from '../tag/compute.js';
import { isMovingTag } from '../tag/moving-tag.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageResult } from '../tag/result.js';

/** Logs a table: every rule, and its tag or why it gave none. */
export function logRules(computed: readonly ComputedRule[], logger: Logger): void {
  const width = Math.max(...computed.map(({ rule }) => rule.source.length));
  for (const became of computed) {
    const { source, priority } = became.rule;
    const tag = became.outcome === 'tag' ? became.tag : `no tag: ${became.reason}`;
    logger.info(`  ${source.padEnd(width)}  ${tag}`);
    if (became.outcome === 'invalid') {
      logger.warning(`tags: ${source} is skipped: ${became.reason}.`);
    }
    if (Number.isNaN(priority)) {
      logger.warning(`tags: ${source}: the priority is not a number, so it orders nothing.`);
    }
  }
}

/** Logs that nothing is computed, and of which commit the image is. */
export function logGivenImage(result: ImageResult, logger: Logger): void {
  logger.info('The inputs give the image to deploy, so no tag is computed.');
  if (result.sourceSha !== undefined) logger.info(`Source commit: ${result.sourceSha}.`);
  else {
    logger.notice(
      'The commit that the image was built from is not known. Set source-sha to have it in the commit.',
    );
  }
}

/** Logs the image to deploy, and warns when there is none or its tag moves. */
export function logDeployImage(
  { image, rules }: ImageResult,
  context: Context,
  logger: Logger,
): void {
  if (image.tag === undefined && image.digest === undefined) {
    logger.warning(
      `tags: no rule gives a tag on the event ${context.eventName}, so there is no image to deploy. A rule that always does is type=sha.`,
    );
    return;
  }
  logger.info(`Image to deploy: ${renderImageReference(image)}`);
  if (image.tag === undefined || image.digest !== undefined) return;
  if (!isMovingTag(image.tag, context)) return;
  const cure = rules
    ? 'Add the rule type=sha,prefix={{branch}}- to tags, or set digest.'
    : 'Give digest, or a tag with the commit in it.';
  logger.warning(
    `The tag ${image.tag} moves, so its promotion is refused without a digest. ${cure}`,
  );
}
