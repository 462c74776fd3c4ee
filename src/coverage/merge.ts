import { addCounts, type Count, type CountedMetric, NOTHING, type Totals } from './counts.js';
import type { FileCoverage } from './file-coverage.js';

type Files = ReadonlyMap<string, FileCoverage>;

/**
 * Unites the files of several reports, so that a line is covered when any of them covers it. What
 * was passed in must not be used afterwards: the first report's files take up the others'.
 */
export function uniteFiles(reports: readonly Files[]): Files {
  const united = new Map<string, FileCoverage>();
  for (const files of reports) {
    for (const [path, file] of files) {
      const known = united.get(path);
      if (known === undefined) united.set(path, file);
      else known.addAll(file);
    }
  }
  return united;
}

/** The totals of all files together. */
export function countFiles(files: Iterable<FileCoverage>): Totals {
  const totals = new Map<CountedMetric, Count>();
  for (const file of files) {
    for (const [metric, count] of file.count()) {
      totals.set(metric, addCounts(totals.get(metric) ?? NOTHING, count));
    }
  }
  return totals;
}
