import type { PromotionResult } from '../promote/model/result.js';
import type { EndpointResult } from './endpoints.js';
import { describeArgoFailure, shortOf } from './rules/messages.js';
import type { ApplicationResult, VerifyResult, VerifyVerdict } from './result.js';
import type { Verdict } from './rules/verdict.js';
import type { Seen } from './rules/seen.js';

/** Codes of failures that tell nothing of the Application. */
const UNTOLD = ['argocd-denied', 'argocd-unavailable'];

/** An Application at the end. */
export interface Watched {
  readonly name: string;
  readonly seen: Seen;
  readonly verdict: Verdict;
}

/** Why there is nothing to verify; `undefined` when there is. */
export function describeNothing({
  promotion,
  verify: { argocd },
  dryRunByDefault,
}: {
  readonly promotion?: PromotionResult;
  readonly verify: { readonly argocd?: { readonly commit?: string } };
  readonly dryRunByDefault: boolean;
}): string | undefined {
  if (argocd?.commit !== undefined) return undefined;
  switch (promotion?.reason) {
    case 'stale':
      return 'Nothing to verify: nothing was promoted, since a newer commit is there.';
    case 'rolled-back':
      return 'Nothing to verify: nothing was promoted, since the commit was taken back or is held.';
    case 'dry-run':
      return 'Nothing to verify: this is a dry run, and nothing was promoted.';
    case 'pull-request':
      return `Nothing to verify yet: the pull request #${promotion.pullRequest?.number ?? ''} is not merged. Verify in a run of its own after that, with steps: verify and gitops-commit.`;
    case 'failed':
      return 'Nothing to verify: the promotion failed.';
    case 'promoted':
    case 'unchanged':
      return undefined;
    case undefined:
      // Without a promotion the commit is given, unless a pull request's run has none.
      return argocd !== undefined && dryRunByDefault
        ? 'Nothing to verify: this is a dry run without gitops-commit.'
        : undefined;
  }
}

/** What came of all Applications. */
export function verifyResultOf(commit: string, watched: readonly Watched[]): VerifyResult {
  const applications = watched.map(describeApplication);
  const verdicts = watched.map(({ verdict }) => verdict);
  const warnings = verdicts.flatMap((verdict) =>
    verdict.kind === 'healthy' ? verdict.warnings : [],
  );
  const failed = verdicts.find((verdict) => verdict.kind === 'failed');
  const superseded = verdicts.find((verdict) => verdict.kind === 'superseded');
  const base = {
    commit,
    applications,
    endpoints: [],
    warnings,
    ...latest('seenAfter', applications),
    ...latest('syncedAfter', applications),
  };
  if (failed !== undefined) {
    const { code, message } = failed;
    return { ...base, verdict: verdictOf(failed), message, problem: { code, message } };
  }
  if (superseded !== undefined) {
    return { ...base, verdict: 'superseded', message: superseded.message };
  }
  const names = applications.map(({ name }) => name).join(', ');
  const healthy = latest('healthyAfter', applications);
  const message = `${names}: ${shortOf(commit)} is synced after ${base.syncedAfter ?? 0} s and healthy after ${healthy.healthyAfter ?? 0} s.`;
  return { ...base, ...healthy, verdict: 'healthy', message };
}

type Moment = 'seenAfter' | 'syncedAfter' | 'healthyAfter';

/** When the last of all was so far; nothing until all were. */
function latest(
  moment: Moment,
  applications: readonly ApplicationResult[],
): Partial<Record<Moment, number>> {
  const moments = applications.map((application) => application[moment]);
  const known = moments.filter((seconds) => seconds !== undefined);
  return known.length === moments.length ? { [moment]: Math.max(...known) } : {};
}

function verdictOf(verdict: Verdict): VerifyVerdict {
  if (verdict.kind === 'wait') return 'unknown';
  if (verdict.kind !== 'failed') return verdict.kind;
  return UNTOLD.includes(verdict.code) ? 'unknown' : 'failed';
}

function describeApplication({ name, seen, verdict }: Watched): ApplicationResult {
  const { view, failure, seenAt, appliedAt, healthySince } = seen;
  const seconds = (at: number) => Math.round(at / 1000);
  return {
    name,
    verdict: verdictOf(verdict),
    revision: view?.revisions.join(' ') ?? '',
    sync:
      view?.application.sync ?? (failure === undefined ? '' : describeArgoFailure(failure.answer)),
    health: view?.application.health ?? '',
    ...(seenAt !== undefined && { seenAfter: seconds(seenAt) }),
    ...(appliedAt !== undefined && { syncedAfter: seconds(appliedAt) }),
    ...(verdict.kind === 'healthy' &&
      healthySince !== undefined && { healthyAfter: seconds(healthySince) }),
  };
}

/** Adds what came of the addresses. Without Argo CD they alone decide. */
export function combine(
  watched: VerifyResult | undefined,
  endpoints: readonly EndpointResult[],
  asked: { readonly after: number; readonly problem: string | undefined } | undefined,
): VerifyResult {
  const base = watched ?? {
    verdict: 'healthy',
    message: '',
    applications: [],
    endpoints,
    warnings: [],
  };
  if (asked === undefined) return base;
  const { after, problem } = asked;
  if (problem !== undefined) {
    const failed = { code: 'endpoint-failed', message: problem } as const;
    return { ...base, endpoints, verdict: 'failed', message: problem, problem: failed };
  }
  const answering = `${endpoints.map(({ url }) => url).join(', ')}: answering after ${after} s.`;
  const unknown = watched === undefined ? ' Which commit answers was not looked at.' : '';
  const message = [base.message, `${answering}${unknown}`].filter((text) => text !== '').join(' ');
  return { ...base, endpoints, message, answeringAfter: after };
}
