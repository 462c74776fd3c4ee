import { DateTime } from 'luxon';
import type { Context } from '../context.js';
import { PromoteError } from '../errors.js';
import { isJsonObject } from '../json.js';
import { readString, readValue } from './payload.js';
import type { SourceCommit } from './source-commit.js';

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
}

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
  const defaultBranch = readString(context.payload, 'repository.default_branch');
  const committedAt = findCommitDate(context, commit.sha);
  return {
    eventName: context.eventName,
    commit,
    baseRef: findBaseRef(context, commit),
    ...(defaultBranch !== undefined && { defaultBranch }),
    shortShaLength,
    startedAt: readClock(context),
    ...(committedAt !== undefined && { committedAt }),
  };
}

/** The clock of the run: `SOURCE_DATE_EPOCH` when that is set. */
function readClock({ startedAt, sourceDateEpoch }: Context): number {
  if (sourceDateEpoch === '') return startedAt;
  if (/^\d{1,12}$/.test(sourceDateEpoch)) return 1000 * Number(sourceDateEpoch);
  throw new PromoteError(
    'invalid-context',
    `SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(sourceDateEpoch)}. Correct it, or unset it to have the time of the run.`,
  );
}

function findBaseRef({ payload }: Context, commit: SourceCommit): string {
  if (commit.tag !== undefined) {
    return (readString(payload, 'base_ref') ?? '').replace(/^refs\/heads\//, '');
  }
  if (commit.pullRequest === undefined) return '';
  return readString(payload, 'pull_request.base.ref') ?? '';
}

function findCommitDate({ payload }: Context, sha: string): number | undefined {
  const { commits } = payload;
  const pushed: readonly unknown[] = Array.isArray(commits) ? commits : [];
  for (const commit of [...pushed, ...COMMITS.map((path) => readValue(payload, path))]) {
    if (isJsonObject(commit) && commit['id'] === sha) return parseDate(commit['timestamp']);
  }
  return undefined;
}

/** Milliseconds since 1970 of an ISO 8601 date, or `undefined` when it is none. */
export function parseDate(date: unknown): number | undefined {
  const moment = DateTime.fromISO(String(date), { zone: 'UTC' });
  return moment.isValid ? moment.toMillis() : undefined;
}
