import type { ImageReference } from '../tag/result.js';
import type { PathChange } from '../patch/result.js';
import type { Commit } from '../gitops-ports.js';

/** What a promotion did, or would do, to one target. */
export interface TargetResult {
  /** The file, from the root of the GitOps repository. */
  readonly file: string;
  /** The `images[].name` of the entry; of other targets the last part of the repository. */
  readonly imageName: string;
  readonly image: ImageReference;
  /** Absent when there was none, or it is not known. */
  readonly previousImage?: ImageReference;
  readonly changes: readonly PathChange[];
  /** Unified diff; empty when nothing changes. */
  readonly diff: string;
}

/** The outcome of the promote step. */
export interface PromotionResult {
  readonly reason: 'promoted' | 'unchanged' | 'dry-run';
  readonly repository: string;
  /** Empty when a dry run could not read the repository. */
  readonly targets: readonly TargetResult[];
  /** Absent when a dry run could not read the repository. */
  readonly wouldChange?: boolean;
  /** The commit that holds the image: the new one, or the branch's head when nothing had to change. */
  readonly commit?: Commit;
}
