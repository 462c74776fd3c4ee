import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isAmbiguous, renderScalar, type ScalarStyle } from '../../../src/patch/text/scalar.js';
import { propertyRuns } from '../../fakes/property-runs.js';

const STYLES: readonly ScalarStyle[] = ['plain', 'single', 'double'];

/** Texts that look like numbers, dates and words of YAML. */
const lookAlike = fc.stringMatching(/^[-+0-9._:eExXoObBaAfFnNyYtT~]{1,8}$/);

describe('isAmbiguous', () => {
  it.each(
    [
      ...['1e3', '1E3', '0e12', '12345e6', '0123', '1_000', '1_e3', '0x1f', '0o7', '0b1', '0x_1f'],
      ...[
        '1.10',
        '.5',
        '1.',
        '1.5e+3',
        'e3',
        '-1',
        '+.5',
        '.inf',
        '-.INF',
        '.nan',
        '1234567',
        '08',
      ],
      ...['y', 'N', 'on', 'Off', 'yes', 'no', 'True', 'FALSE', 'null', '~', '', '_'],
      ...['12:30:45', '190:20:30.15', '2026-01-31', '2026-1-31t12:00:00Z', '2001-12-14 21:59:43'],
    ].map((text) => ({ text })),
  )('holds for $text', ({ text }) => {
    expect(isAmbiguous(text)).toBe(true);
  });

  it.each(
    ['v1', '1.2.3', '1e3a', 'main-a1b2c3d', '2026-01-31-a1b2c3d', 'one', '0xyz', 'latest'].map(
      (text) => ({ text }),
    ),
  )('does not hold for $text', ({ text }) => {
    expect(isAmbiguous(text)).toBe(false);
  });
});

describe('renderScalar', () => {
  it.each<{ value: string; style: ScalarStyle; expected: string }>([
    { value: 'v1', style: 'plain', expected: 'v1' },
    { value: '1e3', style: 'plain', expected: '"1e3"' },
    { value: 'a b', style: 'plain', expected: '"a b"' },
    { value: 'a:', style: 'plain', expected: '"a:"' },
    { value: '-a', style: 'plain', expected: '"-a"' },
    { value: 'a#b', style: 'plain', expected: '"a#b"' },
    { value: `ghcr.io:5000/a@sha256:00`, style: 'plain', expected: 'ghcr.io:5000/a@sha256:00' },
    { value: '1e3', style: 'single', expected: "'1e3'" },
    { value: "it's", style: 'single', expected: "'it''s'" },
    { value: 'a\nb', style: 'single', expected: '"a\\nb"' },
    { value: 'a"b', style: 'double', expected: '"a\\"b"' },
    { value: '\u0085\u2028\ufeff', style: 'plain', expected: '"\\u0085\\u2028\\ufeff"' },
  ])('renders $value ($style) as $expected', ({ value, style, expected }) => {
    expect(renderScalar(value, style)).toBe(expected);
  });

  it.each(['1.1', '1.2'] as const)('reads back as the same string under YAML %s', (version) => {
    const value = fc.oneof(lookAlike, fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(value, fc.constantFrom(...STYLES), (text, style) => {
        const scalar = renderScalar(text, style);
        expect(scalar).not.toMatch(/[\r\n]/);
        expect(parse(`a: ${scalar}\n`, { version })).toEqual({ a: text });
        expect(parse(`{a: ${scalar}}`, { version })).toEqual({ a: text });
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
