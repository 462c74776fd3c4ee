import { describe, expect, it } from '@jest/globals';
import { promotion } from '../run/example.js';
import { NODES, useBundle } from './nodes.js';

describe.each(NODES)('all steps in one call of the bundle on Node.js $version', (node) => {
  const example = useBundle(node);

  const all = {
    ...promotion,
    steps: '',
    'coverage-files': 'coverage.xml',
    image: 'ghcr.io/org/repo/fastapi-agent',
  };

  it('gates, tags and promotes', async () => {
    example.writeReport(9);
    const { exitCode, outputs } = await example.run(all);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      coverage: '90.00',
      tag: 'main-a1b2c3d',
      reason: 'promoted',
    });
    const [message] = await example.history();
    expect(message).toContain('\nCoverage: 90.00\n');
  });

  it('stops at a gate that does not hold, before anything is asked or written', async () => {
    example.writeReport(7);
    const { exitCode, outputs, summary } = await example.run(all);
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ coverage: '70.00', reason: 'coverage-failed' });
    expect(outputs.tag).toBeUndefined();
    expect(summary).toContain('Nothing was written');
    expect(example.requestsMade()).toEqual([]);
  });
});
