import type { Template } from './template.js';

/** The expressions that prefixes, suffixes and values know. */
export const GLOBAL_EXPRESSIONS = ['branch', 'tag', 'sha'] as const;
export type GlobalExpression = (typeof GLOBAL_EXPRESSIONS)[number];
export type GlobalTemplate = Template<GlobalExpression>;

interface CommonRule {
  /** The rule as its author wrote it. */
  readonly source: string;
  /** Rules apply from the highest to the lowest; equal ones in the order they are written. */
  readonly priority: number;
  readonly prefix: GlobalTemplate;
  readonly suffix: GlobalTemplate;
}

/** The commit, as many hex digits as `short-sha-length` says or all. */
export interface ShaRule extends CommonRule {
  readonly type: 'sha';
  readonly format: 'short' | 'long';
}

/** The name of the branch or tag, or the number of the pull request. */
export interface RefRule extends CommonRule {
  readonly type: 'ref';
  readonly event: 'branch' | 'tag' | 'pr';
}

/** A text with expressions. */
export interface RawRule extends CommonRule {
  readonly type: 'raw';
  readonly value: GlobalTemplate;
}

/** One line of the input `tags`. */
export type TagRule = ShaRule | RefRule | RawRule;
