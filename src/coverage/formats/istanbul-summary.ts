import type { JsonObject } from '../../base/json.js';
import type { Count, CountedMetric, Totals } from '../model/counts.js';
import { FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';
import { asObject, jsonFormat, type JsonReport } from '../read/json.js';
import { checkCount, checkWhole, UnusableMetrics } from '../read/number.js';

/** Istanbul's `coverage-summary.json` (reporter `json-summary`), also of Jest, Vitest and c8. */
export const istanbulSummary = jsonFormat({
  name: 'istanbul-summary',
  detect: ([first, second]) =>
    first?.[0] === 'total' && second?.[0] === 'total' && METRICS.some((name) => name === second[1]),
  createReport: (memory) => new IstanbulSummary(memory),
});

const METRICS = ['lines', 'statements', 'functions', 'branches'] as const;

/** It has counts, in all and of each file, but no lines. */
class IstanbulSummary implements JsonReport {
  readonly #files: FileSet;
  readonly #unusable = new UnusableMetrics();
  #total: Totals | undefined;

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  isContainer(path: readonly string[]): boolean {
    return path.length === 0;
  }

  takePart(name: string, value: unknown): void {
    const counts = this.#parseCounts(asObject(value, name));
    if (name === 'total') this.#total = counts;
    else this.#files.open(name).fileTotals = counts;
  }

  finish(): Report {
    if (this.#total === undefined) throw new ReportError('has no total');
    return {
      tool: 'Istanbul',
      mainMetric: 'lines',
      declaredTotals: this.#total,
      unusable: this.#unusable.reasons,
      files: this.#files.byPath(),
    };
  }

  /** The percentages beside the counts are rounded, or `Unknown`, and are not read. */
  #parseCounts(counts: JsonObject): Totals {
    const totals = new Map<CountedMetric, Count>();
    for (const metric of METRICS) {
      const { covered, total } = asObject(counts[metric], metric);
      const isUsable =
        metric === 'lines' || this.#unusable.accept(metric, [covered, total], metric);
      if (!isUsable) continue;
      const count = { covered: checkWhole(covered, metric), total: checkWhole(total, metric) };
      totals.set(metric, checkCount(count, metric));
    }
    return totals;
  }
}
