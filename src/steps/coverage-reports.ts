import { findContradictions } from '../coverage/consistency.js';
import type { FormatName } from '../coverage/format-names.js';
import type { ReportMemory } from '../coverage/memory.js';
import { relativisePath } from '../coverage/paths.js';
import { readReport } from '../coverage/read-report.js';
import { ReportError } from '../coverage/report-error.js';
import type { Report } from '../coverage/report.js';
import type { Files, Logger } from '../ports.js';

export interface ReportSource {
  readonly globs: readonly string[];
  /** The name of the format that the reports must have, or `auto` for any. */
  readonly format: FormatName | 'auto';
  readonly workspace: string;
  readonly memory: ReportMemory;
}

/** The reports, and the globs of reports that are not there. */
export interface FoundReports {
  readonly reports: readonly Report[];
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
