/** How many of how many. Whole numbers, `covered` at most `total`. */
export interface Count {
  readonly covered: number;
  readonly total: number;
}

/** A metric that is counted; `combined` is computed of two others. */
export type CountedMetric = Exclude<Metric, 'combined'>;

/** Counts by metric. A metric that was not measured is absent. */
export type Totals = ReadonlyMap<CountedMetric, Count>;

export const NOTHING: Count = { covered: 0, total: 0 };

export function addCounts(a: Count, b: Count): Count {
  return { covered: a.covered + b.covered, total: a.total + b.total };
}

/** The count of a metric in `totals`, with `combined` as coverage.py has it: lines and branches. */
export function countOf(totals: Totals, metric: Metric): Count {
  if (metric !== 'combined') return totals.get(metric) ?? NOTHING;
  return addCounts(countOf(totals, 'lines'), countOf(totals, 'branches'));
}

/** The metrics that have something to count, for messages. */
export function listMeasured(totals: Totals): readonly CountedMetric[] {
  const measured: CountedMetric[] = [];
  for (const [metric, count] of totals) {
    if (count.total > 0) measured.push(metric);
  }
  return measured;
}

/** What a percentage is taken of. */
export type Metric =
  'lines' | 'branches' | 'combined' | 'statements' | 'functions' | 'instructions';
