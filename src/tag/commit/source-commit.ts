import type { Context } from '../../base/context.js';
import { PromoteError } from '../../base/errors.js';
import { type JsonObject, readPayloadValue } from '../../base/json.js';
import { FULL_SHA } from './event.js';
import { readSourceRef, type SourceRef } from './source-ref.js';

/** The commit that an image is built from, and what names it. */
export interface SourceCommit extends SourceRef {
  /** 40 (or 64) lower-case hex digits. */
  readonly sha: string;
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
  return { ...commit, ...readSourceRef(context) };
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
  if (readPayloadValue(payload, 'pull_request.merged') === true) {
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
  const sha = readPayloadValue(payload, path);
  if (sha === undefined || sha === null) return undefined;
  if (typeof sha === 'string' && FULL_SHA.test(sha)) return sha;
  throw new PromoteError(
    'invalid-context',
    `${path} in the event's payload: expected a full commit SHA, got ${JSON.stringify(sha)}. Set source-sha.`,
  );
}
