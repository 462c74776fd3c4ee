import { type Measurement, nameUnits, renderNames, unknownGate } from './minimum.js';
import { type Percentage, renderDecimal, renderPercent } from './percent.js';
import type { GateResult } from './result.js';
import type { Count, Metric } from '../model/counts.js';

/** How far coverage may fall, in points. */
interface AllowedDrop {
  readonly gate: string;
  readonly minimum: Percentage;
}

/** A percentage that is given, or an earlier report's. */
export type Baseline = Measurement | Percentage;

/** Holds the difference to an earlier measurement against what is allowed, exactly. */
export function evaluateDrop(
  allowed: AllowedDrop,
  baseline: Baseline,
  now: Measurement,
): GateResult {
  if (!now.known) return unknownGate(allowed, now.reason);
  if ('known' in baseline && !baseline.known) {
    return unknownGate(allowed, `of the baseline, ${baseline.reason}`);
  }
  const isWorstWithin = isAllowedDrop(upperOf(baseline), now.count, allowed.minimum);
  const isBestWithin = isAllowedDrop(lowerOf(baseline), now.upper, allowed.minimum);
  const result = compareCounts(allowed, baseline, now);
  if (isWorstWithin || !isBestWithin) return result;
  const doubts = [...('known' in baseline ? baseline.doubts : []), ...now.doubts];
  return {
    ...result,
    verdict: 'unknown',
    message: `the drop is unknown: ${result.message}, or less, since it cannot be told whether these are one file or several: ${renderNames(doubts)}`,
  };
}

/** A measurement or a percentage that there is. */
type Known = Extract<Measurement, { readonly known: true }>;

function upperOf(baseline: Known | Percentage): Count {
  return 'known' in baseline ? baseline.upper : countPercentage(baseline);
}

function lowerOf(baseline: Known | Percentage): Count {
  return 'known' in baseline ? baseline.count : countPercentage(baseline);
}

/** Compares the largest that the baseline can be with the smallest of now. */
function compareCounts(
  { gate, minimum }: AllowedDrop,
  baseline: Known | Percentage,
  { metric, count }: Known,
): GateResult {
  const before = upperOf(baseline);
  const scale = Math.max(2, minimum.scale, 'known' in baseline ? 0 : baseline.scale);
  const decimals = findDecimals(before, count, scale);
  const [from, to] = [before, count].map((each) => `${renderPercent(each, decimals)}%`);
  const counts = 'known' in baseline ? ` ${renderUnits(metric, before)}` : '';
  const change = `${from}${counts} to ${to} ${renderUnits(metric, count)}`;
  const passes = isAllowedDrop(before, count, minimum);
  const message = passes
    ? renderAllowed(change, before, count, minimum)
    : `coverage fell from ${change}, by ${renderDrop(before, count, decimals)} points, where at most ${minimum.text} are allowed`;
  return {
    gate,
    verdict: passes ? 'pass' : 'fail',
    message,
    required: minimum.text,
    measured: { metric, ...count, percent: renderPercent(count, 2) },
  };
}

function renderAllowed(change: string, before: Count, now: Count, allowed: Percentage): string {
  const { numerator } = computeDrop(before, now);
  if (numerator < 0n) return `coverage rose from ${change}`;
  if (numerator === 0n) return `coverage stayed, from ${change}`;
  return `coverage fell from ${change}, by no more than ${allowed.text} points`;
}

function renderUnits(metric: Metric, { covered, total }: Count): string {
  return `(${covered}/${total} ${nameUnits(metric)})`;
}

/** As many decimals as it takes to see that both differ, if they do; at least `decimals`. */
function findDecimals(before: Count, now: Count, least: number): number {
  let decimals = least;
  const differs = computeDrop(before, now).numerator !== 0n;
  while (differs && renderPercent(before, decimals) === renderPercent(now, decimals)) decimals += 1;
  return decimals;
}

/** A percentage as a count, so that it can be compared with one. */
function countPercentage({ digits, scale }: Percentage): Count {
  return { covered: Number(digits), total: 100 * 10 ** scale };
}

function isAllowedDrop(baseline: Count, now: Count, allowed: Percentage): boolean {
  const { numerator, denominator } = computeDrop(baseline, now);
  return numerator * 10n ** BigInt(allowed.scale) <= allowed.digits * denominator;
}

/** Rounded up, so that it reads more than what is allowed. */
function renderDrop(baseline: Count, now: Count, decimals: number): string {
  const { numerator, denominator } = computeDrop(baseline, now);
  const scaled = numerator * 10n ** BigInt(decimals);
  return renderDecimal((scaled + denominator - 1n) / denominator, decimals);
}

/** Points from `baseline` down to `now`, as a fraction; negative when coverage rose. */
function computeDrop(baseline: Count, now: Count) {
  const before = BigInt(baseline.covered) * BigInt(now.total);
  const after = BigInt(now.covered) * BigInt(baseline.total);
  const denominator = BigInt(baseline.total) * BigInt(now.total);
  return { numerator: 100n * (before - after), denominator };
}
