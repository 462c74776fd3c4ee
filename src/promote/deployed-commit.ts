import { findCommitInTag, FULL_SHA } from '../tag/sha.js';
import type { TargetResult } from './result.js';

/** What a target tells of the commit behind what it deploys now, without asking anybody. */
export interface NamedCommit {
  /** Abbreviated or in full. */
  readonly commit: string;
  /** Whether it may be a date or a build number instead: digits alone more often are. */
  readonly isDoubtful: boolean;
}

/**
 * The commit that the tag of the deployed image names; else the one that a value held in whose place
 * the promoted commit stands now.
 * @param sourceSha The commit that is promoted, in full.
 */
export function findNamedCommit(
  { previousImage, changes }: TargetResult,
  sourceSha: string,
): NamedCommit | undefined {
  const { tag } = previousImage ?? {};
  const named = tag === undefined ? undefined : findCommitInTag(tag);
  if (named !== undefined) return { commit: named, isDoubtful: /^\d+$/.test(named) };
  const replaced = changes.find(({ after }) => after === sourceSha)?.before;
  if (replaced === undefined || !FULL_SHA.test(replaced)) return undefined;
  return { commit: replaced, isDoubtful: false };
}
