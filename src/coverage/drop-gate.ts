import type { Count } from './counts.js';
import { unknownGate } from './gate.js';
import type { Measurement } from './measure.js';
import { type Percentage, renderDecimal, renderPercent } from './percent.js';
import type { GateResult } from './result.js';

/** How far coverage may fall, in points. */
export interface AllowedDrop {
  readonly gate: string;
  readonly minimum: Percentage;
}

/** Holds the difference to an earlier measurement against what is allowed, exactly. */
export function evaluateDrop(
  allowed: AllowedDrop,
  baseline: Measurement,
  now: Measurement,
): GateResult {
  if (!now.known) return unknownGate(allowed, now.reason);
  if (!baseline.known) return unknownGate(allowed, `of the baseline, ${baseline.reason}`);
  const { gate, minimum } = allowed;
  const from = `${renderPercent(baseline.count, 2)}%`;
  const to = `${renderPercent(now.count, 2)}%`;
  const passes = isWithin(baseline.count, now.count, minimum);
  const message = passes
    ? `coverage went from ${from} to ${to}, a fall of at most ${minimum.text} points`
    : `coverage fell from ${from} to ${to}, by ${renderDrop(baseline.count, now.count, minimum)} points, where at most ${minimum.text} are allowed`;
  return { gate, verdict: passes ? 'pass' : 'fail', message, required: minimum.text };
}

/** A percentage as a count, so that it can be a baseline. */
export function countPercentage({ digits, scale }: Percentage): Count {
  return { covered: Number(digits), total: 100 * 10 ** scale };
}

function isWithin(baseline: Count, now: Count, allowed: Percentage): boolean {
  const { numerator, denominator } = computeDrop(baseline, now);
  return numerator * 10n ** BigInt(allowed.scale) <= allowed.digits * denominator;
}

/** Rounded up, so that it reads more than what is allowed. */
function renderDrop(baseline: Count, now: Count, allowed: Percentage): string {
  const decimals = Math.max(2, allowed.scale);
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
