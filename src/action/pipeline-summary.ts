import type { Inputs } from './inputs.js';
import type { Pipeline, RunReport } from './report.js';
import { nameOutcome, renderVerified } from './result-lines.js';
import { VERDICTS } from './verify-summary.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { Context } from '../base/context.js';
import { isDeployable, renderImageReference } from '../base/image.js';
import { renderCode, renderLink, renderTable, renderText } from '../base/markdown.js';

/** What the inputs and the runner tell of the pipeline. */
export function describePipeline(inputs: Inputs, context: Context): Pipeline {
  const { coverage, image, promote, verify, toldCoverage } = inputs;
  const { repository, repositoryUrl, runUrl, apiUrl } = context;
  const serverUrl = repositoryUrl.slice(0, repositoryUrl.length - repository.length);
  const { target, place, commit: sha } = verify?.argocd ?? {};
  const isHere = place?.target.apiUrl === apiUrl;
  const url = isHere ? `${serverUrl}${place.target.repository}/commit/${sha ?? ''}` : undefined;
  return {
    asked: {
      coverage: coverage !== undefined,
      image: image !== undefined || promote?.from !== undefined,
      promotion: promote !== undefined,
      verification: verify !== undefined,
    },
    toldCoverage,
    runUrl,
    sourceUrl: repositoryUrl,
    serverUrl,
    commit: sha === undefined ? undefined : { sha, url },
    argocdUrl: target?.server,
    healthUrls: verify?.healthUrls ?? [],
  };
}

/** How many Applications or addresses one row links to. */
const LISTED_LINKS = 20;

/** What came of a step, and where it is. */
type Row = readonly [step: string, result: string, links: readonly string[]];

/**
 * The pipeline at a glance, in one part: a row for each of coverage, image, commit and deployment, and
 * for a rollback that followed, as far as the run knows of them. One row alone would only say again what is above it.
 */
export function renderPipeline(report: RunReport): readonly string[] {
  const { pipeline } = report;
  if (pipeline === undefined) return [];
  const rows = [coverageRow, imageRow, commitRow, deploymentRow, recoveryRow].flatMap((rowOf) => {
    const row = rowOf(report, pipeline);
    return row === undefined ? [] : [row];
  });
  if (rows.length < 2) return [];
  const cells = rows.map(([step, result, links]) => [step, result, renderList(links)]);
  return [`### Pipeline\n\n${renderTable(['Step', 'Result', 'Link'], cells)}`];
}

function renderList(links: readonly string[]): string {
  const left = links.length - LISTED_LINKS;
  return [...links.slice(0, LISTED_LINKS), ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

function coverageRow({ coverage }: RunReport, pipeline: Pipeline): Row | undefined {
  const { asked, toldCoverage, runUrl } = pipeline;
  const links = [renderLink('run', runUrl)];
  if (coverage !== undefined) {
    const { measured, verdict } = coverage;
    return ['Coverage', measured ? `${measured.percent}%, ${verdict}` : verdict, links];
  }
  if (asked.coverage) return ['Coverage', 'no result', links];
  if (toldCoverage === undefined) return undefined;
  const isNumber = /^\d+(?:\.\d+)?$/.test(toldCoverage);
  return ['Coverage', renderText(isNumber ? `${toldCoverage}%` : toldCoverage), links];
}

function imageRow({ image: result }: RunReport, pipeline: Pipeline): Row | undefined {
  if (result === undefined) return pipeline.asked.image ? ['Image', 'no result', []] : undefined;
  const { image, sourceSha, sourceRepository } = result;
  const deployed = isDeployable(image) ? renderCode(renderImageReference(image)) : 'none';
  if (sourceSha === undefined) return ['Image', deployed, []];
  const page =
    sourceRepository === undefined
      ? pipeline.sourceUrl
      : `${pipeline.serverUrl}${sourceRepository}`;
  const name = `built from ${renderCode(sourceSha.slice(0, 12))}`;
  return ['Image', deployed, [renderLink(name, `${page}/commit/${sourceSha}`)]];
}

function commitRow({ promotion, failure }: RunReport, pipeline: Pipeline): Row | undefined {
  if (promotion !== undefined) {
    return ['Commit', nameOutcome(promotion), linkPromotion(promotion)];
  }
  if (pipeline.asked.promotion) {
    const isOpen = failure?.code === 'outcome-unknown';
    return ['Commit', isOpen ? 'not known' : 'nothing was written', []];
  }
  const { commit } = pipeline;
  return commit && ['Commit', 'of an earlier job', [renderCommitLink(commit)]];
}

function linkPromotion({ commit, pullRequest }: PromotionResult): readonly string[] {
  return [
    ...(commit ? [renderCommitLink(commit) + renderVerified(commit.isVerified)] : []),
    ...(pullRequest ? [renderLink(`#${pullRequest.number}`, pullRequest.url)] : []),
  ];
}

/** What was taken back because verify had failed, and whether what is there again runs. */
function recoveryRow({ recovery }: RunReport): Row | undefined {
  if (recovery === undefined) return undefined;
  const { rollback, verification } = recovery;
  const result = `${nameOutcome(rollback)}, ${VERDICTS[verification.verdict]}`;
  return ['Rollback', result, linkPromotion(rollback)];
}

/** A commit by its first digits, linked to its page where it has one. */
export function renderCommitLink({ sha, url }: { readonly sha: string; readonly url?: string }) {
  const name = renderCode(sha.slice(0, 12));
  return url === undefined ? name : renderLink(name, url);
}

function deploymentRow({ verification }: RunReport, pipeline: Pipeline): Row | undefined {
  const { asked, argocdUrl = '', healthUrls } = pipeline;
  if (!asked.verification) return undefined;
  const applications = verification?.applications ?? [];
  const links = [
    ...applications.map(({ name }) =>
      renderLink(renderCode(name), `${argocdUrl}/applications/${name}`),
    ),
    ...healthUrls.map((url) => renderLink(renderCode(url), url)),
  ];
  return ['Deployment', verification ? VERDICTS[verification.verdict] : 'no result', links];
}
