import { renderImageReference } from '../../base/image.js';
import { SEARCHED_FILE_COMMITS } from '../history/record.js';
import { findBuiltCommit, type Stood, type TakenBack } from '../history/taken-back.js';
import type { Trigger } from '../inputs/delivery.js';
import type { TargetResult } from '../model/result.js';
import { abbreviateSha } from '../../tag/commit/event.js';
import { type Case, describeDeployed, type GuardedCommit, SHOWN_DIGITS } from './explain.js';

/** Why nothing was promoted where a newer commit is deployed, and how to go back all the same. */
export function renderStale(
  { target, commits }: { readonly target: TargetResult; readonly commits: number },
  { commit, repository, policy }: Case,
): string {
  const { file, previousImage } = target;
  const deployed = previousImage ? renderImageReference(previousImage) : 'a commit';
  const count = `${commits} commit${commits === 1 ? '' : 's'}`;
  return `${file} in ${repository} already asks for ${deployed}, which is ${count} newer than ${shorten(commit.sourceSha)}: nothing was promoted. ${adviseBack(policy.trigger)}`;
}

/** The same of a pull request that is open. */
export function renderPendingNewer(
  number: number,
  newerSha: string,
  sourceSha: string | undefined,
  trigger: Trigger,
): string {
  return `Pull request #${number} already asks for commit ${shorten(newerSha)}, which is newer than ${shorten(sourceSha)}: nothing was promoted. ${adviseBack(trigger)}`;
}

/** Why nothing was promoted where that would bring back what was taken back. */
export function renderRolledBack(
  { file }: TargetResult,
  { taken, standing }: Stood,
  { commit, repository, policy }: Case,
): string {
  const ours = shorten(commit.sourceSha);
  const stands =
    standing === 'older'
      ? `${ours} is older than that`
      : commit.sourceSha === undefined
        ? 'this run promotes that image again'
        : `this run promotes it again (${ours})`;
  return `${file} in ${repository}: ${describeTaken(taken)}, and ${stands}: nothing was promoted. What is newer is promoted, such as a fix or a revert in the source. ${adviseInsisting(policy.trigger)}`;
}

/** Why nothing was promoted with `after-rollback: hold`. */
export function renderHeld(
  { file }: TargetResult,
  taken: TakenBack | undefined,
  { repository }: Pick<Case, 'repository'>,
): string {
  const what = taken === undefined ? 'the newest change went back' : describeTaken(taken);
  return `${file} in ${repository}: ${what}, and with after-rollback: hold nothing is promoted until a run by hand has. Start the workflow by hand (workflow_dispatch) for the commit that is to be promoted; after that, other runs go on as well.`;
}

/** What a promotion brings back, since a person insists. */
export function renderInsisted({ file }: TargetResult, { taken, standing }: Stood): string {
  const why = standing === 'older' ? 'this commit, which is older' : 'it';
  return `${file}: ${describeTaken(taken)}. With stale: allow ${why} is promoted all the same.`;
}

/** What a promotion goes past. */
export function renderSurpassed(
  { file }: TargetResult,
  { taken, standing }: Stood,
  { sourceSha }: GuardedCommit,
): string {
  const ours = shorten(sourceSha);
  const goesOn =
    standing === 'diverged'
      ? `${ours} has diverged from it, so that it may or may not hold what was wrong. The promotion goes on`
      : `${ours} is newer, and is taken for the fix`;
  return `${file}: ${describeTaken(taken)}. ${goesOn}.`;
}

/** What is not known where the history is longer than what is read of it. */
export function renderHistoryCut(target: TargetResult): string {
  return `${describeDeployed(target)}, and no more than the newest ${SEARCHED_FILE_COMMITS} commits of the file were read: whether this commit was taken back before them is not known.`;
}

/** The token may not see what was taken back. */
export function renderHistoryHidden(repository: string): string {
  return `It was not checked whether this commit was taken back: the token may not list the commits of ${repository}. Give gitops-token contents: read there.`;
}

function describeTaken(taken: TakenBack): string {
  const commit = findBuiltCommit(taken);
  const image = taken.image && renderImageReference(taken.image);
  const named = commit === undefined ? undefined : `commit ${shorten(commit)}`;
  const what = named && image ? `${named} (${image})` : (named ?? image ?? 'something');
  if (taken.by !== undefined) return `${what} was taken back by ${shorten(taken.by)}`;
  const { image: instead } = taken.replacedBy ?? {};
  if (instead === undefined) return `${what} was taken back by hand`;
  return `${what} was replaced by hand with ${renderImageReference(instead)}`;
}

/** A run for an event is re-run with its own inputs, and nobody is there to give it others. */
function adviseBack({ isByHand, isRerun }: Trigger): string {
  if (isByHand && !isRerun) {
    return 'To go back to it, set stale: allow; to go back to what was promoted before, run the step rollback (rollback-to).';
  }
  const rerun = isRerun ? 'A re-run cannot set inputs. ' : '';
  return `${rerun}To go back, start a workflow by hand (workflow_dispatch), with the step rollback (rollback-to), or with stale: allow for this commit.`;
}

function adviseInsisting({ isByHand, isRerun }: Trigger): string {
  if (isByHand && !isRerun) return 'To promote this one all the same, set stale: allow.';
  const rerun = isRerun ? 'A re-run cannot set inputs. ' : '';
  return `${rerun}To promote this one all the same, start a workflow by hand (workflow_dispatch) with stale: allow.`;
}

function shorten(sha = ''): string {
  return abbreviateSha(sha, SHOWN_DIGITS);
}
