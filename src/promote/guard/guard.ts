import { PromoteError, settleAll } from '../../base/errors.js';
import { renderImageReference } from '../../base/image.js';
import type { Commit, GitOpsRepository } from '../../ports/gitops.js';
import type { Logger, SourceRepository } from '../../ports/runner.js';
import { SEARCHED_FILE_COMMITS } from '../history/record.js';
import type { Replay } from '../history/replay.js';
import { computeStanding, findBuiltCommit, comesAgain } from '../history/taken-back.js';
import type { TargetResult } from '../model/result.js';
import { findRecordedCommit } from './deployed-commit.js';
import {
  describeDeployed,
  type GuardedCommit,
  type GuardPolicy,
  renderUnguarded,
  renderUnordered,
} from './explain.js';
import { findGoingBack, type GoingBack } from './going-back.js';
import { type Histories, missingHistory, readHistories, replayUpToDate } from './history.js';
import { SourceOrder } from './order.js';
import { renderHistoryHidden } from './refusals.js';
import { type Judged, judgeTargets, type Verdict } from './verdict.js';

interface GuardPorts {
  readonly source: SourceRepository;
  readonly repository: GitOpsRepository;
  readonly logger: Logger;
}

const TAKEN_BACK = {
  what: 'what is deployed now, and whether this commit was taken back',
  cure: 'To promote without knowing it, set stale: allow.',
};

/** How often a server is looked at until it shows a file and its history as they are. */
const PATIENT_LOOKS = 6;

/** Whether a target deploys something else now: not what is new there, nor the same image. */
function replacesAnother({ image, previousImage, changes }: TargetResult): boolean {
  const isNew = changes.every(({ before }) => before === undefined);
  if (isNew || previousImage === undefined) return !isNew;
  return renderImageReference(previousImage) !== renderImageReference(image);
}

/**
 * Keeps an older run from overwriting what a newer one has promoted, and what was taken back from
 * coming again, by the order of the commits in the source repository. What cannot be told is a
 * warning, once, and does not stop the promotion.
 */
export class OrderGuard {
  readonly #order: SourceOrder;
  readonly #policy: GuardPolicy;
  readonly #ports: GuardPorts;
  readonly #told = new Set<string>();
  #looks = 0;

  constructor(commit: GuardedCommit, policy: GuardPolicy, ports: GuardPorts) {
    this.#order = new SourceOrder(commit, ports, policy.stale === 'allow');
    this.#policy = policy;
    this.#ports = ports;
  }

  /** Tells the commit that is promoted, which may be found out only while files are read. */
  identify(sourceSha: string | undefined): void {
    this.#order.identify(sourceSha);
  }

  /**
   * Judges a promotion by what its targets ask for now, and by what was taken back of them.
   * @returns Why it may not go on; else what it takes back, which is so with `stale: allow` alone.
   * @throws PromoteError `unavailable` or `order-unknown` when it cannot be told, for the moment where
   *   that is transient; never with `stale: allow`.
   */
  async judge(targets: readonly TargetResult[]): Promise<Pick<Verdict, 'problem'> & GoingBack> {
    const changing = targets.filter(replacesAnother);
    if (changing.length === 0) return { takesBack: [] };
    this.#looks += 1;
    // It is asked for beside the comparison.
    const histories = this.#readHistories(changing);
    const looks = changing.map((target) => this.#look(target, histories));
    const [read, ...judged] = await settleAll([histories, ...looks]);
    const { problem, notices, warnings } = judgeTargets(judged, {
      commit: this.#order.commit,
      policy: this.#policy,
      repository: this.#ports.repository.name,
    });
    if (problem !== undefined) return { problem, takesBack: [] };
    if (read === undefined) this.#warn(renderHistoryHidden(this.#ports.repository.name));
    for (const warning of warnings) this.#warn(warning);
    for (const notice of notices) this.#tell(notice, 'notice');
    if (this.#policy.stale !== 'allow') return { takesBack: [] };
    return this.#findGoingBack(judged, read);
  }

  /**
   * By how many commits `base` is newer than the promoted one; `undefined` when it is not.
   * @param what Where the commit is from, for people: a sentence without its end.
   */
  async countCommitsAhead(base: string, what: string): Promise<number | undefined> {
    const { sourceRepository } = this.#order.commit;
    const comparison = await this.#order.compare(base);
    if (comparison?.relation === 'behind') return comparison.commits;
    this.#warn(
      comparison === undefined
        ? renderUnguarded(what, 'no-source-sha')
        : renderUnordered(what, base, comparison, sourceRepository),
    );
    return undefined;
  }

  async #look(target: TargetResult, read: Promise<Histories | undefined>): Promise<Judged> {
    const { file, previousImage: image } = target;
    const findRecorded = async () =>
      image && findRecordedCommit((await read)?.get(file) ?? [], image)?.sha;
    const [compared, replayed] = await settleAll([
      this.#compareDeployed(target, findRecorded),
      read.then((histories) => this.#replay(target, histories?.get(file) ?? [])),
    ]);
    return { target, ...compared, ...replayed };
  }

  async #compareDeployed(
    target: TargetResult,
    findRecorded: () => Promise<string | undefined>,
  ): Promise<Pick<Judged, 'deployed' | 'comparison'>> {
    const deployed = await this.#order.findDeployed(target, findRecorded);
    this.#ports.logger.debug(
      `${describeDeployed(target)}: its commit is ${deployed ?? 'not known'}.`,
    );
    return { deployed, comparison: await this.#order.compare(deployed) };
  }

