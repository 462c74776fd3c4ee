import { renderCode, renderTable, renderText } from '../base/markdown.js';
import type { ApplicationResult, VerifyResult, VerifyVerdict } from '../verify/result.js';

/** What a verdict is called in the job summary. */
export const VERDICTS: Readonly<Record<VerifyVerdict, string>> = {
  healthy: 'healthy',
  superseded: 'superseded by a later commit',
  failed: 'not as it has to be',
  unknown: 'not known',
};

/** The verify step in the job summary: a row an Application, and when what was seen. */
export function renderVerification(result: VerifyResult): readonly string[] {
  const { verdict, message, applications, endpoints, warnings } = result;
  return [
    `### Verify: ${VERDICTS[verdict]}`,
    renderText(message),
    ...(applications.length > 0 ? [renderApplications(applications)] : []),
    ...(endpoints.length > 0 ? [renderEndpoints(result)] : []),
    ...renderTimeline(result),
    ...warnings.map((warning) => `Warning: ${renderText(warning)}`),
  ];
}

function renderApplications(applications: readonly ApplicationResult[]): string {
  const rows = applications.map(({ name, revision, sync, health, verdict, ...moments }) => [
    renderCode(name),
    revision === ''
      ? ''
      : renderCode(revision.replace(/[0-9a-f]{40,}/g, (sha) => sha.slice(0, 12))),
    renderText(sync),
    renderText(health),
    renderSeconds(moments.syncedAfter),
    renderSeconds(moments.healthyAfter),
    renderText(VERDICTS[verdict]),
  ]);
  return renderTable(
    ['Application', 'Revision', 'Sync', 'Health', 'Synced after', 'Healthy after', 'Verdict'],
    rows,
  );
}

function renderEndpoints({ endpoints }: VerifyResult): string {
  const rows = endpoints.map(({ url, last, isAnswering }) => [
    renderCode(url),
    renderText(last),
    isAnswering ? 'answers' : 'does not answer',
  ]);
  return renderTable(['Address', 'Last answer', ''], rows);
}

/** In seconds from the start of verify, which is when the commit was there. */
function renderTimeline(result: VerifyResult): readonly string[] {
  const { commit, seenAfter, syncedAfter, healthyAfter, answeringAfter } = result;
  const moments = [
    ['Seen', seenAfter],
    ['Synced', syncedAfter],
    ['Healthy', healthyAfter],
    ['Answering', answeringAfter],
  ] as const;
  const known = moments.filter(([, seconds]) => seconds !== undefined);
  if (known.length === 0) return [];
  const head = [...(commit === undefined ? [] : ['Committed']), ...known.map(([name]) => name)];
  const row = [
    ...(commit === undefined ? [] : [renderCode(commit.slice(0, 12))]),
    ...known.map(([, seconds]) => renderSeconds(seconds)),
  ];
  return [renderTable(head, [row])];
}

function renderSeconds(seconds: number | undefined): string {
  return seconds === undefined ? '' : `${seconds} s`;
}
