import type { Count } from '../model/counts.js';

/** An exact decimal from 0 to 100: `digits` divided by ten to the power of `scale`. */
export interface Percentage {
  readonly digits: bigint;
  readonly scale: number;
  /** As it was given, for messages. */
  readonly text: string;
}

/** Reads a plain decimal from 0 to 100, such as `80` or `87.125`; `undefined` for anything else. */
export function parsePercentage(text: string): Percentage | undefined {
  if (!/^\d{1,3}(?:\.\d{1,20})?$/.test(text)) return undefined;
  const scale = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  const digits = BigInt(text.replace('.', ''));
  return digits <= 100n * powerOfTen(scale) ? { digits, scale, text } : undefined;
}

/** Whether `count` is at least `minimum` percent, compared as integers. */
export function reaches(count: Count, minimum: Percentage): boolean {
  return scaleCovered(count, minimum.scale) >= minimum.digits * BigInt(count.total);
}

/** How many more have to be covered, of the same total, to reach `minimum`; 0 when it is reached. */
export function computeShortfall(count: Count, minimum: Percentage): bigint {
  const whole = 100n * powerOfTen(minimum.scale);
  const needed = (minimum.digits * BigInt(count.total) + whole - 1n) / whole;
  const shortfall = needed - BigInt(count.covered);
  return shortfall > 0n ? shortfall : 0n;
}

/** Percent with `decimals` decimals, rounded down, so that it reads 100 only when complete. */
export function renderPercent(count: Count, decimals: number): string {
  return renderDecimal(scaleCovered(count, decimals) / BigInt(count.total), decimals);
}

/**
 * Percent with as many decimals as it takes to see on which side of `minimum` it is: rounding the
 * shown number again must not lead to the other side (79.996 is not shown as 79.99 of 80, which
 * other tools print as 80.00).
 */
export function renderPercentBeside(count: Count, minimum: Percentage): string {
  let decimals = Math.max(2, minimum.scale);
  if (!reaches(count, minimum)) {
    while (roundsUpTo(count, minimum, decimals)) decimals += 1;
  }
  return renderPercent(count, decimals);
}

/** Whether the percentage, rounded half up to `decimals`, is at least `minimum`. */
function roundsUpTo(count: Count, minimum: Percentage, decimals: number): boolean {
  const total = BigInt(count.total);
  const rounded = (2n * scaleCovered(count, decimals) + total) / (2n * total);
  return rounded >= minimum.digits * powerOfTen(decimals - minimum.scale);
}

/** `covered` × 100 × 10^`scale`: divided by the total it is the percentage × 10^`scale`. */
function scaleCovered(count: Count, scale: number): bigint {
  return BigInt(count.covered) * 100n * powerOfTen(scale);
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** `value` divided by ten to the power of `decimals`, written out. */
export function renderDecimal(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

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
