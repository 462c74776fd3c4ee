import type { Comparison } from '../../ports/runner.js';
import { isGoingBack } from '../history/record.js';
import type { Replay } from '../history/replay.js';
import { comesAgain, type Standing, type Stood } from '../history/taken-back.js';
import type { Problem, TargetResult } from '../model/result.js';
import {
  type Case,
  describeDeployed,
  type GuardedCommit,
  renderUnguarded,
  renderUnordered,
} from './explain.js';
import {
  renderHeld,
  renderHistoryCut,
  renderInsisted,
  renderRolledBack,
  renderStale,
  renderSurpassed,
} from './refusals.js';

/** What is known of a target that is to deploy something else. */
export interface Judged {
  readonly target: TargetResult;
  /** The commit behind what it deploys now, in full or abbreviated. */
  readonly deployed?: string;
  /** How the promoted commit stands to that one. */
  readonly comparison?: Comparison;
  readonly replay: Replay;
  /** How it stands to each that was taken back. */
  readonly standings: readonly Stood[];
  /** Whether its file may have more commits than were read. */
  readonly isLong: boolean;
}

/** Whether a promotion goes on, and what there is to say. */
export interface Verdict {
  /** Why it does not. */
  readonly problem?: Problem & { readonly code: 'stale' | 'rolled-back' };
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

/** Judges a promotion by all of its targets: one that may not change keeps all from it. */
export function judgeTargets(judged: readonly Judged[], asked: Case): Verdict {
  const isInsisted = asked.policy.stale === 'allow';
  // An input of a workflow is no person.
  const problem = isInsisted ? findHold(judged, asked) : findProblem(judged, asked);
  if (problem !== undefined) return { problem, notices: [], warnings: [] };
  const { commit } = asked;
  const warnings = judged.flatMap((each) => [
    warnOfOrder(each, asked) ?? [],
    tellSurpassed(each, 'diverged', commit),
    isInsisted ? tellInsisted(each) : [],
  ]);
  const notices = judged.flatMap((each) => [
    tellSurpassed(each, 'newer', commit),
    mayHideTakenBack(each) ? renderHistoryCut(each.target) : [],
  ]);
  return { notices: notices.flat(), warnings: warnings.flat() };
}

/**
 * Whether what was taken back before the commits that were read may be promoted now. It may not where
 * what is deployed came as a promotion among these, and what is promoted is newer: no promotion came
 * that was older than what had been taken back by then, and so is nothing that is newer.
 */
function mayHideTakenBack({ isLong, replay, comparison }: Judged): boolean {
  const { record } = replay.top ?? {};
  const isPromoted = record !== undefined && !isGoingBack(record);
  return isLong && !(isPromoted && comparison?.relation !== 'diverged');
}

function findProblem(judged: readonly Judged[], asked: Case): Verdict['problem'] {
  for (const { target, comparison } of judged) {
    if (comparison?.relation !== 'behind') continue;
    const { commits } = comparison;
    return { code: 'stale', message: renderStale({ target, commits }, asked) };
  }
  for (const { target, standings } of judged) {
    const held = standings.find(({ standing }) => comesAgain(standing));
    if (held !== undefined) {
      return { code: 'rolled-back', message: renderRolledBack(target, held, asked) };
    }
  }
  return findHold(judged, asked);
}

/** Until a person has promoted something, nobody knows that what was wrong is corrected. */
function findHold(judged: readonly Judged[], asked: Case): Verdict['problem'] {
  const { afterRollback, trigger } = asked.policy;
  if (afterRollback !== 'hold' || trigger.isByHand) return undefined;
  const back = judged.find(({ replay }) => replay.isBack);
  if (back === undefined) return undefined;
  const message = renderHeld(back.target, back.replay.takenBack.at(-1), asked);
  return { code: 'rolled-back', message };
}

/** Whoever insists without a commit that is known does not have to be told. */
function warnOfOrder(
  { target, deployed, comparison }: Judged,
  { commit, policy }: Case,
): string | undefined {
  const what = describeDeployed(target);
  if (deployed !== undefined && comparison !== undefined) {
    return renderUnordered(what, deployed, comparison, commit.sourceRepository);
  }
  if (policy.stale === 'allow') return undefined;
  return renderUnguarded(what, commit.sourceSha === undefined ? 'no-source-sha' : 'no-commit');
}

function tellInsisted({ target, standings }: Judged): readonly string[] {
  return standings
    .filter(({ standing }) => comesAgain(standing))
    .map((each) => renderInsisted(target, each));
}

/** What was taken back before the newest promotion is told by that one, unless this one is no heir. */
function tellSurpassed(
  { target, comparison, replay, standings }: Judged,
  meant: Standing,
  commit: GuardedCommit,
): readonly string[] {
  if (!replay.isBack && comparison?.relation === 'ahead') return [];
  return standings
    .filter(({ standing }) => standing === meant)
    .map((each) => renderSurpassed(target, each, commit));
}
