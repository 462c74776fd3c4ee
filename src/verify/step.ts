import type { RunMode } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import { renderImageReference } from '../base/image.js';
import type { ArgoCD } from '../ports/argocd.js';
import type { Logger, Ports } from '../ports/runner.js';
import { targetAt } from '../promote/inputs/inputs.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import { readAskedImage } from './history/asked-image.js';
import { checkEndpoints, describeSilentEndpoints, limitEndpoints } from './endpoints.js';
import type { Expectation } from './rules/expectation.js';
import { RevisionHistory } from './history/history.js';
import type { ArgoInputs, VerifyInputs } from './inputs.js';
import { shortOf } from './rules/messages.js';
import { combine, describeNothing, verifyResultOf, type Watched } from './report.js';
import type { VerifyResult } from './result.js';
import { findSubject, readUntilTold, type Subject } from './subject.js';
import { ApplicationWatch, labelOf } from './watch.js';

/** Between two looks, in milliseconds. */
const PAUSE = 3_000;

/** What the verify step takes of the run. */
export interface VerifyRequest extends RunMode {
  readonly verify: VerifyInputs;
  /** Absent when the addresses alone are asked, and when a dry run could not read it. */
  readonly image?: ImageResult;
  /** Of the same call. */
  readonly promotion?: PromotionResult;
}

/** The ports that the step takes of the run. */
type VerifyPorts = Pick<
  Ports,
  | 'logger'
  | 'clock'
  | 'openArgoCD'
  | 'openEndpoints'
  | 'openGitOpsRepository'
  | 'openSourceRepository'
>;

/**
 * Waits until the Applications run the commit and the addresses answer, and tells the log.
 * @throws PromoteError where the GitOps repository cannot be read.
 */
export async function runVerifyStep(
  request: VerifyRequest,
  ports: VerifyPorts,
): Promise<VerifyResult> {
  const nothing = describeNothing(request);
  if (nothing !== undefined) {
    ports.logger.notice(nothing);
    return { verdict: 'unknown', message: nothing, applications: [], endpoints: [], warnings: [] };
  }
  const start = ports.clock.now();
  const { argocd } = request.verify;
  const watching = argocd && (await openWatching(request, argocd, start, ports));
  try {
    const watched = watching && (await watchUntilKnown(watching, ports));
    const asked = await askEndpoints(request.verify, watched, start, ports);
    const result = watching ? await putDown(asked, watching.watches) : asked;
    for (const warning of result.warnings) ports.logger.warning(warning);
    // A failure is told at the end of the run.
    if (result.problem === undefined) ports.logger.info(result.message);
    return result;
  } finally {
    watching?.close();
  }
}

/** What ends the run when what was promoted does not run. */
export function failureOf({ problem }: VerifyResult): PromoteError | undefined {
  return problem && new PromoteError(problem.code, problem.message);
}

/** Applications that are looked at. */
interface Watching {
  readonly subject: Subject;
  readonly argocd: ArgoCD;
  readonly watches: readonly ApplicationWatch[];
  readonly close: () => void;
}

async function openWatching(
  request: VerifyRequest,
  inputs: ArgoInputs,
  start: number,
  ports: VerifyPorts,
): Promise<Watching> {
  const subject = await findSubject(request, inputs, ports);
  const argocd = await ports.openArgoCD(inputs.target);
  const watches = await openWatches(request, subject, argocd, start, ports).catch(
    (error: unknown) => {
      argocd.close();
      throw error;
    },
  );
  return {
    subject,
    argocd,
    watches,
    close: () => {
      argocd.close();
    },
  };
}

async function watchUntilKnown(
  { subject, argocd, watches }: Watching,
  { logger, clock }: VerifyPorts,
): Promise<VerifyResult> {
  const names = watches.map(({ name }) => labelOf(name)).join(', ');
  const title = `Verify that ${names} runs ${renderImageReference(subject.image)} (${shortOf(subject.commit)})`;
  return logger.group(title, async () => {
    await tellVersion(argocd, logger);
    return verifyResultOf(subject.commit, await watchAll(watches, clock));
  });
}

