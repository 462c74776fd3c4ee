import type { Context } from '../../base/context.js';
import { PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import type { GitOpsRepository } from '../../ports/gitops.js';
import {
  compareImages,
  isSameImage,
  type PromotionRecord,
  SEARCHED_FILE_COMMITS,
  selectRecords,
} from '../../promote/history/record.js';
import { replayRecords } from '../../promote/history/replay.js';
import { findTrailer } from '../../promote/message/trailers.js';
import { describeSite, type Site } from './site.js';

/** What stood on top of the histories of targets: commits of the GitOps repository. */
export type Tops = readonly (string | undefined)[];

function listTops(sites: readonly Site[]): Tops {
  return sites.map(
    ({ history, name, image }) => replayRecords(history, { name, image }).top?.record?.sha,
  );
}

/** `undefined` while files and histories are not of one moment: then it is not known what stands. */
export function listKnownTops(sites: readonly Site[]): Tops | undefined {
  const isKnown = sites.every(({ history, name, image }) => {
    const { top } = replayRecords(history, { name, image });
    return compareImages(top?.image, image) !== 'different';
  });
  return isKnown ? listTops(sites) : undefined;
}

/**
 * Somebody else may have promoted since the first try of this run, or rolled back: one step back from
 * there is not what was asked for.
 * @throws PromoteError `not-promoted`
 */
export function assertSameTops(sites: readonly Site[], before: Tops): void {
  const tops = listKnownTops(sites);
  if (tops === undefined) return;
  const changed = sites.find((_, index) => tops[index] !== before[index]);
  if (changed === undefined) return;
  throw new PromoteError(
    'not-promoted',
    `${describeSite(changed)}, which it did not when this run began: somebody has changed it meanwhile. Nothing was rolled back. Run the job again to go one step back from there.`,
  );
}

/** The GitOps repository at a commit. */
type OpenAt = (
  commit: string,
) => Promise<Pick<GitOpsRepository, 'readFileHistories' | 'readNewestCommits'>>;

/**
 * What a commit that was verified did not bring is not put down to what it did: another may have
 * promoted since, or may have changed something else. The commit may be that of a merge, of which the
 * promotion is a parent.
 * @throws PromoteError `not-promoted`
 */
export async function assertBroughtBy(
  commit: string,
  sites: readonly Site[],
  openAt: OpenAt,
): Promise<void> {
  const tops = listTops(sites);
  if (tops.every((top) => top === commit)) return;
  const [newest] = await (await openAt(commit)).readNewestCommits(1);
  const [then, before] = await Promise.all([
    readTopsAt(commit, sites, openAt),
    newest?.parent === undefined ? [] : readTopsAt(newest.parent, sites, openAt),
  ]);
  const isBrought = then.some((top, index) => top !== before[index]);
  const other = sites.find(
    (_, index) => !isBrought || tops[index] === undefined || tops[index] !== then[index],
  );
  if (other === undefined) return;
  throw new PromoteError(
    'not-promoted',
    `${describeSite(other)}, which commit ${commit.slice(0, 12)} did not bring: another one did, before it or since.`,
  );
}

async function readTopsAt(commit: string, sites: readonly Site[], openAt: OpenAt): Promise<Tops> {
  const paths = [...new Set(sites.map(({ file }) => file.path))];
  const histories = await (await openAt(commit)).readFileHistories(paths, SEARCHED_FILE_COMMITS);
  return sites.map(({ file, name, image }) => {
    const history = selectRecords(histories.get(file.path) ?? [], { name, image });
    return replayRecords(history, { name }).top?.record?.sha;
  });
}

/** Whether all targets ask for an image. */
export function askForAll(sites: readonly Site[], image: ImageReference): boolean {
  return sites.every((site) => site.image !== undefined && isSameImage(site.image, image));
}

/**
 * The rollback of an earlier attempt of this run, where it is what the targets ask for: a re-run does
 * not go one step further back.
 */
export function findOwnRollback(
  sites: readonly Site[],
  { runAttempt, runUrl }: Pick<Context, 'runAttempt' | 'runUrl'>,
): PromotionRecord | undefined {
  if (runAttempt === 1) return undefined;
  const run = withoutAttempt(runUrl);
  const newest = sites.map(({ history, commits, image }) => {
    const record = history.records.at(-1);
    const message = commits.find(({ sha }) => sha === record?.sha)?.message ?? '';
    const isOwn = withoutAttempt(findTrailer(message, 'Workflow-Run') ?? '') === run;
    const isAsked =
      record?.image !== undefined && image !== undefined && isSameImage(record.image, image);
    return isOwn && isAsked && record.rollbackOf !== undefined ? record : undefined;
  });
  return newest.every((record) => record !== undefined) ? newest[0] : undefined;
}

function withoutAttempt(runUrl: string): string {
  return runUrl.replace(/\/attempts\/\d+$/, '');
}
