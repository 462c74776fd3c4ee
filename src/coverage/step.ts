import type { Context } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import { annotateUncovered, readPatch } from './changes/step.js';
import { readReport } from './formats/read-report.js';
import { evaluateCoverage } from './gates/evaluate.js';
import { parsePercentage } from './gates/percent.js';
import type { CoverageResult } from './gates/result.js';
import type { CoverageInputs } from './inputs.js';
import { combineReports, findContradictions } from './model/combine.js';
import type { Coverage } from './model/file-coverage.js';
import { compileGlob } from './model/glob.js';
import { ReportMemory } from './model/limits.js';
import { relativisePath } from './model/paths.js';
import { ReportError } from './model/report-error.js';
import type { FormatName, Report } from './model/report.js';
import type { Files, Logger, SourceChanges } from '../ports/runner.js';

/**
 * Ends the run when the gate did not hold.
 * @throws PromoteError `coverage-failed` for a verdict `fail`, and `coverage-unknown` for `unknown`
 *   unless `coverage-on-missing` lets it go.
 */
export function assertGate(
  { verdict, message }: CoverageResult,
  { onMissing }: Pick<CoverageInputs, 'onMissing'>,
  logger: Logger,
): void {
  if (verdict === 'fail') throw new PromoteError('coverage-failed', message);
  if (verdict === 'pass') return;
  if (onMissing === 'fail') throw new PromoteError('coverage-unknown', message);
  const went = `${message} The run goes on because coverage-on-missing is ${onMissing}.`;
  if (onMissing === 'warn') logger.warning(went);
  else logger.notice(went);
}

interface ReportSource {
  readonly globs: readonly string[];
  /** The name of the format that the reports must have, or `auto` for any. */
  readonly format: FormatName | 'auto';
  readonly workspace: string;
  readonly memory: ReportMemory;
}

/** The reports, and the globs of reports that are not there. */
interface FoundReports {
  readonly reports: readonly Report[];
  readonly unmatched: readonly string[];
}

/**
 * Finds and reads coverage reports, and warns of those whose own numbers do not agree.
 * @throws ReportError that names the file, when one cannot be used.
 */
async function readReports(
  source: ReportSource,
  { files, logger }: { readonly files: Files; readonly logger: Logger },
): Promise<FoundReports> {
  const { paths, unmatched } = await findReports(source.globs, files);
  const reports: Report[] = [];
  for (const path of paths) {
    const name = relativisePath(path, source.workspace);
    const report = await readNamedReport({ name, path }, files, source);
    logger.info(`Read ${name}, written by ${report.tool}`);
    for (const contradiction of findContradictions(report)) {
      logger.warning(`${name} ${contradiction}`);
    }
    reports.push(report);
  }
  return { reports, unmatched };
}

/** A pattern takes back what those before it gave when it starts with `!`; `#` starts a comment. */
async function findReports(globs: readonly string[], files: Files) {
  const paths = new Set<string>();
  const unmatched: string[] = [];
  for (const [index, glob] of globs.entries()) {
    if (/^[!#]/.test(glob)) continue;
    const takenBack = globs.slice(index).filter((later) => later.startsWith('!'));
    const found = await files.find([glob, ...takenBack]);
    if (found.length === 0) unmatched.push(glob);
    for (const path of found) paths.add(path);
  }
  return { paths: [...paths].sort(), unmatched };
}

async function readNamedReport(
  { name, path }: { readonly name: string; readonly path: string },
  files: Files,
  { memory, format }: ReportSource,
): Promise<Report> {
  try {
    return await readReport(files.open(path), { memory, format });
  } catch (cause) {
    if (cause instanceof ReportError) throw new ReportError(`${name} ${cause.message}`, { cause });
    if (isFileSystemError(cause)) {
      const reason = cause.message.replaceAll(path, name);
      throw new ReportError(`${name} cannot be read: ${reason}`, { cause });
    }
    throw cause;
  }
}

/** Node's errors of the file system name the call that failed. */
function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

const LOWER_BOUND =
  'Several reports cover a part of one line and do not tell which: the larger number counts, so that branches or instructions are a lower bound.';

/** What the coverage step needs of the outside. */
interface CoveragePorts {
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
