import { settleAll } from '../base/errors.js';
import { renderImageReference } from '../base/image.js';
import type { GitOpsRepository, Snapshot } from '../ports/gitops.js';
import type { Logger } from '../ports/runner.js';
import { concludeUnchanged, deliver } from './deliver.js';
import { explainUnchanged, findLanded } from './delivery/commit.js';
import type { Tries, TryAgain } from './delivery/delivery.js';
import { patchWithBases } from './bases.js';
import { type PatchedFile, readTargets } from './files.js';
import type { OrderGuard } from './guard/guard.js';
import type { Verdict } from './guard/verdict.js';
import { assertTagStayed } from './guard/moved-tag.js';
import { completeSource } from './guard/source-commit.js';
import type { CommitFacts } from './message/message.js';
import type { Progress, PromotePorts, Promotion } from './model/promotion.js';
import {
  type PromotionResult,
  renderIdentity,
  resultOf,
  type TargetResult,
} from './model/result.js';
import { warnOfOpenPullRequest } from './pull-request/superseded.js';

interface Attempt extends Tries {
  readonly promotion: Promotion;
  readonly guard: OrderGuard;
}

/**
 * One try from beginning to end: read, patch, guard, write; a dry run writes nothing. Nothing of an earlier try is used but
 * what `progress` says.
 */
export async function attempt(
  { promotion: asked, progress, guard, patience }: Attempt,
  ports: PromotePorts,
): Promise<PromotionResult | TryAgain> {
  const { repository, source } = ports;
  const landed = await findLanded(progress, repository);
  if (landed !== undefined) return landed;
  const [{ snapshot, files }, promotion] = await settleAll([
    readTargets(asked.inputs.targets, repository),
    completeSource(asked, progress, source),
  ]);
  guard.identify(promotion.audit.sourceSha);
  const patched: PatchedFile[] = [];
  for (const file of files) {
    patched.push(await patchWithBases(file, targetFacts(promotion, snapshot), repository));
  }
  // A further try says it no second time.
  if (progress.targets === undefined) announce(patched, ports.logger);
  const targets = patched.flatMap(({ results }) => results);
  progress.targets = targets;
  const changes = patched.filter(({ changed }) => changed);
  if (changes.length === 0) {
    await warnOfOpenPullRequest(promotion, targets, snapshot.branch, 'unchanged', ports);
    return unchanged(targets, promotion, progress, repository);
  }
  repository.assertCommittable(snapshot, changes);

  const { problem, ...goingBack } = await guard.judge(targets);
  if (problem) {
    if (problem.code === 'rolled-back') {
      await warnOfOpenPullRequest(promotion, targets, snapshot.branch, 'rolled-back', ports);
    }
    return concludeRefused(problem, targets, progress, repository);
  }

  const facts = { ...commitFacts(promotion, targets, snapshot, progress), ...goingBack };
  const context = { promotion, progress, guard, patience, facts };
  return deliver({ snapshot, changes, targets }, context, ports);
}

/** Tells what else changes, and what may be wrong. */
export function announce(
  patched: readonly Pick<PatchedFile, 'notices' | 'warnings'>[],
  logger: Logger,
): void {
  for (const { notices, warnings } of patched) {
    for (const notice of notices) logger.notice(notice);
    for (const warning of warnings) logger.warning(warning);
  }
}

/** A promotion that may not go on, unless what was looked for has landed. */
async function concludeRefused(
  problem: NonNullable<Verdict['problem']>,
  targets: readonly TargetResult[],
  progress: Progress,
  repository: GitOpsRepository,
): Promise<PromotionResult | TryAgain> {
  // What was looked for may be what the newer one stands over.
  const landed = await findLanded(progress, repository);
  if (landed !== undefined) return landed;
  if (problem.code === 'rolled-back' && progress.unanswered !== undefined) {
    // Where the files are behind their history, it is what seems to have been taken back.
    const tryAgain = 'What was written may have landed, and is shown by the history alone.';
    return { tryAgain, code: 'unavailable', kind: 'failure' };
  }
  const refused = { reason: problem.code, changed: false, problem };
  return resultOf(repository, targets, refused);
}

async function unchanged(
  targets: readonly TargetResult[],
  { image, audit, dryRun }: Promotion,
  progress: Progress,
  repository: GitOpsRepository,
): Promise<PromotionResult | TryAgain> {
  // What was looked for may have landed only after that.
  const landed = await explainUnchanged(progress, renderImageReference(image), repository);
  if (landed !== undefined) return landed;
  await assertTagStayed(image, audit.sourceSha, targets, repository);
  return concludeUnchanged(targets, { dryRun, progress }, repository);
}

function targetFacts({ inputs, image, audit }: Promotion, { branch }: Snapshot) {
  return {
    ...audit,
    image,
    createMissing: inputs.createMissing,
    gitopsBranch: branch,
  };
}

/** The message tells of the first target that changed; all are in its diff. */
export function commitFacts(
  { image, audit }: Pick<Promotion, 'image' | 'audit'>,
  targets: readonly TargetResult[],
  { branch = '' }: Pick<Snapshot, 'branch'>,
  { promotionId }: Pick<Progress, 'promotionId'>,
): Omit<CommitFacts, 'takesBack' | 'rollbackOf'> {
  const changing = targets.filter(({ changes }) => changes.length > 0);
  const { imageName = '', previousImage } = changing[0] ?? {};
  return {
    ...audit,
    kind: 'promotion',
    targets: changing.map(renderIdentity),
    image,
    imageName,
    previousImage,
    previousImages: changing.map((target) => target.previousImage),
    promotionId,
    gitopsBranch: branch,
  };
}
