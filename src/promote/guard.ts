import type { GitOpsRepository } from '../gitops-ports.js';
import type { Comparison, Logger, SourceRepository } from '../ports.js';
import { renderImageReference } from '../tag/reference.js';
import type { ImageReference } from '../tag/result.js';
import { findCommitInTag } from '../tag/sha.js';
import { renderUnguarded, renderUnordered } from './guard-messages.js';
import { readIfAllowed } from './optional-read.js';
import { readRecordedCommit } from './recorded-commit.js';
import type { TargetResult } from './result.js';

export interface GuardPorts {
  readonly source: SourceRepository;
  readonly repository: GitOpsRepository;
  readonly logger: Logger;
}

/** What is promoted, as far as its age depends on it. */
export interface GuardedCommit {
  /** `owner/name` of the source repository. */
  readonly sourceRepository: string;
  /** In full; absent when it is not known. */
  readonly sourceSha?: string;
}

/** A target that asks for a newer commit than the one that is promoted. */
export interface NewerTarget {
  readonly file: string;
  readonly image: ImageReference;
  /** How many commits it is ahead. */
  readonly commits: number;
}

/**
 * Keeps an older run from overwriting what a newer one has promoted, by the order of the commits in
 * the source repository. What cannot be told is a warning, once, and does not stop the promotion.
 */
export class OrderGuard {
  readonly #commit: GuardedCommit;
  readonly #ports: GuardPorts;
  readonly #comparisons = new Map<string, Comparison>();
  readonly #warnings = new Set<string>();

  constructor(commit: GuardedCommit, ports: GuardPorts) {
    this.#commit = commit;
    this.#ports = ports;
  }

  /**
   * The first target that asks for something newer now, if any.
   * @throws PromoteError of the source or the GitOps repository.
   */
  async findNewer(targets: readonly TargetResult[]): Promise<NewerTarget | undefined> {
    for (const { file, image, previousImage, changes } of targets) {
      const isNew = changes.every(({ before }) => before === undefined);
      if (isNew || isSame(previousImage, image)) continue;
      const commits = await this.#countNewer(file, previousImage);
      if (commits !== undefined && previousImage !== undefined) {
        return { file, image: previousImage, commits };
      }
    }
    return undefined;
  }

  /**
   * By how many commits `base` is newer than the promoted one; `undefined` when it is not.
   * @param what Where the commit is from, for people: a sentence without its end.
   */
  async countCommitsAhead(base: string | undefined, what: string): Promise<number | undefined> {
    const { sourceSha, sourceRepository } = this.#commit;
    if (sourceSha === undefined || base === undefined) {
      this.#warn(renderUnguarded(what, sourceSha === undefined ? 'no-source-sha' : 'no-commit'));
      return undefined;
    }
    const comparison = await this.#compare(base, sourceSha);
    if (comparison.relation === 'behind') return comparison.commits;
    this.#warn(renderUnordered(what, base, comparison, sourceRepository));
    return undefined;
  }

  async #countNewer(file: string, deployed: ImageReference | undefined) {
    const what = `${file} asks for ${deployed ? renderImageReference(deployed) : 'an image that is not known'}`;
    const isAsked = deployed !== undefined && this.#commit.sourceSha !== undefined;
    const base = isAsked ? await this.#findDeployedCommit(file, deployed) : undefined;
    return this.countCommitsAhead(base, what);
  }

  /**
   * The commit that the tag names, if the source repository has it; else the one that its promotion
   * has told. Digits alone are more often a date or a build number, so there it is asked the other
   * way round.
   */
  async #findDeployedCommit(file: string, deployed: ImageReference): Promise<string | undefined> {
    const named = deployed.tag === undefined ? undefined : findCommitInTag(deployed.tag);
    const isCommit = named !== undefined && /[a-f]/.test(named);
    if (isCommit && (await this.#isKnown(named))) return named;
    const recorded = await this.#readRecorded(file, deployed);
    return recorded ?? named;
  }

  async #isKnown(base: string): Promise<boolean> {
    const { sourceSha = '' } = this.#commit;
    const comparison = await this.#compare(base, sourceSha);
    return comparison.relation !== 'unknown' || comparison.cause !== 'absent';
  }

  async #readRecorded(file: string, deployed: ImageReference): Promise<string | undefined> {
    const { repository: gitops } = this.#ports;
    const recorded = await readIfAllowed(readRecordedCommit(file, deployed, gitops));
    const { sourceRepository } = this.#commit;
    const { repository = sourceRepository } = recorded ?? {};
    return repository.toLowerCase() === sourceRepository.toLowerCase() ? recorded?.sha : undefined;
  }

  /** The history of two commits does not change, so one answer does for all targets and tries. */
  async #compare(base: string, head: string): Promise<Comparison> {
    if (head.startsWith(base)) return { relation: 'identical' };
    const known = [...this.#comparisons].find(([of]) => of.startsWith(base) || base.startsWith(of));
    if (known !== undefined) return known[1];
    const comparison = await this.#ports.source.compareCommits(base, head);
    this.#comparisons.set(base, comparison);
    return comparison;
  }

  /** A further try says it no second time. */
  #warn(message: string | undefined): void {
    if (message === undefined || this.#warnings.has(message)) return;
    this.#warnings.add(message);
    this.#ports.logger.warning(message);
  }
}

function isSame(previous: ImageReference | undefined, image: ImageReference): boolean {
  return previous !== undefined && renderImageReference(previous) === renderImageReference(image);
}
