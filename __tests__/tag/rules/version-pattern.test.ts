import { describe, expect, it } from '@jest/globals';
import { parseVersionTemplate } from '../../../src/tag/rules/expression.js';
import { choosePattern, isFullPattern } from '../../../src/tag/rules/moving.js';
import { parsePep440, parseSemver } from '../../../src/tag/commit/version.js';

describe('parseSemver', () => {
  it.each([
    {
      text: 'v1.2.3-rc.1+b.5',
      isUnstable: true,
      values: {
        version: '1.2.3-rc.1',
        raw: 'v1.2.3-rc.1+b.5',
        major: '1',
        minor: '2',
        patch: '3',
        prerelease: 'rc,1',
        build: 'b,5',
      },
    },
    {
      text: '10.20.30',
      isUnstable: false,
      values: {
        version: '10.20.30',
        raw: '10.20.30',
        major: '10',
        minor: '20',
        patch: '30',
        prerelease: '',
        build: '',
      },
    },
  ])('reads $text', ({ text, ...expected }) => {
    expect(parseSemver(text)).toEqual(expected);
  });

  it.each(['', 'v1.2', 'V1.2.3', '=1.2.3', 'v01.2.3', 'latest'])('refuses %s', (text) => {
    expect(parseSemver(text)).toBeUndefined();
  });
});

describe('parsePep440', () => {
  it.each([
    { text: 'v1.2.3', version: '1.2.3', isUnstable: false },
    { text: '1.2.3-beta2', version: '1.2.3b2', isUnstable: true },
    { text: '1.2.post1', version: '1.2.post1', isUnstable: true },
    { text: '1.0.dev4', version: '1.0.dev4', isUnstable: true },
    { text: '1!2.0', version: '1!2.0', isUnstable: false },
  ])('reads $text', ({ text, version, isUnstable }) => {
    expect(parsePep440(text)).toMatchObject({ isUnstable, values: { version, raw: text } });
  });

  it('has a patch of 0 where there is none', () => {
    expect(parsePep440('2026.1')?.values).toMatchObject({ major: '2026', minor: '1', patch: '0' });
  });

  it('refuses what is no version', () => {
    expect(parsePep440('latest')).toBeUndefined();
  });
});

describe('patterns', () => {
  const parse = (text: string) => parseVersionTemplate(text, 'semver', []);
  const stable = parseSemver('1.2.3');
  const unstable = parseSemver('1.2.3-rc.1');

  it.each([
    { version: stable, pattern: '{{major}}.{{minor}}', chosen: '{{major}}.{{minor}}' },
    { version: unstable, pattern: '{{major}}.{{minor}}', chosen: '{{version}}' },
    { version: unstable, pattern: 'stable', chosen: '{{version}}' },
    { version: unstable, pattern: 'v{{raw}}', chosen: '{{version}}' },
    { version: unstable, pattern: '{{ raw }}', chosen: '{{raw}}' },
  ])('$pattern of $version.values.version is $chosen', ({ version, pattern, chosen }) => {
    if (version === undefined) throw new Error('not a version');
    expect(choosePattern(parse(pattern), version)).toEqual(parse(chosen));
  });

  it.each([
    { pattern: '{{version}}', full: true },
    { pattern: 'v{{raw}}-x', full: true },
    { pattern: '{{major}}.{{minor}}.{{patch}}', full: true },
    { pattern: '{{major}}.{{minor}}', full: false },
    { pattern: '{{major}}.{{patch}}', full: false },
    { pattern: '{{patch}}', full: false },
    { pattern: 'stable', full: false },
  ])('$pattern names one version: $full', ({ pattern, full }) => {
    expect(isFullPattern(parse(pattern))).toBe(full);
  });
});
