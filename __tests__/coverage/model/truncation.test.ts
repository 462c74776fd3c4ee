import { describe, expect, it } from '@jest/globals';
import { parseReport, readFixture } from '../fixture.js';
import { ReportError } from '../../../src/coverage/model/report-error.js';

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

describe('a report that lost its end', () => {
  it.each(STRUCTURED)('is refused wherever %s is cut', async (name) => {
    const whole = readFixture(name).toString().trimEnd();
    await expect(parseReport(whole)).resolves.toBeDefined();
    for (let length = 1; length < whole.length; length += 1) {
      await expect(parseReport(whole.slice(0, length))).rejects.toThrow(ReportError);
    }
  });

  it.each(['c/lcov.info', 'python-new/branch/lcov.info', 'js/nyc/lcov.info'])(
    'is refused when %s is cut inside a record',
    async (name) => {
      const whole = readFixture(name).toString().trimEnd();
      await expect(parseReport(whole)).resolves.toBeDefined();
      for (let length = 1; length < whole.length; length += 1) {
        const cut = whole.slice(0, length);
        // Between records, a cut cannot be seen.
        const open = cut.lastIndexOf('SF:') > cut.lastIndexOf('end_of_record');
        if (open) await expect(parseReport(cut)).rejects.toThrow(ReportError);
      }
    },
  );
});
