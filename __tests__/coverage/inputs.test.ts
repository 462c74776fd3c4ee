import { describe, expect, it } from '@jest/globals';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { InputReader } from '../../src/input-reader.js';

function parse(raw: Readonly<Record<string, string>>) {
  const reader = new InputReader(new Map(Object.entries(raw)));
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
    { input: 'coverage-metric', value: 'line' },
    { input: 'coverage-on-missing', value: 'ignore' },
  ])('refuses $value for $input', ({ input, value }) => {
    const { problems } = parse({ 'coverage-files': 'a.xml', [input]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ input });
    expect(problems[0]?.message).toContain(`got "${value}"`);
  });
});
