import { describe, expect, it } from '@jest/globals';
import { FORMAT_NAMES } from '../../../src/coverage/model/report.js';
import { detectFormat, FORMATS } from '../../../src/coverage/formats/read-report.js';
import { parseReport, readFixture } from '../fixture.js';

describe('FORMATS', () => {
  it('are those that coverage-format names', () => {
    expect(FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES);
  });
});

describe('detectFormat', () => {
  it.each([
    { head: readFixture('python-new/line/coverage.xml').toString(), format: 'cobertura' },
    { head: readFixture('js/nyc/cobertura-coverage.xml').toString(), format: 'cobertura' },
    { head: readFixture('java/jacoco.xml').toString(), format: 'jacoco' },
    { head: readFixture('js/nyc/clover.xml').toString(), format: 'clover' },
    { head: readFixture('php/clover.xml').toString(), format: 'clover' },
    { head: '<coverage clover="4.4.1"/>', format: 'clover' },
    { head: '<coverage><project/></coverage>', format: 'clover' },
    { head: '<coverage><packages/></coverage>', format: 'cobertura' },
    { head: '<CoverageSession/>', format: 'opencover' },
    { head: readFixture('c/lcov.info').toString(), format: 'lcov' },
    { head: '\n# made by a script\nSF:a.c\n', format: 'lcov' },
    { head: 'mode: atomic', format: 'go' },
    { head: readFixture('boundary/159-200.json').toString(), format: 'coverage-py-json' },
    { head: readFixture('js/nyc/coverage-summary.json').toString(), format: 'istanbul-summary' },
    { head: readFixture('js/nyc/coverage-final.json').toString(), format: 'istanbul-final' },
    { head: '{"/a.js": {"data": {"path": "/a.js", "fnMap": {}', format: 'istanbul-final' },
    { head: '{"meta": {"simplecov_version": "0.22.0"}', format: 'simplecov-json' },
    { head: '{"RSpec": {"coverage": {}}}', format: 'simplecov-resultset' },
  ])('finds $format by its content', ({ head, format }) => {
    expect(FORMATS.filter((each) => each.detect(head)).map(({ name }) => name)).toEqual([format]);
  });

  it.each(['', 'plain text', '<html/>', '{}', '[]', '{"name": "a", "version": "1"}', 'mode: fast'])(
    'finds none in %p',
    (head) => {
      expect(detectFormat(head)).toBeUndefined();
    },
  );

  it('lists the known formats where none fits', async () => {
    await expect(parseReport('plain text')).rejects.toThrow(
      'is not a coverage report of a known format (cobertura, jacoco, clover, opencover, lcov, go, coverage-py-json, istanbul-summary, istanbul-final, simplecov-json, simplecov-resultset)',
    );
  });

  it('says that an empty report is empty', async () => {
    await expect(parseReport(' \n')).rejects.toThrow('is empty');
  });
});
