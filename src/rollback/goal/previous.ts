import { PromoteError } from '../../base/errors.js';
import { renderImageReference } from '../../base/image.js';
import {
  compareImages,
  findPreviousOf,
  isGoingBack,
  isSameImage,
  SEARCHED_FILE_COMMITS,
} from '../../promote/history/record.js';
import { replayRecords } from '../../promote/history/replay.js';
import type { State } from '../../promote/history/state.js';
import { describeSite, type Site } from './site.js';

/** A state of a file to go back to. */
export interface Way {
  /** The commit of the GitOps repository at which the values are read; absent: that of today. */
  readonly at?: string;
  /** What is taken back, from the newest. */
  readonly takenBack: readonly State[];
  /** What is left, as far as the history tells. */
  readonly left?: State;
}

/**
 * Undoes what stands on top of a target's history: the promotion that brought what is deployed.
 * @throws PromoteError `not-promoted` when no promotion brought it, `no-previous` when nothing is
 *   known that was there before.
 */
export function findPrevious(site: Site): Way {
  const { image, history, name } = site;
  const { top } = replayRecords(history, { name, image });
  if (history.records.length === 0) throw noPrevious(site, 'tells of no promotion of it');
  if (top?.record === undefined) throw explainTop(site);
  if (compareImages(top.image, image) === 'different') throw contradiction(site, top.record.sha);
  const takenBack = [top];
  let last = top;
  // One image that was promoted again, of another commit say, is one step.
  for (let { below } = top; below?.record !== undefined; { below } = below) {
    if (image === undefined || below.image === undefined || !isSameImage(below.image, image)) break;
    takenBack.push(below);
    last = below;
  }
  const { before, below } = last;
  if (before === undefined || isTakenBackThere(last)) {
    throw noPrevious(site, 'tells of nothing before it');
  }
  return { at: before, takenBack, ...(below !== undefined && { left: below }) };
}

/**
 * Right before a rollback stood what it took back. Only where what it went back to lies further back
 * than the history does its own commit stand on the stack, with nothing below it.
 */
function isTakenBackThere({ record, before, below }: State): boolean {
  if (record === undefined || !isGoingBack(record)) return false;
  return below === undefined && before === record.parent;
}

/** What stands there is the first that is known of, or somebody put it there by hand. */
function explainTop(site: Site): PromoteError {
  const { image, history, name } = site;
  const isFirst = history.records.some((record) => {
    const before = findPreviousOf(record, name);
    return image !== undefined && before !== undefined && isSameImage(before, image);
  });
  if (isFirst) return noPrevious(site, 'tells of nothing before it');
  const newest = history.records.at(-1)?.image;
  const promoted = newest === undefined ? 'another image' : renderImageReference(newest);
  return new PromoteError(
    'not-promoted',
    `${describeSite(site)}, which no promotion has brought: the newest one is of ${promoted}, and somebody has changed it since. Nothing was rolled back. To go back all the same, set rollback-to to a tag, an image or a commit.`,
  );
}

/** How many tries a server gets to show a file and its history as they are. */
const TRIES = 6;

/** What stays a contradiction was made: somebody has changed what a promotion committed. */
export function settleContradiction(error: unknown, tries: number): unknown {
  const isContradiction = error instanceof PromoteError && error.mayAppear;
  if (!isContradiction || tries < TRIES) return error;
  const message = `${error.message} Nothing was rolled back. To go back all the same, set rollback-to to a tag, an image or a commit.`;
  return new PromoteError('not-promoted', message, { cause: error });
}

/** Nobody but promotions has changed the file, and it is not what the newest of them says. */
function contradiction(site: Site, sha: string): PromoteError {
  return new PromoteError(
    'unavailable',
    `${describeSite(site)}, and its history ends with commit ${sha.slice(0, 12)}, which asked for another image: one of the two is not up to date, or somebody has changed that commit.`,
    { mayAppear: true },
  );
}

/** @param detail As it reads behind the history of the file. */
export function noPrevious(site: Site, detail: string): PromoteError {
  const { commits, file } = site;
  const count = commits.length;
  const reach =
    count < SEARCHED_FILE_COMMITS
      ? `all ${count} of its commits; a renamed file begins a new history`
      : `its last ${SEARCHED_FILE_COMMITS} commits, and no more are read`;
  return new PromoteError(
    'no-previous',
    `${describeSite(site)}, and the history of ${file.path} ${detail} (${reach}). Nothing was rolled back. To go back, set rollback-to to a commit of the GitOps repository, or promote the older image with stale: allow.`,
  );
}