/** Whether a failure is put down to the image, by what is seen at the end. */
async function putDown(
  result: VerifyResult,
  watches: readonly ApplicationWatch[],
): Promise<VerifyResult> {
  const { problem } = result;
  if (problem === undefined) return result;
  const isOfAddress = problem.code === 'endpoint-failed';
  // They were healthy when the addresses were asked first.
  if (isOfAddress) await Promise.all(watches.map((watch) => watch.look()));
  const isBroken = watches.some((watch) => watch.isImageBroken(problem.code, isOfAddress));
  return { ...result, isImageBroken: isBroken };
}

/** It needs no token. What answers in place of Argo CD is found out by the first look. */
async function tellVersion(argocd: ArgoCD, logger: Logger): Promise<void> {
  const version = await argocd.readVersion();
  if (version.kind === 'ok') logger.info(`Argo CD ${version.data}`);
}

async function openWatches(
  { verify, dryRun }: VerifyRequest,
  subject: Subject,
  argocd: ArgoCD,
  start: number,
  ports: VerifyPorts,
): Promise<readonly ApplicationWatch[]> {
  const { place, applications, maySync, target } = subject.argocd;
  const { repository, branch, apiUrl, token } = place.target;
  const history = await ports.openSourceRepository({ apiUrl, repository, token });
  const defaultBranch = await readUntilTold(() => history.readDefaultBranch(), ports.clock).catch(
    ignoreRefusal,
  );
  const expected: Expectation = {
    commit: subject.commit,
    repository,
    branch,
    defaultBranch,
    image: subject.image,
    files: subject.files,
    syncTimeout: verify.syncTimeout,
    verifyTimeout: verify.verifyTimeout,
    maySync: maySync && !dryRun,
  };
  const revisions = openHistory(subject, branch ?? defaultBranch, { ...ports, history });
  const tell = (at: number, line: string) => {
    ports.logger.info(`${Math.round(at / 1000)} s: ${line}`);
  };
  const watchPorts = { argocd, history: revisions, clock: ports.clock, tell };
  return applications.map(
    (name) => new ApplicationWatch(name, target.server, expected, watchPorts, start),
  );
}

/** Without the default branch less is known, and nothing is taken for granted. */
function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof PromoteError)) throw error;
  return undefined;
}

function openHistory(
  { argocd, commit, isWritten, image, facts }: Subject,
  gitopsBranch: string | undefined,
  ports: VerifyPorts & Pick<ConstructorParameters<typeof RevisionHistory>[1], 'history'>,
): RevisionHistory {
  const { target, targets } = argocd.place;
  const openAt = (revision: string) => ports.openGitOpsRepository(targetAt(target, revision));
  const { sourceSha, shortSha } = facts;
  const asked = { image, sourceSha, shortSha, gitopsBranch };
  const readAsked = async (revision: string) =>
    readAskedImage(targets, await openAt(revision), asked);
  const question = { commit, image, isWritten, sourceSha };
  return new RevisionHistory(question, {
    history: ports.history,
    clock: ports.clock,
    openAt,
    readAsked: targets.length > 0 ? readAsked : undefined,
  });
}

/** Looks at all until each has a verdict at the same time, or one has failed. */
async function watchAll(
  watches: readonly ApplicationWatch[],
  clock: VerifyPorts['clock'],
): Promise<readonly Watched[]> {
  for (;;) {
    const watched = await Promise.all(
      watches.map(async (watch) => {
        const verdict = await watch.look();
        return { name: labelOf(watch.name), seen: watch.seen, verdict };
      }),
    );
    const isOver = watched.some(({ verdict }) => verdict.kind === 'failed');
    if (isOver || watched.every(({ verdict }) => verdict.kind !== 'wait')) return watched;
    await clock.sleep(PAUSE);
  }
}

async function askEndpoints(
  { healthUrls, verifyTimeout }: VerifyInputs,
  watched: VerifyResult | undefined,
  start: number,
  ports: VerifyPorts,
): Promise<VerifyResult> {
  const isHealthy = watched === undefined || watched.verdict === 'healthy';
  if (healthUrls.length === 0 || !isHealthy) return combine(watched, [], undefined);
  const endpoints = await ports.openEndpoints();
  const limit = limitEndpoints(verifyTimeout * 1000 - (ports.clock.now() - start));
  const results = await ports.logger.group(`Ask ${healthUrls.join(', ')}`, () =>
    checkEndpoints(healthUrls, limit, { endpoints, clock: ports.clock }),
  );
  const after = Math.round((ports.clock.now() - start) / 1000);
  return combine(watched, results, { after, problem: describeSilentEndpoints(results, limit) });
}
