import { PromoteError } from '../../errors.js';
import { isBranchName } from '../branch-name.js';
import { renderTemplate } from '../template.js';

/** What the name of the branch is made of. */
export interface BranchFacts {
  /** Of the first target, whether or not it changes: the name has to stay the same. */
  readonly imageName: string;
  /** The branch that is promoted to. */
  readonly base: string;
}

/**
 * The name of the branch that holds a promotion until it is merged.
 * @throws PromoteError `invalid-input` when it is the branch that is promoted to.
 */
export function computeBranchName(template: string, { imageName, base }: BranchFacts): string {
  const rendered = renderTemplate(template, (name) => (name === 'image-name' ? imageName : base));
  const branch = replaceInvalid(rendered);
  if (branch !== base && isBranchName(branch)) return branch;
  throw new PromoteError(
    'invalid-input',
    `pull-request-branch: expected the name of a branch other than ${base}, which the pull request asks to merge into, but ${JSON.stringify(template)} gives ${JSON.stringify(branch)}. Put {{image-name}} or a word of its own into it.`,
  );
}

/**
 * The branch on which the commit of one try is made. It is not below the other one: git keeps no
 * branch in a folder that has the name of a branch.
 */
export function computeTemporaryName(branch: string, promotionId: string, attempt: number): string {
  return `${branch}.${promotionId}-${attempt}`;
}

/** The rules are those of git-check-ref-format(1). */
function replaceInvalid(name: string): string {
  const segments = name
    .replace(/[\s\p{Cc}\p{Cs}~^:?*[\\]+|@(?=\{)|\.(?=\.)/gu, '-')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/^\.|\.$/g, '-').replace(/\.(?=lock$)/, '-'));
  return segments
    .join('/')
    .replace(/^[-./]+(?=.)/, '')
    .replace(/^refs\//, 'refs-')
    .replace(/^[@-]?$/, 'promotion');
}
