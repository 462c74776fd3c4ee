import type { InputReader } from '../base/input-reader.js';
import type { GateInputs, MetricMinimum } from './gates/evaluate.js';
import { parsePercentage, type Percentage } from './gates/percent.js';
import type { Metric } from './model/counts.js';
import { hasDotParts, isGlob } from './model/glob.js';
import { FORMAT_NAMES, type FormatName } from './model/report.js';

/** The inputs of the coverage step, as action.yml spells them. The first is its key. */
export const COVERAGE_INPUTS = [
  'coverage-files',
  'coverage-format',
  'coverage-metric',
  'coverage-min',
  'coverage-min-lines',
  'coverage-min-branches',
  'coverage-min-functions',
  'coverage-min-file',
  'coverage-min-patch',
  'coverage-base',
  'coverage-baseline',
  'coverage-max-drop',
  'coverage-include',
  'coverage-exclude',
  'coverage-precision',
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

/** Decimals that coverage.py's `precision` can have. */
const MAX_PRECISION = 9;

export interface CoverageInputs extends GateInputs {
  /** Globs of the reports. */
  readonly files: readonly string[];
  /** The name of the format that the reports must have, or `auto` for any. */
  readonly format: FormatName | 'auto';
  /** The ref that changed lines are compared with. */
  readonly base: string | undefined;
  /** Globs over source files. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** What an `unknown` verdict does to the job. */
  readonly onMissing: (typeof ON_MISSING)[number];
  /** What is allowed, and most likely not meant. */
  readonly warnings: readonly string[];
}

const DEFAULT_MIN: Percentage = { digits: 80n, scale: 0, text: '80' };

/** Reads the inputs of the coverage step; what is wrong with them is collected in `reader`. */
export function parseCoverageInputs(reader: InputReader): CoverageInputs {
  if (!reader.has('coverage-files')) {
    reader.complain('coverage-files', 'the coverage step needs it: globs of coverage reports');
  }
  checkPairs(reader);
  const inputs = readInputs(reader);
  return { ...inputs, warnings: warnOfFractions(inputs) };
}

function readInputs(reader: InputReader): Omit<CoverageInputs, 'warnings'> {
  return {
    files: readFileGlobs(reader, 'coverage-files'),
    format: reader.oneOf('coverage-format', ['auto', ...FORMAT_NAMES]) ?? 'auto',
    metric: reader.oneOf('coverage-metric', METRICS) ?? 'auto',
    min: readPercentage(reader, 'coverage-min') ?? DEFAULT_MIN,
    minimums: readMinimums(reader),
    minFile: readPercentage(reader, 'coverage-min-file'),
    minPatch: readPercentage(reader, 'coverage-min-patch'),
    base: readRef(reader, 'coverage-base'),
    baseline: parseBaseline(reader, 'coverage-baseline'),
    maxDrop: readPercentage(reader, 'coverage-max-drop'),
    include: readGlobs(reader, 'coverage-include'),
    exclude: readGlobs(reader, 'coverage-exclude'),
    precision: reader.integer('coverage-precision', 0, MAX_PRECISION),
    onMissing: reader.oneOf('coverage-on-missing', ON_MISSING) ?? 'fail',
  };
}

/** Coverage thresholds of some tools are fractions: 0.8 is nearly nothing as a percentage. */
function warnOfFractions(inputs: GateInputs): readonly string[] {
  const minimums: readonly (readonly [string, Percentage | undefined])[] = [
    ['coverage-min', inputs.min],
    ...inputs.minimums.map(({ gate, minimum }) => [gate, minimum] as const),
    ['coverage-min-file', inputs.minFile],
    ['coverage-min-patch', inputs.minPatch],
  ];
  const warnings: string[] = [];
  for (const [input, minimum] of minimums) {
    const value = Number(minimum?.text ?? 0);
    if (value <= 0 || value > 1) continue;
    const percent = Number((value * 100).toFixed(10));
    warnings.push(
      `${input}: ${value} means ${value} percent. If ${percent} percent is meant, give ${percent}`,
    );
  }
  return warnings;
}

/** An input that means nothing without another is a gate that its author believes in. */
function checkPairs(reader: InputReader): void {
  for (const [input, partner] of [
    ['coverage-base', 'coverage-min-patch'],
    ['coverage-baseline', 'coverage-max-drop'],
    ['coverage-max-drop', 'coverage-baseline'],
  ] as const) {
    if (reader.has(input) && !reader.has(partner)) {
      reader.complain(input, `given without ${partner}. Give both, or neither`);
    }
  }
}

function readMinimums(reader: InputReader): readonly MetricMinimum[] {
  const minimums: MetricMinimum[] = [];
  for (const metric of ['lines', 'branches', 'functions'] as const) {
    const gate = `coverage-min-${metric}`;
    const minimum = readPercentage(reader, gate);
    if (minimum !== undefined) minimums.push({ gate, metric, minimum });
  }
  return minimums;
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

/** A number that is no percentage would be looked for as the path of a report. */
function parseBaseline(reader: InputReader, name: string): string | undefined {
  const text = reader.string(name);
  if (text === undefined || parsePercentage(text)) return text;
  if (!/^[-+]?[\d.,]+\s*%?$/.test(text)) {
    readFileGlobs(reader, name);
    return text;
  }
  reader.reject(
    name,
    'the path of an earlier report, or a percentage from 0 to 100 in plain digits, such as 80',
    text,
  );
  return undefined;
}

function readGlobs(reader: InputReader, name: string): readonly string[] {
  const globs = reader.lines(name);
  for (const glob of globs) {
    if (!isGlob(glob))
      reader.reject(name, 'globs, in which braces are closed and ranges ascend', glob);
    else if (hasDotParts(glob)) rejectDotParts(reader, name, glob);
  }
  return globs;
}

/** @returns Globs of files, whose root has to be a directory that is named. */
function readFileGlobs(reader: InputReader, name: string): readonly string[] {
  const globs = reader.lines(name);
  for (const glob of globs) {
    if (glob.startsWith('#')) continue;
    const pattern = glob.replace(/^!+/, '').replaceAll('\\', '/');
    if (hasDotParts(pattern)) rejectDotParts(reader, name, glob);
    else if (pattern === '') reader.reject(name, 'a glob behind the !', glob);
    else if (/^\/[^/]*[*?[]/.test(pattern))
      reader.reject(
        name,
        'globs whose first directory is named, where they start at the root',
        glob,
      );
  }
  return globs;
}

function rejectDotParts(reader: InputReader, name: string, glob: string): void {
  reader.reject(
    name,
    'globs without the parts . and .. (but for ./ at the start): paths from the root of the workspace, or absolute ones',
    glob,
  );
}

/** git would read a ref that starts with a dash as an option. */
function readRef(reader: InputReader, name: string): string | undefined {
  const ref = reader.string(name);
  if (ref === undefined || /^[^-\s][^\s]*$/.test(ref)) return ref;
  reader.reject(name, 'a branch, tag or commit', ref);
  return undefined;
}
