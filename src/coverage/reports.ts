import { findNearest, renderNearest } from '../base/nearest.js';
import { readReport } from './formats/read-report.js';
import { type CountedReport, countReport, findContradictions } from './combine/combine.js';
import type { CountedMetric } from './model/counts.js';
import type { ReportMemory } from './model/limits.js';
import { normalisePath, relativisePath } from './model/paths.js';
import { ReportError } from './model/report-error.js';
import type { FormatName, Report } from './model/report.js';
import type { Files, Logger } from '../ports/runner.js';

/** Which reports are asked for. */
interface ReportSource {
  readonly globs: readonly string[];
  /** The name of the format that the reports must have, or `auto` for any. */
  readonly format: FormatName | 'auto';
  readonly workspace: string;
  readonly memory: ReportMemory;
}

/** A report by its path from the workspace. */
export interface NamedReport extends CountedReport {
  readonly name: string;
}

/** The reports, and the globs of reports that are not there. */
interface FoundReports {
  readonly reports: readonly NamedReport[];
  readonly unmatched: readonly string[];
}

/**
 * Finds and reads coverage reports, and warns of those whose own numbers do not agree.
 * @throws ReportError that names the file, when one cannot be used.
 */
export async function readReports(
  source: ReportSource,
  { files, logger }: { readonly files: Files; readonly logger: Logger },
): Promise<FoundReports> {
  const { paths, unmatched } = await findReports(source.globs, files);
  const reports: NamedReport[] = [];
  for (const path of paths) {
    const name = relativisePath(normalisePath(path), [source.workspace]);
    const counted = countReport(await readNamedReport({ name, path }, files, source));
    logger.info(`Read ${name}, written by ${counted.report.tool}`);
    for (const clause of listReportWarnings(counted)) logger.warning(`${name} ${clause}`);
    reports.push({ name, ...counted });
  }
  return { reports, unmatched };
}

/** What the user should know of a report, as clauses that follow its name. */
function listReportWarnings(counted: CountedReport): readonly string[] {
  const { warnings = [], unusable = new Map<CountedMetric, string>() } = counted.report;
  const unknown = [...unusable].map(
    ([metric, reason]) => `${reason}: its ${metric} are unknown, the other metrics count`,
  );
  return [...unknown, ...warnings, ...findContradictions(counted)];
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
export function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/**
 * Why there is no report, and what to look at.
 * @param input The one that the globs stand in.
 */
export async function explainNoMatch(
  input: string,
  globs: readonly string[],
  { workspace, files }: Pick<ReportSource, 'workspace'> & { readonly files: Files },
): Promise<string> {
  const there = await files.listAll();
  const nearest = new Set(globs.flatMap((glob) => findMeant(glob, workspace, there)));
  const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
  return `${input} matches no file: ${patterns}.${renderNearest([...nearest])} Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}

/** More files of one name than this answer nothing. */
const MAX_NAMESAKES = 3;

/** The files that a glob which matches nothing may mean: of a path the nearest, else those of its name. */
function findMeant(glob: string, workspace: string, there: readonly string[]): readonly string[] {
  const path = relativisePath(normalisePath(glob), [workspace]);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const others = there.filter((file) => file !== path);
  const nearest = isPattern(path) ? [] : findNearest(path, others);
  if (nearest.length > 0 || isPattern(name)) return nearest;
  const namesakes = others.filter((file) => `/${file}`.endsWith(`/${name}`));
  return namesakes.length > MAX_NAMESAKES ? [] : namesakes;
}

function isPattern(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}
