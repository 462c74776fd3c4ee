import { DateTime } from 'luxon';
import type { Context } from '../context.js';
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

/** The facts that the event tells of a commit. */
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
    startedAt: context.startedAt,
    ...(committedAt !== undefined && { committedAt }),
  };
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
