import type { Inputs } from './action/inputs.js';
import type { RunReport } from './action/report.js';
import { renderPromotionLine } from './action/result-lines.js';
import type { Context, RunMode } from './base/context.js';
import { asPromoteError, PromoteError } from './base/errors.js';
import { renderImageReference } from './base/image.js';
import type { Ports } from './ports/runner.js';
import type { PromotionResult } from './promote/model/result.js';
import type { VerifyResult } from './verify/result.js';

/** What a run has done to recover from a failure of verify. */
type Recovery = Pick<RunReport, 'recovery' | 'failure'>;

/** A run whose verify has failed. */
interface FailedRun {
  readonly verification: VerifyResult;
  readonly failure: PromoteError;
}

const NOT_DOWN_TO_IMAGE =
  'Nothing was rolled back: no resource that runs the image has become Degraded or stays Progressing, so that the image before would not help.';

/**
 * Rolls back what verify has found broken, where it is down to the image, and verifies what was
 * restored. The run fails all the same, and the message of its failure ends in what became of it.
 */
export async function recover(
  inputs: Inputs,
  { verification, failure }: FailedRun,
  context: Context,
  ports: Ports,
): Promise<Recovery> {
  const rollback = inputs.verify?.rollback;
  if (rollback === undefined) return { failure };
  if (verification.isImageBroken !== true) {
    ports.logger.info(NOT_DOWN_TO_IMAGE);
    return { failure };
  }
  ports.logger.info(`${failure.message} It is rolled back (rollback-on-failure).`);
  try {
    const { runRollbackStep } = await import('./rollback/step.js');
    const request = { ...inputs, rollback, broughtBy: verification.commit };
    const { result, image } = await runRollbackStep(request, context, ports);
    ports.logger.info(renderPromotionLine(result, inputs));
    if (result.problem) throw new PromoteError(result.problem.code, result.problem.message);
    const restored = await verifyRestored({ ...inputs, image, promotion: result }, ports);
    const recovery = { rollback: result, verification: restored };
    return { recovery, failure: addSentence(failure, describeRecovery(result, restored)) };
  } catch (error) {
    const { message } = asPromoteError(error);
    return { failure: addSentence(failure, `It was not rolled back: ${message}`) };
  }
}

/** Its own commit is verified, with all of the time again. */
async function verifyRestored(
  { verify, ...request }: RunMode & Pick<Inputs, 'verify'> & Pick<RunReport, 'image' | 'promotion'>,
  ports: Ports,
): Promise<VerifyResult> {
  if (verify?.argocd === undefined) throw new Error('Only Argo CD tells what is broken.');
  const { runVerifyStep } = await import('./verify/step.js');
  const argocd = { ...verify.argocd, commit: undefined };
  return runVerifyStep({ ...request, verify: { ...verify, argocd } }, ports);
}

function describeRecovery(rollback: PromotionResult, restored: VerifyResult): string {
  const { reason, commit, pullRequest, targets } = rollback;
  const [first] = targets;
  const image = first === undefined ? 'the image before' : renderImageReference(first.image);
  if (reason === 'pull-request') {
    return `Pull request #${pullRequest?.number ?? ''} asks to go back to ${image}, and is not merged yet.`;
  }
  if (reason === 'dry-run') return `This is a dry run: it would be rolled back to ${image}.`;
  const made = `It was rolled back to ${image} with commit ${commit?.sha.slice(0, 12) ?? ''}`;
  if (restored.verdict === 'healthy') {
    return `${made}, which is healthy after ${restored.healthyAfter ?? 0} s.`;
  }
  return `${made}, which is not known to be healthy: ${restored.message}`;
}

function addSentence({ code, message }: PromoteError, sentence: string): PromoteError {
  return new PromoteError(code, `${message} ${sentence}`);
}
