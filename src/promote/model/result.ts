import type { ErrorCode } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import type { PathChange } from '../../patch/result.js';
import type { Commit, GitOpsRepository, MergeMethod, PullRequest } from '../../ports/gitops.js';
import type { CommitRange } from '../../ports/runner.js';

/** What a promotion did, or would do, to one target. */
export interface TargetResult {
  /** The file, from the root of the GitOps repository. */
  readonly file: string;
  /** What tells it from others in its file: the name of an entry, or a path and its document. */
  readonly place: string;
  /** The `images[].name` of the entry; of other targets the last part of the repository. */
  readonly imageName: string;
  readonly image: ImageReference;
  /** Absent when there was none, or it is not known. */
  readonly previousImage?: ImageReference;
  readonly changes: readonly PathChange[];
  /** Unified diff; empty when nothing changes. */
  readonly diff: string;
}

/**
 * What a target is called in the trailer `Target`. What could be read as a mention or a reference to
 * an issue, or as the space between the two, is percent-encoded.
 */
export function renderIdentity({ file, place }: Pick<TargetResult, 'file' | 'place'>): string {
  return [file, place].map(encodeWord).join(' ');
}

function encodeWord(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}%@#<>()|~`\\]|:(?=\/\/)/gu, (character) => {
    const bytes = Array.from(Buffer.from(character));
    return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  });
}

/** `failed`: something stood in the way after it was known what there is to change. */
type PromotionReason =
  'promoted' | 'unchanged' | 'stale' | 'rolled-back' | 'dry-run' | 'pull-request' | 'failed';

/** Whether nothing was promoted because of what is newer, or because it was taken back. */
export function isKeptBack(reason: PromotionReason | ErrorCode): boolean {
  return reason === 'stale' || reason === 'rolled-back';
}

/** The outcome of the promote step. */
export interface PromotionResult {
  readonly reason: PromotionReason;
  readonly repository: string;
  /** Empty when a dry run could not read the repository. */
  readonly targets: readonly TargetResult[];
  /** Whether this run wrote to the repository. */
  readonly changed: boolean;
  /** Of a failure: a write of this run got no answer, and its commit was not seen. */
  readonly mayHaveLanded?: true;
  /** Absent when a dry run could not read the repository. */
  readonly wouldChange?: boolean;
  /** The commit that holds the image: the new one, or the branch's head when nothing had to change. */
  readonly commit?: Commit;
  readonly pullRequest?: PullRequestResult;
  /** In the mode `pull-request`: what became of the pull request. */
  readonly pullRequestOperation?: PullRequestOperation;
  /** Of a rollback; absent where it is not known yet what it goes back to, and of a promotion. */
  readonly takenBack?: TakenBack;
  /** What stands in the way, although the outcome is known; whether it fails the step is decided later. */
  readonly problem?: Problem;
}

/** What a rollback takes back: commits of the source, 20 at most, and how many there are in all. */
export interface TakenBack extends CommitRange {
  /** `owner/name` of the source. */
  readonly repository: string;
}

/** What a run did to the pull request; `none` also where there is none. */
export type PullRequestOperation = 'created' | 'updated' | 'merged' | 'none';

/** The pull request, and what a run did to it beside its text. */
export interface PullRequestResult extends Pick<PullRequest, 'number' | 'url'> {
  /** Labels and reviewers that it did not have before. */
  readonly labels?: readonly string[];
  readonly reviewers?: readonly string[];
  /** How the server merges it by itself; absent: it does not. */
  readonly autoMerge?: MergeMethod;
}

export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The result of a promotion whose targets are known. */
export function resultOf(
  { name }: Pick<GitOpsRepository, 'name'>,
  targets: readonly TargetResult[],
  outcome: Pick<
    PromotionResult,
    'reason' | 'changed' | 'mayHaveLanded' | 'commit' | 'pullRequest' | 'problem'
  >,
): PromotionResult {
  const wouldChange = targets.some(({ changes }) => changes.length > 0);
  return { ...outcome, repository: name, targets, wouldChange };
}
