import type { PromoteError } from '../../errors.js';
import type { Commit, PullRequest } from '../../gitops-ports.js';

/** Where a pull request is. */
export type PullRequestPlace = Pick<PullRequest, 'number' | 'url'>;

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
    };

/** The open pull request promotes a newer commit; nothing was written. */
export interface StalePullRequest {
  readonly outcome: 'stale';
  readonly pullRequest: PullRequestPlace;
  /** The newer commit, in the source repository. */
  readonly sourceSha: string;
}

/** What a promotion has written so far, over all its tries. */
export interface Written {
  /** At the head of the branch. */
  commit?: Commit;
  pullRequest?: PullRequestPlace;
  changed: boolean;
}

/** The pull request is there, and waits for being merged. */
export interface OpenPullRequest {
  readonly outcome: 'pull-request';
  readonly pullRequest: PullRequestPlace;
  /** The commit at the head of its branch. */
  readonly commit: Commit;
  /** Whether this run wrote anything: the commit, the pull request, or a text of it. */
  readonly changed: boolean;
  /** Why it is not merged automatically, although that was asked for. The step has to fail. */
  readonly problem?: PromoteError;
}
