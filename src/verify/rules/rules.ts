import type { ErrorCode } from '../../base/errors.js';
import { isWhollyDeployed } from './deployed.js';
import { isSuperseding } from './expectation.js';
import * as messages from './messages.js';
import * as timeOut from './time-out.js';
import type { View } from './seen.js';
import type { Case, Verdict } from './verdict.js';

/** `undefined`: the rule says nothing, and the next one is asked. */
type Rule = (asked: Case) => Verdict | undefined;

/** The same of an Application that Argo CD has told of. */
type ViewRule = (view: View, asked: Case) => Verdict | undefined;

/** How long what can end by itself may last, in milliseconds. */
export const PATIENCE = 60_000;

/** How long Argo CD may give no answer before a time-out is put down to that. */
const SILENCE = 15_000;

/** How long it has to be healthy, and another image to run, before it is believed. */
const CONFIRMATION = 5_000;

const WAIT: Verdict = { kind: 'wait' };

/** The first rule that says something decides. */
const RULES: readonly Rule[] = [
  judgeAccess,
  judgeSilence,
  ofView(judgeSources),
  ofView(judgeLaterCommits),
  ofView(judgeOperation),
  ofView(judgeAutoSync),
  ofView(judgeError),
  ofView(judgeDeployed),
  ofView(judgeDegraded),
  ofView(judgeHealth),
  ofView(judgeTimeout),
];

/** What was seen of an Application and since when, to a verdict. */
export function judge(asked: Case): Verdict {
  for (const rule of RULES) {
    const verdict = rule(asked);
    if (verdict !== undefined) return verdict;
  }
  return WAIT;
}

function ofView(rule: ViewRule): Rule {
  return (asked) => (asked.seen.view === undefined ? undefined : rule(asked.seen.view, asked));
}

function fail(code: ErrorCode, message: string): Verdict {
  return { kind: 'failed', code, message };
}

/** Until the commit is applied, `sync-timeout` bounds the time as well. */
function isOver({ seen, expected: { syncTimeout, verifyTimeout } }: Case): boolean {
  const seconds =
    seen.appliedAt === undefined ? Math.min(syncTimeout, verifyTimeout) : verifyTimeout;
  return seen.at >= seconds * 1000;
}

/**
 * A token that is refused, or an address at which there is no Argo CD, stays so. An Application that
 * is not shown may be made yet, and Argo CD answers 403 for whatever keeps it from reading one.
 */
function judgeAccess(asked: Case): Verdict | undefined {
  const { failure, at, view } = asked.seen;
  if (failure === undefined) return undefined;
  const { answer, since } = failure;
  if (answer.kind === 'misdirected' && view === undefined) {
    return fail('argocd-unavailable', messages.describeMisdirected(answer.problem));
  }
  if (answer.kind !== 'refused') return undefined;
  if (answer.status === 401) return fail('argocd-denied', messages.describeToken(answer.message));
  const isPatient = at - since < PATIENCE && !isOver(asked);
  return isPatient ? WAIT : fail('argocd-denied', messages.describeHidden(asked, answer));
}

/** Nothing is decided by an old answer. */
function judgeSilence(asked: Case): Verdict | undefined {
  const { failure, at, view } = asked.seen;
  if (failure === undefined) return undefined;
  if (!isOver(asked)) return WAIT;
  const isLong = view === undefined || at - failure.since >= SILENCE;
  if (isLong) return fail('argocd-unavailable', timeOut.describeSilence(asked, failure.answer));
  return judgeTimeout(view, asked);
}

function judgeSources({ sources }: View, asked: Case): Verdict | undefined {
  if (sources.kind !== 'foreign') return undefined;
  if (sources.mayChange && !isOver(asked)) return WAIT;
  return fail('not-watched', messages.describeForeign(asked, sources.watches));
}

/** A later commit that asks for another image ends it: ours will not be deployed any more. */
function judgeLaterCommits(view: View, asked: Case): Verdict | undefined {
  for (const revision of view.revisions) {
    const facts = asked.revisions.get(revision);
    if (!isSuperseding(facts)) continue;
    const { other, takenBackBy } = facts;
    return takenBackBy === undefined
      ? { kind: 'superseded', message: messages.describeSuperseded(asked, revision, other) }
      : fail('rolled-back', messages.describeTakenBack(asked, takenBackBy));
  }
  return undefined;
}

function judgeOperation({ application, applied }: View, asked: Case): Verdict | undefined {
  const { operation } = application;
  const { syncAnswer, failedSince, at } = asked.seen;
  if (syncAnswer?.kind === 'refused' && !applied.isOperationOurs) {
    const code = syncAnswer.status === 403 ? 'argocd-denied' : 'sync-failed';
    return fail(code, messages.describeRefusedSync(asked, syncAnswer));
  }
  if (operation === undefined || failedSince === undefined) return undefined;
  const isLast = operation.retryLimit >= 0 && operation.retries >= operation.retryLimit;
  // One that somebody has ended has retries left, and is not retried.
  const isLeft = at - failedSince >= PATIENCE;
  if (!isLast && !isLeft) return undefined;
  return fail('sync-failed', messages.describeFailedSync(asked, operation));
}

