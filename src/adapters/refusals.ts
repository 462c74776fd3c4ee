import { PromoteError, type ErrorCode } from '../errors.js';
import type { JsonObject } from '../json.js';
import { REFUSAL_RULES } from './refusal-rules.js';
import { computeRetryAt } from './retry-at.js';

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
  readonly explain: (refusal: Refusal) => string;
}

/** What a refusal means: a code, and one sentence or two with the cure. */
export interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
}

export function explainRefusal(refusal: Refusal): Explanation {
  const rule = REFUSAL_RULES.find((candidate) => applies(candidate, refusal));
  if (rule !== undefined) return { code: rule.code, message: rule.explain(refusal) };
  const { status, type, action, repository, path, message } = refusal;
  const what = action === 'pull-request' ? 'work on a pull request of' : `${action} ${path} in`;
  const said = `${type ?? `status ${status}`}: ${message}`;
  if (isFailure(refusal)) return { code: FAILED[action], message: `The server failed (${said}).` };
  const code = action === 'read' ? 'read-refused' : 'write-refused';
  return { code, message: `The server refused to ${what} ${repository} with ${said}` };
}

/** What it means that the server failed: after a write, nobody knows whether it took effect. */
const FAILED = {
  read: 'unavailable',
  write: 'outcome-unknown',
  'pull-request': 'unavailable',
} as const;

/** GraphQL's words for what it understood and did not do. Mistakes in a query have other ones. */
const REFUSED = ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND', 'UNPROCESSABLE'];

/** An error of GraphQL that is neither a refusal nor a mistake is a failure of its own. */
function isFailure({ status, type = '' }: Refusal): boolean {
  return status === 200 && !REFUSED.includes(type) && !/[a-z]/.test(type);
}

/** The error that a refusal ends in. */
export function makeRefusalError(refusal: Refusal, cause?: unknown): PromoteError {
  const { code, message } = explainRefusal(refusal);
  const retryAt =
    code === 'unavailable'
      ? computeRetryAt(refusal.headers, refusal.message, Date.now())
      : undefined;
  return new PromoteError(code, message, { cause, ...(retryAt !== undefined && { retryAt }) });
}

function applies(rule: RefusalRule, refusal: Refusal): boolean {
  const header = rule.header === undefined ? undefined : refusal.headers[rule.header[0]];
  return (
    isTold(rule, refusal) &&
    (rule.action === undefined || rule.action === refusal.action) &&
    (rule.root === undefined || refusal.path === '') &&
    (rule.message === undefined || rule.message.test(refusal.message)) &&
    (rule.header === undefined || (typeof header === 'string' && rule.header[1].test(header)))
  );
}

/** One rule can be of both APIs: REST tells it by a status, GraphQL by a type. */
function isTold({ status, type }: RefusalRule, refusal: Refusal): boolean {
  if (status === undefined && type === undefined) return true;
  if (status?.includes(refusal.status)) return true;
  return refusal.type !== undefined && (type?.includes(refusal.type) ?? false);
}
