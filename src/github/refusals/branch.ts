import type { Refusal, RefusalRule } from './refusal.js';

/**
 * Refusals of a write that are about the branch: somebody else was faster, or a rule of the branch
 * forbids it. GitHub answers both with 409, so the message tells.
 */
export const BRANCH_RULES: readonly RefusalRule[] = [
  {
    when: 'Somebody else moved the branch since it was read (GraphQL)',
    action: 'write',
    type: ['STALE_DATA'],
    code: 'conflict',
    explain: explainOvertaken,
  },
  {
    when: 'Somebody else moved the branch during the write',
    action: 'write',
    message:
      /is at [0-9a-f]+ but expected|expected to be at|no commit exists with specified expectedHeadOid|incorrect old value provided|^reference cannot be updated$|^push is rejected/i,
    code: 'conflict',
    explain: explainOvertaken,
  },
  {
    when: 'Somebody else changed the file since it was read (GitHub)',
    action: 'write',
    status: [409],
    message: /does not match/i,
    code: 'conflict',
    explain: explainOvertaken,
  },
  {
    when: 'Somebody else changed the file since it was read (Gitea, Forgejo, and others)',
    action: 'write',
    status: [422],
    message: /sha does not match|does not match [0-9a-f]{40}/i,
    code: 'conflict',
    explain: explainOvertaken,
  },
  {
    when: 'A ruleset or a branch protection wants signed commits, and the commit is made through the Contents API',
    action: 'write',
    status: [403, 409, 422],
    message: /commits must have verified signatures/i,
    code: 'write-refused',
    explain: (refusal) =>
      `${describeBranch(refusal)} wants signed commits (${refusal.message}), and GitHub signs what the Contents API writes only for an App. Set commit-api: graphql, whose commits GitHub signs for every token.`,
  },
  {
    when: 'A ruleset wants another message of the commit',
    message: /commit message must (?:not )?/i,
    code: 'write-refused',
    explain: (refusal) =>
      `${describeBranch(refusal)} has a ruleset about the messages of commits (${refusal.message}). Set commit-message to one that it takes; the trailers stay.`,
  },
  {
    when: 'Push protection takes something in the file for a secret',
    action: 'write',
    message: /secret detected|push protection/i,
    code: 'write-refused',
    explain: (refusal) =>
      `${describeBranch(refusal)} has push protection, which takes something in ${refusal.path} for a secret (${refusal.message}). Remove the secret from the file, or let the protection pass it.`,
  },
  {
    when: 'A ruleset refuses the direct commit',
    action: 'write',
    message: /repository rule violations found/i,
    code: 'write-refused',
    explain: (refusal) => explainProtected(refusal, 'has a ruleset that'),
  },
  {
    when: 'A branch protection refuses the direct commit',
    action: 'write',
    message:
      /changes must be made through (?:a pull request|the merge queue)|required status check|approving review|review is required|protected (?:branch|ref)|could not create file|could not update file/i,
    code: 'write-refused',
    explain: (refusal) => explainProtected(refusal, 'is protected and'),
  },
  {
    when: 'A branch protection refuses the direct commit (GraphQL)',
    action: 'write',
    type: ['BRANCH_PROTECTION_RULE_VIOLATION'],
    code: 'write-refused',
    explain: (refusal) => explainProtected(refusal, 'is protected and'),
  },
  {
    when: 'A branch protection of Gitea or Forgejo refuses the direct commit',
    action: 'write',
    status: [403],
    message: /user cannot commit to repo|is protected/i,
    code: 'write-refused',
    explain: (refusal) =>
      `${describeBranch(refusal)}, or the file ${refusal.path} in it, is protected and refuses a direct commit (${refusal.message}). Let the owner of the token (input ${refusal.tokenInput}) push to it in the settings of the repository, or promote to another gitops-branch.`,
  },
];

/** The last one: of what GitHub words otherwise it is more likely that somebody else was faster. */
export const OTHER_CONFLICT: RefusalRule = {
  when: 'Any other conflict',
  action: 'write',
  status: [409],
  code: 'conflict',
  explain: explainOvertaken,
};

function explainOvertaken(refusal: Refusal): string {
  return `${describeBranch(refusal)} is not as it was read (${refusal.message}): somebody else wrote first.`;
}

function explainProtected(refusal: Refusal, how: string): string {
  return `${describeBranch(refusal)} ${how} refuses a direct commit (${refusal.message}). Set mode: pull-request, let the owner of the token (input ${refusal.tokenInput}) bypass the rule, or promote to another gitops-branch.`;
}

function describeBranch({ repository, branch }: Refusal): string {
  return branch === undefined
    ? `The default branch of ${repository}`
    : `Branch ${branch} of ${repository}`;
}
