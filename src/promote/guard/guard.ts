import { PromoteError } from '../../base/errors.js';
import { renderImageReference } from '../../base/image.js';
import type { Commit, GitOpsRepository } from '../../ports/gitops.js';
import type { Comparison, Logger, SourceRepository } from '../../ports/runner.js';
import { findNamedCommit, findRecordedCommit } from './deployed-commit.js';
import { readHistories } from './history.js';
import type { TargetResult } from '../model/result.js';
import {
  describeDeployed,
  type GuardedCommit,
  type NewerTarget,
  renderAmbiguous,
  renderCompared,
  renderUnguarded,
  renderUnordered,
} from './explain.js';

interface GuardPorts {
  readonly source: SourceRepository;
  readonly repository: GitOpsRepository;
  readonly logger: Logger;
}

/** Commits by file, newest first; read when the first target needs them, for all at once. */
type Histories = () => Promise<ReadonlyMap<string, readonly Commit[]>>;

const DEPLOYED = {
  what: 'which commit is deployed now',
  cure: 'To promote without knowing which of the two is newer, set stale: allow.',
};

/** Whether a target deploys something else now: not what is new there, nor the same image. */
function replacesAnother({ image, previousImage, changes }: TargetResult): boolean {
  const isNew = changes.every(({ before }) => before === undefined);
  if (isNew || previousImage === undefined) return !isNew;
  return renderImageReference(previousImage) !== renderImageReference(image);
}

/**
 * Keeps an older run from overwriting what a newer one has promoted, by the order of the commits in
 * the source repository. What cannot be told is a warning, once, and does not stop the promotion.
 */
export class OrderGuard {
  #commit: GuardedCommit;
  readonly #ports: GuardPorts;
  readonly #comparisons = new Map<string, Comparison>();
  readonly #warnings = new Set<string>();

  constructor(commit: GuardedCommit, ports: GuardPorts) {
    this.#commit = commit;
    this.#ports = ports;
  }

  /** Tells the commit that is promoted, which may be found out only while files are read. */
  identify(sourceSha: string | undefined): void {
    this.#commit = { ...this.#commit, sourceSha };
  }

  /**
   * The first target that asks for something newer now, if any.
   * @throws PromoteError `unavailable` or `order-unknown` when it cannot be told, for the moment where
   *   that is transient.
   */
  async findNewer(targets: readonly TargetResult[]): Promise<NewerTarget | undefined> {
    const changing = targets.filter(replacesAnother);
    const histories = this.#openHistories(changing.map(({ file }) => file));
    for (const target of changing) {
      const base = await this.#findDeployedCommit(target, histories);
      const commits = await this.countCommitsAhead(base, describeDeployed(target));
      if (commits !== undefined) return { target, commits };
    }
    return undefined;
  }

  /**
   * By how many commits `base` is newer than the promoted one; `undefined` when it is not.
   * @param what Where the commit is from, for people: a sentence without its end.
   */
  async countCommitsAhead(base: string | undefined, what: string): Promise<number | undefined> {
    const { sourceSha, sourceRepository } = this.#commit;
    this.#ports.logger.debug(`${what}: its commit is ${base ?? 'not known'}.`);
    if (sourceSha === undefined || base === undefined) {
      this.#warn(renderUnguarded(what, sourceSha === undefined ? 'no-source-sha' : 'no-commit'));
      return undefined;
    }
    const comparison = await this.#compare(base, sourceSha);
    if (comparison.relation === 'behind') return comparison.commits;
    this.#warn(renderUnordered(what, base, comparison, sourceRepository));
    return undefined;
  }

  /** What a tag names counts if the source repository has it; else what its promotion has told. */
  async #findDeployedCommit(target: TargetResult, histories: Histories) {
    const { sourceSha } = this.#commit;
    if (sourceSha === undefined) return undefined;
    const named = findNamedCommit(target, sourceSha);
    const recorded = async () => this.#findRecorded(target, histories);
    if (named === undefined) return recorded();
    if (named.isDoubtful) return (await recorded()) ?? named.commit;
    const cause = await this.#findCause(named.commit, sourceSha);
    if (cause === 'another') return this.#completeName(named.commit, await recorded());
    return cause === 'absent' ? ((await recorded()) ?? named.commit) : named.commit;
  }

  /** The commit that the promotion of what is deployed now has told. */
  async #findRecorded({ previousImage, file }: TargetResult, histories: Histories) {
    if (previousImage === undefined) return undefined;
    return findRecordedCommit((await histories()).get(file) ?? [], previousImage)?.sha;
  }

  /**
   * The commit in full that an abbreviation stands for which is also the name of a branch or tag.
   * @throws PromoteError `order-unknown` where nobody tells it: a name may not decide the order.
   */
  async #completeName(abbreviation: string, recorded: string | undefined): Promise<string> {
    if (recorded?.startsWith(abbreviation)) return recorded;
    const commit = (await this.#ports.source.resolveCommit(abbreviation)) ?? recorded;
    if (commit !== undefined) return commit;
    throw new PromoteError('order-unknown', renderAmbiguous(abbreviation, this.#commit));
  }

  /** Why a comparison tells nothing, if it does not. */
  async #findCause(base: string, head: string) {
    const comparison = await this.#compare(base, head);
    return comparison.relation === 'unknown' ? comparison.cause : undefined;
  }

  #openHistories(files: readonly string[]): Histories {
    const { repository } = this.#ports;
    let read: ReturnType<Histories> | undefined;
    return () => (read ??= readHistories([...new Set(files)], repository, DEPLOYED));
  }

  /** The history of two commits does not change, so one answer does for all targets and tries. */
  async #compare(base: string, head: string): Promise<Comparison> {
    if (head.startsWith(base)) return { relation: 'identical' };
    const known = this.#comparisons.get(base);
    if (known !== undefined) return known;
    const comparison = await this.#ports.source.compareCommits(base, head);
    this.#comparisons.set(base, comparison);
    this.#ports.logger.debug(renderCompared(base, head, comparison, this.#commit));
    return comparison;
  }

  /** A further try says it no second time. */
  #warn(message: string | undefined): void {
    if (message === undefined || this.#warnings.has(message)) return;
    this.#warnings.add(message);
    this.#ports.logger.warning(message);
  }
}
