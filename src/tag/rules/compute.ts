import { PromoteError } from '../../base/errors.js';
import { abbreviateSha, isScheduled } from '../commit/event.js';
import type { SourceRef } from '../commit/source-ref.js';
import { parsePep440, parseSemver } from '../commit/version.js';
import { evaluateDate, evaluateGlobalTemplate, evaluateText } from './evaluate.js';
import { evaluateTemplate, joinPieces, type Piece } from './expression.js';
import type { TagFacts } from './facts.js';
import type { Flavor } from './flavor.js';
import type {
  EdgeRule,
  MatchRule,
  RefRule,
  RuleOutcome,
  ShaRule,
  TagRule,
  VersionRule,
} from './rule.js';
import { sanitiseTag } from './sanitise.js';
import { choosePattern, isFullPattern, isMovingRule } from './moving.js';

/** The tag that a rule gave. Always valid. */
export interface ComputedTag {
  readonly rule: TagRule;
  readonly outcome: 'tag';
  readonly tag: string;
  /** Whether `latest` goes with it when the flavor leaves that open. */
  readonly latest: boolean;
  /** Whether it is one whole version. */
  readonly isFullVersion: boolean;
  /** Whether the rule gives the same tag to image after image. */
  readonly moves: boolean;
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
  const moves = isMovingRule(rule, flavor, value.isFullVersion, tag);
  return { rule, outcome: 'tag', tag, latest, isFullVersion, moves };
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

/** What a rule gives before prefix and suffix. */
interface RuleValue {
  readonly pieces: readonly Piece[];
  /** Whether `latest` goes with it when the flavor leaves that open. */
  readonly latest: boolean;
  /** Whether it is one whole version. */
  readonly isFullVersion: boolean;
}

/** Why a rule gives nothing: it is not meant for this event, or nothing came of it. */
interface NoValue {
  readonly outcome: 'inapplicable' | 'invalid';
  readonly reason: string;
}

/**
 * Computes what a rule gives on this event, as docker/metadata-action does.
 * @throws PromoteError `invalid-input` when an attribute fails on this event's values.
 */
function computeRuleValue(rule: TagRule, facts: TagFacts): RuleValue | NoValue {
  switch (rule.type) {
    case 'schedule': {
      if (!isScheduled(facts.eventName)) return inapplicable('the run is not scheduled');
      const pieces = evaluateTemplate(rule.pattern, (date) => evaluateDate(date, facts));
      return { pieces, latest: false, isFullVersion: false };
    }
    case 'semver':
    case 'pep440':
      return computeVersion(rule, facts);
    case 'match':
      return computeMatch(rule, facts);
    case 'edge':
      return computeEdge(rule, facts);
    case 'ref':
      return computeRef(rule.event, facts.commit);
    case 'raw':
      return {
        pieces: evaluateGlobalTemplate(rule.value, facts),
        latest: false,
        isFullVersion: false,
      };
    case 'sha':
      return plain(computeSha(rule.format, facts));
  }
}

function computeSha(format: ShaRule['format'], { commit, shortShaLength }: TagFacts): string {
  return format === 'long' ? commit.sha : abbreviateSha(commit.sha, shortShaLength);
}

function computeVersion(rule: VersionRule, facts: TagFacts): RuleValue | NoValue {
  const subject = readSubject(rule, facts);
  if (subject === undefined) return inapplicable('the run is not about a tag');
  const text = matchVersion(rule, subject).replaceAll('/', '-');
  const version = rule.type === 'semver' ? parseSemver(text) : parsePep440(text);
  if (version === undefined) {
    const kind = rule.type === 'semver' ? 'semantic version' : 'version of PEP 440';
    return { outcome: 'invalid', reason: `${JSON.stringify(text)} is not a ${kind}` };
  }
  const pattern = choosePattern(rule.pattern, version);
  return {
    pieces: evaluateTemplate(pattern, ({ name }) => version.values[name]),
    latest: !version.isUnstable,
    isFullVersion: isFullPattern(pattern),
  };
}

/** What the first group of `match` finds; where `match` finds nothing, the whole text goes on. */
function matchVersion({ match, source }: VersionRule, subject: string): string {
  const found = match?.exec(subject);
  if (!found) return subject;
  const [, group] = found;
  if (group !== undefined) return group;
  throw new PromoteError(
    'invalid-input',
    `tags: ${JSON.stringify(source)}: match has no group that matches ${JSON.stringify(subject)}. Put the part that is the version in parentheses.`,
  );
}

function computeMatch(rule: MatchRule, facts: TagFacts): RuleValue | NoValue {
  const subject = readSubject(rule, facts);
  if (subject === undefined) return inapplicable('the run is not about a tag');
  // As in docker/metadata-action, a group that is written otherwise (`0x1`, `01`) is none.
  const group = subject.match(rule.pattern)?.find((_, index) => String(index) === rule.group);
  if (group !== undefined) return { ...plain(group), latest: true };
  const what = rule.group === '0' ? 'the pattern' : `group ${rule.group} of the pattern`;
  return { outcome: 'invalid', reason: `${what} does not match ${JSON.stringify(subject)}` };
}

/** The text that a rule looks at: its own, else the name of the git tag. */
function readSubject(rule: VersionRule | MatchRule, facts: TagFacts): string | undefined {
  return rule.value === undefined ? facts.commit.tag : evaluateText(rule.value, facts);
}

function computeEdge(rule: EdgeRule, { commit, defaultBranch }: TagFacts): RuleValue | NoValue {
  const branch = rule.branch ?? defaultBranch;
  if (commit.branch !== undefined && commit.branch === branch) return plain('edge');
  return inapplicable(`the run is not about the branch ${branch ?? 'that is the default'}`);
}

function computeRef(event: RefRule['event'], commit: SourceRef): RuleValue | NoValue {
  switch (event) {
    case 'branch':
      if (commit.branch === undefined) return inapplicable('the run is not about a branch');
      return plain(commit.branch);
    case 'tag':
      if (commit.tag === undefined) return inapplicable('the run is not about a tag');
      return { ...plain(commit.tag), latest: true };
    case 'pr':
      if (commit.pullRequest === undefined) {
        return inapplicable('the run is not about a pull request');
      }
      return plain(commit.pullRequest);
  }
}

function plain(text: string): RuleValue {
  return { pieces: [{ kind: 'value', text }], latest: false, isFullVersion: false };
}

function inapplicable(reason: string): NoValue {
  return { outcome: 'inapplicable', reason };
}
