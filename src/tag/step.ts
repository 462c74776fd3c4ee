import type { Context } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import { renderImageReference } from '../base/image.js';
import type { Logger, Ports } from '../ports/runner.js';
import { judgeCheckout } from './commit/checkout.js';
import { abbreviateSha } from './commit/event.js';
import { resolveSourceCommit, type SourceCommit } from './commit/source-commit.js';
import { readSourceRef } from './commit/source-ref.js';
import { isMovingTag, resolveGivenImage } from './given.js';
import { listNames, type TagInputs } from './inputs.js';
import { mergeLabels, computeImageLabels, holdsCommit } from './labels.js';
import type { ImageResult } from './result.js';
import { type ComputedRule, computeTag, toRuleOutcome } from './rules/compute.js';
import { findNeeds, gatherFacts, type TagFacts } from './rules/facts.js';
import { assembleTags } from './rules/tags.js';

/** Logs a table: every rule, and its tag or why it gave none. */
function logRules(computed: readonly ComputedRule[], logger: Logger): void {
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
function logGivenImage(result: ImageResult, logger: Logger): void {
  logger.info('The inputs give the image to deploy, so no tag is computed.');
  if (result.sourceSha !== undefined) logger.info(`Source commit: ${result.sourceSha}.`);
  else if (result.abbreviated) {
    logger.info(`Source commit: ${result.abbreviated.commit}, which a promotion completes.`);
  } else {
    logger.notice(
      'The commit that the image was built from is not known. Set source-sha to have it in the commit.',
    );
  }
}

/** Logs the image to deploy, and warns when there is none or its tag moves. */
function logDeployImage(
  { image, moves, rules }: ImageResult,
  { pinsDigest }: TagInputs,
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
  if (image.tag === undefined || image.digest !== undefined || pinsDigest === true) return;
  if (moves !== true && !isMovingTag(image.tag, context)) return;
  const cure = rules
    ? 'Add the rule type=sha,prefix={{branch}}- to tags, or set digest or pin-digest.'
    : 'Give digest, set pin-digest, or give a tag with the commit in it.';
  logger.warning(
    `The tag ${image.tag} moves, so its promotion is refused without a digest. ${cure}`,
  );
}

type TagPorts = Pick<Ports, 'logger' | 'checkout' | 'openSourceRepository'>;

/**
 * The tag step: the image to deploy, as the inputs give it or as the rules of `tags` compute it.
 * @throws PromoteError `invalid-context` when the event does not tell the commit that it must, or
 * the workspace is a checkout of another one; `invalid-input` when a rule fails on this event's
 * values; and when a rule needs what only the server knows, whatever asking it throws.
 */
export async function runTagStep(
  inputs: TagInputs,
  context: Context,
  ports: TagPorts,
): Promise<ImageResult> {
  return ports.logger.group('Image tag', () => resolveImage(inputs, context, ports));
}

async function resolveImage(
  inputs: TagInputs,
  context: Context,
  ports: TagPorts,
): Promise<ImageResult> {
  const { logger } = ports;
  logRepositories(inputs, logger);
  const given = inputs.rules.length === 0 ? resolveGivenImage(inputs, context) : undefined;
  if (given !== undefined) logGivenImage(given, logger);
  const result = given
    ? await labelGivenImage(given, inputs, context, ports)
    : await computeImage(inputs, context, ports);
  logDeployImage(result, inputs, context, logger);
  return result;
}

/** Says what was made of the input `image`, where that is not plain. */
function logRepositories(
  { image: { repository }, furtherRepositories, imageWasLowered }: TagInputs,
  logger: Logger,
): void {
  const all = [repository, ...furtherRepositories].join(', ');
  if (imageWasLowered) {
    logger.notice(`image: upper case is not allowed, so it is read as ${all}.`);
  }
  if (furtherRepositories.length > 0) {
    logger.info(`Images to push: ${all}. The first is the one to deploy.`);
  }
}

/**
 * The given image with its further labels.
 * @throws PromoteError `invalid-input` when one holds the commit, and that is not known.
 */
async function labelGivenImage(
  given: ImageResult,
  inputs: TagInputs,
  context: Context,
  ports: TagPorts,
): Promise<ImageResult> {
  const { extraLabels } = inputs;
  if (extraLabels.length === 0) return given;
  const { sourceSha: sha = '' } = given;
  const asking = extraLabels.find(({ value }) => sha === '' && holdsCommit(value));
  if (asking !== undefined) {
    throw new PromoteError(
      'invalid-input',
      `extra-labels: ${asking.key} holds the commit that the image was built from, which is not known. Set source-sha.`,
    );
  }
  const commit = { sha, reason: 'the commit of the given image', ...readSourceRef(context) };
  const facts = await completeFacts(inputs, context, commit, ports);
  return { ...given, labels: mergeLabels(given.labels, extraLabels, facts) };
}

async function computeImage(
  inputs: TagInputs,
  context: Context,
  ports: TagPorts,
): Promise<ImageResult> {
  const commit = resolveSourceCommit(context, inputs.sourceSha);
  ports.logger.info(`Source commit: ${commit.sha}, ${commit.reason}.`);
  await assertCheckout(commit, context, ports);
  const facts = await completeFacts(inputs, context, commit, ports);
  const computed = inputs.rules.map((rule) => computeTag(rule, inputs.flavor, facts));
  logRules(computed, ports.logger);
  const assembled = assembleTags(computed, inputs.flavor, facts);
  const known = {
    ...(assembled && { version: assembled.version }),
    sourceSha: commit.sha,
    shortSha: abbreviateSha(commit.sha, inputs.shortShaLength),
  };
  const { labels, annotations } = computeImageLabels(known, context);
  return {
    image: assembled
      ? { ...inputs.image, tag: assembled.deployTag }
      : { repository: inputs.image.repository },
    moves: assembled?.moves === true ? true : undefined,
    names: listNames(inputs, assembled?.tags ?? []),
    ...known,
    labels: mergeLabels(labels, inputs.extraLabels, facts),
    annotations,
    rules: computed.map(toRuleOutcome),
  };
}

async function assertCheckout(
  commit: SourceCommit,
  context: Context,
  { logger, checkout }: TagPorts,
): Promise<void> {
  const judged = judgeCheckout(await checkout.read(context.workspace), commit, context);
  if (judged?.level === 'error') throw new PromoteError('invalid-context', judged.message);
  if (judged) logger.notice(judged.message);
}

/** Asks the server for what the rules and labels use and the event does not tell. */
async function completeFacts(
  inputs: TagInputs,
  context: Context,
  commit: SourceCommit,
  { openSourceRepository }: TagPorts,
): Promise<TagFacts> {
  const facts = gatherFacts(context, commit, inputs.shortShaLength);
  const ofLabels = inputs.extraLabels.map(({ value }) => value);
  const needs = findNeeds(inputs.rules, inputs.flavor, context.eventName, ofLabels);
  const asksBranch = needs.defaultBranch && facts.defaultBranch === undefined;
  const asksDate = needs.commitDate && facts.committedAt === undefined;
  const { calendar } = needs.calendar ? await import('./rules/calendar.js') : {};
  if (!asksBranch && !asksDate) return { ...facts, calendar };
  const { apiUrl, repository } = context;
  const source = await openSourceRepository({ apiUrl, repository, token: inputs.token });
  return {
    ...facts,
    calendar,
    ...(asksBranch && { defaultBranch: await source.readDefaultBranch() }),
    ...(asksDate && { committedAt: await source.readCommitDate(commit.sha) }),
  };
}
