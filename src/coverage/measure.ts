import { type Count, countOf, listMeasured, type Totals } from './counts.js';
import { countFiles, uniteFiles } from './merge.js';
import { ReportError } from './report-error.js';
import type { Report } from './report.js';
import type { Metric } from './result.js';

/** What the reports say of a metric, or why they say nothing. */
export type Measurement =
  | { readonly known: true; readonly metric: Metric; readonly count: Count }
  | { readonly known: false; readonly reason: string };

/** The totals of all reports together. */
export interface ReportTotals {
  readonly totals: Totals;
  /** Whether branches may be more than counted, because the reports do not tell which they took. */
  readonly isLowerBound: boolean;
}

/**
 * Of one report the totals that it declares, else those of its files; of several those of the union
 * of their files, since totals of overlapping runs cannot be added.
 * @throws ReportError when one of several reports has totals and no files.
 */
export function computeTotals(reports: readonly [Report, ...Report[]]): ReportTotals {
  const [first, ...others] = reports;
  if (others.length === 0) {
    const totals = new Map([...countFiles(first.files.values()), ...first.declared]);
    return { totals, isLowerBound: false };
  }
  for (const report of reports) requireFiles(report);
  const united = [...uniteFiles(reports.map((report) => report.files)).values()];
  const isLowerBound = united.some((file) => file.branches.isLowerBound);
  return { totals: countFiles(united), isLowerBound };
}

function requireFiles(report: Report): void {
  if (listMeasured(report.declared).length === 0) return;
  if (listMeasured(countFiles(report.files.values())).length > 0) return;
  throw new ReportError(
    'one of the reports has totals, but no lines of files: it cannot be united with the others',
  );
}

/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
export function measure(
  totals: Totals,
  headlines: ReadonlySet<Metric>,
  metric: Metric | 'auto',
): Measurement {
  const [headline, ...others] = metric === 'auto' ? headlines : [metric];
  if (headline === undefined || others.length > 0) {
    const names = [...headlines].join(', ');
    return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
  }
  const missing = listMissing(totals, headline);
  if (missing.length === 0)
    return { known: true, metric: headline, count: countOf(totals, headline) };
  const measured = listMeasured(totals);
  if (measured.length === 0) return unknown('nothing was measured (0 of 0)');
  return unknown(`no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`);
}

/** What `metric` is counted of and the reports do not have. */
function listMissing(totals: Totals, metric: Metric): readonly Metric[] {
  const parts: readonly Metric[] = metric === 'combined' ? ['lines', 'branches'] : [metric];
  return parts.filter((part) => countOf(totals, part).total === 0);
}

function unknown(reason: string): Measurement {
  return { known: false, reason };
}
