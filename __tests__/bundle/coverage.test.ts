import { describe, expect, it } from '@jest/globals';
import { NODES, useBundle } from './nodes.js';

describe.each(NODES)('the coverage gate of the bundle on Node.js $version', (node) => {
  const example = useBundle(node);

  const gate = { 'coverage-files': 'coverage.xml', 'coverage-min': '80' };

  it.each([
    {
      covered: 8,
      verdict: 'pass',
      exitCode: 0,
      says: 'coverage 80.00% (8/10 lines) reaches 80%',
    },
    { covered: 7, verdict: 'fail', exitCode: 1, says: '1 more covered line needed' },
  ])('$covered of 10 lines: $verdict', async ({ covered, verdict, exitCode, says }) => {
    example.writeReport(covered);
    const result = await example.run(gate);
    expect(result.exitCode).toBe(exitCode);
    expect(result.stdout).toContain(says);
    expect(result.summary).toContain(`### Coverage: ${verdict}`);
    expect(result.outputs).toMatchObject({
      coverage: `${covered}0.00`,
      'coverage-covered': String(covered),
      'coverage-total': '10',
      'coverage-metric': 'lines',
      'coverage-verdict': verdict,
      changed: 'false',
    });
    expect(example.requestsMade()).toEqual([]);
  });

  it.each([
    { onMissing: '', exitCode: 1, level: '::error::' },
    { onMissing: 'warn', exitCode: 0, level: '::warning::' },
    { onMissing: 'pass', exitCode: 0, level: '::notice::' },
  ])('no report, coverage-on-missing "$onMissing"', async ({ onMissing, exitCode, level }) => {
    const result = await example.run({ ...gate, 'coverage-on-missing': onMissing });
    expect(result.exitCode).toBe(exitCode);
    expect(result.stdout).toContain(
      `${level}coverage is unknown: coverage-files matches no file: "coverage.xml"`,
    );
    expect(result.outputs['coverage-verdict']).toBe('unknown');
    expect(result.outputs.coverage).toBeUndefined();
  });
});
