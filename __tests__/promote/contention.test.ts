import { describe, expect, it } from '@jest/globals';
import { SimulatedServer } from '../../scripts/bench/contention-server.mjs';
import { computeLimit, simulate } from '../../scripts/bench/contention-simulation.mjs';
import { SimulatedTime } from '../../scripts/bench/contention-time.mjs';
import { PromoteError } from '../../src/base/errors.js';
import { promote } from '../../src/promote/promote.js';

const loop = { promote, PromoteError };
const atOnce = { startWithin: 0, retryTimeout: 300, isShared: false, seed: 1 } as const;

/** Single runs of `npm run bench:contention`, whose bounds are those of many: here they have room. */
describe('promotions of one file at once', () => {
  it.each(['at-once', 'when-done'] as const)(
    'all land within a few tries, a conflict told %s',
    async (conflict) => {
      const scenario = { ...atOnce, promoters: 20, conflict };
      const { landed, tries } = await simulate(loop, scenario);
      expect(landed).toHaveLength(20);
      expect(tries / 20).toBeLessThan(4.5);
      expect(Math.max(...landed) / computeLimit(20)).toBeLessThan(3);
    },
  );

  it('land within five minutes where 100 share the limit of a token', async () => {
    const scenario = { ...atOnce, isShared: true, promoters: 100, conflict: 'at-once' } as const;
    const { landed, tries } = await simulate(loop, scenario);
    expect(landed.length).toBeGreaterThanOrEqual(95);
    expect(tries / 100).toBeLessThan(6);
  });
});

describe('the simulation', () => {
  it('is the same again for the same seed', async () => {
    const run = (seed: number) =>
      simulate(loop, { ...atOnce, promoters: 5, conflict: 'at-once', seed });
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  it('lets a promotion alone take a read and a write', async () => {
    const scenario = { ...atOnce, promoters: 1, conflict: 'at-once' } as const;
    expect(await simulate(loop, scenario)).toEqual({ promoters: 1, landed: [850], tries: 1 });
  });

  it('refuses what one token may not write in a minute', async () => {
    const time = new SimulatedTime();
    const options = { conflict: 'at-once', isShared: true } as const;
    const server = new SimulatedServer('', time, options, (retryAt) => {
      return new PromoteError('unavailable', 'Slow down.', { isLimit: true, retryAt });
    });
    const stale = { file: { path: 'a', bytes: Buffer.of(), blobSha: '9' }, bytes: Buffer.of() };
    const write = () => server.commitFiles({ files: [] }, [stale], '');
    const written = Promise.allSettled(Array.from({ length: 81 }, write));
    await time.run();
    const outcomes = await written;
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(80);
    const retryAt = time.date() + 60_000;
    expect(outcomes[80]).toMatchObject({ reason: { isLimit: true, retryAt } });
  });
});
