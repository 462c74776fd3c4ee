import type { CountedMetric, Metric, Totals } from './counts.js';
import type { FileCoverage } from './file-coverage.js';
import type { ReportMemory } from './limits.js';

const ISTANBUL = ['lines', 'statements', 'functions', 'branches'] as const;

/** What files of each format can be counted in, whether or not a report makes use of it. */
export const FORMAT_METRICS: Readonly<Record<FormatName, readonly CountedMetric[]>> = {
  cobertura: ['lines', 'branches'],
  jacoco: ['instructions', 'lines', 'branches', 'functions'],
  clover: ['lines', 'branches', 'functions'],
  opencover: ['lines', 'statements', 'branches', 'functions'],
  lcov: ['lines', 'branches', 'functions'],
  go: ['lines', 'statements'],
  'coverage-py-json': ['lines', 'branches'],
  'istanbul-summary': ISTANBUL,
  'istanbul-final': ISTANBUL,
  'simplecov-json': ['lines', 'branches'],
  'simplecov-resultset': ['lines', 'branches'],
};

/** The formats by the names that `coverage-format` takes. Apart, so that inputs load no parser. */
export const FORMAT_NAMES = [
  'cobertura',
  'jacoco',
  'clover',
  'opencover',
  'lcov',
  'go',
  'coverage-py-json',
  'istanbul-summary',
  'istanbul-final',
  'simplecov-json',
  'simplecov-resultset',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** A coverage report as counts; percentages that it states are not kept. */
export interface Report {
  /** What wrote it, such as `coverage.py 7.16.2`; the name of the format where it does not say. */
  readonly tool: string;
  /** What `auto` stands for: the number that the tool itself puts first. */
  readonly mainMetric: Metric;
  /** Totals that the producer computed and wrote down; empty when it did not. */
  readonly declaredTotals: Totals;
  /**
   * What the format can list files in, so that a union is not taken for one of all reports when some
   * have no say in it. Absent: all metrics.
   */
  readonly formatMetrics?: readonly CountedMetric[];
  /** Metrics of the format that the report says its run did not measure. */
  readonly unmeasured?: readonly CountedMetric[];
  /**
   * Metrics of which the report says what cannot be, such as `NaN` branches, each with an example;
   * they are unknown, and the others are not.
   */
  readonly unusable?: ReadonlyMap<CountedMetric, string>;
  /** What the user should know of it, as clauses that follow the name of the file. */
  readonly warnings?: readonly string[];
  /** Why files can be absent from the body, where the tool is known to lose some. */
  readonly knownLoss?: string;
  /** Directories that the report says its paths start at, as it has them; absent where it has none. */
  readonly sources?: readonly string[];
  /** The project that the report says it is of, such as a JaCoCo module. */
  readonly project?: string | undefined;
  /**
   * What paths start at where that is no directory: `package` at the root of the packages, in a source
   * folder that the report does not name; `module` at the path of a Go module.
   */
  readonly pathsFrom?: 'package' | 'module';
  /** By path, as the report has it. */
  readonly files: ReadonlyMap<string, FileCoverage>;
}

/** Reads one report from its text. After an error it must not be used further. */
export interface ReportParser {
  /**
   * Takes the next piece of the text.
   * @throws ReportError when the report cannot be used.
   */
  write(text: string): void;
  /**
   * Says that the text is complete.
   * @throws ReportError when it is not, as a truncated report.
   */
  end(): Report;
}

/** A kind of report. A new one is a new file that exports one of these, listed in `formats.ts`. */
export interface ReportFormat {
  readonly name: FormatName;
  /**
   * Whether a text that starts with `head` (all of it or its first `HEAD_CHARACTERS`) is of this
   * format. Never by the file's name.
   */
  detect(head: string): boolean;
  createParser(memory: ReportMemory): ReportParser;
}
