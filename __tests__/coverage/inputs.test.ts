import { describe, expect, it } from '@jest/globals';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { InputReader } from '../../src/base/input-reader.js';

function parse(raw: Readonly<Record<string, string>>) {
  const reader = new InputReader(new Map(Object.entries({ 'coverage-files': 'a.xml', ...raw })));
  return { inputs: parseCoverageInputs(reader), problems: reader.problems };
}

describe('parseCoverageInputs', () => {
  it('has defaults', () => {
    const { inputs, problems } = parse({ 'coverage-files': 'a.xml\n b/*.xml \n' });
    expect(problems).toEqual([]);
    expect(inputs).toMatchObject({
      files: ['a.xml', 'b/*.xml'],
      min: { text: '80' },
      metric: 'auto',
      onMissing: 'fail',
    });
  });

  it('takes what is given', () => {
    const { inputs, problems } = parse({
      'coverage-files': 'a.xml',
      'coverage-min': '87.125',
      'coverage-metric': 'branches',
      'coverage-on-missing': 'warn',
    });
    expect(problems).toEqual([]);
    expect(inputs).toMatchObject({
      min: { digits: 87_125n, scale: 3 },
      metric: 'branches',
      onMissing: 'warn',
    });
  });

  it.each([
    { input: 'coverage-min', value: '80%' },
    { input: 'coverage-min', value: '101' },
    ...['80%', '80 %', '-1', '101', '79,5'].map((value) => ({
      input: 'coverage-baseline',
      value,
    })),
    { input: 'coverage-include', value: 'src/{a' },
    { input: 'coverage-exclude', value: 'a}' },
    { input: 'coverage-metric', value: 'line' },
    { input: 'coverage-on-missing', value: 'ignore' },
    { input: 'coverage-format', value: 'xml' },
    { input: 'coverage-min-lines', value: '-1' },
    { input: 'coverage-min-file', value: 'all' },
    { input: 'coverage-precision', value: '10' },
  ])('refuses $value for $input', ({ input, value }) => {
    const pair = input === 'coverage-baseline' && { 'coverage-max-drop': '1' };
    const { problems } = parse({ [input]: value, ...pair });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ input });
    expect(problems[0]?.message).toContain(`got "${value}"`);
  });

  it.each(['../a.xml', 'a/./b.xml', '!../a', '/*/a.xml', '!', 'a\\..\\b'])(
    'refuses %s as a glob of reports',
    (glob) => {
      for (const input of ['coverage-files', 'coverage-baseline']) {
        const pair = input === 'coverage-baseline' && { 'coverage-max-drop': '1' };
        const { problems } = parse({ [input]: glob, ...pair });
        expect(problems).toEqual([expect.objectContaining({ input })]);
      }
    },
  );

  it.each([
    './a.xml',
    '# ../a.xml',
    '/w/**/a.xml',
    '..a/b..',
    '!./a.xml',
    '.\\a.xml',
    'D:\\a\\app/**/*.xml',
  ])('takes %s as a glob of reports', (glob) => {
    expect(parse({ 'coverage-files': glob }).problems).toEqual([]);
  });

  it.each(['coverage-include', 'coverage-exclude'])('refuses %s with .. or .', (input) => {
    expect(parse({ [input]: 'src/../a' }).problems).toEqual([
      { input, message: expect.stringContaining('globs without the parts . and ..') },
    ]);
  });

  it.each([
    {
      input: 'coverage-min',
      value: '0.8',
      expected: ['coverage-min: 0.8 means 0.8 percent. If 80 percent is meant, give 80'],
    },
    {
      input: 'coverage-min-branches',
      value: '0.07',
      expected: [expect.stringContaining('give 7')],
    },
    { input: 'coverage-min-file', value: '1', expected: [expect.stringContaining('give 100')] },
    { input: 'coverage-min-patch', value: '1.0', expected: [expect.stringContaining('give 100')] },
    { input: 'coverage-min', value: '0', expected: [] },
    { input: 'coverage-min-lines', value: '1.5', expected: [] },
    { input: 'coverage-max-drop', value: '0.5', expected: [] },
  ])('warns of a fraction: $input $value', ({ input, value, expected }) => {
    const { inputs } = parse({
      [input]: value,
      ...(input === 'coverage-max-drop' && { 'coverage-baseline': '80' }),
    });
    expect(inputs.warnings).toEqual(expected);
  });

  it('refuses a base that git would take for an option', () => {
    const { problems } = parse({ 'coverage-min-patch': '80', 'coverage-base': '--output=x' });
    expect(problems).toEqual([
      { input: 'coverage-base', message: 'expected a branch, tag or commit, got "--output=x"' },
    ]);
  });

  it.each([
    { input: 'coverage-base', value: 'main', partner: 'coverage-min-patch' },
    { input: 'coverage-baseline', value: '80', partner: 'coverage-max-drop' },
    { input: 'coverage-max-drop', value: '1', partner: 'coverage-baseline' },
  ])('refuses $input without $partner', ({ input, value, partner }) => {
    expect(parse({ [input]: value }).problems).toEqual([
      { input, message: `given without ${partner}. Give both, or neither` },
    ]);
  });

  it.each(['80', '79.5', 'old/80%.xml', './80%', '2024.xml'])(
    'takes %s for a baseline',
    (baseline) => {
      const { inputs, problems } = parse({
        'coverage-baseline': baseline,
        'coverage-max-drop': '1',
      });
      expect(problems).toEqual([]);
      expect(inputs).toMatchObject({ baseline });
    },
  );

  it('takes every gate', () => {
    const { inputs, problems } = parse({
      'coverage-files': 'a.xml',
      'coverage-min-branches': '70',
      'coverage-min-functions': '60',
      'coverage-min-patch': '90',
      'coverage-base': 'origin/main',
      'coverage-include': 'src/**',
      'coverage-precision': '2',
    });
    expect(problems).toEqual([]);
    expect(inputs).toMatchObject({
      minimums: [
        { gate: 'coverage-min-branches', metric: 'branches', minimum: { text: '70' } },
        { gate: 'coverage-min-functions', metric: 'functions', minimum: { text: '60' } },
      ],
      minPatch: { text: '90' },
      base: 'origin/main',
      include: ['src/**'],
      precision: 2,
    });
  });

  it('needs reports', () => {
    expect(parse({ 'coverage-files': '' }).problems).toMatchObject([{ input: 'coverage-files' }]);
  });
});
