import {
  addCounts,
  type Count,
  type CountedMetric,
  countOf,
  listMeasured,
  NOTHING,
  type Totals,
} from './counts.js';
import type { Coverage, FileCoverage } from './file-coverage.js';
import { compileGlob, matchesAny } from './glob.js';
import { relativisePath } from './paths.js';
import { ReportError } from './report-error.js';
import type { Report } from './report.js';

const METRICS: readonly CountedMetric[] = [
  'lines',
  'branches',
  'statements',
  'functions',
  'instructions',
];

/** Reports, of which there is at least one. */
type Reports = readonly [Report, ...Report[]];

/** Which source files count. */
interface Selection {
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
    totals: new Map(usesFiles ? counted : [...counted, ...first.declaredTotals]),
    files,
    mainMetrics: new Set(reports.map(({ mainMetric }) => mainMetric)),
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
      const isLost = isMeasured(report.declaredTotals, metric) && !isMeasured(counted, metric);
      if (isLost || report.formatMetrics?.includes(metric) === false) partial.add(metric);
    }
  }
  return partial;
}

function isMeasured(totals: Totals, metric: CountedMetric): boolean {
  return countOf(totals, metric).total > 0;
}

function requireFiles({ declaredTotals }: Report, counted: Totals): void {
  if (listMeasured(declaredTotals).length === 0 || listMeasured(counted).length > 0) return;
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

/**
 * One sentence for each total that a report declares and its own files do not add up to. The
 * declared one counts; but who sees the difference may find a file that the report has lost.
 */
export function findContradictions(report: Report): readonly string[] {
  const counted = countFiles(report.files.values());
  const contradictions: string[] = [];
  for (const [metric, declared] of report.declaredTotals) {
    // Tools do not agree on what a covered function is, nor with themselves.
    if (metric === 'functions') continue;
    const body = countOf(counted, metric);
    // Totals of what the files do not list contradict nothing.
    if (body.total === 0) continue;
    if (body.covered === declared.covered && body.total === declared.total) continue;
    contradictions.push(
      `declares ${renderCount(declared)} ${metric}, while its files list ${renderCount(body)}${explain(report)}`,
    );
  }
  return contradictions;
}

function renderCount(count: Count): string {
  return `${count.covered}/${count.total}`;
}

/** The known cause, where the tool has one. */
function explain(report: Report): string {
  if (report.knownLoss !== undefined) return `; ${report.knownLoss}`;
  if (report.tool === 'PHPUnit') {
    return '; PHPUnit lists a statement on the line of a method as the method';
  }
  if (report.tool === 'Clover') {
    return '; Clover counts statements, of which a line can have several';
  }
  return '';
}

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
