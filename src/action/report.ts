import type { PromoteError } from '../base/errors.js';
import type { CoverageResult } from '../coverage/gates/result.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import type { VerifyResult } from '../verify/result.js';

/** How large what is told of a run may get, in bytes: the runner drops more than 1 MiB whole. */
export const SIZE_LIMIT = 512 * 1024;

/** What a run knows of the pipeline beside what it does itself. */
export interface Pipeline {
  /** The steps that were to run; one that gives nothing has to be seen. */
  readonly asked: Readonly<Record<'coverage' | 'image' | 'promotion' | 'verification', boolean>>;
  /** The gate's result of an earlier job, as `commit-trailers` hands it on. */
  readonly toldCoverage?: string;
  /** Address of this run attempt. */
  readonly runUrl: string;
  /** Page of the source repository. */
  readonly sourceUrl: string;
  /** Address of the server of both, with a slash at the end. */
  readonly serverUrl: string;
  /** The commit of an earlier job that is verified, and its page where that is known. */
  readonly commit?: { readonly sha: string; readonly url?: string };
  /** Address of Argo CD, without a slash at the end. */
  readonly argocdUrl?: string;
  readonly healthUrls: readonly string[];
}

/** What a run has done: of every step its outcome, as far as it came, and why it ended early. */
export interface RunReport {
  /** Whether the run was to write to a GitOps branch; absent where its inputs could not be read. */
  readonly mayWrite?: boolean;
  readonly coverage?: CoverageResult;
  readonly image?: ImageResult;
  readonly promotion?: PromotionResult;
  readonly verification?: VerifyResult;
  /** What was rolled back because verify had failed, and whether that runs. */
  readonly recovery?: {
    readonly rollback: PromotionResult;
    readonly verification: VerifyResult;
  };
  readonly failure?: PromoteError;
  /** What it knows of the rest; absent where its inputs could not be read. */
  readonly pipeline?: Pipeline;
}
