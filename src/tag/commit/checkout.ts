import type { Context } from '../../base/context.js';
import type { CheckedOut } from '../../ports/runner.js';
import type { SourceCommit } from './source-commit.js';

/** What is to be said of a workspace that is not the commit that the tag will name. */
interface CheckoutVerdict {
  readonly level: 'notice' | 'error';
  readonly message: string;
}

/**
 * Compares the checkout in the workspace with the commit that the tag names.
 * @returns `undefined` when it is that commit, or no checkout of the source repository.
 */
export function judgeCheckout(
  checkedOut: CheckedOut | undefined,
  commit: SourceCommit,
  context: Context,
): CheckoutVerdict | undefined {
  if (checkedOut === undefined || !isOriginOf(checkedOut.origin, context.repository)) {
    return undefined;
  }
  const { head } = checkedOut;
  if (head === commit.sha) return undefined;
  const cure = `Set ref of actions/checkout to ${commit.sha}, or to an expression that gives it, or set source-sha to ${head} if that is what was built.`;
  // `actions/checkout` takes the merge commit of a pull request by itself.
  if (head === context.sha && context.ref.startsWith('refs/pull/')) {
    return {
      level: 'notice',
      message: `The workspace is the merge commit ${head} of the pull request, and the tag names its head. ${cure}`,
    };
  }
  return {
    level: 'error',
    message: `The workspace is a checkout of ${context.repository} at ${head}, but the tag names ${commit.sha}, ${commit.reason}: it would name code that was not built. ${cure}`,
  };
}

/** `scheme://host/path` or, as scp has it, `host:path`. */
const REMOTE = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)(?<path>.+?)(?:\.git)?\/*$/;

/**
 * Whether the path of `origin` is `owner/name`, in any case. The host does not count, for ssh knows
 * it under other names too.
 */
function isOriginOf(origin: string, repository: string): boolean {
  const path = REMOTE.exec(origin.toLowerCase())?.groups?.['path'];
  return path === repository.toLowerCase();
}
