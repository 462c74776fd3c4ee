import type { ImageReference } from '../../base/image.js';
import {
  type ByHand,
  findPreviousOf,
  isGoingBack,
  isSameImage,
  type PromotionRecord,
  type TargetHistory,
  type TargetIdentity,
} from './record.js';
import { chainOf, leaveOut, type State } from './state.js';
import {
  compareCommits,
  findBuiltCommit,
  isOfCommit,
  isOfImage,
  noteTakenBack,
  type TakenBack,
} from './taken-back.js';

/** What a target's history comes to. */
export interface Replay {
  /** What stands now; absent where nothing is known of it. Nothing below it was taken back. */
  readonly top?: State;
  /** In the order in which they were taken back. */
  readonly takenBack: readonly TakenBack[];
  /** Whether the newest event took something back, and no promotion came since. */
  readonly isBack: boolean;
  /**
   * What it took back, where a person did so who put something else in its place: that may be newer,
   * so that nobody has gone back. Empty where something else was taken back since the newest promotion.
   */
  readonly replaced: readonly TakenBack[];
}

/**
 * Plays a target's promotions and rollbacks again, and finds between them what people did by hand.
 *
 * A promotion goes on top of what stands. Where a person has changed the file since, what the next
 * record says that it replaced, or in the end what is deployed, tells what stands there: if that is
 * another state than the newest, somebody went to it by `git revert`, by a revert button or by an
 * edit, and what they left was taken back. What somebody went to is not taken back any more; what it
 * stood on once stays so, unless the rollback that took it back was reverted.
 *
 * Where nobody has changed the file, an image that does not fit was read at another moment than the
 * history, and means nothing.
 *
 * @param history Of the target.
 * @param target With what it asks for now, where that is known.
 */
export function replayRecords(
  { records, byHand }: TargetHistory,
  { name, image: deployed }: TargetIdentity,
): Replay {
  const play = new Play();
  for (const record of records) {
    play.witness(findPreviousOf(record, name), record.byHand);
    play.apply(record);
  }
  play.witness(deployed, byHand);
  return play.end();
}

/** A state while its history is played: whoever brings its image again may tell its commit. */
interface Entry extends State {
  sourceSha?: string;
  /** When it came the last time: how many events were before. */
  at: number;
  readonly below?: Entry;
}

class Play {
  /** Every state that was seen, in the order of their coming. */
  readonly #states: Entry[] = [];
  #takenBack: readonly TakenBack[] = [];
  #top: Entry | undefined;
  #isBack = false;
  #events = 0;
  /** The number of the event that was the newest promotion. */
  #promotedAt = 0;

