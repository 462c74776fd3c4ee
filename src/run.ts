import type { Context } from './context.js';
import { asPromoteError } from './errors.js';
import type { Inputs } from './inputs.js';
import type { Ports } from './ports.js';
import type { Report } from './report.js';

/**
 * The whole story: coverage, then the image tag, then the promotion. The first failure ends it, and
 * nothing after a gate that did not hold is even looked at. Never throws: what was done before a
 * failure is part of the report. A step's code is loaded when it runs, so that a coverage gate does
 * not wait for an API client.
 */
export async function run(inputs: Inputs, context: Context, ports: Ports): Promise<Report> {
  let report: Report = {};
  try {
    if (inputs.coverage) {
      const { runCoverageStep, assertGate } = await import('./steps/coverage.js');
      report = { ...report, coverage: await runCoverageStep(inputs.coverage, ports) };
      assertGate(report.coverage, inputs.coverage, ports.logger);
    }
    if (inputs.image) {
      const { runTagStep } = await import('./steps/tag.js');
      report = { ...report, image: await runTagStep(inputs.image, context, ports.logger) };
    }
    if (inputs.promote) {
      const { runPromoteStep } = await import('./steps/promote.js');
      report = { ...report, promotion: await runPromoteStep(inputs, report, context, ports) };
    }
    return report;
  } catch (error) {
    return { ...report, failure: asPromoteError(error) };
  }
}
