import { listMeasured, type Totals } from './counts.js';
import type { FileCoverage } from './file-coverage.js';
import { compileGlob, matchesAny } from './glob.js';
import { countFiles, uniteFiles } from './merge.js';
import { relativisePath } from './paths.js';
import { ReportError } from './report-error.js';
import type { Report } from './report.js';
import type { Metric } from './result.js';

/** Reports, of which there is at least one. */
export type Reports = readonly [Report, ...Report[]];

/** What all reports together say. */
export interface Coverage {
  readonly totals: Totals;
  /** By path from the root of the workspace, where they are in it. */
  readonly files: ReadonlyMap<string, FileCoverage>;
  /** The metrics that the tools themselves put first. */
  readonly headlines: ReadonlySet<Metric>;
  /** What wrote the reports. */
  readonly tool: string;
  /** Whether a count may be too low, because the reports do not tell what exactly they covered. */
  readonly isLowerBound: boolean;
}

/** Which source files count. */
export interface Selection {
  readonly workspace: string;
  /** Globs over source files; empty for all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Puts reports together. Of one report the totals are those that it declares, else those of its
 * files; of several, or of selected files, those of the files, since totals of overlapping runs
 * cannot be added.
 * @throws ReportError when totals of files are needed and a report does not list its files.
 */
export function combineReports(reports: Reports, selection: Selection): Coverage {
  const [first, ...others] = reports;
  const isSelected = selection.include.length + selection.exclude.length > 0;
  const usesFiles = others.length > 0 || isSelected;
  if (usesFiles) for (const report of reports) requireFiles(report);
  const all = uniteFiles(reports.map((report) => relativise(report.files, selection.workspace)));
  const files = isSelected ? selectFiles(all, selection) : all;
  const counted = countFiles(files.values());
  return {
    totals: usesFiles ? counted : new Map([...counted, ...first.declared]),
    files,
    headlines: new Set(reports.map(({ headline }) => headline)),
    tool: [...new Set(reports.map(({ tool }) => tool))].join(', '),
    isLowerBound: usesFiles && [...files.values()].some((file) => file.isLowerBound),
  };
}

function requireFiles(report: Report): void {
  if (listMeasured(report.declared).length === 0) return;
  if (listMeasured(countFiles(report.files.values())).length > 0) return;
  throw new ReportError(
    'one of the reports has totals, but no lines of files: it cannot be united with others, nor taken in part',
  );
}

function relativise(
  files: ReadonlyMap<string, FileCoverage>,
  workspace: string,
): ReadonlyMap<string, FileCoverage> {
  const entries = [...files].map(
    ([path, file]) => new Map([[relativisePath(path, workspace), file]]),
  );
  return uniteFiles(entries);
}

function selectFiles(
  files: ReadonlyMap<string, FileCoverage>,
  { include, exclude }: Selection,
): ReadonlyMap<string, FileCoverage> {
  const included = (include.length === 0 ? ['**'] : include).map(compileGlob);
  const excluded = exclude.map(compileGlob);
  const selected = new Map<string, FileCoverage>();
  for (const [path, file] of files) {
    if (matchesAny(path, included) && !matchesAny(path, excluded)) selected.set(path, file);
  }
  if (selected.size > 0) return selected;
  const some = [...files.keys()].slice(0, 3).join(', ');
  throw new ReportError(
    `coverage-include and coverage-exclude leave none of the ${files.size} files in the reports (such as ${some})`,
  );
}
