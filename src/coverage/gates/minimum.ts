import {
  computeShortfall,
  isEverything,
  type Percentage,
  reaches,
  reachesRounded,
  renderPercent,
  renderPercentBeside,
  roundPercent,
} from './percent.js';
import { computeBounds } from './bounds.js';
import type { GateResult } from './result.js';
import {
  addCounts,
  type Count,
  countOf,
  listMeasured,
  type Metric,
  NOTHING,
  type Totals,
} from '../model/counts.js';
import type { Coverage } from '../model/file-coverage.js';

/** What each metric counts: all of it, one missing, several missing. */
type Units = readonly [all: string, one: string, several: string];

const UNITS: Readonly<Record<Metric, Units>> = {
  lines: ['lines', 'line', 'lines'],
  branches: ['branches', 'branch', 'branches'],
  combined: ['lines and branches', 'line or branch', 'lines or branches'],
  statements: ['statements', 'statement', 'statements'],
  functions: ['functions', 'function', 'functions'],
  instructions: ['instructions', 'instruction', 'instructions'],
};

/** What a metric counts, for messages. */
export function nameUnits(metric: Metric): string {
  const [all] = UNITS[metric];
  return all;
}

/** A percentage that an input asks for. */
export interface Minimum {
  /** The input, such as `coverage-min`. */
  readonly gate: string;
  readonly minimum: Percentage;
  /** Decimals to round to before comparing, as coverage.py does; absent: compare exactly. */
  readonly precision: number | undefined;
}

/** Holds what was measured against a minimum. */
export function evaluateMinimum(required: Minimum, measurement: Measurement): GateResult {
  if (!measurement.known) {
    const { reason, isLacking = false } = measurement;
    return unknownGate(required, isLacking ? `${reason}. ${cureLack(required)}` : reason);
  }
  const { metric, count, upper, doubts } = measurement;
  const result = evaluateCount(required, metric, count, {
    subject: 'coverage',
    units: UNITS[metric],
  });
  if (result.verdict === 'pass' || !holds(required, upper)) return result;
  return { ...result, verdict: 'unknown', message: renderDoubts(required, measurement, doubts) };
}

/** What to do where the metric of a gate was not measured. */
function cureLack({ gate }: Minimum): string {
  return gate === 'coverage-min'
    ? 'Set coverage-metric to what was measured'
    : `Let the tool measure them, or remove ${gate}`;
}

function holds({ minimum, precision }: Minimum, count: Count): boolean {
  return precision === undefined
    ? reaches(count, minimum)
    : reachesRounded(count, minimum, precision);
}

/** How many doubtful files a message names. */
const NAMED_DOUBTS = 10;

/** Names claims of which it cannot be told whether they are of one file. */
export function renderNames(doubts: readonly string[]): string {
  const named = doubts.slice(0, NAMED_DOUBTS).join(', ');
  const more = doubts.length - NAMED_DOUBTS;
  return more > 0 ? `${named} and ${more} more` : named;
}

function renderDoubts(
  { minimum }: Minimum,
  { metric, count, upper }: KnownMeasurement,
  doubts: readonly string[],
): string {
  const [from, to] = [count, upper].map(
    (each) => `${renderPercentBeside(each, minimum)}% (${each.covered}/${each.total})`,
  );
  return `coverage is unknown: it is from ${from} to ${to} of ${nameUnits(metric)}, with ${minimum.text}% between, since it cannot be told whether these are one file or several: ${renderNames(doubts)}`;
}

/** Holds the changed lines against a minimum; there may be none. */
export function evaluatePatch(required: Minimum, count: Count): GateResult {
  if (count.total === 0) {
    const message = 'patch coverage: no changed line is code that the reports know';
    return { ...unknownGate(required, ''), message, isInformative: true };
  }
  const units: Units = ['changed lines', 'changed line', 'changed lines'];
  return evaluateCount(required, 'lines', count, { subject: 'patch coverage', units });
}

/** Reports that were asked for and are not there: what is measured is not all. */
export function evaluateMissing(reason: string): GateResult {
  const message = `coverage is unknown: ${reason}`;
  return { gate: 'coverage-files', verdict: 'unknown', message };
}

