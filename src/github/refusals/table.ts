import { ACCESS_RULES } from './access.js';
import { BRANCH_RULES, OTHER_CONFLICT } from './branch.js';
import { PULL_REQUEST_RULES } from './pull-request.js';
import type { RefusalRule } from './refusal.js';
import { SERVER_RULES } from './server.js';

/**
 * The refusals that are known; the first rule that applies counts, so the most particular come
 * first. Statuses, types and messages are those of GitHub, GitHub Enterprise Server, Gitea and
 * Forgejo. docs/troubleshooting.md is made of it.
 */
export const REFUSAL_RULES: readonly RefusalRule[] = [
  ...SERVER_RULES,
  ...BRANCH_RULES,
  ...ACCESS_RULES,
  OTHER_CONFLICT,
  ...PULL_REQUEST_RULES,
];
