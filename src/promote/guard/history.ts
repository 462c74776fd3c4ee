import { type ErrorCode, PromoteError } from '../../base/errors.js';
import type { Commit, GitOpsRepository } from '../../ports/gitops.js';
import { compareImages } from '../history/record.js';
import type { Replay } from '../history/replay.js';
import type { TargetResult } from '../model/result.js';
import { SEARCHED_FILE_COMMITS } from './deployed-commit.js';

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
 * A target that nobody has changed since its newest promotion asks for what that one says. Where it
 * does not, the list of commits is behind the file, or the file has been changed meanwhile.
 * @throws PromoteError `order-unknown` that may pass.
 */
export function assertUpToDate(
  { file, previousImage: deployed }: TargetResult,
  { top }: Replay,
  repository: GitOpsRepository,
  question: HistoryQuestion,
): void {
  const { record, image: told } = top ?? {};
  if (record === undefined || told === undefined || deployed === undefined) return;
  // A commit that names no target may be of another one; values need not say the repository.
  if (record.targets.length === 0) return;
  if (compareImages(told, { ...deployed, repository: told.repository }) !== 'different') return;
  const detail = `what is listed ends with commit ${record.sha.slice(0, 12)}, which asked for another image`;
  throw missingHistory([file], repository, detail, question);
}

function missingHistory(
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
