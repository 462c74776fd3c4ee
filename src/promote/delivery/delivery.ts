import type { FileChange, GitOpsRepository, PullRequests, Snapshot } from '../../ports/gitops.js';
import type { OrderGuard } from '../guard/guard.js';
import type { CommitFacts } from '../message/message.js';
import type { Progress, PromotePorts, Promotion } from '../model/promotion.js';
import type { TakenBack, TargetResult } from '../model/result.js';
import type { Patience, SetbackKind } from './patience.js';

/** What the tries of one promotion share. */
export interface Tries {
  readonly progress: Progress;
  readonly patience: Patience;
}

export interface DeliveryContext extends Tries {
  readonly promotion: Promotion;
  /** Absent where no commit on the branch of a pull request is newer, as in the way of a rollback. */
  readonly guard?: OrderGuard;
  readonly facts: CommitFacts;
  /** Of a rollback. */
  readonly takenBack?: TakenBack;
}

/** What one try has to write, and where. */
export interface Delivery {
  readonly repository: GitOpsRepository;
  readonly snapshot: Snapshot;
  readonly changes: readonly FileChange[];
  readonly targets: readonly TargetResult[];
  /** Of the commit, with its trailers. */
  readonly message: string;
}

/** What ended a try without an end of the promotion. */
export interface TryAgain {
  /** In words for the log. */
  readonly tryAgain: string;
  /** The code of the error when no time is left for another try. */
  readonly code: 'conflict' | 'unavailable' | 'order-unknown';
  readonly kind: SetbackKind;
  /** When the next try may come at the earliest, in ms since 1970. */
  readonly retryAt?: number;
}

/** The client of branches and pull requests, which the mode `pull-request` opens. */
export function requirePullRequests({
  pullRequests,
}: Pick<PromotePorts, 'pullRequests'>): PullRequests {
  if (pullRequests === undefined) throw new Error('The client of pull requests was not opened.');
  return pullRequests;
}
