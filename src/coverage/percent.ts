import type { Count } from './counts.js';

/** An exact decimal from 0 to 100: `digits` divided by ten to the power of `scale`. */
export interface Percentage {
  readonly digits: bigint;
  readonly scale: number;
  /** As it was given, for messages. */
  readonly text: string;
}

/** Reads a plain decimal from 0 to 100, such as `80` or `87.125`; `undefined` for anything else. */
export function parsePercentage(text: string): Percentage | undefined {
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text)) return undefined;
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
