import { settleAll } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import { isSameImage } from '../history/record.js';
import type { Replay } from '../history/replay.js';
import { chainOf, type State } from '../history/state.js';
import { findBuiltCommit } from '../history/taken-back.js';
import type { SourceOrder } from './order.js';

/** What a promotion takes back that goes back to an older image. */
export interface GoingBack {
  /** Commits of the source, in full. */
  readonly takesBack: readonly string[];
  /** The oldest promotion of these, where it goes back to what stood below it. */
  readonly rollbackOf?: string;
}

/**
 * Finds what stands now and is newer than what is promoted. Where no order is known, what stands on
 * the promoted image is.
 * @param newest The newest commit of the file: what it names in the place of a promotion, where what
 *   is left was brought by hand, tells that it goes back.
 * @throws PromoteError as the comparisons.
 */
export async function findGoingBack(
  { top }: Replay,
  image: ImageReference,
  newest: string | undefined,
  order: Pick<SourceOrder, 'compare' | 'complete'>,
): Promise<GoingBack> {
  const chain = chainOf(top);
  const own = chain.findIndex((state) => state.image && isSameImage(state.image, image));
  const newer: State[] = [];
  for (const state of own < 0 ? chain : chain.slice(0, own)) {
    const { relation = 'unknown' } = (await order.compare(findBuiltCommit(state))) ?? {};
    if (relation === 'behind' || (relation === 'unknown' && own > 0)) newer.push(state);
    // What is below an older one came before that.
    if (own < 0 && (relation === 'ahead' || relation === 'identical')) break;
  }
  const commits = await settleAll(newer.map((state) => findFullCommit(state, order)));
  const oldest = newer.findLast(({ record }) => record !== undefined)?.record?.sha ?? newest;
  const isStep = own > 0 && newer.length > 0;
  return {
    takesBack: [...new Set(commits.flatMap((commit) => commit ?? []))],
    ...(isStep && { rollbackOf: oldest }),
  };
}

async function findFullCommit(
  state: State,
  order: Pick<SourceOrder, 'complete'>,
): Promise<string | undefined> {
  const commit = findBuiltCommit(state);
  if (commit === undefined || commit === state.sourceSha) return commit;
  return order.complete(commit);
}
