import { PromoteError } from '../../base/errors.js';
import { type ImageReference, isSameRepository } from '../../base/image.js';
import { readImageAt } from '../../patch/restore/restore.js';
import { replayRecords } from '../../promote/history/replay.js';
import { chainOf, type State } from '../../promote/history/state.js';
import { compareCommits } from '../../promote/history/taken-back.js';
import type { RollbackGoal } from './goal.js';
import { noPrevious, type Way } from './previous.js';
import type { Site } from './site.js';
import type { States } from './states.js';

/** A commit is that of an image whose tag is it, or names it. */
type ImageGoal = Extract<RollbackGoal, { readonly kind: 'image' }> & { readonly commit?: string };

/** How many states of a file are read at the same time. */
const AT_ONCE = 8;

export interface SearchPorts {
  readonly states: States;
  /**
   * The commit of the branch's history that an abbreviation stands for, and the newest commit up to
   * it that changed a file; `undefined` where there is none.
   */
  readonly findCommit: (
    abbreviation: string,
    path: string,
  ) => Promise<{ readonly sha: string; readonly changedBy?: string } | undefined>;
}

/**
 * Finds the newest state of a target's file that is the one to go back to, whoever wrote it.
 * @param to The goal as it was given.
 * @throws PromoteError `no-previous` when there is none among the commits that are read,
 *   `invalid-input` for an abbreviation of several commits.
 */
export async function findWay(
  site: Site,
  goal: Exclude<RollbackGoal, { readonly kind: 'previous' }>,
  to: string,
  ports: SearchPorts,
): Promise<Way> {
  const asked: ImageGoal = goal.kind === 'image' ? goal : { ...goal, kind: 'image' };
  const told = goal.kind === 'commit' ? findTold(site, goal.commit) : undefined;
  if (told !== undefined) return wayTo(site, told);
  if (isAsked(site.image, asked)) return { takenBack: [] };
  const found = goal.kind === 'commit' && (await ports.findCommit(goal.commit, site.file.path));
  if (found) return wayTo(site, found.sha, found.changedBy);
  const state = await findState(site, asked, ports.states);
  if (state !== undefined) return wayTo(site, state);
  throw noPrevious(site, `has no state that asks for ${to}`);
}

/** The commit at which a target asks for what a promotion or a commit names, by what is known. */
function findTold({ history, commits }: Site, commit: string): string | undefined {
  const newest = history.records.toReversed();
  const promoted = newest.filter(({ sourceSha }) => sourceSha?.startsWith(commit) === true);
  assertOne(
    commit,
    promoted.map(({ sourceSha = '' }) => sourceSha),
  );
  const tagged = newest.find(({ image }) => image?.tag === commit);
  const [own] = [promoted[0], tagged].flatMap((record) => record?.sha ?? []);
  if (own !== undefined) return own;
  const named = commits.filter(({ sha }) => sha.startsWith(commit));
  assertOne(
    commit,
    named.map(({ sha }) => sha),
  );
  return named[0]?.sha;
}

function assertOne(abbreviation: string, found: readonly string[]): void {
  const [one, another] = [...new Set(found)];
  if (one === undefined || another === undefined) return;
  throw new PromoteError(
    'invalid-input',
    `rollback-to: ${abbreviation} may be ${one} or ${another}. Give more digits.`,
  );
}

/**
 * The newest commit at which a target asks for an image. What a promotion has written, its message
 * tells; only what others have written is read, and what may be it.
 */
async function findState(
  site: Site,
  asked: ImageGoal,
  states: States,
): Promise<string | undefined> {
  const own = new Map(site.history.records.map((record) => [record.sha, record]));
  const candidates = site.commits.flatMap(({ sha }) => {
    const image = own.get(sha)?.image;
    return image !== undefined && !isAsked(image, asked) ? [] : [sha];
  });
  for (let start = 0; start < candidates.length; start += AT_ONCE) {
    const batch = candidates.slice(start, start + AT_ONCE);
    const images = await Promise.all(batch.map((sha) => readImage(site, sha, states)));
    const index = images.findIndex((image) => isAsked(image, asked));
    if (index !== -1) return batch[index];
  }
  return undefined;
}

/** What cannot be read as it was then asks for nothing that can be gone back to. */
async function readImage(
  { file, place }: Site,
  sha: string,
  states: States,
): Promise<ImageReference | undefined> {
  const then = await states.read(file.path, sha);
  try {
    return then && readImageAt(then, place);
  } catch (error) {
    if (error instanceof PromoteError) return undefined;
    throw error;
  }
}

/** Whether an image is the one that is asked for, as far as both tell. */
function isAsked(
  image: ImageReference | undefined,
  { repository, tag, digest, commit }: ImageGoal,
): boolean {
  if (image === undefined) return false;
  if (commit !== undefined) {
    return image.tag === commit || compareCommits({ sourceSha: commit }, { image }) === true;
  }
  if (repository !== undefined && !isSameRepository(image.repository, repository)) return false;
  // A target may hold the tag alone.
  const mayDiffer = tag !== undefined && image.tag === tag && image.digest === undefined;
  return (
    (tag === undefined || image.tag === tag) &&
    (digest === undefined || image.digest === digest || mayDiffer)
  );
}

/** @param changedBy The newest commit up to it that changed the file. */
function wayTo(site: Site, at: string, changedBy: string | undefined = at): Way {
  const takenBack = listTakenBack(site, changedBy);
  return { at, takenBack };
}

/**
 * What stands now and came after a commit of the file, from the newest. Where something was put there
 * by hand, what it was put over is taken back with it.
 */
function listTakenBack(site: Site, commit: string): readonly State[] {
  const { commits, history, name, image } = site;
  const index = commits.findIndex(({ sha }) => sha === commit);
  const newer = new Set(commits.slice(0, index === -1 ? undefined : index).map(({ sha }) => sha));
  const { top } = replayRecords(history, { name, image });
  const under = top?.record === undefined ? replayRecords(history, { name }).top : undefined;
  return [...chainOf(under), ...chainOf(top)].filter(
    ({ record }) => record !== undefined && newer.has(record.sha),
  );
}
