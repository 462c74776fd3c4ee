import type { Context } from '../context.js';
import { combineReports, type Coverage } from '../coverage/combine.js';
import { evaluateCoverage } from '../coverage/evaluate.js';
import { compileGlob } from '../coverage/glob.js';
import type { CoverageInputs } from '../coverage/inputs.js';
import { ReportMemory } from '../coverage/memory.js';
import { parsePercentage } from '../coverage/percent.js';
import { relativisePath } from '../coverage/paths.js';
import type { Report } from '../coverage/report.js';
import { ReportError } from '../coverage/report-error.js';
import type { CoverageResult } from '../coverage/result.js';
import type { SourceChanges, Files, Logger } from '../ports.js';
import { annotateUncovered, readPatch } from './coverage-patch.js';
import { readReports } from './coverage-reports.js';

const LOWER_BOUND =
  'Several reports cover a part of one line and do not tell which: the larger number counts, so that branches or instructions are a lower bound.';

/** What the coverage step needs of the outside. */
export interface CoveragePorts {
  readonly files: Files;
  readonly changes: SourceChanges;
  readonly logger: Logger;
}

type CoverageContext = Pick<Context, 'workspace' | 'payload'>;

/** What reading takes; the baseline shares the memory, so that the limit is that of the run. */
interface Reading {
  readonly inputs: CoverageInputs;
  readonly context: CoverageContext;
  readonly ports: CoveragePorts;
  readonly memory: ReportMemory;
}

interface FoundCoverage {
  readonly coverage: Coverage;
  /** Why the coverage is not complete: the globs that match nothing. */
  readonly missing: string | undefined;
}

/**
 * Finds and reads the coverage reports and holds them against the gates. It does not throw for an
 * outcome of a gate: a report that is absent or cannot be trusted, or a checkout without the base of
 * the changed lines, is the verdict `unknown`, with the reason in its message.
 * @param memory What all reports may take together.
 */
export async function runCoverageStep(
  inputs: CoverageInputs,
  context: CoverageContext,
  ports: CoveragePorts,
  memory = new ReportMemory(),
): Promise<CoverageResult> {
  return ports.logger.group('Coverage', async () => {
    const result = await evaluateReports({ inputs, context, ports, memory });
    for (const { gate, message } of result.gates ?? []) ports.logger.info(`${gate}: ${message}`);
    if (result.gates === undefined) ports.logger.info(result.message);
    return result;
  });
}

async function evaluateReports(reading: Reading): Promise<CoverageResult> {
  const { inputs, context, ports } = reading;
  try {
    const { coverage, missing } = await readCoverage(inputs.files, 'coverage-files', reading);
    if (coverage.isLowerBound) ports.logger.notice(LOWER_BOUND);
    const baseline = await readBaseline(reading);
    const patch =
      inputs.minPatch === undefined
        ? ''
        : await readPatch(inputs.base, context, coverage.files, ports.changes);
    if (typeof patch !== 'string') annotateUncovered(patch, ports.logger);
    return evaluateCoverage(inputs, { coverage, missing, baseline, patch });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { verdict: 'unknown', message: `coverage is unknown: ${error.message}` };
  }
}

/** The earlier report, or why there is none; nothing when the baseline is a percentage. */
async function readBaseline(reading: Reading): Promise<Coverage | string> {
  const { baseline } = reading.inputs;
  if (baseline === undefined || parsePercentage(baseline) !== undefined) return '';
  try {
    const { coverage } = await readCoverage([baseline], 'coverage-baseline', reading);
    return coverage;
  } catch (error) {
    if (error instanceof ReportError) return error.message;
    throw error;
  }
}

async function readCoverage(
  globs: readonly string[],
  input: string,
  reading: Reading,
): Promise<FoundCoverage> {
  const { inputs, context, ports, memory } = reading;
  const { format, include, exclude } = inputs;
  const { workspace } = context;
  const source = { globs, format, workspace, memory };
  const { reports, unmatched } = await readReports(source, ports);
  const missing = unmatched.length === 0 ? undefined : explainNoMatch(input, unmatched);
  warnOfIdleGlobs(reports, reading);
  const [first, ...others] = reports;
  if (first === undefined) throw new ReportError(missing ?? explainNoMatch(input, globs));
  return { coverage: combineReports([first, ...others], { workspace, include, exclude }), missing };
}

/** A glob that selects nothing most likely is of other paths than those of the reports. */
function warnOfIdleGlobs(reports: readonly Report[], { inputs, context, ports }: Reading): void {
  const names = reports.flatMap(({ files }) => [...files.keys()]);
  const paths = names.map((name) => relativisePath(name, context.workspace));
  for (const input of ['include', 'exclude'] as const) {
    for (const glob of inputs[input]) {
      const pattern = compileGlob(glob);
      if (paths.some((path) => pattern.test(path))) continue;
      const some = paths.slice(0, 3).join(', ');
      ports.logger.warning(`coverage-${input}: ${glob} matches no file in the reports (${some})`);
    }
  }
}

function explainNoMatch(input: string, globs: readonly string[]): string {
  const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
  return `${input} matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}
