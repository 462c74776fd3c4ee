import type { DateTemplate, GlobalTemplate, VersionTemplate } from './expression.js';

export interface CommonRule {
  /** The rule as its author wrote it. */
  readonly source: string;
  /** Rules apply from the highest to the lowest; equal ones in the order they are written. */
  readonly priority: number;
  /** Absent when the rule has none of its own: then that of the flavor counts. */
  readonly prefix?: GlobalTemplate;
  readonly suffix?: GlobalTemplate;
  /** Gives `true` or `false`: whether the rule applies. */
  readonly enable: GlobalTemplate;
  /** Whether its tag is the one to deploy. */
  readonly deploy: boolean;
}

/** On scheduled runs. */
interface ScheduleRule extends CommonRule {
  readonly type: 'schedule';
  readonly pattern: DateTemplate;
}

/** A version, from the git tag or a text of its own. */
export interface VersionRule extends CommonRule {
  readonly type: 'semver' | 'pep440';
  readonly pattern: VersionTemplate;
  readonly value?: GlobalTemplate;
  /** Its first group cuts the version out. */
  readonly match?: RegExp;
}

/** What a regular expression finds in the git tag or in a text of its own. */
export interface MatchRule extends CommonRule {
  readonly type: 'match';
  readonly pattern: RegExp;
  /** Number of the group, as it is written; `0` is all that the pattern matches. */
  readonly group: string;
  readonly value?: GlobalTemplate;
}

/** `edge`, on the default branch or one that is named. */
export interface EdgeRule extends CommonRule {
  readonly type: 'edge';
  readonly branch?: string;
}

/** The name of the branch or tag, or the number of the pull request. */
export interface RefRule extends CommonRule {
  readonly type: 'ref';
  readonly event: 'branch' | 'tag' | 'pr';
}

/** A text with expressions. */
interface RawRule extends CommonRule {
  readonly type: 'raw';
  readonly value: GlobalTemplate;
}

/** The commit, as many hex digits as `short-sha-length` says or all. */
export interface ShaRule extends CommonRule {
  readonly type: 'sha';
  readonly format: 'short' | 'long';
}

/** One line of the input `tags`. */
export type TagRule =
  ScheduleRule | VersionRule | MatchRule | EdgeRule | RefRule | RawRule | ShaRule;

/** What became of a rule of the input `tags`, for the log and the summary. */
export type RuleOutcome = {
  /** The rule as its author wrote it. */
  readonly source: string;
  readonly type: string;
} & (
  | { readonly outcome: 'tag'; readonly tag: string }
  /**
   * Why it gave none. `inapplicable`: it is not meant for this event. `invalid`: it is, but nothing
   * came of it, which its author should know.
   */
  | { readonly outcome: 'inapplicable' | 'invalid'; readonly reason: string }
);
