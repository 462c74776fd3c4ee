import type { PromoteError } from '../../base/errors.js';
import type {
  Commit,
  FileChange,
  GitOpsRepository,
  MergeMethod,
  PullRequest,
  PullRequests,
  Snapshot,
} from '../../ports/gitops.js';
import type { Logger } from '../../ports/runner.js';
import type { PullRequestInputs } from '../inputs/delivery.js';
import type { PullRequestPlace, Written } from '../model/promotion.js';
import type { Patience } from '../delivery/patience.js';
import type { PullRequestFacts } from './text.js';

/**
 * What became of a try to deliver by pull request. All that is done can be done again: whoever tries
 * again finds what is there and goes on from it.
 */
export type PullRequestOutcome =
  | OpenPullRequest
  | {
      readonly outcome: 'merged';
      readonly pullRequest: PullRequestPlace;
      /** The commit on the base branch. */
      readonly commit: Commit;
    }
  | StalePullRequest
  | {
      /**
       * `conflict`: somebody else was faster. `lost`: the merge got no answer, so that the promotion
       * may or may not be on the base branch.
       */
      readonly outcome: 'conflict' | 'lost';
      readonly detail: string;
      /** Before when the server asks not to be asked again, in ms since 1970. */
      readonly retryAt?: number;
    };

/** The open pull request promotes a newer commit; nothing was written. */
export interface StalePullRequest {
  readonly outcome: 'stale';
  readonly pullRequest: PullRequestPlace;
  /** The newer commit, in the source repository. */
  readonly sourceSha: string;
}

/** The pull request is there, and waits for being merged. */
export interface OpenPullRequest {
  readonly outcome: 'pull-request';
  readonly pullRequest: PullRequestPlace;
  /** The commit at the head of its branch. */
  readonly commit: Commit;
  /** Whether this run wrote anything: the commit, the pull request, or a text of it. */
  readonly changed: boolean;
  /** How the server merges it by itself; absent: it does not. */
  readonly autoMerge?: MergeMethod;
  /** Why it is not merged automatically, although that was asked for. The step has to fail. */
  readonly problem?: PromoteError;
}

/** What one try is to deliver. */
export interface PullRequestDelivery {
  readonly inputs: PullRequestInputs;
  /** The branch that the pull request asks to merge into. */
  readonly base: string;
  readonly promotionId: string;
  /** Which try it is, from 1. */
  readonly attempt: number;
  /** The files of all targets as they are on the base branch. */
  readonly snapshot: Snapshot;
  readonly changes: readonly FileChange[];
  readonly facts: PullRequestFacts;
  /** Is told what is written, as soon as it is: also a try that fails has to tell it. */
  readonly written: Written;
}

export interface PullRequestPorts {
  /** On the base branch. */
  readonly repository: GitOpsRepository;
  readonly pullRequests: PullRequests;
  readonly logger: Logger;
  readonly patience: Patience;
  /** How a commit of the source repository stands to the one that is promoted. */
  readonly compareWith: (sourceSha: string) => Promise<'newer' | 'older-or-equal' | 'unknown'>;
}

/** The branch of the pull request as it is before anything is written. */
export interface FoundBranch {
  readonly branch: string;
  /** The commit at its head; absent when there is no such branch. */
  readonly head?: string;
  /** The newest of its commits that the base does not have. */
  readonly newest?: Commit;
  /** Whether it has all commits of the base. */
  readonly isCurrent: boolean;
  readonly open: PullRequest | undefined;
}
