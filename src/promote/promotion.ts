import type { GitOpsRepository, PullRequests } from '../gitops-ports.js';
import type { Clock, Logger, Random, SourceRepository } from '../ports.js';
import type { ImageReference } from '../tag/result.js';
import type { PromoteInputs } from './inputs.js';
import type { CommitFacts } from './message.js';

/** What a promotion is asked to do. */
export interface Promotion {
  readonly inputs: PromoteInputs;
  readonly image: ImageReference;
  /** Compute and show everything, write nothing. */
  readonly dryRun: boolean;
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
