import { type CountedMetric, countOf, listMeasured, type Totals } from './counts.js';
import type { FileCoverage } from './file-coverage.js';
import { compileGlob, matchesAny } from './glob.js';
import { countFiles, uniteFiles } from './merge.js';
import { relativisePath } from './paths.js';
import { ReportError } from './report-error.js';
import type { Report } from './report.js';
import type { Metric } from './result.js';

const METRICS: readonly CountedMetric[] = [
  'lines',
  'branches',
  'statements',
  'functions',
  'instructions',
];

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
 * cannot be added. A metric that the files of one of them do not have is left out then: the others
 * would speak for it.
 * @throws ReportError when totals of files are needed and a report does not list its files.
 */
export function combineReports(reports: Reports, selection: Selection): Coverage {
  const [first, ...others] = reports;
  const isSelected = selection.include.length + selection.exclude.length > 0;
  const usesFiles = others.length > 0 || isSelected;
  const partial = usesFiles ? findPartial(reports) : new Set<CountedMetric>();
  const all = uniteFiles(reports.map((report) => relativise(report.files, selection.workspace)));
  const files = isSelected ? selectFiles(all, selection) : all;
  const counted = [...countFiles(files.values())].filter(([metric]) => !partial.has(metric));
  return {
    totals: new Map(usesFiles ? counted : [...counted, ...first.declared]),
    files,
    headlines: new Set(reports.map(({ headline }) => headline)),
    tool: [...new Set(reports.map(({ tool }) => tool))].join(', '),
    isLowerBound: usesFiles && [...files.values()].some((file) => file.isLowerBound),
  };
}

/** The metrics in which the files of a report do not say what the report itself covers. */
function findPartial(reports: Reports): ReadonlySet<CountedMetric> {
  const partial = new Set<CountedMetric>();
  for (const report of reports) {
    const counted = countFiles(report.files.values());
    requireFiles(report, counted);
    // A report of nothing says nothing about any metric.
    if (listMeasured(counted).length === 0) continue;
    for (const metric of METRICS) {
      const isLost = isMeasured(report.declared, metric) && !isMeasured(counted, metric);
      if (isLost || report.carries?.includes(metric) === false) partial.add(metric);
    }
  }
  return partial;
}

function isMeasured(totals: Totals, metric: CountedMetric): boolean {
  return countOf(totals, metric).total > 0;
}

function requireFiles({ declared }: Report, counted: Totals): void {
  if (listMeasured(declared).length === 0 || listMeasured(counted).length > 0) return;
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
