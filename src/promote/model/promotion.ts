import type { ImageReference } from '../../base/image.js';
import type {
  Commit,
  GitOpsRepository,
  MergeMethod,
  PullRequest,
  PullRequests,
} from '../../ports/gitops.js';
import type { Clock, Logger, Random, SourceRepository } from '../../ports/runner.js';
import type { PromoteInputs } from '../inputs/inputs.js';
import type { AbbreviatedCommit } from '../../tag/commit/event.js';
import type { CommitFacts } from '../message/message.js';
import type { TargetResult } from './result.js';

/** One promotion on its way: what the next try has to know of those before. */
export interface Progress {
  readonly promotionId: string;
  /** How many tries were begun. */
  tries: number;
  /** What the newest try makes of the targets; absent until one came so far. */
  targets?: readonly TargetResult[];
  /** What was written of a pull request. */
  readonly written: Written;
  /** What the source repository makes of the commit that the tag abbreviates; absent until asked. */
  source?: { readonly sha: string | undefined };
  /** What was sent in the newest write, whatever the answer to it. */
  sent?: readonly TargetResult[];
  /** What was sent in a write that got no answer: it may have landed. */
  unanswered?: readonly TargetResult[];
}

/** What a promotion is asked to do. */
export interface Promotion {
  readonly inputs: PromoteInputs;
  readonly image: ImageReference;
  /** Compute and show everything, write nothing. */
  readonly dryRun: boolean;
  /** The commit that the tag abbreviates, where it is not known in full. */
  readonly abbreviated?: AbbreviatedCommit;
  /** What of `retry-timeout` is used up already, in seconds. */
  readonly waited?: number;
  /** What the audit trail tells that is known before a file is read. */
  readonly audit: Pick<
    CommitFacts,
    'sourceRepository' | 'sourceSha' | 'shortSha' | 'runUrl' | 'coverage'
  > & {
    /** Page of the source repository, for people. */
    readonly sourceUrl: string;
  };
}

export interface PromotePorts {
  readonly repository: GitOpsRepository;
  readonly source: SourceRepository;
  /** Absent in the mode `commit`. */
  readonly pullRequests?: PullRequests;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** Where a pull request is. */
export type PullRequestPlace = Pick<PullRequest, 'number' | 'url'>;

/** What a promotion has written so far, over all its tries. */
export interface Written {
  /** At the head of the branch. */
  commit?: Commit;
  pullRequest?: PullRequestPlace;
  /** Whether the pull request was opened, and not found. */
  isOpened?: boolean;
  /** Labels and reviewers that the pull request did not have before. */
  labels?: readonly string[];
  reviewers?: readonly string[];
  /** How the server merged the pull request by itself, before that was turned off to move the branch. */
  suspended?: MergeMethod;
  changed: boolean;
}
