import type { ImageReference } from '../../base/image.js';
import { isSameImage, type PromotionRecord, type TargetIdentity } from './record.js';

/** What a target asked for at some time, and what it would ask for again one step back. */
export interface State {
  /** The promotion that brought it; absent where a person or something older did. */
  readonly record?: PromotionRecord;
  readonly image?: ImageReference;
  /** The commit of the source behind it, in full, where it is told. */
  readonly sourceSha?: string;
  /** What is left when this one is taken back. */
  readonly below?: State;
  /** The commit of the GitOps repository at which the values of `below` can be read. */
  readonly before?: string;
}

/** What was deployed and was taken back, and not promoted again since. */
export interface TakenBack {
  /** The commit of the source, in full; absent where it is not known. */
  readonly sourceSha?: string;
  /** `owner/name` of that source, where it is told. */
  readonly sourceRepository?: string;
  readonly image?: ImageReference;
  /** The rollback, a commit of the GitOps repository; absent: a person did it without one. */
  readonly by?: string;
}

/** What a target's history comes to. */
export interface Replay {
  /** What stands now; absent where nothing is known of it. */
  readonly top?: State;
  /** In the order in which they were taken back. */
  readonly takenBack: readonly TakenBack[];
  /** Whether the newest event took something back, and no promotion came since. */
  readonly isBack: boolean;
}

/**
 * Plays a target's promotions and rollbacks again, and finds between them what people did by hand.
 *
 * A promotion goes on top of what stands. What a record says that it replaced, and at the end what is
 * deployed, tell what stood there: if that is another state than the newest, somebody went to it by
 * `git revert`, by a revert button or by an edit, and what they left was taken back. A state that was
 * left can be gone back to, as by the revert of a rollback, and is then not taken back any more.
 *
 * @param records Of the target, oldest first.
 * @param deployed What the target asks for now; absent where it is not known.
 */
export function replayHistory(
  records: readonly PromotionRecord[],
  { name, image: deployed }: TargetIdentity,
): Replay {
  const play = new Play();
  for (const record of records) {
    const [first = name] = record.targets;
    // Of several targets the message tells what the first one asked for before.
    if (first === name) play.witness(record.previousImage);
    play.apply(record);
  }
  play.witness(deployed);
  return play.end();
}

class Play {
  /** Every state that was seen, in the order of their coming. */
  readonly #states: State[] = [];
  #takenBack: readonly TakenBack[] = [];
  #top: State | undefined;
  #isBack = false;

  end(): Replay {
    return { top: this.#top, takenBack: this.#takenBack, isBack: this.#isBack };
  }

  /** An image that is known to stand there at this moment. */
  witness(image: ImageReference | undefined): void {
    if (image === undefined) return;
    const known = this.#findState(image);
    if (known === this.#top && known !== undefined) return;
    if (known !== undefined) {
      this.#goTo(known);
      return;
    }
    // It is older than what is known of, or was put there by hand over what stood.
    if (this.#top !== undefined) this.#takeBack(this.#top);
    this.#push({ image, below: this.#top?.below });
  }

  apply(record: PromotionRecord): void {
    const { rollbackOf, takesBack, image } = record;
    const isRollback = rollbackOf !== undefined || takesBack.length > 0;
    const stood = this.#top;
    if (isRollback) this.#pop(record);
    if (image === undefined) return;
    if (isRollback && this.#goBackTo(image)) return;
    this.#promote(
      record,
      image,
      isRollback ? lowestBetween(stood, this.#top)?.before : record.parent,
    );
    this.#isBack = isRollback;
  }

  /** The same again, as with a digest, is no further step. */
  #promote(record: PromotionRecord, image: ImageReference, before: string | undefined): void {
    const { sourceSha } = record;
    const top = this.#top;
    const isAgain = top && this.#holds(top, image) && top.sourceSha === sourceSha;
    if (!isAgain) this.#push({ record, image, sourceSha, below: this.#top, before });
    const isOfCommit = (taken: TakenBack) =>
      taken.sourceSha === undefined
        ? taken.image !== undefined && isSameImage(taken.image, image)
        : taken.sourceSha === sourceSha;
    this.#takenBack = this.#takenBack.filter((taken) => !isOfCommit(taken));
  }

  /** Takes back what a record says that it does. */
  #pop({ sha, rollbackOf, takesBack, sourceRepository }: PromotionRecord): void {
    const isLast = ({ record }: State) => rollbackOf !== undefined && record?.sha === rollbackOf;
    const last = chainOf(this.#top).find(isLast);
    const isNamed = ({ sourceSha }: State) =>
      sourceSha !== undefined && takesBack.includes(sourceSha);
    while (this.#top !== undefined) {
      const isBelow = last === undefined ? !isNamed(this.#top) : !chainOf(this.#top).includes(last);
      if (isBelow) break;
      this.#takeBack(this.#top, sha);
      this.#top = this.#top.below;
    }
    for (const sourceSha of takesBack) this.#note({ sourceSha, sourceRepository, by: sha });
    this.#isBack = true;
  }

  /** Whether what a rollback restores is a state that is known. */
  #goBackTo(image: ImageReference): boolean {
    const known = this.#findState(image);
    if (known === undefined) return false;
    this.#goTo(known);
    this.#isBack = true;
    return true;
  }

  #holds(state: State, image: ImageReference): boolean {
    return state.image !== undefined && isSameImage(state.image, image);
  }

  /** What stands itself or is nearest below it; else the newest that was left. */
  #findState(image: ImageReference): State | undefined {
    const holds = (state: State) => this.#holds(state, image);
    return chainOf(this.#top).find(holds) ?? this.#states.findLast(holds);
  }

  /** What only the old state stands on was taken back by hand; all of the new one's stands again. */
  #goTo(state: State): void {
    const [stood, stands] = [chainOf(this.#top), chainOf(state)];
    const left = stood.filter((each) => !stands.includes(each));
    this.#isBack = left.length > 0;
    for (const each of left) this.#takeBack(each);
    this.#top = state;
    for (const each of stands) if (each === state || !stood.includes(each)) this.#release(each);
  }

  #push(state: State): void {
    this.#states.push(state);
    this.#top = state;
  }

  #takeBack({ image, sourceSha, record }: State, by?: string): void {
    this.#isBack = true;
    this.#note({ image, sourceSha, sourceRepository: record?.sourceRepository, by });
  }

  /** A rollback names the commit of each state that it takes back once more. */
  #note(taken: TakenBack): void {
    const { image, sourceSha } = taken;
    const isNoted = this.#takenBack.some(
      (each) => each.sourceSha === sourceSha && (image === undefined || each.image === image),
    );
    if (!isNoted) this.#takenBack = [...this.#takenBack, taken];
  }

  /** It stands again: this very image alone, since a commit may have several. */
  #release({ image, sourceSha }: State): void {
    const isOf = (taken: TakenBack) =>
      taken.image === undefined || image === undefined
        ? taken.sourceSha === sourceSha
        : isSameImage(taken.image, image);
    this.#takenBack = this.#takenBack.filter((taken) => !isOf(taken));
  }
}

/** A state and all below it, from the top. */
export function chainOf(state: State | undefined): readonly State[] {
  const chain: State[] = [];
  for (let each = state; each !== undefined; each = each.below) chain.push(each);
  return chain;
}

/** The lowest state that `stood` has above `left`. */
function lowestBetween(stood: State | undefined, left: State | undefined): State | undefined {
  const kept = chainOf(left);
  return chainOf(stood).findLast((each) => !kept.includes(each));
}
