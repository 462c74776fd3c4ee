import type { Refusal, RefusalRule } from './refusal.js';

const action = 'pull-request';

/** Refusals of auto-merge and of a merge, which REST answers with 405 for many reasons. */
export const MERGE_RULES: readonly RefusalRule[] = [
  {
    when: 'A merge of the pull request has begun already, or the server does not know yet whether it can be merged',
    action,
    message: /merge already in progress|in unknown (?:status|state)/i,
    code: 'unavailable',
    explain: ({ message }) => `The server is not ready to merge the pull request (${message}).`,
  },
  {
    when: 'The repository does not allow auto-merge',
    action,
    message: /auto merge is not allowed for this repository|can't enable auto-merge/i,
    code: 'write-refused',
    explain: ({ repository }) =>
      `${repository} does not allow it. Turn on "Allow auto-merge" in its settings (General, Pull Requests), or remove auto-merge.`,
  },
  {
    when: 'The pull request is a draft',
    action,
    message: /\b(?:is|still|in)\s(?:a\s)?draft\b/i,
    code: 'write-refused',
    explain: ({ message }) =>
      `it is a draft (${message}). Mark it as ready for review, and run the job again or merge it by hand.`,
  },
  {
    when: 'The base branch is merged by a merge queue alone',
    action,
    message: /merge queue/i,
    code: 'write-refused',
    explain: ({ repository, message }) =>
      `${repository} merges through a merge queue (${message}). Add it to the queue by hand; or turn on "Allow auto-merge" in the settings (General, Pull Requests), which adds it by itself.`,
  },
  {
    when: 'A conversation in the pull request is not resolved',
    action,
    message: /conversations?\b.*resolved|comments must be resolved/i,
    code: 'write-refused',
    explain: ({ message }) =>
      `a conversation in it is not resolved (${message}). Resolve it, and merge it by hand or run the job again.`,
  },
  {
    when: 'The base branch takes no merge commits (linear history)',
    action,
    message: /linear history|must not contain merge commits/i,
    code: 'write-refused',
    explain: ({ repository, message }) =>
      `the branch of ${repository} has to stay linear (${message}). Set auto-merge to squash or rebase.`,
  },
  {
    when: 'The repository does not allow this way of merging',
    action,
    message:
      /(?:merge commits|squash merges|rebase merges|merge method) (?:are|is) not allowed|merging is not allowed/i,
    code: 'write-refused',
    explain: ({ repository, message }) =>
      `${repository} does not allow this way of merging (${message}). Set auto-merge to another of merge, squash and rebase, or allow it in the settings (General, Pull Requests).`,
  },
  {
    when: 'The pull request may not be merged yet: a review, a check or a conflict',
    action,
    status: [405],
    message: /not mergeable|required|requires|expected|review|rule violations|conflict|must be/i,
    code: 'write-refused',
    explain: explainNotYet,
  },
];

function explainNotYet({ message }: Refusal): string {
  return `the server does not merge it yet (${message}). Approve it or wait for its checks and merge it by hand, or allow auto-merge in the settings of the repository, which waits for them.`;
}
