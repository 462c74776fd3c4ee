import type { Context } from '../base/context.js';
import type { Snapshot } from '../ports/gitops.js';
import { commitFacts } from '../promote/attempt.js';
import type { State } from '../promote/history/state.js';
import type { CommitFacts } from '../promote/message/message.js';
import type { Progress, Promotion } from '../promote/model/promotion.js';
import type { TargetResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import type { RollbackInputs } from './inputs.js';
import { listNamedCommits } from './taken-back.js';

/** What a rollback is asked to do. */
export interface Rollback {
  readonly inputs: RollbackInputs;
  readonly context: Context;
  /** Compute and show everything, write nothing. */
  readonly dryRun: boolean;
  /** The commit of the GitOps repository whose promotion is taken back, and no other. */
  readonly broughtBy?: string;
}

/** A rollback as what is delivered: the image that is restored. */
export function deliveryOf(
  { inputs, dryRun, context }: Rollback,
  { image, sourceSha, shortSha, ...restored }: ImageResult,
): Promotion {
  const { repository, repositoryUrl, runUrl } = context;
  const sourceRepository = restored.sourceRepository ?? repository;
  const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
  const sourceUrl = `${serverUrl}/${sourceRepository}`;
  return {
    inputs,
    image,
    dryRun,
    audit: { sourceRepository, sourceUrl, runUrl, sourceSha, shortSha },
  };
}

/** What a commit that goes back is made of. */
interface Facts {
  readonly promotion: Promotion;
  readonly targets: readonly TargetResult[];
  /** What is taken back, from the newest. */
  readonly states: readonly State[];
  readonly snapshot: Snapshot;
  readonly progress: Progress;
}

/**
 * What the commit tells. Whoever goes to something newer than what is deployed takes nothing back, and
 * so makes a promotion.
 */
export function rollbackFacts({
  promotion,
  targets,
  states,
  snapshot,
  progress,
}: Facts): CommitFacts {
  const facts = commitFacts(promotion, targets, snapshot, progress);
  const rollbackOf = states.at(-1)?.record?.sha;
  return {
    ...facts,
    kind: rollbackOf === undefined ? 'promotion' : 'rollback',
    takesBack: listNamedCommits(states),
    ...(rollbackOf !== undefined && { rollbackOf }),
  };
}
