import type { ErrorCode } from '../../base/errors.js';
import type { JsonObject } from '../../base/json.js';

/** A request that a server refused, as far as the cure depends on it. */
export interface Refusal {
  readonly action: 'read' | 'write' | 'pull-request';
  /** HTTP status; 200 where GraphQL refuses. */
  readonly status: number;
  /** GraphQL's word for what went wrong. */
  readonly type?: string;
  /** What the server says of it. */
  readonly message: string;
  /** Response headers, names in lower case. */
  readonly headers: JsonObject;
  /** `owner/name` of the GitOps repository. */
  readonly repository: string;
  /** Its name now, where the server tells that it was renamed. */
  readonly newName?: string;
  readonly branch: string | undefined;
  /** Its default branch, where it was asked for. */
  readonly defaultBranch?: string;
  /** From the root of the repository, which is empty. */
  readonly path: string;
  /** The input that the token came from. */
  readonly tokenInput: string;
}

/** One kind of refusal: how to tell it, and what the user is told. */
export interface RefusalRule {
  /** The situation, for the documentation. */
  readonly when: string;
  /** Only when this was asked for. */
  readonly action?: Refusal['action'];
  /** Only of the root directory, which every repository has. */
  readonly root?: true;
  /** Statuses that it has in REST. With neither statuses nor types, any. */
  readonly status?: readonly number[];
  /** Types that it has in GraphQL. */
  readonly type?: readonly string[];
  /** Matches the message of the reply. */
  readonly message?: RegExp;
  /** A response header that has to be there, with a value that matches. */
  readonly header?: readonly [name: string, value: RegExp];
  /** `conflict` and `outcome-unknown` of a write lead to another try. */
  readonly code: ErrorCode;
  /** Of `unavailable`: the server wants fewer requests. */
  readonly isLimit?: true;
  readonly explain: (refusal: Refusal) => string;
}
