import type { DateTime } from 'luxon';
import type { Context } from '../../base/context.js';
import { PromoteError } from '../../base/errors.js';
import { isJsonObject, readPayloadString, readPayloadValue } from '../../base/json.js';
import { parseDate } from '../../base/date.js';
import { isOnDefaultBranch, isScheduled } from '../commit/event.js';
import type { SourceCommit } from '../commit/source-commit.js';
import type { GlobalTemplate } from './expression.js';
import type { Flavor } from './flavor.js';
import type { TagRule } from './rule.js';

/** What rules compute tags from. */
export interface TagFacts {
  readonly eventName: string;
  readonly commit: SourceCommit;
  /** Base branch of a pull request, or of a git tag where the event tells it; may be empty. */
  readonly baseRef: string;
  /** The repository's default branch, as far as it is known. */
  readonly defaultBranch?: string;
  /** Hex digits of a short SHA. */
  readonly shortShaLength: number;
  /** The clock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** When the commit was made, in milliseconds since 1970, as far as it is known. */
  readonly committedAt?: number;
  /** Absent where no rule asks for a date: the library for it is as large as the rest of the step. */
  readonly calendar?: Calendar;
}

/** What a moment, in milliseconds since 1970, is in a time zone, in English. */
export type Calendar = (milliseconds: number, timeZone: string) => DateTime;

/** Where payloads tell of commits and when they were made. */
const COMMITS = ['head_commit', 'workflow_run.head_commit', 'merge_group.head_commit'];

/**
 * The facts that the event tells of a commit.
 * @throws PromoteError `invalid-context` when `SOURCE_DATE_EPOCH` is not a number of seconds.
 */
export function gatherFacts(
  context: Context,
  commit: SourceCommit,
  shortShaLength: number,
): TagFacts {
  const defaultBranch = readPayloadString(context.payload, 'repository.default_branch');
  const committedAt = findCommitDate(context, commit.sha);
  return {
    eventName: context.eventName,
    commit,
    baseRef: findBaseRef(context, commit),
    defaultBranch,
    shortShaLength,
    startedAt: readClock(context),
    committedAt,
  };
}

/**
 * The clock of the run, in milliseconds since 1970: `SOURCE_DATE_EPOCH` when that is set.
 * @throws PromoteError `invalid-context` when that is not a number of seconds.
 */
export function readClock({ startedAt, sourceDateEpoch }: Context): number {
  if (sourceDateEpoch === '') return startedAt;
  if (/^\d{1,12}$/.test(sourceDateEpoch)) return 1000 * Number(sourceDateEpoch);
  throw new PromoteError(
    'invalid-context',
    `SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(sourceDateEpoch)}. Correct it, or unset it to have the time of the run.`,
  );
}

function findBaseRef({ payload }: Context, commit: SourceCommit): string {
  if (commit.tag !== undefined) {
    return (readPayloadString(payload, 'base_ref') ?? '').replace(/^refs\/heads\//, '');
  }
  if (commit.pullRequest === undefined) return '';
  return readPayloadString(payload, 'pull_request.base.ref') ?? '';
}

function findCommitDate({ payload }: Context, sha: string): number | undefined {
  const { commits } = payload;
  const pushed: readonly unknown[] = Array.isArray(commits) ? commits : [];
  for (const commit of [...pushed, ...COMMITS.map((path) => readPayloadValue(payload, path))]) {
    if (isJsonObject(commit) && commit['id'] === sha) return parseDate(commit['timestamp']);
  }
  return undefined;
}

/** What rules need to know that not every event tells. */
interface Needs {
  readonly defaultBranch: boolean;
  readonly commitDate: boolean;
  readonly calendar: boolean;
}

/**
 * Looks through the rules, so that the server is only asked for what they use.
 * @param further Templates beside them, which apply on every event.
 */
export function findNeeds(
  rules: readonly TagRule[],
  flavor: Flavor,
  eventName: string,
  further: readonly GlobalTemplate[] = [],
): Needs {
  const applied = rules.filter((rule) => mayApply(rule, eventName));
  const names = new Set(
    [flavor.prefix.template, flavor.suffix.template, ...applied.flatMap(listTemplates), ...further]
      .flat()
      .flatMap((part) => (part.kind === 'text' ? [] : [part.name])),
  );
  const isEdge = applied.some((rule) => rule.type === 'edge' && rule.branch === undefined);
  const asksBranch = names.has('is_default_branch') || names.has('is_not_default_branch');
  return {
    defaultBranch: isEdge || (asksBranch && !isOnDefaultBranch(eventName)),
    commitDate: names.has('commit_date'),
    calendar: names.has('date') || names.has('commit_date'),
  };
}

function mayApply({ enable, type }: TagRule, eventName: string): boolean {
  const isOff = enable.some((part) => part.kind === 'text' && part.text === 'false');
  return !isOff && (type !== 'schedule' || isScheduled(eventName));
}

function listTemplates(rule: TagRule) {
  return [
    rule.prefix ?? [],
    rule.suffix ?? [],
    rule.enable,
    ('value' in rule ? rule.value : undefined) ?? [],
    rule.type === 'schedule' ? rule.pattern : [],
  ];
}
