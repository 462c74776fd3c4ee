import type { Inputs } from './action/inputs.js';
import { describePipeline } from './action/pipeline-summary.js';
import type { RunReport } from './action/report.js';
import { renderCoverageLine, renderImageLine, renderPromotionLine } from './action/result-lines.js';
import { assertWorkflow, type Context } from './base/context.js';
import { asPromoteError } from './base/errors.js';
import type { Ports } from './ports/runner.js';

/**
 * The whole story: coverage, then the image tag, then the promotion, then whether it runs. The first
 * failure ends it, and nothing after a gate that did not hold is even looked at. Never throws: what
 * was done before a failure is part of the report. A step's code is loaded when it runs, so that a
 * coverage gate does not wait for an API client.
 */
export async function run(inputs: Inputs, context: Context, ports: Ports): Promise<RunReport> {
  const pipeline = describePipeline(inputs, context);
  let report: RunReport = { mayWrite: inputs.promote !== undefined, pipeline };
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
      assertWorkflow(context);
      const { runCopyStep } = await import('./promote/copy.js');
      const { target, from } = inputs.promote;
      const image = await runCopyStep({ ...inputs, target, from }, context, ports);
      report = { ...report, ...(image && { image }) };
      if (image) ports.logger.info(renderImageLine(image));
    }
    if (inputs.promote) {
      const { assertDelivered, runCheckStep, runPromoteStep } = await import('./promote/step.js');
      const asked = { ...inputs, promote: inputs.promote, image: report.image };
      const checked = await runCheckStep(asked, context, ports);
      report = { ...report, image: checked.image };
      const request = { ...asked, ...checked, coverage: report.coverage };
      const promotion = await runPromoteStep(request, context, ports);
      report = { ...report, promotion };
      ports.logger.info(renderPromotionLine(promotion, inputs));
      assertDelivered(promotion, request, ports.logger);
    }
    return await verify(inputs, report, ports);
  } catch (error) {
    return { ...report, failure: asPromoteError(error) };
  }
}

/** Whether what was promoted, in this call or an earlier one, runs. */
async function verify(inputs: Inputs, report: RunReport, ports: Ports): Promise<RunReport> {
  if (inputs.verify === undefined) return report;
  const { failureOf, runVerifyStep } = await import('./verify/step.js');
  const request = { ...inputs, ...report, verify: inputs.verify, image: report.image };
  const verification = await runVerifyStep(request, ports);
  return { ...report, verification, failure: failureOf(verification) };
}
