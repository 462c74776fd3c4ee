import { describe, expect, it } from '@jest/globals';
import {
  parseDateExpression,
  parseGlobalTemplate,
  parseVersionTemplate,
} from '../../../src/tag/rules/expression.js';

describe('parseGlobalTemplate', () => {
  it.each([
    { text: '{{branch}}{{tag}}{{sha}}{{base_ref}}' },
    { text: '{{is_default_branch}}{{is_not_default_branch}}' },
    { text: "{{date 'YYYY'}}{{commit_date 'YYYY' tz='Europe/Paris'}}" },
  ])('knows $text', ({ text }) => {
    const problems: string[] = [];
    parseGlobalTemplate(text, problems);
    expect(problems).toEqual([]);
  });

  it.each([
    {
      text: 'a-{{foo}}',
      problem:
        'the expression {{foo}} is not known here; there are branch, tag, sha, base_ref, is_default_branch, is_not_default_branch, date, commit_date',
    },
    { text: '{{Branch}}', problem: 'the expression {{Branch}} is not known' },
    { text: '{{}}', problem: 'the expression {{}} is not known' },
    { text: '{{version}}', problem: 'the expression {{version}} is not known' },
    { text: '{{#if branch}}', problem: 'the expression {{#if branch}} is not known' },
    { text: "{{sha 'x'}}", problem: "the expression {{sha 'x'}} takes no arguments" },
    { text: '{{date}}', problem: "{{date}} lacks a format in quotes, such as {{date 'YYYYMMDD'}}" },
    {
      text: "{{date tz='UTC'}}",
      problem: "{{date tz='UTC'}} lacks a format in quotes",
    },
    { text: "{{date ''}}", problem: "{{date ''}} lacks a format in quotes" },
    { text: '{{date YYYY}}', problem: 'the expression {{date YYYY}} is not known' },
    {
      text: "{{date 'YYYY' zone='UTC'}}",
      problem: `{{date 'YYYY' zone='UTC'}} has no option "zone", only tz`,
    },
    {
      text: "{{date 'YYYY' tz='Mars/Olympus'}}",
      problem: 'expected a time zone such as Europe/Paris, got "Mars/Olympus"',
    },
    {
      text: "{{date 'YYYY z'}}",
      problem: 'the token z of the date format "YYYY z" is not supported',
    },
    { text: 'a{{branch', problem: 'is not closed' },
  ])('says what is wrong with $text', ({ text, problem }) => {
    const problems: string[] = [];
    parseGlobalTemplate(text, problems);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});

describe('parseVersionTemplate', () => {
  it.each([
    { kind: 'semver', text: '{{version}}{{raw}}{{major}}{{minor}}{{patch}}', problems: [] },
    { kind: 'pep440', text: '{{version}}{{raw}}{{major}}{{minor}}{{patch}}', problems: [] },
    { kind: 'semver', text: '{{prerelease}}{{build}}', problems: [] },
    {
      kind: 'pep440',
      text: '{{build}}',
      problems: [
        'the expression {{build}} is not known here; there are version, raw, major, minor, patch',
      ],
    },
    {
      kind: 'semver',
      text: '{{sha}}',
      problems: [expect.stringContaining('the expression {{sha}} is not known here')],
    },
  ] as const)('$kind: $text', ({ kind, text, problems: expected }) => {
    const problems: string[] = [];
    parseVersionTemplate(text, kind, problems);
    expect(problems).toEqual(expected);
  });
});

describe('parseDateTemplate', () => {
  it('knows dates only', () => {
    const problems: string[] = [];
    parseDateExpression("nightly-{{date 'YYYY'}}-{{branch}}", problems);
    expect(problems).toEqual([
      'the expression {{branch}} is not known here; there are date, commit_date',
    ]);
  });
});
