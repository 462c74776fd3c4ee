import { settleAll } from '../base/errors.js';
import { renderImageReference } from '../base/image.js';
import type { GitOpsRepository } from '../ports/gitops.js';
import type { SourceRepository } from '../ports/runner.js';
import { announce } from '../promote/attempt.js';
import { concludeUnchanged, deliver } from '../promote/deliver.js';
import { explainUnchanged, findLanded } from '../promote/delivery/commit.js';
import type { Tries, TryAgain } from '../promote/delivery/delivery.js';
import type { State } from '../promote/history/state.js';
import type { PromotePorts } from '../promote/model/promotion.js';
import type { PromotionResult, TakenBack, TargetResult } from '../promote/model/result.js';
import { isMovingTag } from '../tag/given.js';
import type { ImageResult } from '../tag/result.js';
import { type Destination, findDestinations } from './goal/destination.js';
import { settleContradiction } from './goal/previous.js';
import {
  askForAll,
  assertBroughtBy,
  assertSameTops,
  findOwnRollback,
  listKnownTops,
  type Tops,
} from './goal/done.js';
import { rollbackFacts, deliveryOf, type Rollback } from './facts.js';
import { chooseImage, describeRestored } from './image.js';
import { warnOfOpenPromotions } from './open-promotions.js';
import { describeUnchanged, patchBack } from './patch.js';
import type { SearchPorts } from './goal/search.js';
import { readScene, type Scene, type Site } from './goal/site.js';
import { readTakenBack, renderTakenBack } from './taken-back.js';

export interface RollbackPorts extends Omit<PromotePorts, 'source'>, Pick<SearchPorts, 'states'> {
  readonly openSource: (repository: string) => Promise<SourceRepository>;
  /** The GitOps repository at a commit. */
  readonly openAt: (commit: string) => Promise<GitOpsRepository>;
  readonly findCommit: (scene: Scene) => SearchPorts['findCommit'];
  /** @throws PromoteError when the registry does not have the image. */
  readonly checkImage: (image: ImageResult) => Promise<ImageResult>;
}

/** What the tries of one rollback have found out: a later one goes back to the same. */
export interface Findings {
  tops?: Tops;
  image?: ImageResult;
  takenBack?: TakenBack;
  /** The commits of the files that were there when the first try began. */
  known?: ReadonlySet<string>;
}

/** One rollback on its way. */
interface Way extends Tries {
  readonly rollback: Rollback;
  readonly findings: Findings;
}

/**
 * One try from beginning to end: read the files and their histories, find what to go back to, ask the
 * registry, patch, write; a dry run writes nothing.
 * @throws PromoteError `not-promoted`, `no-previous`, and whatever reading, patching, the registry
 *   and writing refuse.
 */
export async function attemptRollback(
  way: Way,
  ports: RollbackPorts,
): Promise<PromotionResult | TryAgain> {
  const { rollback, findings, progress, patience } = way;
  const landed = await findLanded(progress, ports.repository);
  if (landed !== undefined) return landed;
  const scene = await readScene(rollback.inputs.targets, ports.repository);
  findings.known ??= new Set(scene.sites.flatMap(({ commits }) => commits.map(({ sha }) => sha)));
  if (rollback.inputs.goal.kind === 'previous') {
    const done = await findDone(scene.sites, way, ports);
    if (done !== undefined) return conclude(done, way, ports);
    if (findings.tops !== undefined) assertSameTops(scene.sites, findings.tops);
    findings.tops ??= listKnownTops(scene.sites);
    const { broughtBy } = rollback;
    if (broughtBy !== undefined) await assertBroughtBy(broughtBy, scene.sites, ports.openAt);
  }
  const search = { states: ports.states, findCommit: ports.findCommit(scene) };
  const destinations = await findDestinations(scene.sites, rollback.inputs, search).catch(
    (error: unknown) => {
      throw settleContradiction(error, progress.tries);
    },
  );
  const image = await identifyImage(destinations, way, ports);
  const patched = patchBack(destinations, image.image);
  // A further try says it no second time.
  if (progress.targets === undefined) announce(patched, ports.logger);
  const targets = patched.flatMap(({ results }) => results);
  progress.targets = targets;
  const changes = patched.filter(({ changed }) => changed);
  if (changes.length === 0) return conclude(targets, way, ports);

  ports.repository.assertCommittable(scene.snapshot, changes);
  const states = mergeStates(destinations);
  const { snapshot } = scene;
  const isTold = findings.takenBack !== undefined;
  // Nothing that is written waits for the list of what is open.
  const [delivered] = await settleAll([
    deliverBack({ snapshot, changes, targets }, { states, image }, way, ports),
    isTold || warnOfOpenPromotions(targets, snapshot.branch, patience, ports),
  ]);
  return delivered;
}

