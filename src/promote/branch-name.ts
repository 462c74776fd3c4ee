/** What `isBranchName` expects. */
export const BRANCH_NAME = 'a branch name without refs/heads/';

/** The rules of `git check-ref-format` that a slip in a workflow can break. */
export function isBranchName(name: string): boolean {
  return !/^$|^refs\/|[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^@$|^[-/]|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|[/.]$/u.test(
    name,
  );
}
