import type { ArgoFailure, Condition, Operation } from '../../ports/argocd.js';
import { renderImageReference } from '../../base/image.js';
import { isRunning } from './applied.js';
import { containsCommit } from './expectation.js';
import type { Case } from './verdict.js';
import type { View } from './seen.js';

export type Refusal = Extract<ArgoFailure, { readonly kind: 'refused' }>;

/** A commit as people read it; what is none, such as the name of a branch, is kept. */
export function shortOf(revision: string): string {
  return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 7) : revision;
}

/** `OutOfSync at 3403b0a, Healthy`: what Argo CD tells, on one line. */
export function describeState({ application, revisions }: View): string {
  const told = revisions.length > 0 ? revisions : application.revisions;
  const at = [...new Set(told)].filter((revision) => revision !== '').map(shortOf);
  const where = at.length === 0 ? '' : ` at ${at.join(' and ')}`;
  return `${application.sync || 'not compared yet'}${where}, ${application.health || 'without health'}`;
}

/** The same, and what stands in the way, for the log while it waits. */
export function describeProgress({ seen, revisions }: Case): string {
  const { view, failure, window } = seen;
  if (failure !== undefined) return describeArgoFailure(failure.answer);
  if (view === undefined) return 'not asked for yet';
  const notes = [describeState(view)];
  const { operation } = view.application;
  if (view.application.isBeingDeleted) notes.push('it is being deleted');
  if (operation !== undefined && isRunning(operation)) {
    notes.push(describeOperation(operation, view, revisions));
  } else if (view.application.isOperationAsked) {
    notes.push('a sync was asked for');
  }
  for (const { type, message } of view.application.conditions) {
    if (type.endsWith('Error')) notes.push(`${type}: ${renderShort(message)}`);
  }
  if (window?.canSync === false && view.applied.stage === 'seen') {
    notes.push(`its sync window is closed${window.active.map((open) => ` (${open})`).join('')}`);
  }
  if (view.applied.stage === 'unsettled') notes.push('Argo CD has not looked at it since the sync');
  if (view.applied.stage === 'applied') notes.push(...view.health.causes.slice(0, 3));
  return notes.join('; ');
}

/** An older operation blocks all that comes after it, as long as it is retried. */
function describeOperation(
  { revisions: to, retries, message }: Operation,
  { applied }: View,
  revisions: Case['revisions'],
): string {
  const attempt = retries > 0 ? `, retry ${retries}` : '';
  const why = message === '' ? '' : ` (${renderShort(message)})`;
  const isOld = !applied.isOperationOurs && !to.some((each) => containsCommit(revisions.get(each)));
  const which = isOld ? `waits for the sync to ${to.map(shortOf).join(' and ')}` : 'the sync runs';
  return `${which}${attempt}${why}`;
}

export function describeArgoFailure(failure: ArgoFailure): string {
  if (failure.kind === 'refused') return `Argo CD answers ${failure.status}: ${failure.message}`;
  return failure.kind === 'misdirected' ? failure.problem : `no answer (${failure.detail})`;
}

export function describeMisdirected(problem: string): string {
  return `argocd-server: ${problem}`;
}

export function describeToken(message: string): string {
  return `argocd-token: Argo CD does not accept this token (401: ${message}). Give one that is neither expired nor revoked; when it comes from a secret, the secret is empty or not visible to this job.`;
}

export function describeHidden({ name }: Case, { status, message }: Refusal): string {
  const cure =
    'Look at its name and namespace in argocd-applications and its project in argocd-project, and give the role of the token "applications, get, PROJECT/NAME, allow"';
  return `argocd-applications: Argo CD does not show Application ${name} (${status}: ${message}): there is none, or the token may not read it. ${cure}.`;
}

export function describeForeign({ name, expected }: Case, watches: string): string {
  const { repository, branch = 'its default branch' } = expected;
  return `argocd-applications: Application ${name} does not watch ${repository} at ${branch}: it watches ${watches}. Name the Application that does, or set gitops-repository and gitops-branch to what it watches.`;
}

export function describeTakenBack({ name, expected }: Case, by: string): string {
  return `The commit ${shortOf(expected.commit)} was taken back by ${shortOf(by)} before Application ${name} was verified. Promote a newer commit, with what was wrong corrected.`;
}

export function describeSuperseded({ expected }: Case, later: string, other: string): string {
  return `A later commit of ${expected.repository} (seen at ${shortOf(later)}) asks for ${other}, so ${renderImageReference(expected.image)} is superseded.`;
}

export function describeRefusedSync({ name }: Case, { status, message }: Refusal): string {
  return `argocd-sync: Argo CD refuses to sync Application ${name} (${status}: ${message}). ${explainRefusedSync(status, message)}`;
}

function explainRefusedSync(status: number, message: string): string {
  if (status === 403) {
    return 'The role of the token needs "applications, sync, PROJECT/NAME, allow".';
  }
  return /sync window/i.test(message)
    ? 'Verify when the window is open, or allow syncs by hand in it (manualSync: true).'
    : 'Correct what it says, or sync the Application by hand.';
}