function judgeAutoSync(view: View, asked: Case): Verdict | undefined {
  const { application, applied } = view;
  const isLeft =
    applied.stage === 'seen' &&
    applied.isCurrent &&
    application.sync === 'OutOfSync' &&
    !application.isAutoSynced;
  if (!isLeft || asked.expected.maySync) return undefined;
  // An ApplicationSet may sync one after the other by itself, and turns auto-sync off for that.
  if (application.applicationSet !== undefined && !isOver(asked)) return undefined;
  return fail('auto-sync-off', messages.describeAutoSyncOff(asked, view));
}

/** With an error Argo CD does not know what ought to run, so its health tells nothing. */
function judgeError({ error }: View, asked: Case): Verdict | undefined {
  const { errorSince, appliedAt, at } = asked.seen;
  if (error === undefined || errorSince === undefined) return undefined;
  const isLast = isOver(asked) && appliedAt !== undefined;
  if (at - errorSince < PATIENCE && !isLast) return undefined;
  return fail('app-error', messages.describeCondition(asked, error, at - errorSince));
}

/** Before the commit is applied, the image and the health are those of the old version. */
function judgeDeployed(view: View, asked: Case): Verdict | undefined {
  const { applied, deployed, sources, error } = view;
  if (applied.stage !== 'applied' || deployed?.state !== 'other') return undefined;
  // With an error nothing is asked for, and all is told to be left over.
  if (error !== undefined) return undefined;
  const { other, workloads } = asked.seen;
  // What was synced is told once; the live resources may be told from before.
  const isLive = workloads?.answer.kind === 'ok' && other !== undefined;
  if (isLive && other.last - other.since < CONFIRMATION) return undefined;
  if (sources.kind === 'spec' && !isOver(asked)) return undefined;
  return fail('not-deployed', messages.describeNotDeployed(asked, view));
}

function judgeDegraded(view: View, asked: Case): Verdict | undefined {
  const { degradedSince, pods, at } = asked.seen;
  if (view.applied.stage !== 'applied') return undefined;
  if (degradedSince !== undefined && at - degradedSince >= PATIENCE) {
    return fail('unhealthy', timeOut.describeUnhealthy(asked, view));
  }
  for (const [name, { since, last, message }] of pods) {
    if (last - since >= PATIENCE) {
      return fail('unhealthy', messages.describePod(asked, name, message));
    }
  }
  return undefined;
}

function judgeHealth(view: View, asked: Case): Verdict | undefined {
  const { healthySince, at } = asked.seen;
  const { deployed, applied } = view;
  if (applied.stage !== 'applied' || deployed === undefined) return undefined;
  if (healthySince === undefined || at - healthySince < CONFIRMATION) return undefined;
  const mayBeHidden = deployed.state === 'unnamed' && !isToldOtherwise(view, asked);
  if (!mayBeHidden && !isWhollyDeployed(deployed)) return undefined;
  return { kind: 'healthy', warnings: messages.listWarnings(asked, view) };
}

/**
 * Custom resources may hide the image, but not that of a spec which asks for it; and where the files
 * that asked for it are gone, nothing tells that it still is to run.
 */
function isToldOtherwise({ sources, revisions }: View, asked: Case): boolean {
  const isUnreadable = revisions.some(
    (revision) => asked.revisions.get(revision)?.asks === 'unreadable',
  );
  return sources.kind === 'spec' || isUnreadable;
}

function judgeTimeout(view: View, asked: Case): Verdict | undefined {
  if (!isOver(asked)) return undefined;
  if (asked.seen.appliedAt === undefined) {
    return fail('not-synced', timeOut.describeNotSynced(asked, view));
  }
  const { applied, deployed, health } = view;
  if (applied.stage === 'applied' && deployed === undefined) {
    const answer = asked.seen.workloads?.answer;
    return answer?.kind === 'refused'
      ? fail('argocd-denied', timeOut.describeHiddenResources(asked, answer))
      : fail('argocd-unavailable', timeOut.describeUntold(asked, answer));
  }
  const isNowhere =
    deployed?.state === 'other' || (deployed?.state === 'unnamed' && isToldOtherwise(view, asked));
  if (applied.stage === 'applied' && isNowhere) {
    return fail('not-deployed', messages.describeNotDeployed(asked, view));
  }
  const code = health.status === 'Suspended' ? 'suspended' : 'unhealthy';
  return fail(code, timeOut.describeUnfinished(asked, view));
}
