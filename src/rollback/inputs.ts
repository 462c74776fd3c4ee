import type { InputReader } from '../base/input-reader.js';
import { COVERAGE_TRAILER } from '../promote/message/trailers.js';
import { DEFAULT_BRANCHES } from '../promote/inputs/delivery.js';
import {
  parsePromoteInputs,
  PROMOTE_INPUTS,
  type PromoteInputs,
  type PromoteInputsOptions,
} from '../promote/inputs/inputs.js';
import { type AskedGoal, GOAL_RULE, parseGoal } from './goal/goal.js';

/** The inputs that belong to the rollback step alone. */
export const ROLLBACK_INPUTS = ['rollback-to'] as const;

/** What of promote's inputs says what to promote, and whether it may be: a rollback has no use for it. */
const OF_PROMOTIONS: readonly string[] = [
  'promote-from',
  'create-missing',
  'stale',
  'after-rollback',
];

/** The inputs that the rollback step shares with the promote step. */
export const SHARED_INPUTS: readonly string[] = PROMOTE_INPUTS.filter(
  (input) => !OF_PROMOTIONS.includes(input),
);

/** How a rollback is delivered is as with a promotion. */
export interface RollbackInputs extends PromoteInputs, AskedGoal {}

/**
 * How a promotion that has failed is rolled back: to where it was made, with the texts and the branch
 * of a rollback, since those that were given are of promotions, and so is the coverage.
 */
export function undoPromotion({
  pullRequest,
  commitTrailers,
  ...promotion
}: PromoteInputs): RollbackInputs {
  const own = { branch: DEFAULT_BRANCHES.rollback, title: undefined, body: undefined };
  return {
    ...promotion,
    ...(pullRequest && { pullRequest: { ...pullRequest, ...own } }),
    commitMessage: undefined,
    commitTrailers: commitTrailers.filter(({ key }) => !isCoverageTrailer(key)),
    stale: 'allow',
    goal: { kind: 'previous' },
    to: 'previous',
  };
}

function isCoverageTrailer(key: string): boolean {
  return key.toLowerCase() === COVERAGE_TRAILER.toLowerCase();
}

/** Parses the inputs of the rollback step. What is wrong is noted in `reader`. */
export async function parseRollbackInputs(
  reader: InputReader,
  options: Omit<PromoteInputsOptions, 'step'>,
): Promise<RollbackInputs> {
  const to = reader.string('rollback-to') ?? '';
  if (to === '') reader.complain('rollback-to', `the rollback step needs it: ${GOAL_RULE}`);
  const shared = await parsePromoteInputs(reader, { ...options, step: 'rollback' });
  return {
    ...shared,
    stale: 'allow',
    goal: to === '' ? { kind: 'previous' } : parseGoal(reader, to),
    to,
  };
}
