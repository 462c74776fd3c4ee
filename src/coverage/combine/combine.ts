import {
  addCounts,
  type Count,
  type CountedMetric,
  countOf,
  listMeasured,
  NOTHING,
  type Totals,
} from '../model/counts.js';
import {
  type Identities,
  listGroupPaths,
  listPaths,
  projectOf,
  type SettledFile,
} from './claim.js';
import type { Coverage, DoubtfulFiles, FileCoverage } from '../model/file-coverage.js';
import { compileGlob, matchesAny } from '../model/glob.js';
import type { ReportMemory } from '../model/limits.js';
import { readGroup } from './readings.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';

const METRICS: readonly CountedMetric[] = [
  'lines',
  'branches',
  'statements',
  'functions',
  'instructions',
];

/** A report, and what its files add up to by themselves. */
export interface CountedReport {
  readonly report: Report;
  readonly counted: Totals;
}

/** Reports, of which there is at least one. */
type Reports = readonly [CountedReport, ...CountedReport[]];

/** Which source files count. */
interface Selection {
  /** Globs over source files; empty for all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Counts the files of a report, which has to be done before they are united with others. */
export function countReport(report: Report): CountedReport {
  return { report, counted: countFiles(report.files.values()) };
}

/**
 * Puts reports together. Of one report the totals are those that it declares, else those of its
 * files; of several, or of selected files, those of the files, since totals of overlapping runs
 * cannot be added. A metric that the files of one of them do not have is left out then: the others
 * would speak for it.
 * @param found Whose files the files of the reports are.
 * @throws ReportError when totals of files are needed and a report does not list its files.
 */
export function combineReports(
  reports: Reports,
  found: Identities,
  selection: Selection,
  memory: ReportMemory,
): Coverage {
  const [first, ...others] = reports;
  const isSelected = compileSelection(selection);
  const identities = openUndecided(found, isSelected);
  const settled = selectFiles(identities, isSelected);
  const usesFiles =
    others.length > 0 || settled.length < identities.settled.size || isCut(identities, isSelected);
  const unusable = new Set(reports.flatMap(({ report }) => [...(report.unusable?.keys() ?? [])]));
  const declared = keepMetrics(first.report.declaredTotals, unusable);
  const replaced = usesFiles ? findPartial(reports) : new Set(declared.keys());
  const left = new Set([...replaced, ...unusable]);
  const files = nameFiles(settled);
  const counted = keepMetrics(countFiles(files.values()), left);
  const read = identities.groups.map((group) => readGroup(group, isSelected, memory));
  return {
    totals: new Map(usesFiles ? counted : [...counted, ...declared]),
    files,
    groups: read.map((group) => leaveOutMetrics(group, left)),
    mainMetrics: new Set(reports.map(({ report }) => report.mainMetric)),
    leftOut: usesFiles ? left : unusable,
    tool: [...new Set(reports.map(({ report }) => report.tool))].join(', '),
    isLowerBound: usesFiles && [...files.values()].some((file) => file.isLowerBound),
  };
}

function keepMetrics(totals: Totals, left: ReadonlySet<CountedMetric>): Totals {
  return new Map([...totals].filter(([metric]) => !left.has(metric)));
}

function leaveOutMetrics(group: DoubtfulFiles, left: ReadonlySet<CountedMetric>): DoubtfulFiles {
  const readings = group.readings.map(({ totals, files }) => ({
    totals: keepMetrics(totals, left),
    files,
  }));
  return { ...group, readings };
}

/** The metrics in which the files of a report do not say what the report itself covers. */
function findPartial(reports: Reports): ReadonlySet<CountedMetric> {
  const partial = new Set<CountedMetric>();
  for (const { report, counted } of reports) {
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

/** Whether a file of that path counts. */
type IsSelected = (path: string) => boolean;

function compileSelection({ include, exclude }: Selection): IsSelected {
  const included = include.map(compileGlob);
  const excluded = exclude.map(compileGlob);
  const isAll = included.length === 0;
  return (path) => (isAll || matchesAny(path, included)) && !matchesAny(path, excluded);
}

/** With a group for each claim of which a selection leaves out some of what it can be. */
function openUndecided(identities: Identities, isSelected: IsSelected): Identities {
  const settled = new Map(identities.settled);
  const groups = [...identities.groups];
  for (const [key, { open }] of identities.settled) {
    const ways = new Set(open === undefined ? [] : listPaths(open).map(isSelected));
    if (open === undefined || ways.size < 2) continue;
    settled.delete(key);
    groups.push({ claims: [open], settled: new Map() });
  }
  return { ...identities, settled, groups };
}

function selectFiles(
  { settled, groups }: Identities,
  isSelected: IsSelected,
): readonly (readonly [string, SettledFile])[] {
  const selected = [...settled].filter(([, { path }]) => isSelected(path));
  const inGroups = groups.flatMap((group) => [...listGroupPaths(group)]);
  if (selected.length > 0 || settled.size + inGroups.length === 0) return selected;
  if (inGroups.some(isSelected)) return selected;
  const paths = [...[...settled.values()].map(({ path }) => path), ...inGroups];
  throw new ReportError(
    `coverage-include and coverage-exclude leave none of the ${paths.length} files in the reports (such as ${paths.slice(0, 3).join(', ')})`,
  );
}

/** Whether a selection leaves out a file of a group, or may. */
function isCut({ groups }: Identities, isSelected: IsSelected): boolean {
  return groups.some((group) => listGroupPaths(group).some((path) => !isSelected(path)));
}

/** Files by their paths; of files of several projects with one path, the project is named. */
function nameFiles(
  settled: readonly (readonly [string, SettledFile])[],
): ReadonlyMap<string, FileCoverage> {
  const named = new Map<string, FileCoverage>();
  for (const [key, { path, file }] of settled) {
    const project = projectOf(key);
    let name = path;
    while (named.has(name)) name = `${project}: ${name}`;
    named.set(name, file);
  }
  return named;
}

/**
 * One sentence for each total that a report declares and its own files do not add up to. The
 * declared one counts; but who sees the difference may find a file that the report has lost.
 */
export function findContradictions({ report, counted }: CountedReport): readonly string[] {
  const contradictions: string[] = [];
  for (const [metric, declared] of report.declaredTotals) {
    // Tools do not agree on what a covered function is, nor with themselves.
    if (metric === 'functions' || report.unusable?.has(metric) === true) continue;
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
