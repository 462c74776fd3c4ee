import type { Context } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import { annotateUncovered, readPatch } from './changes/step.js';
import { evaluateCoverage } from './gates/evaluate.js';
import { parsePercentage } from './gates/percent.js';
import type { CoverageResult } from './gates/result.js';
import { identifyFiles } from './identity/identify.js';
import type { CoverageInputs } from './inputs.js';
import { type Identities, listGroupPaths, listPaths } from './combine/claim.js';
import { combineReports } from './combine/combine.js';
import type { Coverage } from './model/file-coverage.js';
import { compileGlob } from './model/glob.js';
import { ReportMemory } from './model/limits.js';
import { ReportError } from './model/report-error.js';
import { explainNoMatch, readReports } from './reports.js';
import { type Checkout, readSourceTree, readSources } from './sources.js';
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

const LOWER_BOUND =
  'Several reports cover a part of one line and do not tell which: the larger number counts, so that branches, functions or instructions are a lower bound.';

/** How many doubtful files a notice names. */
const NAMED_DOUBTS = 5;

/** What the coverage step needs of the outside. */
interface CoveragePorts {
  readonly files: Files;
  readonly changes: SourceChanges;
  readonly logger: Logger;
}

type CoverageContext = Pick<Context, 'workspace' | 'workspaceLink' | 'payload'>;

/** What reading takes; the baseline shares the memory, so that the limit is that of the run. */
interface Reading {
  readonly inputs: CoverageInputs;
  readonly context: CoverageContext;
  readonly ports: CoveragePorts;
  readonly memory: ReportMemory;
  readonly checkout: Checkout;
}

interface FoundCoverage {
  readonly coverage: Coverage;
  readonly identities: Identities;
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
    for (const warning of inputs.warnings) ports.logger.warning(warning);
    const checkout = await readSourceTree(ports);
    const result = await evaluateReports({ inputs, context, ports, memory, checkout });
    for (const { gate, message } of result.gates ?? []) ports.logger.info(`${gate}: ${message}`);
    if (result.gates === undefined) ports.logger.info(result.message);
    return result;
  });
}

async function evaluateReports(reading: Reading): Promise<CoverageResult> {
  const { inputs, context, ports, checkout } = reading;
  try {
    const found = await readCoverage(inputs.files, 'coverage-files', reading);
    const { coverage, identities, missing } = found;
    warnOfIdleGlobs(identities, reading);
    if (coverage.isLowerBound) ports.logger.notice(LOWER_BOUND);
    noticeDoubts(coverage, ports.logger);
    const baseline = await readBaseline(reading);
    const patch =
      inputs.minPatch === undefined
        ? ''
        : await readPatch({ ...context, given: inputs.base, checkout }, found, ports.changes);
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
  { inputs, context, ports, memory, checkout }: Reading,
): Promise<FoundCoverage> {
  // An earlier report may come from another tool.
  const format = input === 'coverage-files' ? inputs.format : 'auto';
  const { workspace } = context;
  const { reports, unmatched } = await readReports({ globs, format, workspace, memory }, ports);
  const explain = (absent: readonly string[]) =>
    explainNoMatch(input, absent, { workspace, files: ports.files });
  const [first, ...others] = reports;
  if (first === undefined) {
    throw new ReportError(await explain(unmatched.length > 0 ? unmatched : globs));
  }
  const missing = unmatched.length === 0 ? undefined : await explain(unmatched);
  const sources = await readSources(reports, checkout, context, ports);
  const identities = identifyFiles(reports, sources);
  const coverage = combineReports([first, ...others], identities, inputs, memory);
  return { coverage, identities, missing };
}

/** Which files are counted in several ways, since it cannot be told what they are. */
function noticeDoubts({ groups }: Coverage, logger: Logger): void {
  const names = groups.flatMap((group) => group.names);
  if (names.length === 0) return;
  const named = names.slice(0, NAMED_DOUBTS).join(', ');
  const more = names.length > NAMED_DOUBTS ? ` and ${names.length - NAMED_DOUBTS} more` : '';
  logger.notice(
    `It cannot be told whether these are one file or several: ${named}${more}. Both are counted; the outputs show the smaller.`,
  );
}

/** A glob that selects nothing most likely is of other paths than those of the reports. */
function warnOfIdleGlobs({ settled, groups }: Identities, { inputs, ports }: Reading): void {
  const known = [...settled.values()].flatMap(({ open, path }) =>
    open === undefined ? [path] : listPaths(open),
  );
  const paths = [...known, ...groups.flatMap(listGroupPaths)];
  for (const input of ['include', 'exclude'] as const) {
    for (const glob of inputs[input]) {
      const pattern = compileGlob(glob);
      if (paths.some((path) => pattern.test(path))) continue;
      const some = paths.slice(0, 3).join(', ');
      ports.logger.warning(`coverage-${input}: ${glob} matches no file in the reports (${some})`);
    }
  }
}
