/** What a percentage is taken of. */
export type Metric =
  'lines' | 'branches' | 'combined' | 'statements' | 'functions' | 'instructions';

/**
 * `pass` and `fail` rest on counts; `unknown` says that there was nothing to rest on (no report, an
 * empty one, 0 of 0, one that cannot be parsed, a metric that it does not carry). It never passes by
 * accident.
 */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** The outcome of the coverage step. */
export interface CoverageResult {
  readonly verdict: Verdict;
  /** One sentence: the counts, the minimum, and what is missing. */
  readonly message: string;
  /** Absent when the verdict is `unknown` for want of counts. */
  readonly measured?: {
    readonly metric: Metric;
    readonly covered: number;
    readonly total: number;
    /** Percent, floored to two decimals: `79.99`; `100.00` only when complete. */
    readonly percent: string;
    /** What wrote the report, such as `coverage.py 7.16.2`. */
    readonly tool: string;
  };
}
