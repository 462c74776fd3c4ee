import type { Count } from './counts.js';
import type { Percentage } from './percent.js';

/**
 * The percentage as coverage.py rounds it before it compares: the double that is nearest to the
 * percentage, rounded half to even on its exact value, as Python's `round` does.
 * @returns The decimal digits and their scale.
 */
export function roundPercent(count: Count, precision: number): Percentage {
  const double = (100 * count.covered) / count.total;
  const digits = roundHalfEven(double, precision);
  const text = (Number(digits) / 10 ** precision).toFixed(precision);
  return { digits, scale: precision, text };
}

/** Whether a minimum takes all there is: then nothing is rounded. */
export function isEverything(minimum: Percentage): boolean {
  return Number(minimum.text) === 100;
}

/**
 * Whether coverage.py's `fail_under` would let this pass: the rounded percentage is at least the
 * minimum, as doubles; and a minimum of 100 takes nothing but all.
 */
export function reachesRounded(count: Count, minimum: Percentage, precision: number): boolean {
  if (isEverything(minimum)) return count.covered === count.total;
  const { digits } = roundPercent(count, precision);
  return Number(`${digits}e-${precision}`) >= Number(minimum.text);
}

/** `value` × 10^`precision`, rounded half to even. The value is taken as the exact number it is. */
function roundHalfEven(value: number, precision: number): bigint {
  // A double from 0 to 100 is a whole number of 2^-1074; far fewer bits are ever set.
  let numerator = value;
  let shift = 0n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    shift += 1n;
  }
  const scaled = BigInt(numerator) * 10n ** BigInt(precision);
  const whole = scaled >> shift;
  const twiceRest = (scaled - (whole << shift)) * 2n;
  const one = 1n << shift;
  const isUp = twiceRest > one || (twiceRest === one && whole % 2n === 1n);
  return isUp ? whole + 1n : whole;
}
