import type { Context } from '../context.js';
import { PromoteError } from '../errors.js';
import type { JsonObject } from '../json.js';
import { readString, readValue } from './payload.js';

/** The commit that an image is built from, and what names it. */
export interface SourceCommit {
  /** 40 (or 64) lower-case hex digits. */
  readonly sha: string;
  readonly branch?: string;
  readonly tag?: string;
  /** What follows `refs/pull/`, without `/merge`: the number, on most events. */
  readonly pullRequest?: string;
  /** Why it is this commit, for people: reads behind the SHA. */
  readonly reason: string;
}

type CommitReason = Pick<SourceCommit, 'sha' | 'reason'>;

/** Events whose payload holds a pull request, and whose `GITHUB_SHA` is a merge commit or the base. */
const PULL_REQUEST_EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
]);

export const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Tells which commit the workflow run builds. `GITHUB_SHA` is it on most events only: on
 * `pull_request` it is a merge commit that is nobody's, on `pull_request_target` the base, on
 * `workflow_run` the newest commit of the default branch.
 * @param sourceSha The input `source-sha`, which overrides the event.
 * @throws PromoteError `invalid-context` when the payload does not hold the commit that it must.
 */
export function resolveSourceCommit(context: Context, sourceSha?: string): SourceCommit {
  const commit =
    sourceSha === undefined
      ? resolveEventCommit(context)
      : { sha: sourceSha, reason: 'the input source-sha' };
  return { ...commit, ...parseRef(readRef(context)) };
}

/** The first `length` digits of a SHA: never git's own abbreviation, whose length differs. */
export function abbreviateSha(sha: string, length: number): string {
  return sha.slice(0, length);
}

/** The branch that the run is about, or `undefined` when it is about none. */
export function readBranch(context: Context): string | undefined {
  return parseRef(readRef(context)).branch;
}

/**
 * The ref that the built commit belongs to. `GITHUB_REF` is the default branch on `workflow_run`
 * and `pull_request_target`, whatever the run is about.
 */
function readRef(context: Context): string {
  const { eventName, payload, ref } = context;
  switch (eventName) {
    case 'pull_request_target': {
      const number = payload['number'];
      return typeof number === 'number' ? `refs/pull/${number}/merge` : '';
    }
    case 'workflow_run': {
      const branch = readString(payload, 'workflow_run.head_branch');
      return branch === undefined || isOfFork(context) ? '' : `refs/heads/${branch}`;
    }
    default:
      return ref;
  }
}

/** The `main` of a fork is not the `main` of this repository. A fork that was deleted is null. */
function isOfFork({ payload, repository }: Context): boolean {
  if (readValue(payload, 'workflow_run.head_repository') === undefined) return false;
  const head = readString(payload, 'workflow_run.head_repository.full_name');
  return head?.toLowerCase() !== repository.toLowerCase();
}

function parseRef(ref: string): Pick<SourceCommit, 'branch' | 'tag' | 'pullRequest'> {
  if (ref.startsWith('refs/heads/')) return { branch: ref.slice('refs/heads/'.length) };
  if (ref.startsWith('refs/tags/')) return { tag: ref.slice('refs/tags/'.length) };
  if (!ref.startsWith('refs/pull/')) return {};
  return { pullRequest: ref.slice('refs/pull/'.length).replace(/\/merge$/, '') };
}

function resolveEventCommit(context: Context): CommitReason {
  if (PULL_REQUEST_EVENTS.has(context.eventName)) return resolvePullRequestCommit(context.payload);
  switch (context.eventName) {
    case 'workflow_run':
      return {
        sha: requireSha(context.payload, 'workflow_run.head_sha'),
        reason: 'the commit of the workflow run that triggered this one',
      };
    case 'merge_group':
      return {
        sha: readSha(context.payload, 'merge_group.head_sha') ?? context.sha,
        reason: 'the commit that the merge queue tests',
      };
    case 'deployment':
    case 'deployment_status':
      return {
        sha: readSha(context.payload, 'deployment.sha') ?? context.sha,
        reason: 'the commit that is deployed',
      };
    default:
      return { sha: context.sha, reason: `GITHUB_SHA of the event ${context.eventName}` };
  }
}

function resolvePullRequestCommit(payload: JsonObject): CommitReason {
  if (readValue(payload, 'pull_request.merged') === true) {
    return {
      sha: requireSha(payload, 'pull_request.merge_commit_sha'),
      reason: 'the commit that the pull request was merged as',
    };
  }
  return {
    sha: requireSha(payload, 'pull_request.head.sha'),
    reason: 'the head of the pull request',
  };
}

function requireSha(payload: JsonObject, path: string): string {
  const sha = readSha(payload, path);
  if (sha !== undefined) return sha;
  throw new PromoteError(
    'invalid-context',
    `The event's payload has no ${path}, which names the commit that is built. Set source-sha.`,
  );
}

function readSha(payload: JsonObject, path: string): string | undefined {
  const sha = readValue(payload, path);
  if (sha === undefined || sha === null) return undefined;
  if (typeof sha === 'string' && FULL_SHA.test(sha)) return sha;
  throw new PromoteError(
    'invalid-context',
    `${path} in the event's payload: expected a full commit SHA, got ${JSON.stringify(sha)}. Set source-sha.`,
  );
}
