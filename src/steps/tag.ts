import type { Context } from '../context.js';
import { PromoteError } from '../errors.js';
import type { Logger } from '../ports.js';
import { abbreviateSha, computeTag } from '../tag/compute.js';
import { selectDeployTag } from '../tag/deploy-tag.js';
import { resolveGivenImage } from '../tag/given-image.js';
import type { TagInputs } from '../tag/inputs.js';
import { isMovingTag } from '../tag/moving-tag.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageResult, RuleOutcome } from '../tag/result.js';
import { resolveSourceCommit } from '../tag/source-commit.js';

/**
 * The tag step: the image to deploy, as the inputs give it or as the rules of `tags` compute it.
 * @throws PromoteError `no-image` when no rule gives a tag, `invalid-context` when the event does
 * not tell the commit that it must.
 */
export function runTagStep(inputs: TagInputs, context: Context, logger: Logger): ImageResult {
  if (inputs.imageWasLowered) {
    logger.notice(`image: upper case is not allowed, so it is read as ${inputs.image.repository}.`);
  }
  const given = inputs.rules.length === 0 ? resolveGivenImage(inputs, context) : undefined;
  const result = given ?? computeImage(inputs, context, logger);
  if (given !== undefined) logGivenImage(given, logger);
  logger.info(`Image to deploy: ${renderImageReference(result.image)}`);
  warnOfMovingTag(result, context, logger);
  return result;
}

function computeImage(inputs: TagInputs, context: Context, logger: Logger): ImageResult {
  const commit = resolveSourceCommit(context, inputs.sourceSha);
  logger.info(`Source commit: ${commit.sha}, ${commit.reason}.`);
  const facts = { commit, shortShaLength: inputs.shortShaLength };
  const rules = inputs.rules.map((rule) => computeTag(rule, facts));
  logRules(rules, logger);
  const deployTag = selectDeployTag(rules);
  const tags = new Set(rules.flatMap((rule) => (rule.outcome === 'tag' ? [rule.tag] : [])));
  const [version] = tags;
  if (deployTag === undefined || version === undefined) throw noTag(context);
  return {
    image: { ...inputs.image, tag: deployTag },
    names: [...tags].map((tag) => `${inputs.image.repository}:${tag}`),
    version,
    sourceSha: commit.sha,
    shortSha: abbreviateSha(commit.sha, inputs.shortShaLength),
    rules,
  };
}

function logRules(rules: readonly RuleOutcome[], logger: Logger): void {
  const width = Math.max(...rules.map(({ source }) => source.length));
  for (const rule of rules) {
    const became = rule.outcome === 'tag' ? rule.tag : `no tag: ${rule.reason}`;
    logger.info(`  ${rule.source.padEnd(width)}  ${became}`);
    if (rule.outcome === 'invalid')
      logger.warning(`tags: ${rule.source} is skipped: ${rule.reason}.`);
  }
}

function logGivenImage(result: ImageResult, logger: Logger): void {
  logger.info('The inputs give the image to deploy, so no tag is computed.');
  if (result.sourceSha !== undefined) logger.info(`Source commit: ${result.sourceSha}.`);
  else {
    logger.notice(
      'The commit that the image was built from is not known. Set source-sha to have it in the commit.',
    );
  }
}

function warnOfMovingTag({ image }: ImageResult, context: Context, logger: Logger): void {
  if (image.tag === undefined || image.digest !== undefined) return;
  if (!isMovingTag(image.tag, context)) return;
  logger.warning(
    `The tag ${image.tag} moves, so its promotion is refused without a digest. Add the rule type=sha,prefix={{branch}}- to tags, or set digest.`,
  );
}

function noTag(context: Context): PromoteError {
  return new PromoteError(
    'no-image',
    `tags: no rule gives a tag on the event ${context.eventName}, so there is no image to deploy. Add a rule that always does, such as type=sha.`,
  );
}
