import type { Context } from '../context.js';
import type { CheckedOut } from '../ports.js';
import type { SourceCommit } from './source-commit.js';

/** Whether the workspace is the commit that the tag will name. */
export type CheckoutVerdict =
  | { readonly verdict: 'same' | 'unrelated' }
  /** The merge commit of the pull request, which `actions/checkout` takes by itself. */
  | { readonly verdict: 'merge-commit' | 'other-commit'; readonly message: string };

/** Compares the checkout in the workspace, if there is one, with the commit that the tag names. */
export function judgeCheckout(
  checkedOut: CheckedOut | undefined,
  commit: SourceCommit,
  context: Context,
): CheckoutVerdict {
  if (checkedOut === undefined || !isOriginOf(checkedOut.origin, context.repository)) {
    return { verdict: 'unrelated' };
  }
  const { head } = checkedOut;
  if (head === commit.sha) return { verdict: 'same' };
  const cure = `Set ref of actions/checkout to ${commit.sha}, or to an expression that gives it.`;
  if (head === context.sha && context.ref.startsWith('refs/pull/')) {
    return {
      verdict: 'merge-commit',
      message: `The workspace is the merge commit ${head} of the pull request, and the tag names its head. ${cure}`,
    };
  }
  return {
    verdict: 'other-commit',
    message: `The workspace is a checkout of ${context.repository} at ${head}, but the tag names ${commit.sha}, ${commit.reason}: it would name code that was not built. ${cure}`,
  };
}

/** Whether `origin` ends in `owner/name`, in any case: the names of GitHub do not tell it. */
function isOriginOf(origin: string, repository: string): boolean {
  const path = origin.toLowerCase().replace(/(?:\.git)?\/*$/, '');
  const name = repository.toLowerCase();
  return path.endsWith(`/${name}`) || path.endsWith(`:${name}`);
}