export function describeFailedSync(
  { name }: Case,
  { revisions, message, retries, failures }: Operation,
): string {
  const to = [...new Set(revisions)].map(shortOf).join(' and ');
  const tries = retries > 0 ? ` after ${retries} retries` : '';
  const what = failures.slice(0, 5).join('; ');
  return `The sync of Application ${name} to ${to} failed${tries}: ${endSentence(message)}${what === '' ? '' : ` ${endSentence(what)}`} Correct the manifests, and promote again.`;
}

export function describeAutoSyncOff(
  { name, expected }: Case,
  { application: { applicationSet } }: View,
): string {
  const cure =
    applicationSet === undefined
      ? 'Set argocd-sync: true, or turn auto-sync on (syncPolicy.automated)'
      : `ApplicationSet ${applicationSet} made it: look whether that syncs step by step (RollingSync) and what it waits for, set argocd-sync: true, or turn auto-sync on in its template`;
  return `Application ${name} has seen ${shortOf(expected.commit)} and nothing applies it, since its auto-sync is off. ${cure}.`;
}

/** @param held For how long, in milliseconds. */
export function describeCondition(
  { name }: Case,
  { type, message }: Condition,
  held: number,
): string {
  return `Application ${name} has had a ${type} for ${Math.round(held / 1000)} seconds: ${endSentence(message)} Correct the Application or the manifests that it names.`;
}

export function describeNotDeployed({ name, expected }: Case, view: View): string {
  const image = renderImageReference(expected.image);
  const others = view.deployed?.state === 'other' ? view.deployed.others : [];
  const { sources } = view.application;
  const paths = sources.flatMap(({ path }) => (path === '' ? [] : [path]));
  const builds = paths.length === 0 ? 'no path' : paths.join(' and ');
  const changed =
    expected.files.length === 0
      ? ''
      : `, and the image was changed in ${expected.files.join(', ')}`;
  const runs = others.length === 0 ? 'no resource names it' : others.slice(0, 5).join('; ');
  return `Application ${name} is ${describeState(view)}, and ${describeMissing(image, view)}: ${runs}. It builds ${builds}${changed}. ${explainNotDeployed(view)}`;
}

function describeMissing(image: string, { deployed }: View): string {
  if (deployed?.state !== 'other') return `${image} does not run`;
  if (deployed.isUntold) return `whether ${image} runs is not known`;
  return `${image} does not run${deployed.isKept ? ' where it is to' : ''}`;
}

function explainNotDeployed({ application, deployed }: View): string {
  if (deployed?.state === 'other' && deployed.isUntold) {
    return 'What runs is told by its digest alone: give the digest that was promoted (digest) beside the tag.';
  }
  if (deployed?.state === 'other' && deployed.isKept) {
    return 'Argo CD leaves the image as it is: look at ignoreDifferences of the Application and of Argo CD.';
  }
  if (application.sources.some(({ overrides }) => /image/i.test(overrides))) {
    return 'The Application itself sets an image (kustomize.images, helm.parameters or helm.values, as an image updater does), which wins over what is committed: remove it there.';
  }
  return 'Change the image in what it builds (kustomization, values, targets, image-name), or let it build what was changed.';
}

export function describePod({ name, expected }: Case, pod: string, message: string): string {
  const why = message === '' ? '' : `: ${renderShort(message)}`;
  return `In Application ${name} the Pod ${pod} of ${renderImageReference(expected.image)} has been degraded for 60 seconds${why}. Look at its logs.`;
}

/** What is to be known of an Application that is healthy all the same. */
export function listWarnings({ name, expected, seen }: Case, view: View): readonly string[] {
  const { deployed, health } = view;
  const image = renderImageReference(expected.image);
  const warnings: string[] = [];
  if (deployed?.state === 'unnamed') {
    warnings.push(
      `No resource of Application ${name} names ${expected.image.repository}, so whether ${image} runs is not known: its revision and health alone were verified.${describeChildren(view)}`,
    );
  } else if (seen.workloads?.answer.kind !== 'ok') {
    warnings.push(
      `Argo CD did not tell the resources of Application ${name}, so the image was looked for in what was synced last.`,
    );
  }
  if (deployed?.state === 'deployed' && deployed.others.length > 0) {
    warnings.push(`Beside ${image} in Application ${name}: ${deployed.others.join('; ')}.`);
  }
  if (health.leftOut.length > 0) {
    warnings.push(
      `As before the commit, and left out, in Application ${name}: ${health.leftOut.join('; ')}.`,
    );
  }
  return warnings;
}

/** An app of apps runs nothing by itself. */
function describeChildren({ application }: View): string {
  const children = application.resources
    .filter(({ group, kind }) => group === 'argoproj.io' && kind === 'Application')
    .map(({ name }) => name);
  if (children.length === 0) return '';
  return ` It makes the Applications ${children.slice(0, 20).join(', ')}: name the one that runs it in argocd-applications.`;
}

export function afterOf(at: number): string {
  return `after ${Math.round(at / 1000)} seconds`;
}

/** What Argo CD says can be the output of a tool, of any length. */
function renderShort(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

function endSentence(text: string): string {
  const line = renderShort(text) || 'Argo CD does not say why';
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
