import { PromoteError } from '../../base/errors.js';
import { type ImageReference, parseImageReference } from '../../base/image.js';
import type { Commit, GitOpsRepository } from '../../ports/gitops.js';
import type { Clock, Comparison, SourceRepository } from '../../ports/runner.js';
import type { RevisionFacts, Revisions } from '../rules/expectation.js';
import { type AskedImage, isAskedFor, pinnedOf } from './asked-image.js';
import { findTakenBack, findLaterImage } from './later-commits.js';

/** How many commits of a revision are read. */
const SEARCHED_COMMITS = 100;

/** How often a revision has to be absent: a server may know of a new commit a moment later. */
const ABSENT_TIMES = 3;

/** Failures that say nothing of a file, but of the token. */
const FORBIDDEN = ['token-invalid', 'token-forbidden', 'repository-not-found'];

/** What the commit is, and what its files ask for. */
export interface HistoryQuestion {
  readonly commit: string;
  readonly image: ImageReference;
  /** The commit of the source that the image was built from, where it is known. */
  readonly sourceSha?: string;
  /** Whether the commit itself changed the image: then nothing before it counts. */
  readonly isWritten: boolean;
}

export interface HistoryPorts {
  /** Compares commits of the GitOps repository. */
  readonly history: Pick<SourceRepository, 'compareCommits'>;
  /** The GitOps repository at a commit. */
  readonly openAt: (revision: string) => Promise<Pick<GitOpsRepository, 'readNewestCommits'>>;
  /** The image that the targets ask for at a revision; absent where no targets are given. */
  readonly readAsked?: (revision: string) => Promise<AskedImage>;
  readonly clock: Pick<Clock, 'date'>;
}

/** What the GitOps repository tells of revisions, each asked once. */
export class RevisionHistory {
  readonly #question: HistoryQuestion;
  readonly #ports: HistoryPorts;
  readonly #known = new Map<string, RevisionFacts>();
  readonly #absent = new Map<string, number>();
  /** Several Applications ask about one revision at the same time. */
  readonly #asking = new Map<string, Promise<void>>();
  /** Before when the server asks not to be asked again, in ms since 1970. */
  #notBefore = 0;

  constructor(question: HistoryQuestion, ports: HistoryPorts) {
    this.#question = question;
    this.#ports = ports;
  }

  get known(): Revisions {
    return this.#known;
  }

  /**
   * Learns what is not known yet of revisions. What the server does not tell now stays unknown.
   * @throws PromoteError when the token may not read the GitOps repository.
   */
  async learn(revisions: readonly string[]): Promise<void> {
    if (this.#ports.clock.date() < this.#notBefore) return;
    const unknown = revisions.filter((revision) => !this.#known.has(revision));
    await Promise.all(unknown.map((revision) => this.#learnOnce(revision)));
  }

  #learnOnce(revision: string): Promise<void> {
    const running =
      this.#asking.get(revision) ??
      this.#learn(revision).finally(() => this.#asking.delete(revision));
    this.#asking.set(revision, running);
    return running;
  }

  async #learn(revision: string): Promise<void> {
    try {
      const facts = await this.#ask(revision);
      if (this.#isSure(revision, facts)) this.#known.set(revision, facts);
    } catch (error) {
      if (!(error instanceof PromoteError) || !error.isTransient) throw error;
      this.#notBefore = Math.max(this.#notBefore, error.retryAt ?? 0);
    }
  }

  #isSure(revision: string, { relation }: RevisionFacts): boolean {
    if (relation !== 'absent') return true;
    const times = (this.#absent.get(revision) ?? 0) + 1;
    this.#absent.set(revision, times);
    return times >= ABSENT_TIMES;
  }

  async #ask(revision: string): Promise<RevisionFacts> {
    const { commit, isWritten } = this.#question;
    if (revision === commit) return this.#readPinned(revision);
    const relation = relationOf(await this.#ports.history.compareCommits(commit, revision));
    const isBefore = relation === 'earlier' && isWritten;
    if (relation === 'same') return this.#readPinned(revision);
    if (relation === 'absent' || isBefore) {
      return { relation, asks: 'untold' };
    }
    const asked = await this.#readAsked(revision, relation);
    if (typeof asked === 'string') return { relation, asks: asked };
    if ('pinned' in asked) return { relation, asks: 'ours', pinned: asked.pinned };
    const takenBackBy = relation === 'later' ? await this.#findTakenBack(revision) : undefined;
    const facts = { relation, asks: 'other', other: asked.other } as const;
    return { ...facts, ...(takenBackBy !== undefined && { takenBackBy }) };
  }

  /** A commit that changed the image tells its digest by itself, or there is none. */
  async #readPinned(revision: string): Promise<RevisionFacts> {
    const { isWritten, image } = this.#question;
    const isTold = isWritten || image.digest !== undefined;
    const asked = isTold ? 'untold' : await this.#readAsked(revision, 'same');
    const isPinned = typeof asked === 'object' && 'pinned' in asked;
    return isPinned
      ? { relation: 'same', asks: 'ours', pinned: asked.pinned }
      : { relation: 'same', asks: 'untold' };
  }

  async #readAsked(
    revision: string,
    relation: RevisionFacts['relation'],
  ): Promise<AskedImage | 'untold' | 'unreadable'> {
    const { readAsked } = this.#ports;
    if (readAsked !== undefined) {
      return readAsked(revision).catch((error: unknown) => {
        if (!(error instanceof PromoteError)) throw error;
        if (error.isTransient || FORBIDDEN.includes(error.code)) throw error;
        return 'unreadable';
      });
    }
    if (relation !== 'later') return 'untold';
    const { commit, image, sourceSha } = this.#question;
    const later = await this.#readLater(revision);
    const text = findLaterImage(later, image.repository);
    if (text === undefined) {
      const isTakenBack = findTakenBack(later, { commit, sourceSha, image }) !== undefined;
      return isTakenBack ? { other: 'the image before it' } : 'untold';
    }
    const parsed = parseImageReference(text);
    const isOurs = parsed.valid && isAskedFor(parsed.reference, image);
    return isOurs ? pinnedOf([parsed.reference], image) : { other: text };
  }

  async #findTakenBack(revision: string): Promise<string | undefined> {
    const { commit, sourceSha, image } = this.#question;
    return findTakenBack(await this.#readLater(revision), { commit, sourceSha, image });
  }

  /** The commits after ours up to a later revision, newest first. */
  async #readLater(revision: string): Promise<readonly Commit[]> {
    const repository = await this.#ports.openAt(revision);
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const end = commits.findIndex(({ sha }) => sha === this.#question.commit);
    return end === -1 ? commits : commits.slice(0, end);
  }
}

function relationOf(comparison: Comparison): RevisionFacts['relation'] {
  switch (comparison.relation) {
    case 'identical':
      return 'same';
    case 'ahead':
      return 'later';
    case 'behind':
      return 'earlier';
    case 'diverged':
      return 'unrelated';
    case 'unknown':
      if (comparison.cause === 'unrelated' || comparison.cause === 'another') return 'unrelated';
      if (comparison.cause === 'absent') return 'absent';
      throw new PromoteError(
        'token-forbidden',
        `gitops-token: the commits of the GitOps repository cannot be compared: ${comparison.detail}. Give it contents: read there.`,
      );
  }
}
