import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderResult } from '../../src/action/result.js';
import type { RunReport } from '../../src/action/report.js';
import { PromoteError } from '../../src/base/errors.js';
import { propertyRuns } from '../fakes/property-runs.js';
import { coverage, image, promotion } from '../fakes/report.js';

const LIMIT = 512 * 1024;

function parse(report: RunReport) {
  const text = renderResult(report);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT);
  return JSON.parse(text) as Readonly<Record<string, unknown>> & { readonly cut?: string[] };
}

function fileOf(index: number) {
  return { path: `src/${index}/${'x'.repeat(60)}.py`, covered: 1, total: 2, percent: '50.00' };
}

function targetOf(diff: string) {
  return promotion.targets.map((target) => ({ ...target, diff }));
}

const gates = [{ gate: 'coverage-min', verdict: 'pass', message: 'it does' }] as const;

describe('renderResult', () => {
  it('is all of a report that fits', () => {
    expect(parse({ coverage, image, promotion })).toEqual({ coverage, image, promotion });
  });

  it('loses the diffs first, and nothing else where that is enough', () => {
    const filesBelow = Array.from({ length: 2000 }, (_, index) => fileOf(index));
    const whole = { ...coverage, gates, filesBelow };
    const targets = targetOf('+é\n'.repeat(300_000));
    const result = parse({ coverage: whole, image, promotion: { ...promotion, targets } });
    const left = targets.map(({ diff, ...target }) => diff && target);
    expect(result).toEqual({
      cut: ['promotion.targets[].diff'],
      coverage: whole,
      image,
      promotion: { ...promotion, targets: left },
    });
  });

  it('then cuts the lists, and says which and by how much', () => {
    const filesBelow = Array.from({ length: 20_000 }, (_, index) => fileOf(index));
    const result = parse({ coverage: { ...coverage, gates, filesBelow }, image, promotion });
    expect(result.cut).toEqual([
      'coverage.filesBelow: the first 100 of 20000',
      'promotion.targets[].diff',
    ]);
    expect(result).toMatchObject({
      coverage: { ...coverage, gates, filesBelow: filesBelow.slice(0, 100) },
      image,
      promotion: { reason: 'promoted', commit: promotion.commit },
    });
  });

  it('cuts a text that alone is too long, and keeps the code', () => {
    const failure = new PromoteError('internal', 'x'.repeat(600 * 1024));
    expect(parse({ coverage, failure })).toEqual({
      cut: ['failure.message: the first 10000 of 614400 characters'],
      coverage,
      failure: { code: 'internal', message: 'x'.repeat(10_000) },
    });
  });

  it('keeps every verdict whatever else is too large', () => {
    const size = fc.constantFrom(0, 3, 300);
    const length = fc.constantFrom(0, 1, 20_000);
    fc.assert(
      fc.property(size, size, length, length, (files, targets, ofMessage, ofDiff) => {
        const [message, diff] = ['\u0001'.repeat(ofMessage), 'é'.repeat(ofDiff)];
        const many = Array.from({ length: 9 }, () => ({ ...gates[0], message }));
        const result = parse({
          coverage: {
            ...coverage,
            message,
            gates: many,
            filesBelow: Array.from({ length: files }, (_, index) => fileOf(index)),
          },
          image,
          promotion: {
            ...promotion,
            targets: Array.from({ length: targets }, () => targetOf(diff)).flat(),
          },
          failure: new PromoteError('coverage-failed', message),
        });
        expect(result).toMatchObject({
          coverage: {
            verdict: 'pass',
            gates: many.map(({ gate, verdict }) => ({ gate, verdict })),
          },
          image: { image: image.image, sourceSha: image.sourceSha },
          promotion: { reason: 'promoted', changed: true, commit: promotion.commit },
          failure: { code: 'coverage-failed' },
        });
      }),
      { numRuns: propertyRuns(30) },
    );
  });
});
