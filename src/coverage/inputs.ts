import type { InputReader } from '../input-reader.js';
import { parsePercentage, type Percentage } from './percent.js';
import type { Metric } from './result.js';

/** The inputs of the coverage step, as action.yml spells them. The first is its key. */
export const COVERAGE_INPUTS = [
  'coverage-files',
  'coverage-min',
  'coverage-metric',
  'coverage-on-missing',
] as const;

const METRICS = [
  'auto',
  'lines',
  'branches',
  'combined',
  'statements',
  'functions',
  'instructions',
] as const satisfies readonly (Metric | 'auto')[];

const ON_MISSING = ['fail', 'warn', 'pass'] as const;

export interface CoverageInputs {
  /** Globs of the reports. */
  readonly files: readonly string[];
  /** Percent that the metric has to reach. */
  readonly min: Percentage;
  /** `auto` is the metric that the tool itself puts first. */
  readonly metric: Metric | 'auto';
  /** What an `unknown` verdict does to the job. */
  readonly onMissing: (typeof ON_MISSING)[number];
}

const DEFAULT_MIN: Percentage = { digits: 80n, scale: 0, text: '80' };

/** Reads the inputs of the coverage step; what is wrong with them is collected in `reader`. */
export function parseCoverageInputs(reader: InputReader): CoverageInputs {
  if (!reader.has('coverage-files')) {
    reader.complain('coverage-files', 'the coverage step needs it: globs of coverage reports');
  }
  return {
    files: reader.lines('coverage-files'),
    min: readPercentage(reader, 'coverage-min') ?? DEFAULT_MIN,
    metric: reader.oneOf('coverage-metric', METRICS) ?? 'auto',
    onMissing: reader.oneOf('coverage-on-missing', ON_MISSING) ?? 'fail',
  };
}

function readPercentage(reader: InputReader, name: string): Percentage | undefined {
  const text = reader.string(name);
  if (text === undefined) return undefined;
  const percentage = parsePercentage(text);
  if (percentage === undefined) {
    reader.reject(name, 'a percentage from 0 to 100 in plain digits, such as 80 or 79.5', text);
  }
  return percentage;
}
