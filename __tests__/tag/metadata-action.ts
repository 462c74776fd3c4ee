import { PromoteError } from '../../src/base/errors.js';
import type { JsonObject } from '../../src/base/json.js';
import { InputReader } from '../../src/base/input-reader.js';
import { computeTag } from '../../src/tag/rules/compute.js';
import { gatherFacts } from '../../src/tag/rules/facts.js';
import { calendar } from '../../src/tag/rules/calendar.js';
import { assembleTags } from '../../src/tag/rules/tags.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { resolveSourceCommit } from '../../src/tag/commit/source-commit.js';
import { contextOf } from '../fakes/context.js';

/** What docker/metadata-action was given. */
export interface MetadataActionCase {
  readonly env: Readonly<Record<string, string>>;
  readonly event: JsonObject;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Full names and the first tag. */
export interface Answer {
  readonly tags: readonly string[];
  readonly version: string;
}

/** What goes wrong, in a sentence or a few. */
export interface Failure {
  readonly error: string;
}

/** What we answer to what docker/metadata-action was given. */
export function answer({ env, event, inputs }: MetadataActionCase): Answer | Failure {
  const reader = new InputReader(new Map(Object.entries(inputs)));
  const { image, rules, flavor, shortShaLength } = parseTagInputs(reader);
  if (reader.problems.length > 0)
    return { error: reader.problems.map(({ message }) => message).join(' ') };
  const context = contextOf({
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    payload: event,
  });
  try {
    const commit = resolveSourceCommit(context);
    const facts = { ...gatherFacts(context, commit, shortShaLength), calendar };
    const computed = rules.map((rule) => computeTag(rule, flavor, facts));
    const assembled = assembleTags(computed, flavor, facts);
    if (assembled === undefined) return { tags: [], version: '' };
    const { tags, version } = assembled;
    return { tags: tags.map((tag) => `${image.repository}:${tag}`), version };
  } catch (error) {
    if (error instanceof PromoteError) return { error: error.message };
    throw error;
  }
}
