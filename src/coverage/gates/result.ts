import type { Metric } from '../model/counts.js';

/**
 * `pass` and `fail` rest on counts; `unknown` says that there was nothing to rest on (no report, an
 * empty one, 0 of 0, one that cannot be parsed, a metric that it does not carry). It never passes by
 * accident.
 */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** One requirement, held against what was measured. */
export interface GateResult {
  /** The input that asks for it, such as `coverage-min-branches`. */
  readonly gate: string;
  readonly verdict: Verdict;
  /** One sentence: the counts, what is required, and what is missing. */
  readonly message: string;
  /** Unknown, and rightly so: it does not make the whole verdict unknown. */
  readonly isInformative?: true;
  /** What the input asks for, as it was given; absent when it is no number. */
  readonly required?: string;
  /** What was counted, where the gate rests on one count. */
  readonly measured?: MeasuredCount;
}

/** A count of a metric. */
interface MeasuredCount {
  readonly metric: Metric;
  readonly covered: number;
  readonly total: number;
  /** Percent, floored to two decimals: `79.99`; `100.00` only when complete. */
  readonly percent: string;
}

/** Lines of one source file. */
export interface FileResult {
  readonly path: string;
  readonly covered: number;
  readonly total: number;
  readonly percent: string;
}

/** The outcome of the coverage step. */
export interface CoverageResult {
  /** `fail` when a gate fails; else `unknown` when one is, but for a patch without lines of code. */
  readonly verdict: Verdict;
  /** A sentence a line: why the verdict is what it is, and what else is not known. */
  readonly message: string;
  /** Every gate that was asked for, in the order of the inputs. */
  readonly gates?: readonly GateResult[];
  /** The files with the least of their lines covered, worst first, at most ten. */
  readonly worstFiles?: readonly FileResult[];
  /** The files below `coverage-min-file`, worst first. */
  readonly filesBelow?: readonly FileResult[];
  /** Absent when the verdict is `unknown` for want of counts. */
  readonly measured?: MeasuredCount & {
    /** What wrote the report, such as `coverage.py 7.16.2`. */
    readonly tool: string;
  };
}
