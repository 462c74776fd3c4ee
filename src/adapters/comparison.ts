import { isJsonObject } from '../json.js';
import type { Comparison } from '../ports.js';
import type { Failure } from './rest-client.js';

/** How many commits the head has that the base has not, and the other way round. */
export interface CommitCounts {
  readonly ahead: number;
  /** Absent where the server counts one way only. */
  readonly behind?: number;
}

const CURE =
  'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';

type Unknown = Extract<Comparison, { readonly relation: 'unknown' }>;

/** Narrows the reply to a comparison; Gitea and Forgejo tell no more than `total_commits`. */
export function parseComparison(data: unknown): CommitCounts | undefined {
  if (!isJsonObject(data)) return undefined;
  const { ahead_by: ahead, behind_by: behind, total_commits: total } = data;
  if (isCount(ahead) && isCount(behind)) return { ahead, behind };
  return isCount(total) ? { ahead: total } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function computeRelation(ahead: number, behind: number): Comparison {
  if (ahead > 0) return { relation: behind > 0 ? 'diverged' : 'ahead' };
  return behind > 0 ? { relation: 'behind', commits: behind } : { relation: 'identical' };
}

/** Why two commits cannot be compared; `undefined` for what says nothing about them. */
export function parseUnknown(
  { status, message }: Pick<Extract<Failure, { readonly kind: 'refused' }>, 'status' | 'message'>,
  asked: { readonly repository: string; readonly base: string; readonly head: string },
): Unknown | undefined {
  const { repository, base, head } = asked;
  if (status === 401) {
    const detail = 'token: the server does not accept this token';
    return { relation: 'unknown', cause: 'forbidden', detail };
  }
  if (status === 403) {
    const detail = `token: the token may not read ${repository} (${message}). ${CURE}`;
    return { relation: 'unknown', cause: 'forbidden', detail };
  }
  if (status !== 404 && status !== 422) return undefined;
  if (/no common ancestor/i.test(message)) {
    const detail = `${base} and ${head} have no commit of ${repository} in common`;
    return { relation: 'unknown', cause: 'unrelated', detail };
  }
  const detail = `${repository} has no commit ${base} or ${head}, or the token in token cannot see it (${status}: ${message}). ${CURE}`;
  return { relation: 'unknown', cause: 'absent', detail };
}