/** A gate that there is nothing to hold against. */
export function unknownGate(
  { gate, minimum }: Pick<Minimum, 'gate' | 'minimum'>,
  reason: string,
  subject = 'coverage',
): GateResult {
  const message = `${subject} is unknown: ${reason}`;
  return { gate, verdict: 'unknown', message, required: minimum.text };
}

function evaluateCount(
  required: Minimum,
  metric: Metric,
  count: Count,
  wording: { readonly subject: string; readonly units: Units },
): GateResult {
  const { gate, minimum } = required;
  const passes = holds(required, count);
  const [all] = wording.units;
  const percent = renderPercentBeside(count, minimum);
  const rounded = renderRounded(required, count);
  const comma = rounded === '' ? '' : ',';
  const measured = `${wording.subject} ${percent}% (${count.covered}/${count.total} ${all})${rounded}${comma}`;
  const outcome = passes
    ? `reaches ${minimum.text}%`
    : `is below ${minimum.text}%${renderShortfall(required, count, wording.units)}`;
  return {
    gate,
    verdict: passes ? 'pass' : 'fail',
    message: `${measured} ${outcome}`,
    required: minimum.text,
    measured: { metric, ...count, percent: renderPercent(count, 2) },
  };
}

/** What is compared instead of the exact percentage, if it is. */
export function renderRounded({ minimum, precision }: Minimum, count: Count): string {
  if (precision === undefined || isEverything(minimum)) return '';
  return `, rounded to ${roundPercent(count, precision).text}%`;
}

function renderShortfall(
  { minimum, precision }: Minimum,
  count: Count,
  [, one, several]: Units,
): string {
  // With rounding a little less can be enough, but for everything.
  if (precision !== undefined && !isEverything(minimum)) return '';
  const rule = precision === undefined ? '' : ', to which nothing is rounded';
  const shortfall = computeShortfall(count, minimum);
  return `${rule}: ${shortfall} more covered ${shortfall === 1n ? one : several} needed`;
}

/** What the reports say of a metric, or why they say nothing. */
export type Measurement = KnownMeasurement | UnknownMeasurement;

interface UnknownMeasurement {
  readonly known: false;
  readonly reason: string;
  /** Whether other metrics were measured, and this one was not. */
  readonly isLacking?: boolean;
}

interface KnownMeasurement {
  readonly known: true;
  readonly metric: Metric;
  /** With the smallest percentage that the reports can mean. */
  readonly count: Count;
  /** With the largest. */
  readonly upper: Count;
  /** What the difference depends on, for messages. */
  readonly doubts: readonly string[];
}

/** What is measured of the reports. */
type Measured = Pick<Coverage, 'totals' | 'groups' | 'mainMetrics' | 'leftOut'>;

/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
export function measure(coverage: Measured, metric: Metric | 'auto'): Measurement {
  const { mainMetrics, leftOut } = coverage;
  const [headline, ...others] = metric === 'auto' ? mainMetrics : [metric];
  if (headline === undefined || others.length > 0) {
    const names = [...mainMetrics].join(', ');
    return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
  }
  const totals = addReadings(coverage);
  // A tool whose headline this is measures branches, also where the selected files have none; but
  // not those that another report has no say in.
  const isBoth = mainMetrics.has('combined') && !leftOut.has('lines') && !leftOut.has('branches');
  const needsBoth = headline === 'combined' && !isBoth;
  const parts: readonly Metric[] = needsBoth ? ['lines', 'branches'] : [headline];
  const missing = parts.filter((part) => countOf(totals, part).total === 0);
  if (missing.length === 0) {
    const { lower, upper, doubts } = computeBounds(coverage, headline);
    return { known: true, metric: headline, count: lower, upper, doubts };
  }
  const measured = listMeasured(totals);
  if (measured.length === 0) return unknown('nothing was measured (0 of 0)');
  const reason = `no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`;
  return { known: false, reason, isLacking: true };
}

/** All that may count, to tell which metrics there are. */
function addReadings({ totals, groups }: Measured): Totals {
  const sum = new Map(totals);
  for (const reading of groups.flatMap(({ readings }) => readings)) {
    for (const [metric, count] of reading.totals) {
      sum.set(metric, addCounts(sum.get(metric) ?? NOTHING, count));
    }
  }
  return sum;
}

function unknown(reason: string): Measurement {
  return { known: false, reason };
}
