import type { RuleOutcome } from './result.js';
import type { GlobalExpression, GlobalTemplate, RefRule, ShaRule, TagRule } from './rule.js';
import { sanitiseTag } from './sanitise.js';
import type { SourceCommit } from './source-commit.js';
import { evaluateTemplate, joinPieces, type Piece } from './template.js';

/** What rules compute tags from. */
export interface TagFacts {
  readonly commit: SourceCommit;
  /** Hex digits of a short SHA. */
  readonly shortShaLength: number;
}

/** What a rule gives before it is made a valid tag; or why it gives nothing on this event. */
type RuleValue = { readonly pieces: readonly Piece[] } | { readonly reason: string };

/** Applies a rule. Every tag that comes out is valid. */
export function computeTag(rule: TagRule, facts: TagFacts): RuleOutcome {
  const { source, type } = rule;
  const value = computeValue(rule, facts);
  if ('reason' in value) return { source, type, outcome: 'inapplicable', reason: value.reason };
  const prefix = evaluateGlobalTemplate(rule.prefix, facts);
  const suffix = evaluateGlobalTemplate(rule.suffix, facts);
  const text = joinPieces([...prefix, ...value.pieces, ...suffix]);
  const tag = sanitiseTag(text);
  if (tag !== '') return { source, type, outcome: 'tag', tag };
  const reason = `nothing of ${JSON.stringify(text)} can stand in a tag`;
  return { source, type, outcome: 'invalid', reason };
}

/** The first `digits` hex digits of a commit's SHA. Not git's own abbreviation, which grows. */
export function abbreviateSha(sha: string, digits: number): string {
  return sha.slice(0, digits);
}

function computeValue(rule: TagRule, facts: TagFacts): RuleValue {
  switch (rule.type) {
    case 'sha':
      return { pieces: [{ kind: 'value', text: computeSha(rule.format, facts) }] };
    case 'raw':
      return { pieces: evaluateGlobalTemplate(rule.value, facts) };
    case 'ref':
      return computeRefValue(rule.event, facts.commit);
  }
}

function computeSha(format: ShaRule['format'], facts: TagFacts): string {
  const { sha } = facts.commit;
  return format === 'long' ? sha : abbreviateSha(sha, facts.shortShaLength);
}

function computeRefValue(event: RefRule['event'], commit: SourceCommit): RuleValue {
  switch (event) {
    case 'branch':
      return toValue(commit.branch, 'the run is not about a branch');
    case 'tag':
      return toValue(commit.tag, 'the run is not about a tag');
    case 'pr':
      return toValue(commit.pullRequest, 'the run is not about a pull request');
  }
}

function toValue(text: string | undefined, reason: string): RuleValue {
  return text === undefined ? { reason } : { pieces: [{ kind: 'value', text }] };
}

function evaluateGlobalTemplate(template: GlobalTemplate, facts: TagFacts): readonly Piece[] {
  return evaluateTemplate(template, (name) => evaluateExpression(name, facts));
}

function evaluateExpression(name: GlobalExpression, facts: TagFacts): string {
  switch (name) {
    case 'branch':
      return facts.commit.branch ?? '';
    case 'tag':
      return facts.commit.tag ?? '';
    case 'sha':
      return abbreviateSha(facts.commit.sha, facts.shortShaLength);
  }
}
