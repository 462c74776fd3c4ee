/** Events that start on the default branch's newest commit, as docker/metadata-action sees it. */
const DEFAULT_BRANCH_EVENTS = /create|discussion|issues|schedule/;

/** Whether an event starts on the default branch, whatever that is called. */
export function isOnDefaultBranch(eventName: string): boolean {
  return DEFAULT_BRANCH_EVENTS.test(eventName);
}

export function isScheduled(eventName: string): boolean {
  return eventName.includes('schedule');
}

/** A commit's name: SHA-1 or SHA-256, in lower case. */
export const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The first `length` digits of a SHA: never git's own abbreviation, whose length differs. */
export function abbreviateSha(sha: string, length: number): string {
  return sha.slice(0, length);
}

/**
 * The commit that a tag names: its last part behind a `-`, or all of it, of 7 to 40 hex digits.
 * @returns It in lower case, as commits are named.
 */
export function findCommitInTag(tag: string): string | undefined {
  const last = tag.slice(tag.lastIndexOf('-') + 1).toLowerCase();
  return /^[0-9a-f]{7,40}$/.test(last) ? last : undefined;
}

/** A commit that a tag abbreviates, for the source repository to complete. */
export interface AbbreviatedCommit {
  readonly commit: string;
  /** Hex digits of a short SHA. */
  readonly shortShaLength: number;
}
