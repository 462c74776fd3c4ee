import type { Context } from '../context.js';
import { PromoteError } from '../errors.js';
import type { Ports } from '../ports.js';
import { judgeCheckout } from '../tag/checkout.js';
import { computeTag, toRuleOutcome } from '../tag/compute.js';
import { gatherFacts, type TagFacts } from '../tag/facts.js';
import { resolveGivenImage } from '../tag/given-image.js';
import { assembleTags } from '../tag/image-tags.js';
import type { TagInputs } from '../tag/inputs.js';
import { renderLabels } from '../tag/labels.js';
import { findNeeds } from '../tag/needs.js';
import type { ImageResult } from '../tag/result.js';
import { abbreviateSha } from '../tag/sha.js';
import { resolveSourceCommit, type SourceCommit } from '../tag/source-commit.js';
import { logDeployImage, logGivenImage, logRules } from './tag-log.js';

export type TagPorts = Pick<Ports, 'logger' | 'checkout' | 'openSourceRepository'>;

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
  if (inputs.imageWasLowered) {
    logger.notice(`image: upper case is not allowed, so it is read as ${inputs.image.repository}.`);
  }
  const given = inputs.rules.length === 0 ? resolveGivenImage(inputs, context) : undefined;
  if (given !== undefined) logGivenImage(given, logger);
  const result = given ?? (await computeImage(inputs, context, ports));
  logDeployImage(result, context, logger);
  return result;
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
  const { repository } = inputs.image;
  const assembled = assembleTags(computed, inputs.flavor, facts);
  const known = {
    ...(assembled && { version: assembled.version }),
    sourceSha: commit.sha,
    shortSha: abbreviateSha(commit.sha, inputs.shortShaLength),
  };
  return {
    image: assembled ? { ...inputs.image, tag: assembled.deployTag } : { repository },
    names: assembled ? assembled.tags.map((tag) => `${repository}:${tag}`) : [],
    ...known,
    labels: renderLabels(known, context.repositoryUrl),
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

/** Asks the server for what the rules use and the event does not tell. */
async function completeFacts(
  inputs: TagInputs,
  context: Context,
  commit: SourceCommit,
  { openSourceRepository }: TagPorts,
): Promise<TagFacts> {
  const facts = gatherFacts(context, commit, inputs.shortShaLength);
  const needs = findNeeds(inputs.rules, inputs.flavor, context.eventName);
  const asksBranch = needs.defaultBranch && facts.defaultBranch === undefined;
  const asksDate = needs.commitDate && facts.committedAt === undefined;
  if (!asksBranch && !asksDate) return facts;
  const { apiUrl, repository } = context;
  const source = await openSourceRepository({ apiUrl, repository, token: inputs.token });
  return {
    ...facts,
    ...(asksBranch && { defaultBranch: await source.readDefaultBranch() }),
    ...(asksDate && { committedAt: await source.readCommitDate(commit.sha) }),
  };
}
