import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  computeSpread,
  Patience,
  type SetbackKind,
} from '../../../src/promote/delivery/patience.js';
import { propertyRuns } from '../../fakes/property-runs.js';
import { FakeClock, FixedRandom } from '../../fakes/time.js';

describe('computeSpread', () => {
  it.each([
    { kind: 'conflict', spreads: [3000, 6000, 12_000, 20_000, 20_000] },
    { kind: 'limit', spreads: [60_000, 120_000, 240_000, 480_000, 480_000] },
    { kind: 'failure', spreads: [250, 500, 1000, 2000, 4000, 8000, 8000] },
  ] as const)('of a $kind doubles', ({ kind, spreads }) => {
    expect(spreads.map((_, earlier) => computeSpread(kind, earlier))).toEqual(spreads);
  });

  it('is finite after any number', () => {
    expect(computeSpread('conflict', 5000)).toBe(20_000);
  });
});

function setUp(seconds: number, fraction = 0.5) {
  const clock = new FakeClock();
  return { clock, patience: new Patience(clock, new FixedRandom(fraction), seconds) };
}

describe('plan', () => {
  it('waits longer from conflict to conflict', async () => {
    const { patience } = setUp(300);
    const delays = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const delay = patience.plan({ kind: 'conflict' });
      delays.push(delay);
      await patience.wait(delay ?? 0);
    }
    expect(delays).toEqual([1500, 3000, 6000, 10_000, 10_000]);
  });

  it('counts each kind by itself', () => {
    const { patience } = setUp(300);
    const kinds: readonly SetbackKind[] = ['conflict', 'failure', 'conflict', 'failure'];
    expect(kinds.map((kind) => patience.plan({ kind }))).toEqual([1500, 125, 3000, 250]);
  });

  it.each([
    { description: 'waits for when the server says, and the spread', asked: 5, expected: 35_000 },
    { description: 'does not wait for what is past', asked: -5, expected: 30_000 },
    { description: 'draws from what is left', asked: 250, expected: 275_000 },
    { description: 'does not begin a wait that is too long', asked: 300, expected: undefined },
  ])('$description', ({ asked, expected }) => {
    const { clock, patience } = setUp(300);
    const retryAt = clock.date() + asked * 1000;
    expect(patience.plan({ kind: 'limit', retryAt })).toBe(expected);
  });

  it('is anything from what the server asks for to the spread, or to what is left', () => {
    const kinds = fc.constantFrom<SetbackKind>('conflict', 'limit', 'failure', 'lag');
    const times = fc.record({ asked: fc.nat(400), seconds: fc.nat(400), earlier: fc.nat(9) });
    fc.assert(
      fc.property(kinds, times, (kind, { asked, seconds, earlier }) => {
        const [least, half, most] = [0, 0.5, 1].map((fraction) => {
          const { clock, patience } = setUp(seconds, fraction);
          return patience.plan({ kind, retryAt: clock.date() + asked * 1000 }, earlier);
        });
        const left = (seconds - asked) * 1000;
        const spread = Math.min(computeSpread(kind, earlier), left);
        const expected = [0, 0.5, 1].map((part) => asked * 1000 + Math.round(spread * part));
        expect([least, half, most]).toEqual(
          left <= 0 ? [undefined, undefined, undefined] : expected,
        );
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it('has no time for a second try when it was given none', () => {
    expect(setUp(0, 0).patience.plan({ kind: 'failure' })).toBeUndefined();
  });

  it('never waits beyond its end, and comes to one', () => {
    const kind = fc.constantFrom<SetbackKind>('conflict', 'limit', 'failure', 'lag');
    const fraction = fc.double({ min: 0.1, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(kind, fraction, fc.integer({ min: 0, max: 600 }), (of, random, seconds) => {
        const { clock, patience } = setUp(seconds, random);
        for (let tries = 0; tries < 20_000; tries += 1) {
          const delay = patience.plan({ kind: of });
          if (delay === undefined) return;
          void clock.sleep(delay);
          expect(clock.now()).toBeLessThanOrEqual(seconds * 1000);
        }
        throw new Error('It goes on forever.');
      }),
      { numRuns: 50 },
    );
  });
});

describe('untilAllowed', () => {
  it('waits for what was heard, once', async () => {
    const { clock, patience } = setUp(300);
    expect(await patience.untilAllowed()).toBe(true);
    patience.hear({ retryAt: clock.date() + 7000 });
    patience.hear({});
    expect([await patience.untilAllowed(), await patience.untilAllowed()]).toEqual([true, true]);
    expect(clock.sleeps).toEqual([7000]);
  });

  it('does not wait beyond the end', async () => {
    const { clock, patience } = setUp(5);
    patience.hear({ retryAt: clock.date() + 7000 });
    expect(await patience.untilAllowed()).toBe(false);
    expect(clock.sleeps).toEqual([]);
  });
});
