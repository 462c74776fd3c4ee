import { findContradictions } from '../coverage/consistency.js';
import type { ReportMemory } from '../coverage/memory.js';
import { relativisePath } from '../coverage/paths.js';
import { readReport } from '../coverage/read-report.js';
import { ReportError } from '../coverage/report-error.js';
import type { Report } from '../coverage/report.js';
import type { Files, Logger } from '../ports.js';

export interface ReportSource {
  readonly globs: readonly string[];
  /** The name of the format that the reports must have, or `auto` for any. */
  readonly format: string;
  readonly workspace: string;
  readonly memory: ReportMemory;
}

/**
 * Finds and reads coverage reports, and warns of those whose own numbers do not agree.
 * @throws ReportError that names the file, when one cannot be used.
 */
export async function readReports(
  source: ReportSource,
  { files, logger }: { readonly files: Files; readonly logger: Logger },
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const path of await files.find(source.globs)) {
    const name = relativisePath(path, source.workspace);
    const report = await readNamedReport(name, () => files.open(path), source);
    logger.info(`Read ${name}, written by ${report.tool}`);
    for (const contradiction of findContradictions(report)) {
      logger.warning(`${name} ${contradiction}`);
    }
    reports.push(report);
  }
  return reports;
}

async function readNamedReport(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  { memory, format }: ReportSource,
): Promise<Report> {
  try {
    return await readReport(open(), { memory, format });
  } catch (cause) {
    if (cause instanceof ReportError) throw new ReportError(`${name} ${cause.message}`, { cause });
    if (isFileSystemError(cause)) {
      throw new ReportError(`${name} cannot be read: ${cause.message}`, { cause });
    }
    throw cause;
  }
}

/** Node's errors of the file system name the call that failed. */
function isFileSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
