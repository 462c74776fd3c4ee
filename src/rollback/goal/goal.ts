import { isDeployable, isDigest, isTag, parseImageReference } from '../../base/image.js';
import type { InputReader } from '../../base/input-reader.js';

/** Where to go back to. */
export type RollbackGoal =
  | { readonly kind: 'previous' }
  /** An image, as far as it is given: a tag alone is one of any repository. */
  | {
      readonly kind: 'image';
      readonly repository?: string;
      readonly tag?: string;
      readonly digest?: string;
    }
  /** 7 to 40 digits of a commit of the source or of the GitOps repository; or a tag of that form. */
  | { readonly kind: 'commit'; readonly commit: string };

/** Where to go back to, as it was understood and as it was given. */
export interface AskedGoal {
  readonly goal: RollbackGoal;
  readonly to: string;
}

/** What `parseGoal` expects. */
export const GOAL_RULE =
  'previous, a tag, an image, or a commit of the source or of the GitOps repository';

/** Parses `rollback-to`. What is wrong is noted in `reader`. */
export function parseGoal(reader: InputReader, to: string): RollbackGoal {
  const previous = { kind: 'previous' } as const;
  if (to === 'previous') return previous;
  if (/^[0-9a-f]{7,40}$/.test(to)) return { kind: 'commit', commit: to };
  if (isTag(to)) return { kind: 'image', tag: to };
  if (isDigest(to)) return { kind: 'image', digest: to };
  const parsed = parseImageReference(to);
  if (parsed.valid && isDeployable(parsed.reference)) {
    return { kind: 'image', ...parsed.reference };
  }
  const cure = parsed.valid ? 'An image needs its tag or digest' : parsed.rule.replace(/\.$/, '');
  reader.reject('rollback-to', GOAL_RULE, to, cure);
  return previous;
}
