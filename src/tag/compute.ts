import { PromoteError } from '../errors.js';
import { evaluateGlobalTemplate, evaluateText } from './evaluate.js';
import type { TagFacts } from './facts.js';
import type { Flavor } from './flavor.js';
import type { RuleOutcome } from './result.js';
import { computeRuleValue, type NoValue } from './rule-value.js';
import type { TagRule } from './rule.js';
import { sanitiseTag } from './sanitise.js';
import { joinPieces } from './template.js';

/** The tag that a rule gave. Always valid. */
export interface ComputedTag {
  readonly rule: TagRule;
  readonly outcome: 'tag';
  readonly tag: string;
  /** Whether `latest` goes with it when the flavor leaves that open. */
  readonly latest: boolean;
  /** Whether it is one whole version. */
  readonly isFullVersion: boolean;
}

/** A rule and what became of it. */
export type ComputedRule = ComputedTag | (NoValue & { readonly rule: TagRule });

/**
 * Applies a rule.
 * @throws PromoteError `invalid-input` when an attribute fails on this event's values.
 */
export function computeTag(rule: TagRule, flavor: Flavor, facts: TagFacts): ComputedRule {
  if (!isEnabled(rule, facts)) {
    return { rule, outcome: 'inapplicable', reason: 'it is not enabled' };
  }
  const value = computeRuleValue(rule, facts);
  if ('outcome' in value) return { rule, ...value };
  const prefix = evaluateGlobalTemplate(rule.prefix ?? flavor.prefix.template, facts);
  const suffix = evaluateGlobalTemplate(rule.suffix ?? flavor.suffix.template, facts);
  const text = joinPieces([...prefix, ...value.pieces, ...suffix]);
  const tag = sanitiseTag(text);
  if (tag === '') {
    const reason = `nothing of ${JSON.stringify(text)} can stand in a tag`;
    return { rule, outcome: 'invalid', reason };
  }
  const { latest, isFullVersion } = value;
  return { rule, outcome: 'tag', tag, latest, isFullVersion };
}

/** What the log and the summary show of a rule. */
export function toRuleOutcome(computed: ComputedRule): RuleOutcome {
  const { source, type } = computed.rule;
  if (computed.outcome === 'tag') return { source, type, outcome: 'tag', tag: computed.tag };
  return { source, type, outcome: computed.outcome, reason: computed.reason };
}

function isEnabled(rule: TagRule, facts: TagFacts): boolean {
  const enable = evaluateText(rule.enable, facts);
  if (enable === 'true' || enable === 'false') return enable === 'true';
  throw new PromoteError(
    'invalid-input',
    `tags: ${JSON.stringify(rule.source)}: expected enable to be true or false, got ${JSON.stringify(enable)}.`,
  );
}
