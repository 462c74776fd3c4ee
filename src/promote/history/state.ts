import type { ImageReference } from '../../base/image.js';
import type { PromotionRecord } from './record.js';

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

/** A state and all below it, from the top. */
export function chainOf<Each extends { readonly below?: Each }>(
  state: Each | undefined,
): readonly Each[] {
  const chain: Each[] = [];
  for (let each = state; each !== undefined; each = each.below) chain.push(each);
  return chain;
}

/** The chain of a state without those below it that are not wanted. */
export function leaveOut<Each extends State & { readonly below?: Each }>(
  top: Each | undefined,
  isUnwanted: (state: Each) => boolean,
): State | undefined {
  let below: State | undefined;
  let dropped: State | undefined;
  for (const state of chainOf(top).toReversed()) {
    if (state !== top && isUnwanted(state)) {
      dropped ??= state;
    } else {
      below = { ...state, below, before: (dropped ?? state).before };
      dropped = undefined;
    }
  }
  return below;
}
