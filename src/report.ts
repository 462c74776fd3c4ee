import type { CoverageResult } from './coverage/result.js';
import type { PromoteError } from './errors.js';
import type { PromotionResult } from './promote/result.js';
import type { ImageResult } from './tag/result.js';

/** What a run has done: of every step its outcome, as far as it came, and why it ended early. */
export interface Report {
  readonly coverage?: CoverageResult;
  readonly image?: ImageResult;
  readonly promotion?: PromotionResult;
  readonly failure?: PromoteError;
}
