import type { ErrorCode } from '../base/errors.js';
import type { EndpointResult } from './endpoints.js';

/** `unknown`: there was nothing to verify, or Argo CD does not tell. */
export type VerifyVerdict = 'healthy' | 'superseded' | 'failed' | 'unknown';

/** What was seen of one Application, as people read it. Moments are seconds since verify began. */
export interface ApplicationResult {
  readonly name: string;
  readonly verdict: VerifyVerdict;
  /** The revision as Argo CD tells it; empty when it does not. */
  readonly revision: string;
  readonly sync: string;
  readonly health: string;
  readonly seenAfter?: number;
  readonly syncedAfter?: number;
  readonly healthyAfter?: number;
}

/** The outcome of the verify step. */
export interface VerifyResult {
  readonly verdict: VerifyVerdict;
  /** One line for the log. */
  readonly message: string;
  /** The commit of the GitOps repository; absent where none was verified. */
  readonly commit?: string;
  readonly applications: readonly ApplicationResult[];
  readonly endpoints: readonly EndpointResult[];
  /** Of all Applications and addresses together; absent until all of them were. */
  readonly seenAfter?: number;
  readonly syncedAfter?: number;
  readonly healthyAfter?: number;
  readonly answeringAfter?: number;
  readonly warnings: readonly string[];
  /** Whether a failure is put down to the image itself. */
  readonly isImageBroken?: boolean;
  /** What fails the run. */
  readonly problem?: { readonly code: ErrorCode; readonly message: string };
}
