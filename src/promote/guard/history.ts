import { type ErrorCode, PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import type { Commit, GitOpsRepository } from '../../ports/gitops.js';
import {
  compareImages,
  type PromotionRecord,
  SEARCHED_FILE_COMMITS,
  selectRecords,
} from '../history/record.js';
import { type Replay, replayRecords } from '../history/replay.js';
import { renderIdentity, type TargetResult } from '../model/result.js';
import { SHOWN_DIGITS } from './explain.js';

/** What is said as it is: the loop waits for the one, and a new token alone helps with the other. */
const FINAL: readonly ErrorCode[] = ['unavailable', 'token-invalid'];

/** Commits by file, newest first. */
export type Histories = ReadonlyMap<string, readonly Commit[]>;

/** What the histories are read for. */
interface HistoryQuestion {
  /** As it reads behind "It cannot be told". */
  readonly what: string;
  /** What a person can do who knows it: a sentence. */
  readonly cure: string;
}

/**
 * The histories of files that have just been read, newest first; `undefined` where the token may not
 * list them.
 * @throws PromoteError `order-unknown` that may pass where the server contradicts itself: a file that
 *   is there has a commit, so one that is said to have none is looked for in a copy that is behind.
 */
export async function readHistories(
  files: readonly string[],
  repository: GitOpsRepository,
  question: HistoryQuestion,
): Promise<Histories | undefined> {
  const histories = await repository
    .readFileHistories(files, SEARCHED_FILE_COMMITS)
    .catch((error: unknown) => {
      if (!(error instanceof PromoteError) || FINAL.includes(error.code)) throw error;
      if (error.code === 'token-forbidden') return undefined;
      throw missingHistory(files, repository, error.message, question);
    });
  if (histories === undefined) return undefined;
  const missing = files.filter((file) => (histories.get(file) ?? []).length === 0);
  if (missing.length === 0) return histories;
  throw missingHistory(missing, repository, 'the server lists no commit', question);
}

/**
 * Plays the history of a target again. Where nobody has changed its file since its newest promotion,
 * and it does not ask for what that one says, the list of commits is behind the file, or the file has
 * been changed meanwhile. What stays so was made: somebody has changed what a promotion committed.
 * @param commits Of its file, newest first.
 * @param isLasting Whether it was looked at often enough.
 * @throws PromoteError `order-unknown` that may pass.
 */
export function replayUpToDate(
  commits: readonly Commit[],
  target: TargetResult,
  isLasting: boolean,
  explain: (detail: string) => PromoteError,
): Replay {
  const identity = { name: renderIdentity(target), image: target.previousImage };
  const history = selectRecords(commits, identity);
  const replay = replayRecords(history, identity);
  const { record, image } = replay.top ?? {};
  if (record === undefined || !isContradicted(record, image, target.previousImage)) return replay;
  if (isLasting) return replayRecords({ ...history, byHand: { reverted: new Set() } }, identity);
  const end = record.sha.slice(0, SHOWN_DIGITS);
  throw explain(`what is listed ends with commit ${end}, which asked for another image`);
}

/** A commit that names no target may be of another one; values need not say the repository. */
function isContradicted(
  { targets }: PromotionRecord,
  told: ImageReference | undefined,
  deployed: ImageReference | undefined,
): boolean {
  if (targets.length === 0 || told === undefined || deployed === undefined) return false;
  return compareImages(told, { ...deployed, repository: told.repository }) === 'different';
}

export function missingHistory(
  files: readonly string[],
  { name }: GitOpsRepository,
  detail: string,
  { what, cure }: HistoryQuestion,
) {
  return new PromoteError(
    'order-unknown',
    `It cannot be told ${what}, since the history of ${files.join(', ')} in ${name} is not shown (${detail}). ${cure}`,
    { isTransient: true },
  );
}
