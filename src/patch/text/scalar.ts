import { isScalar } from 'yaml';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double';

/** The style that a value of the node's kind is written in; plain for what is no quoted scalar. */
export function styleOf(node: unknown): ScalarStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

/**
 * Words and numbers that some YAML reads as something else than a string: the core schema of 1.2,
 * the types of 1.1 (https://yaml.org/type/), and go-yaml, which kustomize and Helm use.
 */
const AMBIGUOUS = [
  /^(?:|~|null|y|n|yes|no|on|off|true|false)$/i,
  /^[-+]?\.?(?:inf|nan)$/i,
  // Decimal integers and floats, with what is left of an exponent: 1e3, 0123, 1.10, .5, 12345e6. The yaml
  // package takes e3 for one too.
  /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/i,
  // 0x1f, 0o7, 0b1
  /^[-+]?0[xob][\da-f]*$/i,
  // Base 60 of YAML 1.1: 12:30:45
  /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/,
  // Dates and times of YAML 1.1: 2026-01-31, 2026-1-31T12:00:00Z
  /^\d{4}-\d{1,2}-\d{1,2}(?:[t ].*)?$/i,
];

/** A part of what plain scalars can hold in any context; all that image references need. */
const PLAIN_TEXT = /^[\w./][\w./:@+=-]*$/;

/**
 * Whether the plain scalar would be read as a number, boolean, null or date by YAML 1.1, YAML 1.2
 * or go-yaml. Some that no parser takes for a number are counted too, never the other way round.
 */
export function isAmbiguous(text: string): boolean {
  // go-yaml drops every underscore before it looks for a number.
  const bare = text.replaceAll('_', '');
  return AMBIGUOUS.some((pattern) => pattern.test(bare));
}

/**
 * Writes a string as a scalar on one line. A value that is no plain string under YAML 1.1 and 1.2
 * gets double quotes.
 */
export function renderScalar(value: string, style: ScalarStyle): string {
  if (style === 'single' && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`;
  if (style === 'plain' && isPlain(value)) return value;
  return renderDoubleQuoted(value);
}

/** Whether a string can stand without quotes wherever a value can, and is read as one. */
export function isPlain(value: string): boolean {
  return PLAIN_TEXT.test(value) && !value.endsWith(':') && !isAmbiguous(value);
}

/** No control character and no lone surrogate, which only escapes can express. */
function isPrintable(value: string): boolean {
  return /^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*$/u.test(value);
}

/** YAML's double-quoted style knows all escapes of JSON. */
function renderDoubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
