import { describe, expect, it } from '@jest/globals';
import { parseReport, readFixture } from '../fixture.js';
import { ReportError } from '../../../src/coverage/model/report-error.js';

/** Bytes at both ends of a report at which it is cut in any case. */
const MARGIN = 40;

/** Cuts between them; an odd number of bytes apart, so that they meet every part of a line. */
const SAMPLES = 60;

const STRUCTURED = [
  'python-merge/a.xml',
  'js/nyc/cobertura-coverage.xml',
  'js/nyc/clover.xml',
  'php/clover.xml',
  'java/jacoco.xml',
  'python-merge/a.json',
  'js/nyc/coverage-summary.json',
  'js/nyc/coverage-final.json',
];

/** Lengths at which to cut: near both ends and a sample between; all with `FULL=1`. */
function listCuts(length: number): readonly number[] {
  const step =
    process.env['FULL'] === '1' ? 1 : Math.max(1, Math.floor(length / SAMPLES / 2) * 2 + 1);
  const cuts = [];
  for (let cut = 1; cut < length; cut += 1) {
    if (cut <= MARGIN || cut >= length - MARGIN || cut % step === 0) cuts.push(cut);
  }
  return cuts;
}

describe('a report that lost its end', () => {
  it.each(STRUCTURED)('is refused wherever %s is cut', async (name) => {
    const whole = readFixture(name).toString().trimEnd();
    await expect(parseReport(whole)).resolves.toBeDefined();
    for (const length of listCuts(whole.length)) {
      await expect(parseReport(whole.slice(0, length))).rejects.toThrow(ReportError);
    }
  });

  it.each(['c/lcov.info', 'python-new/branch/lcov.info', 'js/nyc/lcov.info'])(
    'is refused when %s is cut inside a record',
    async (name) => {
      const whole = readFixture(name).toString().trimEnd();
      await expect(parseReport(whole)).resolves.toBeDefined();
      for (const length of listCuts(whole.length)) {
        const cut = whole.slice(0, length);
        // Between records, a cut cannot be seen.
        const open = cut.lastIndexOf('SF:') > cut.lastIndexOf('end_of_record');
        if (open) await expect(parseReport(cut)).rejects.toThrow(ReportError);
      }
    },
  );
});
