import type { Inputs } from './action/inputs.js';
import type { RunReport } from './action/report.js';
import { assertWorkflow, type Context } from './base/context.js';
import { asPromoteError } from './base/errors.js';
import type { Ports } from './ports/runner.js';

/**
 * The whole story: coverage, then the image tag, then the promotion, and whether it runs. The first failure ends it, and
 * nothing after a gate that did not hold is even looked at. Never throws: what was done before a
 * failure is part of the report. A step's code is loaded when it runs, so that a coverage gate does
 * not wait for an API client.
 */
export async function run(inputs: Inputs, context: Context, ports: Ports): Promise<RunReport> {
  let report: RunReport = {};
  try {
    if (inputs.coverage) {
      const { assertGate, runCoverageStep } = await import('./coverage/step.js');
      const coverage = await runCoverageStep(inputs.coverage, context, ports);
      report = { ...report, coverage };
      assertGate(coverage, inputs.coverage, ports.logger);
    }
    if (inputs.image) {
      assertWorkflow(context);
      const { runTagStep } = await import('./tag/step.js');
      report = { ...report, image: await runTagStep(inputs.image, context, ports) };
    }
    if (inputs.promote?.from) {
      assertWorkflow(context);
      const { runCopyStep } = await import('./promote/copy.js');
      const { target, from } = inputs.promote;
      const image = await runCopyStep({ ...inputs, target, from }, context, ports);
      report = { ...report, ...(image && { image }) };
    }
    if (inputs.promote) {
      const { assertDelivered, runPromoteStep } = await import('./promote/step.js');
      const { image, coverage } = report;
      const request = { ...inputs, promote: inputs.promote, image, coverage };
      const promotion = await runPromoteStep(request, context, ports);
      report = { ...report, promotion };
      assertDelivered(promotion, request, ports.logger);
    }
    if (inputs.verify) {
      const { assertVerified, runVerifyStep } = await import('./verify/step.js');
      const { image, promotion } = report;
      const request = { ...inputs, verify: inputs.verify, image, promotion };
      const verification = await runVerifyStep(request, ports);
      report = { ...report, verification };
      assertVerified(verification);
    }
    return report;
  } catch (error) {
    return { ...report, failure: asPromoteError(error) };
  }
}
