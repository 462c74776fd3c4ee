import type { ErrorCode } from '../../base/errors.js';
import type { Expectation, Revisions } from './expectation.js';
import type { Seen } from './seen.js';

/** What is made of an Application. */
export type Verdict =
  | { readonly kind: 'wait' }
  | { readonly kind: 'healthy'; readonly warnings: readonly string[] }
  | { readonly kind: 'superseded'; readonly message: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** What the rules look at. */
export interface Case {
  /** What people call the Application. */
  readonly name: string;
  /** The address of Argo CD. */
  readonly server: string;
  readonly seen: Seen;
  readonly expected: Expectation;
  readonly revisions: Revisions;
}