  end(): Replay {
    const top = leaveOut(this.#top, (state) => this.#isTakenBack(state) || this.#isRefuted(state));
    const isReplaced = ({ at, replacedBy }: TakenBack) =>
      at === this.#events && replacedBy !== undefined;
    const recent = this.#listRecent();
    const replaced = recent.every(isReplaced) ? recent : [];
    return { top, takenBack: this.#takenBack, isBack: this.#isBack, replaced };
  }

  /**
   * An image that is known to stand there at this moment.
   * @param byHand What people did before it; where they did nothing, nobody can have brought it.
   */
  witness(image: ImageReference | undefined, byHand: ByHand | undefined): void {
    if (image === undefined || (this.#top !== undefined && byHand === undefined)) return;
    this.#events += 1;
    const known = this.#findState(image);
    if (known !== undefined) {
      if (known !== this.#top) this.#goTo(known, undefined, byHand);
      return;
    }
    // It is older than what is known of, or was put there by hand in the place of what stood.
    const stood = this.#top;
    if (stood !== undefined) this.#takeBack(stood, { replacedBy: { image } });
    this.#push({ image, below: stood?.below, before: stood?.before, at: this.#events });
  }

  apply(record: PromotionRecord): void {
    const { image, parent } = record;
    this.#events += 1;
    const isRollback = isGoingBack(record);
    const popped = isRollback ? this.#pop(record) : undefined;
    if (image !== undefined && !(isRollback && this.#goBackTo(image, record.sha))) {
      this.#promote(record, image, popped === undefined ? parent : popped.before);
    }
    this.#tell(record);
    this.#isBack = isRollback;
    if (!isRollback) this.#promotedAt = this.#events;
  }

  /** An image is of one commit, also where it stood before anybody told which. */
  #tell({ image, sourceSha }: PromotionRecord): void {
    if (image === undefined) return;
    for (const state of this.#states) if (asksFor(state, image)) state.sourceSha ??= sourceSha;
  }

  /** The same again, as with a digest, is no further step. */
  #promote(record: PromotionRecord, image: ImageReference, before: string | undefined): void {
    const { sourceSha } = record;
    const top = this.#top;
    const isAgain = top && asksFor(top, image) && top.sourceSha === sourceSha;
    const at = this.#events;
    if (!isAgain) this.#push({ record, image, sourceSha, below: top, before, at });
    this.#takenBack = this.#takenBack.filter((taken) => !isOfCommit(taken, record));
  }

  /**
   * Takes back what a record says that it does.
   * @returns The lowest state of these.
   */
  #pop({ sha, rollbackOf, takesBack, sourceRepository }: PromotionRecord): Entry | undefined {
    const isLast = ({ record }: State) => rollbackOf !== undefined && record?.sha === rollbackOf;
    const isNamed = (state: State) => {
      const commit = findBuiltCommit(state);
      return commit !== undefined && takesBack.some((each) => each.startsWith(commit));
    };
    const chain = chainOf(this.#top);
    const last = chain.findIndex(isLast);
    const kept = chain.findIndex((state) => !isNamed(state));
    const named = kept < 0 ? chain.length : kept;
    // A rollback takes back at least what stood, also where its promotion is not known any more; but
    // not what it would have named, which went forward while another of its targets went back.
    const isOther = takesBack.length > 0 && chain[0]?.record?.sourceSha !== undefined;
    const least = rollbackOf === undefined || isOther ? 0 : 1;
    const end = last >= 0 ? last + 1 : Math.max(named, least);
    const left = chain.slice(0, end);
    // What it names and is not on top stays below what is, and is not gone back to.
    const taken = chain.filter((state) => left.includes(state) || (last < 0 && isNamed(state)));
    for (const state of taken) this.#takeBack(state, { by: sha });
    for (const sourceSha of takesBack)
      this.#note({ sourceSha, sourceRepository, by: sha, at: this.#events });
    const lowest = left.at(-1);
    if (lowest !== undefined) this.#top = lowest.below;
    return lowest;
  }

  /** Whether what a rollback restores is a state that is known. */
  #goBackTo(image: ImageReference, by: string): boolean {
    const known = this.#findState(image);
    if (known === undefined) return false;
    this.#goTo(known, by);
    return true;
  }

  /** What stands itself or is nearest below it; else the newest that was left. */
  #findState(image: ImageReference): Entry | undefined {
    const isIt = (state: State) => asksFor(state, image);
    const found = chainOf(this.#top).find(isIt);
    const stands = found !== undefined && (found === this.#top || !this.#isTakenBack(found));
    return stands ? found : this.#states.findLast(isIt);
  }

  /**
   * What only the old state stands on was taken back.
   * @param by The rollback that did it; absent: a person.
   */
  #goTo(state: Entry, by: string | undefined, byHand?: ByHand): void {
    const stands = new Set<State>(chainOf(state));
    const left = chainOf(this.#top).filter((each) => !stands.has(each));
    for (const each of left) {
      const isOver = by !== undefined || chainOf(each).includes(state);
      this.#takeBack(each, isOver ? { by } : { replacedBy: state });
    }
    this.#top = state;
    state.at = this.#events;
    this.#takenBack = this.#takenBack.filter(
      (taken) => !isOfImage(taken, state) && !isUndone(taken, stands, byHand),
    );
    // Whoever undoes one of two rollbacks has not undone the other.
    this.#isBack = left.length > 0 || this.#listRecent().length > 0;
  }

  #push(state: Entry): void {
    this.#states.push(state);
    this.#top = state;
  }

  #takeBack({ image, sourceSha, record }: State, how: Pick<TakenBack, 'by' | 'replacedBy'>): void {
    this.#isBack = true;
    const sourceRepository = record?.sourceRepository;
    this.#note({ image, sourceSha, sourceRepository, at: this.#events, ...how });
  }

  #note(taken: TakenBack): void {
    this.#takenBack = noteTakenBack(this.#takenBack, taken);
  }

  /** What was taken back since the newest promotion. */
  #listRecent(): readonly TakenBack[] {
    return this.#takenBack.filter(({ at }) => at > this.#promotedAt);
  }

  #isTakenBack(state: State): boolean {
    return this.#takenBack.some((taken) => isOfImage(taken, state));
  }

  /** Whether its commit was taken back since it came, as another image. */
  #isRefuted(state: Entry): boolean {
    return this.#takenBack.some(
      (taken) => taken.at > state.at && compareCommits(taken, state) === true,
    );
  }
}

function asksFor(state: State, image: ImageReference): boolean {
  return state.image !== undefined && isSameImage(state.image, image);
}

/** Whether something stands again since the rollback that took it back was reverted. */
function isUndone(taken: TakenBack, stands: ReadonlySet<State>, byHand?: ByHand): boolean {
  if (taken.by === undefined || byHand?.reverted.has(taken.by) !== true) return false;
  return [...stands].some((state) => isOfImage(taken, state));
}
