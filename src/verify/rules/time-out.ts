import type { ArgoAnswer, ArgoFailure } from '../../ports/argocd.js';
import { isRunning } from './applied.js';
import { isCommit } from './expectation.js';
import {
  afterOf,
  describeArgoFailure,
  describeProgress,
  describeState,
  type Refusal,
  shortOf,
} from './messages.js';
import type { View } from './seen.js';
import type { Case } from './verdict.js';

export function describeSilence({ name, server, seen }: Case, failure: ArgoFailure): string {
  const what = describeArgoFailure(failure);
  const told = `argocd-server: ${server} does not tell of Application ${name} ${afterOf(seen.at)}: ${what}`;
  if (failure.kind === 'misdirected') return told;
  return seen.view !== undefined || /^no answer \(\d{3}\b/.test(what)
    ? `${told}. Look at the logs of argocd-server and of what stands before it.`
    : `${told}. A runner that GitHub hosts reaches no private cluster: run this job on one that does.`;
}

/** @param answer The last one about its resources; one that is told is of another state. */
export function describeUntold(
  { name, seen }: Case,
  answer: ArgoAnswer<unknown> = { kind: 'unanswered', detail: 'not answered yet' },
): string {
  const why = answer.kind === 'ok' ? '' : `: ${describeArgoFailure(answer).replace(/\.$/, '')}`;
  const cure =
    answer.kind === 'misdirected'
      ? 'Let the way to it through for managed-resources, too'
      : 'Look whether its application controller runs';
  return `argocd-server: Argo CD does not tell the resources of Application ${name} ${afterOf(seen.at)}, so what runs is not known${why}. ${cure}.`;
}

export function describeHiddenResources({ name, seen }: Case, refusal: Refusal): string {
  return `argocd-token: Argo CD does not tell the resources of Application ${name} ${afterOf(seen.at)}, so what runs is not known: ${describeArgoFailure(refusal)}. The token, and the service account that Argo CD acts as where impersonation is on, have to be allowed to read them.`;
}

/** At the end of the time: the first rule that does not hold. */
export function describeUnfinished(asked: Case, view: View): string {
  const { name, seen, expected } = asked;
  const { applied, health } = view;
  if (applied.stage !== 'applied') {
    return `Application ${name} had applied ${shortOf(expected.commit)}, and ${afterOf(seen.at)} that does not hold any more. What was seen last: ${describeProgress(asked)}. ${explainNotSynced(asked, view)}`;
  }
  if (health.status === 'Healthy' && listMissing(view).length === 0) {
    return `Application ${name} is ${describeState(view)} ${afterOf(seen.at)}, and has been so for less than 5 seconds. Look whether it stays so, or raise verify-timeout.`;
  }
  return describeUnhealthy(asked, view);
}

export function describeUnhealthy({ name, seen }: Case, view: View): string {
  const { status, causes } = view.health;
  const missing = listMissing(view).map((resource) => `${resource} is not there`);
  const why = [...(status === 'Healthy' ? [] : causes), ...missing].slice(0, 5);
  const cure = CURES.get(status) ?? 'Look at its events and logs';
  return `Application ${name} is ${describeState(view)} ${afterOf(seen.at)}${why.length === 0 ? '' : `: ${why.join('; ')}`}. ${cure}.`;
}

const CURES: ReadonlyMap<string, string> = new Map([
  [
    'Suspended',
    'Something waits for a person, such as a paused rollout: resume it, or raise verify-timeout',
  ],
  ['Progressing', 'Look at its events and logs, or raise verify-timeout'],
  ['Healthy', 'Look at what keeps it from being made, or deletes it'],
  ['Missing', 'Look at what keeps it from being made, or deletes it'],
  [
    'Unknown',
    'Argo CD cannot tell its health: look at its connection to the cluster, and at the health check of such resources',
  ],
]);

function listMissing({ deployed }: View): readonly string[] {
  return deployed?.state === 'deployed' || deployed?.state === 'missing' ? deployed.missing : [];
}

export function describeNotSynced(asked: Case, view: View): string {
  const { name, expected, seen } = asked;
  const commit = shortOf(expected.commit);
  return `Application ${name} has not applied ${commit} ${afterOf(seen.at)}. What was seen last: ${describeProgress(asked)}. ${explainNotSynced(asked, view)}`;
}

/** The first rule that did not hold, and its cure. */
function explainNotSynced(asked: Case, view: View): string {
  const { applied, application } = view;
  if (application.isBeingDeleted) {
    return 'It is being deleted: make it again, or name another one in argocd-applications.';
  }
  if (applied.stage === 'operating') {
    return application.operation !== undefined && isRunning(application.operation)
      ? 'A sync runs or is retried: correct what it fails at, or end it (argocd app terminate-op), or raise sync-timeout.'
      : 'A sync was asked for and has not begun: look whether its application controller runs.';
  }
  if (applied.stage === 'unsettled') {
    return 'Argo CD has not looked at the cluster since its sync: look whether its application controller runs.';
  }
  if (applied.stage === 'seen') {
    const { window } = asked.seen;
    if (window?.canSync === false) return 'Its sync window is closed: verify when it is open.';
    return 'It is at the commit, and not in sync with it: look at what differs, or raise sync-timeout.';
  }
  return explainUnseen(asked, view);
}

function explainUnseen({ expected, seen, revisions }: Case, view: View): string {
  const { application, sources } = view;
  const { repository } = expected;
  const commit = shortOf(expected.commit);
  const isWatched = sources.kind === 'watched';
  const commits = (isWatched ? view.revisions : application.revisions).filter(isCommit);
  const untold = commits.find((revision) => !revisions.has(revision));
  if (untold !== undefined) {
    return `${repository} has not told how ${shortOf(untold)} stands to ${commit}: look whether its server answers, or raise sync-timeout.`;
  }
  const absent = commits.find((revision) => revisions.get(revision)?.relation === 'absent');
  if (absent !== undefined) {
    const addresses = application.sources.map(({ repoUrl }) => repoUrl).join(', ');
    return `${repository} has no commit ${shortOf(absent)}: look whether what it watches (${addresses}) is the same repository, and whether its history was rewritten.`;
  }
  if (application.generatePaths !== '') {
    return `Its revision does not contain ${commit}. The annotation argocd.argoproj.io/manifest-generate-paths (${application.generatePaths}) keeps it at an older one for changes elsewhere: add the path of the files that were changed.`;
  }
  const refresh =
    seen.refreshedAt === undefined
      ? 'Argo CD has not answered a refresh: look whether its application controller and repo-server run, or raise sync-timeout'
      : 'Look whether it watches the branch that was promoted to, or raise sync-timeout';
  return `Its revision does not contain ${commit}. ${refresh}.`;
}