  /** @param commits Of its file, newest first. */
  async #replay(
    target: TargetResult,
    commits: readonly Commit[],
  ): Promise<Pick<Judged, 'replay' | 'standings' | 'isLong'>> {
    const { image } = target;
    const isLasting = this.#policy.stale === 'allow' || this.#looks >= PATIENT_LOOKS;
    const replay = replayUpToDate(commits, target, isLasting, (detail) =>
      missingHistory([target.file], this.#ports.repository, detail, TAKEN_BACK),
    );
    const looks = replay.takenBack.map(async (taken) => {
      const comparison = await this.#order.compare(findBuiltCommit(taken));
      return { taken, standing: computeStanding(taken, image, comparison) };
    });
    const [standings, isForward] = await settleAll([settleAll(looks), this.#isForward(replay)]);
    const isLong = commits.length >= SEARCHED_FILE_COMMITS;
    if (!isForward) return { replay, standings, isLong };
    const held = standings.filter(({ taken, standing }) => {
      return !replay.replaced.includes(taken) || comesAgain(standing);
    });
    return { replay: { ...replay, isBack: false }, standings: held, isLong };
  }

  /** Whether a person has put something newer in the place of what stood: nobody has gone back. */
  async #isForward({ isBack, replaced }: Replay): Promise<boolean> {
    if (!isBack || replaced.length === 0) return false;
    const looks = replaced.map(({ replacedBy = {}, sourceSha }) =>
      this.#order.isAfter(findBuiltCommit(replacedBy), sourceSha),
    );
    return (await settleAll(looks)).every(Boolean);
  }

  async #readHistories(targets: readonly TargetResult[]): Promise<Histories | undefined> {
    const { repository } = this.#ports;
    const files = [...new Set(targets.map(({ file }) => file))];
    return readHistories(files, repository, TAKEN_BACK).catch((error: unknown) => {
      if (this.#policy.stale !== 'allow' || !(error instanceof PromoteError)) throw error;
      this.#warn(error.message);
      return new Map<string, readonly Commit[]>();
    });
  }

  /** Of all targets, where one goes back. */
  async #findGoingBack(judged: readonly Judged[], read: Histories | undefined): Promise<GoingBack> {
    const found: GoingBack[] = [];
    for (const { target, comparison, replay } of judged) {
      // What is newer than all that stands takes nothing back.
      if (comparison?.relation === 'ahead') continue;
      const newest = read?.get(target.file)?.[0]?.sha;
      found.push(await findGoingBack(replay, target.image, newest, this.#order));
    }
    const takesBack = [...new Set(found.flatMap((each) => each.takesBack))];
    return { ...found[0], takesBack };
  }

  #warn(message: string | undefined): void {
    this.#tell(message, 'warning');
  }

  /** A further try says it no second time. */
  #tell(message: string | undefined, kind: 'warning' | 'notice'): void {
    if (message === undefined || this.#told.has(message)) return;
    this.#told.add(message);
    this.#ports.logger[kind](message);
  }
}
