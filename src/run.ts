import type { Inputs } from './action/inputs.js';
import { describePipeline } from './action/pipeline-summary.js';
import type { RunReport } from './action/report.js';
import { renderCoverageLine, renderImageLine, renderPromotionLine } from './action/result-lines.js';
import { assertWorkflow, type Context, type RunMode } from './base/context.js';
import { asPromoteError, PromoteError } from './base/errors.js';
import type { Ports } from './ports/runner.js';
import type { CopiedImage, CopyRequest } from './promote/copy.js';
import type { RollbackInputs } from './rollback/inputs.js';

/**
 * The whole story: coverage, then the image tag, then the promotion or rollback, then whether it runs. The first
 * failure ends it, and nothing after a gate that did not hold is even looked at. Never throws: what
 * was done before a failure is part of the report. A step's code is loaded when it runs, so that a
 * coverage gate does not wait for an API client.
 */
export async function run(inputs: Inputs, context: Context, ports: Ports): Promise<RunReport> {
  const pipeline = describePipeline(inputs, context);
  const mayWrite = inputs.promote !== undefined || inputs.rollback !== undefined;
  let waited = 0;
  let report: RunReport = { mayWrite, pipeline };
  try {
    if (inputs.coverage) {
      const { assertGate, runCoverageStep } = await import('./coverage/step.js');
      const coverage = await runCoverageStep(inputs.coverage, context, ports);
      report = { ...report, coverage };
      ports.logger.info(renderCoverageLine(coverage));
      assertGate(coverage, inputs.coverage, ports.logger);
    }
    if (inputs.image) {
      assertWorkflow(context);
      const { runTagStep } = await import('./tag/step.js');
      const tagInputs = { ...inputs.image, pinsDigest: inputs.promote?.check?.pinDigest };
      const image = await runTagStep(tagInputs, context, ports);
      report = { ...report, image };
      ports.logger.info(renderImageLine(image));
    }
    if (inputs.promote?.from) {
      const asked = { ...inputs, ...inputs.promote, from: inputs.promote.from };
      const { image, ...copied } = await copyImage(asked, context, ports);
      waited = copied.waited;
      report = { ...report, ...(image && { image }) };
    }
    if (inputs.promote) {
      const { assertDelivered, runCheckStep, runPromoteStep } = await import('./promote/step.js');
      const asked = { ...inputs, promote: inputs.promote, image: report.image, waited };
      const checked = await runCheckStep(asked, context, ports);
      report = { ...report, image: checked.image };
      const request = { ...asked, ...checked, coverage: report.coverage };
      const promotion = await runPromoteStep(request, context, ports);
      report = { ...report, promotion };
      ports.logger.info(renderPromotionLine(promotion, inputs));
      assertDelivered(promotion, request, ports.logger);
    }
    if (inputs.rollback) {
      report = { ...report, ...(await rollBack(inputs, inputs.rollback, context, ports)) };
      if (report.failure) return report;
    }
    return await verify(inputs, report, context, ports);
  } catch (error) {
    return { ...report, failure: asPromoteError(error) };
  }
}

/** Copies the image of another file of the GitOps repository. */
async function copyImage(
  request: CopyRequest,
  context: Context,
  ports: Ports,
): Promise<CopiedImage> {
  assertWorkflow(context);
  const { runCopyStep } = await import('./promote/copy.js');
  const copied = await runCopyStep(request, context, ports);
  if (copied.image) ports.logger.info(renderImageLine(copied.image));
  return copied;
}

/** Brings back what was deployed before, or what `rollback-to` names. */
async function rollBack(
  mode: RunMode,
  rollback: RollbackInputs,
  context: Context,
  ports: Ports,
): Promise<Pick<RunReport, 'image' | 'promotion' | 'failure'>> {
  assertWorkflow(context);
  const { runRollbackStep } = await import('./rollback/step.js');
  const { result, image } = await runRollbackStep({ ...mode, rollback }, context, ports);
  ports.logger.info(renderPromotionLine(result, mode));
  const { problem } = result;
  const failure = problem && new PromoteError(problem.code, problem.message);
  return { promotion: result, ...(image && { image }), ...(failure && { failure }) };
}

/** Whether what was promoted, in this call or an earlier one, runs; where not, it may be rolled back. */
async function verify(
  inputs: Inputs,
  report: RunReport,
  context: Context,
  ports: Ports,
): Promise<RunReport> {
  if (inputs.verify === undefined) return report;
  const { failureOf, runVerifyStep } = await import('./verify/step.js');
  const request = { ...inputs, ...report, verify: inputs.verify, image: report.image };
  const verification = await runVerifyStep(request, ports);
  const failure = failureOf(verification);
  if (failure === undefined) return { ...report, verification };
  const { recover } = await import('./recover.js');
  const recovered = await recover(inputs, { verification, failure }, context, ports);
  return { ...report, verification, ...recovered };
}
