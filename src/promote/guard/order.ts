import { PromoteError } from '../../base/errors.js';
import type { Comparison, Logger, SourceRepository } from '../../ports/runner.js';
import type { TargetResult } from '../model/result.js';
import { findNamedCommit } from './deployed-commit.js';
import { type GuardedCommit, renderAmbiguous, renderCompared } from './explain.js';

interface OrderPorts {
  readonly source: Pick<SourceRepository, 'compareCommits' | 'resolveCommit'>;
  readonly logger: Logger;
}

/** How the promoted commit stands to others of the source repository. */
export class SourceOrder {
  #commit: GuardedCommit;
  readonly #ports: OrderPorts;
  readonly #isTolerant: boolean;
  /** The history of two commits does not change: one answer does for all targets and tries. */
  readonly #asked = new Map<string, Promise<Comparison>>();

  /** @param isTolerant Whether what the server refuses to compare is unknown, and no failure. */
  constructor(commit: GuardedCommit, ports: OrderPorts, isTolerant: boolean) {
    this.#commit = commit;
    this.#ports = ports;
    this.#isTolerant = isTolerant;
  }

  /** The commit that is promoted. */
  get commit(): GuardedCommit {
    return this.#commit;
  }

  /** Tells the commit that is promoted, which may be found out only while files are read. */
  identify(sourceSha: string | undefined): void {
    this.#commit = { ...this.#commit, sourceSha };
  }

  /**
   * How the promoted commit stands to another one, if both are known. An abbreviation that is also the
   * name of a branch or tag, or of which the server does not tell what it compared, is completed first.
   * @param base In full or abbreviated.
   * @throws PromoteError `unavailable` or `order-unknown`; it is asked again after that.
   */
  async compare(base: string | undefined): Promise<Comparison | undefined> {
    if (base === undefined) return undefined;
    return this.#compareCompleted(base, async (name) => this.#compareName(name));
  }

  async #compareCompleted<T extends Comparison | undefined>(
    base: string,
    compareName: (base: string) => Promise<T>,
  ): Promise<T> {
    const compared = await compareName(base);
    const commit = isOfAnother(compared) ? await this.complete(base) : undefined;
    return commit === undefined ? compared : compareName(commit);
  }

  async #compareName(base: string | undefined): Promise<Comparison | undefined> {
    const { sourceSha } = this.#commit;
    if (sourceSha === undefined || base === undefined) return undefined;
    if (sourceSha.startsWith(base)) return { relation: 'identical' };
    const asked = this.#asked.get(base) ?? this.#ask(base, sourceSha);
    this.#asked.set(base, asked);
    return asked;
  }

  /**
   * Whether a commit comes after another one, as far as the server tells.
   * @param newer In full or abbreviated.
   * @param older In full.
   * @throws PromoteError as `compare`.
   */
  async isAfter(newer: string | undefined, older: string | undefined): Promise<boolean> {
    if (newer === undefined || older === undefined) return false;
    const { source } = this.#ports;
    const { relation } = await this.#compareCompleted(newer, async (name) =>
      source.compareCommits(name, older).catch((error: unknown) => this.#tolerate(error)),
    );
    return relation === 'behind';
  }

  /**
   * The commit behind what a target deploys now: what its tag names counts if the source repository
   * has it; else what the promotion has told.
   * @param readRecorded The commit that the promotion of what is deployed has told.
   * @throws PromoteError as `compare`.
   */
  async findDeployed(
    target: TargetResult,
    readRecorded: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const { sourceSha } = this.#commit;
    if (sourceSha === undefined) return undefined;
    const named = findNamedCommit(target, sourceSha);
    if (named === undefined) return readRecorded();
    if (named.isDoubtful) return (await readRecorded()) ?? named.commit;
    const comparison = await this.#compareName(named.commit);
    if (isOfAnother(comparison)) return this.#completeName(named.commit, await readRecorded());
    const isAbsent = comparison?.relation === 'unknown' && comparison.cause === 'absent';
    return isAbsent ? ((await readRecorded()) ?? named.commit) : named.commit;
  }

  /** The commit in full that an abbreviation stands for, where one is known by it. */
  async complete(abbreviation: string): Promise<string | undefined> {
    try {
      return await this.#ports.source.resolveCommit(abbreviation);
    } catch (error) {
      this.#tolerate(error);
      return undefined;
    }
  }

  async #ask(base: string, head: string): Promise<Comparison> {
    const compared = await this.#ports.source.compareCommits(base, head).catch((error: unknown) => {
      this.#asked.delete(base);
      return this.#tolerate(error);
    });
    this.#ports.logger.debug(renderCompared(base, head, compared, this.#commit));
    return compared;
  }

  /** A failure as the reason why nothing is known. @throws The failure, where it counts. */
  #tolerate(error: unknown): Comparison {
    if (!this.#isTolerant || !(error instanceof PromoteError)) throw error;
    const detail = error.message.replace(/\.$/, '');
    return { relation: 'unknown', cause: 'forbidden', detail };
  }

  /**
   * The commit in full that an abbreviation stands for which is also the name of a branch or tag.
   * @throws PromoteError `order-unknown` where nobody tells it: a name may not decide the order.
   */
  async #completeName(
    abbreviation: string,
    recorded: string | undefined,
  ): Promise<string | undefined> {
    if (recorded?.startsWith(abbreviation)) return recorded;
    const commit = (await this.complete(abbreviation)) ?? recorded;
    if (commit !== undefined || this.#isTolerant) return commit;
    throw new PromoteError('order-unknown', renderAmbiguous(abbreviation, this.#commit));
  }
}

function isOfAnother(comparison: Comparison | undefined): boolean {
  return comparison?.relation === 'unknown' && comparison.cause === 'another';
}
