import { MERGE_RULES } from './merge.js';
import type { Refusal, RefusalRule } from './refusal.js';

const action = 'pull-request';

/**
 * Refusals of what it takes to deliver by pull request: branches, the pull request, its labels,
 * reviewers and merge. The `path` of such a refusal is that of the API behind the repository; of a list
 * of pull requests with its query.
 */
export const PULL_REQUEST_RULES: readonly RefusalRule[] = [
  {
    when: 'GITHUB_TOKEN may not open pull requests',
    action,
    status: [403],
    message: /not permitted to create or approve pull requests/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository }) =>
      `${tokenInput}: GITHUB_TOKEN may not open pull requests in ${repository}. Turn on "Allow GitHub Actions to create and approve pull requests" in the settings of the repository (Actions, General), or use the token of a GitHub App, whose pull requests start workflows too.`,
  },
  {
    when: 'The repository has no drafts of pull requests',
    action,
    status: [422],
    message: /draft pull requests are not supported/i,
    code: 'write-refused',
    explain: ({ repository }) =>
      `pull-request-draft: ${repository} has no drafts: in private repositories they are of GitHub's paid plans. Remove the input.`,
  },
  {
    when: 'The server takes too long to compare the branch with the one that is promoted to',
    action,
    message: /diff is taking too long|diff exceeded/i,
    code: 'unavailable',
    explain: ({ message }) => `The server does not compare the branches (${message}).`,
  },
  {
    when: 'Somebody else moved or deleted the branch, or the base has its commits already',
    action,
    status: [422],
    message:
      /no commits between|reference (?:does not exist|already exists|cannot be updated)|\bhead invalid/i,
    code: 'conflict',
    explain: explainFaster,
  },
  {
    when: 'Somebody else moved the base or the head of the pull request before it was merged',
    action,
    message: /(?:base|head) branch was modified|expected head/i,
    code: 'conflict',
    explain: explainFaster,
  },
  {
    when: 'The branch has no history in common with the base',
    action,
    status: [404],
    message: /no common ancestor/i,
    code: 'branch-occupied',
    explain: ({ branch }) =>
      `pull-request-branch: the branch ${branch ?? ''} has no history in common with the one that is promoted to. Set another pull-request-branch, or delete that branch.`,
  },
  {
    when: 'A branch of the same name is in the way, or a rule forbids the branch without saying so',
    action,
    status: [422],
    message: /reference update failed|ref cannot be created/i,
    code: 'write-refused',
    explain: ({ repository, branch }) =>
      `pull-request-branch: ${repository} takes no branch ${branch ?? ''}. Either another branch has the first part of that name (git has no a/b beside a), or a ruleset or a branch protection forbids it. Set another pull-request-branch, delete the other branch, or let the rule except it.`,
  },
  {
    when: 'A reviewer has no access to the repository',
    action,
    status: [422],
    message: /reviews may only be requested from collaborators|could not resolve to a node/i,
    code: 'write-refused',
    explain: ({ repository, message, tokenInput }) =>
      `no review was requested (${message}). Give each of them access to ${repository}, or correct the names; to ask a team, the token (input ${tokenInput}) has to see the members of the organisation, which GITHUB_TOKEN does not.`,
  },
  {
    when: 'The author of the pull request is asked for a review',
    action,
    status: [422],
    message: /review cannot be requested from pull request author/i,
    code: 'write-refused',
    explain: ({ tokenInput }) =>
      `no review was requested: the owner of the token (input ${tokenInput}) is one of the reviewers, and has opened the pull request. Leave them out.`,
  },
  ...MERGE_RULES,
  {
    when: 'A ruleset or a branch protection forbids the branch, or the merge',
    action,
    message:
      /rule violations found|protected (?:branch|ref)|changes must be made|required status check/i,
    code: 'write-refused',
    explain: explainForbiddenByRule,
  },
  {
    when: 'A branch protection forbids the branch, or the merge (GraphQL)',
    action,
    type: ['BRANCH_PROTECTION_RULE_VIOLATION'],
    code: 'write-refused',
    explain: explainForbiddenByRule,
  },
  {
    when: 'Any other conflict',
    action,
    status: [409],
    code: 'conflict',
    explain: explainFaster,
  },
  {
    when: 'The server has no such operation (Gitea, Forgejo)',
    action,
    status: [405, 410],
    code: 'invalid-input',
    explain: ({ path, message }) =>
      `mode: pull-request needs GitHub or GitHub Enterprise Server: this server does not have ${path} (${message}). Set mode: commit.`,
  },
  {
    when: 'The token may not do it',
    action,
    status: [403],
    type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
    code: 'token-forbidden',
    explain: explainForbidden,
  },
  {
    when: 'A classic token lacks the scope, or its owner may not write',
    action,
    status: [404],
    type: ['NOT_FOUND'],
    code: 'token-forbidden',
    explain: explainForbidden,
  },
];

function explainForbiddenByRule(refusal: Refusal): string {
  return `${refusal.repository} has a rule that forbids ${describeDeed(refusal)} (${refusal.message}). Except the branches of promotions from the rule (promote/** by default), set another pull-request-branch, or let the owner of the token (input ${refusal.tokenInput}) bypass the rule.`;
}

function explainFaster({ message }: Refusal): string {
  return `Somebody else was faster (${message}).`;
}

function explainForbidden(refusal: Refusal): string {
  const { tokenInput, repository, message, path } = refusal;
  const permission = path.startsWith('git/') ? 'Contents' : 'Pull requests';
  const key = path.startsWith('git/') ? 'contents' : 'pull-requests';
  const [level, access] = isListing(path) ? ['Read-only', 'read'] : ['Read and write', 'write'];
  return `${tokenInput}: the token is not allowed ${describeDeed(refusal)} in ${repository} (${message}). Give it "${permission}: ${level}" there; GITHUB_TOKEN needs "permissions: ${key}: ${access}" and works only in the repository of its own workflow, a classic token needs the scope repo.`;
}

function isListing(path: string): boolean {
  return path.startsWith('pulls?');
}

/** What was asked for, as it reads after "forbids". */
function describeDeed({ path, branch }: Refusal): string {
  if (path.startsWith('git/')) return `to write the branch ${branch ?? ''}`;
  if (path.startsWith('compare/')) return `to compare the branch ${branch ?? ''}`;
  if (path.endsWith('/merge')) return 'to merge the pull request';
  if (isListing(path)) return 'to list the pull requests';
  if (path === 'graphql') return 'to enable auto-merge';
  if (path.endsWith('/labels')) return 'to label the pull request';
  if (path.endsWith('/requested_reviewers')) return 'to request reviews';
  return 'to open or change a pull request';
}