/** Tells what is taken back, and writes. */
async function deliverBack(
  made: Parameters<typeof deliver>[0],
  { states, image }: { readonly states: readonly State[]; readonly image: ImageResult },
  way: Way,
  ports: RollbackPorts,
): Promise<PromotionResult | TryAgain> {
  const { rollback, progress, patience } = way;
  const { snapshot, targets } = made;
  const takenBack = await tell(states, image, way, ports);
  const promotion = deliveryOf(rollback, image);
  const facts = rollbackFacts({ promotion, targets, states, snapshot, progress });
  const source = await ports.openSource(promotion.audit.sourceRepository);
  const context = { promotion, progress, patience, facts, takenBack };
  return deliver(made, context, { ...ports, source });
}

/** The targets, where an earlier try or attempt of this run has rolled them back. */
async function findDone(
  sites: readonly Site[],
  { rollback: { context }, findings }: Way,
  { openSource, logger }: RollbackPorts,
): Promise<readonly TargetResult[] | undefined> {
  const { image } = findings;
  if (image !== undefined) {
    return askForAll(sites, image.image) ? describeUnchanged(sites, image.image) : undefined;
  }
  const own = findOwnRollback(sites, context);
  if (own?.image === undefined) return undefined;
  findings.image = await describeRestored(own.image, own, context, openSource);
  logger.notice(
    `An earlier attempt of this run has rolled back already, with commit ${own.sha.slice(0, 12)}. To go one step further back, start a new run.`,
  );
  return describeUnchanged(sites, own.image);
}

/** What is restored, which the registry is asked for once. */
async function identifyImage(
  destinations: readonly Destination[],
  { rollback: { context, inputs }, findings }: Way,
  { openSource, checkImage, logger }: RollbackPorts,
): Promise<ImageResult> {
  const chosen = chooseImage(destinations);
  if (chosen === undefined) throw new Error('There is no target to roll back.');
  const { image, record } = chosen;
  const known = findings.image?.image;
  if (findings.image !== undefined && known !== undefined) {
    if (renderImageReference(known) === renderImageReference(image)) return findings.image;
  }
  const { tag, digest } = image;
  const unpinned = digest === undefined ? tag : undefined;
  if (unpinned !== undefined && isMovingTag(unpinned, context)) {
    logger.warning(
      `The tag ${unpinned} moves from image to image: what it stands for now is deployed, and not what it stood for then.`,
    );
  }
  const { goal, to } = inputs;
  if (unpinned !== undefined && goal.kind === 'image' && goal.digest !== undefined) {
    logger.warning(
      `rollback-to: the targets asked for the tag ${unpinned} alone when they asked for ${to}: no digest is restored, and what the tag stands for now is deployed.`,
    );
  }
  const restored = await describeRestored(image, record, context, openSource);
  findings.image = await checkImage(restored);
  return findings.image;
}

/** The states of all targets, each once, from the newest. */
function mergeStates(destinations: readonly Destination[]): readonly State[] {
  const states = destinations.flatMap(({ takenBack }) => takenBack);
  return [...new Map(states.map((state) => [state.record?.sha, state])).values()];
}

/** Tells the log what is taken back before anything is written. */
async function tell(
  states: readonly State[],
  { sourceSha, sourceRepository }: ImageResult,
  { rollback: { context }, findings }: Way,
  ports: RollbackPorts,
): Promise<TakenBack> {
  if (findings.takenBack !== undefined) return findings.takenBack;
  const restored = { repository: sourceRepository ?? context.repository, sourceSha };
  findings.takenBack = await readTakenBack(states, restored, ports);
  for (const line of renderTakenBack(findings.takenBack)) ports.logger.info(line);
  return findings.takenBack;
}

/** Nothing has to change, or a write without an answer was carried out. */
async function conclude(
  targets: readonly TargetResult[],
  { rollback: { dryRun }, findings: { known }, progress }: Way,
  { repository }: RollbackPorts,
): Promise<PromotionResult | TryAgain> {
  const [first] = targets;
  const image = first === undefined ? '' : renderImageReference(first.image);
  const landed = await explainUnchanged(progress, image, repository, known);
  return landed ?? concludeUnchanged(targets, { dryRun, progress }, repository);
}
