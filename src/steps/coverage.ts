import { findContradictions } from '../coverage/consistency.js';
import { evaluateMinimum } from '../coverage/gate.js';
import type { CoverageInputs } from '../coverage/inputs.js';
import { LineBudget } from '../coverage/limits.js';
import { computeTotals, measure } from '../coverage/measure.js';
import { readReport } from '../coverage/read-report.js';
import { ReportError } from '../coverage/report-error.js';
import type { Report } from '../coverage/report.js';
import type { CoverageResult } from '../coverage/result.js';
import type { Files, Logger } from '../ports.js';

const LOWER_BOUND =
  'Several reports took some of the branches of one line and do not tell which: the larger number counts, so that branch coverage is a lower bound.';

/** What the coverage step needs of the outside. */
export interface CoveragePorts {
  readonly files: Files;
  readonly logger: Logger;
}

/**
 * Finds and reads the coverage reports and holds them against the minimum. It does not throw for
 * an outcome of the gate: a report that is absent or cannot be trusted is the verdict `unknown`,
 * with the reason as its message.
 */
export async function runCoverageStep(
  inputs: CoverageInputs,
  ports: CoveragePorts,
): Promise<CoverageResult> {
  return ports.logger.group('Coverage', async () => {
    const result = await evaluateReports(inputs, ports);
    ports.logger.info(result.message);
    return result;
  });
}

async function evaluateReports(
  inputs: CoverageInputs,
  ports: CoveragePorts,
): Promise<CoverageResult> {
  try {
    const [first, ...others] = await readReports(inputs.files, ports);
    if (first === undefined) return unknown(explainNoMatch(inputs.files));
    const reports = [first, ...others] as const;
    const headlines = new Set(reports.map((report) => report.headline));
    const { totals, isLowerBound } = computeTotals(reports);
    if (isLowerBound) ports.logger.notice(LOWER_BOUND);
    const measurement = measure(totals, headlines, inputs.metric);
    if (!measurement.known) return unknown(measurement.reason);
    const tools = [...new Set(reports.map((report) => report.tool))].join(', ');
    return evaluateMinimum(measurement.metric, measurement.count, inputs.min, tools);
  } catch (error) {
    if (error instanceof ReportError) return unknown(error.message);
    throw error;
  }
}

async function readReports(
  globs: readonly string[],
  { files, logger }: CoveragePorts,
): Promise<readonly Report[]> {
  const budget = new LineBudget();
  const reports: Report[] = [];
  for (const path of await files.find(globs)) {
    const report = await readNamedReport(path, files, budget);
    logger.info(`Read ${path}, written by ${report.tool}`);
    for (const contradiction of findContradictions(report)) {
      logger.warning(`${path} ${contradiction}`);
    }
    reports.push(report);
  }
  return reports;
}

/** @throws ReportError that names the file. */
async function readNamedReport(path: string, files: Files, budget: LineBudget): Promise<Report> {
  try {
    return await readReport(files.open(path), budget);
  } catch (cause) {
    if (cause instanceof ReportError) throw new ReportError(`${path} ${cause.message}`, { cause });
    if (isFileSystemError(cause)) {
      throw new ReportError(`${path} cannot be read: ${cause.message}`, { cause });
    }
    throw cause;
  }
}

/** Node's errors of the file system carry a code such as `EACCES`. */
function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function explainNoMatch(globs: readonly string[]): string {
  const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
  return `coverage-files matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}

function unknown(reason: string): CoverageResult {
  return { verdict: 'unknown', message: `coverage is unknown: ${reason}` };
}
