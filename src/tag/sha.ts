/** A commit's name: SHA-1 or SHA-256, in lower case. */
export const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The first `length` digits of a SHA: never git's own abbreviation, whose length differs. */
export function abbreviateSha(sha: string, length: number): string {
  return sha.slice(0, length);
}
