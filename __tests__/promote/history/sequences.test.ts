import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderImageReference } from '../../../src/base/image.js';
import { chainOf } from '../../../src/promote/history/state.js';
import { propertyRuns } from '../../fakes/property-runs.js';
import type { Build } from './model.js';
import { shaOf, Source } from './source.js';
import { type Method, World } from './world.js';

const COMMITS = 12;

const number = fc.nat({ max: COMMITS - 1 });

/** Images of a commit, of which it may have several: most tags name it. */
const build = fc
  .record({ commit: number, variant: fc.constantFrom('main-', 'main-', 'main-', 'again-', 'v') })
  .map(({ commit, variant }): Build => {
    const version = variant === 'v' ? commit : shaOf(commit).slice(0, 7);
    return { id: `org/app:${variant}${version}`, commit };
  });

const method = fc.constantFrom<Method>('commit', 'merge', 'squash', 'rebase');

/** Mostly a line, and branches from older commits. */
const source = fc
  .array(fc.option(number, { freq: 3 }), { minLength: COMMITS - 1, maxLength: COMMITS - 1 })
  .map((parents) => parents.map((parent, index) => Math.min(index, parent ?? index)));

const steps = {
  promote: fc.record({
    step: fc.constant('promote' as const),
    build,
    stale: fc.constantFrom<'skip' | 'allow'>('skip', 'skip', 'skip', 'allow'),
    method,
  }),
  rollBack: fc.record({
    step: fc.constant('roll back' as const),
    by: fc.constantFrom(1, 1, 1, 2, 3),
    method,
  }),
  revert: fc.record({
    step: fc.constant('revert' as const),
    count: fc.constantFrom(1, 1, 2, 3),
    isByButton: fc.boolean(),
  }),
  /** To what was there before, and to what nobody knows. */
  edit: fc.record({ step: fc.constant('edit' as const), to: fc.oneof(fc.nat(20), build) }),
  other: fc.record({ step: fc.constant('change something else' as const), isOther: fc.boolean() }),
};

const anyStep = fc.oneof(
  { weight: 6, arbitrary: steps.promote },
  { weight: 3, arbitrary: steps.rollBack },
  { weight: 2, arbitrary: steps.revert },
  { weight: 1, arbitrary: steps.edit },
  { weight: 1, arbitrary: steps.other },
);

type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

async function take(world: World, step: Step): Promise<void> {
  switch (step.step) {
    case 'promote':
      return promote(world, step.build, step.stale, step.method);
    case 'roll back': {
      rollBack(world, step.by, step.method);
      return;
    }
    case 'revert': {
      world.revert(step.count, step.isByButton);
      return;
    }
    case 'edit': {
      const { to } = step;
      const known = typeof to === 'number' ? world.states[to % world.states.length] : to;
      world.edit(known ?? world.deployed, 'Edit by hand');
      return;
    }
    case 'change something else':
      if (step.isOther) world.promoteOther();
      else world.edit(world.deployed, 'Something else');
  }
}

/** A run is kept back just where what really happened says so, and brings back nothing that was left. */
async function promote(
  world: World,
  asked: Build,
  policy: 'skip' | 'allow',
  by: Method,
): Promise<void> {
  if (asked.id === world.deployed.id) return;
  const { model, left } = world.look();
  const { commit = 0 } = asked;
  const deployed = world.deployedCommit;
  const isStale =
    deployed !== undefined && deployed !== commit && world.source.isIn(commit, deployed);
  const isBad = model.bad.some(({ id, commit: bad }) =>
    bad === undefined ? id === asked.id : world.source.isIn(commit, bad),
  );
  const trigger = { isByHand: false, isRerun: false };
  const kept = await world.run(asked, { stale: policy, afterRollback: 'newer', trigger }, by);
  if (policy === 'allow') {
    expect(kept).toBeUndefined();
    return;
  }
  expect(kept).toBe(isStale ? 'stale' : isBad ? 'rolled-back' : undefined);
  if (kept !== undefined) return;
  for (const { commit: each, id } of left.values()) {
    const brings = each === undefined ? id === asked.id : world.source.isIn(commit, each);
    expect(brings).toBe(false);
  }
}

/** What is restored is one answer, and nothing that was left. */
function rollBack(world: World, steps: number, by: Method): void {
  const { model, left } = world.look();
  const expected = model.stack[steps]?.id;
  const stood = world.states.findLastIndex(({ id }) => id === expected);
  const restored = world.rollBack(steps, by);
  if (restored === undefined) return;
  expect(restored.id).toBe(expected);
  expect(left.has(restored.id)).toBe(false);
  // Another image of a commit that was left since it stood is no better.
  for (const { commit, at } of left.values()) {
    if (commit !== undefined && commit === restored.commit) expect(at).toBeLessThanOrEqual(stood);
  }
}

/** The messages tell what really happened. */
function compare(world: World): void {
  const { model } = world.look();
  const replay = world.replay();
  const idOf = ({ image }: { image?: Parameters<typeof renderImageReference>[0] }) =>
    image && renderImageReference(image);
  expect(chainOf(replay.top).map(idOf)).toEqual(model.stack.map(({ id }) => id));
  const bad = new Set(model.bad.map(({ id }) => id));
  expect(new Set(replay.takenBack.map(idOf))).toEqual(bad);
  expect(world.replay()).toEqual(replay);
}

const LINE = Array.from({ length: COMMITS - 1 }, (_, index) => index);
const AGAIN = { id: `org/app:again-${shaOf(6).slice(0, 7)}`, commit: 6 };
const MAIN = { id: `org/app:main-${shaOf(6).slice(0, 7)}`, commit: 6 };
const VERSION = { id: 'org/app:v9', commit: 9 };
const SECOND = { id: `org/app:main-${shaOf(1).slice(0, 7)}`, commit: 1 };
const NINTH = { id: `org/app:main-${shaOf(9).slice(0, 7)}`, commit: 9 };
const BRANCH = { id: `org/app:main-${shaOf(7).slice(0, 7)}`, commit: 7 };
const FIRST = { id: `org/app:main-${shaOf(0).slice(0, 7)}`, commit: 0 };

/** Two images of one commit, of which one was left by hand before the commit was taken back. */
const TWO_IMAGES: readonly Step[] = [
  { step: 'promote', build: AGAIN, stale: 'skip', method: 'commit' },
  { step: 'promote', build: MAIN, stale: 'skip', method: 'commit' },
  { step: 'revert', count: 1, isByButton: false },
  { step: 'promote', build: FIRST, stale: 'allow', method: 'commit' },
  { step: 'promote', build: MAIN, stale: 'allow', method: 'commit' },
];

/** An image that stood before anybody told its commit, which is taken back later. */
const TOLD_LATER: readonly Step[] = [
  { step: 'promote', build: SECOND, stale: 'skip', method: 'commit' },
  { step: 'promote', build: VERSION, stale: 'skip', method: 'commit' },
  { step: 'promote', build: FIRST, stale: 'allow', method: 'commit' },
  { step: 'promote', build: NINTH, stale: 'allow', method: 'commit' },
  { step: 'roll back', by: 1, method: 'commit' },
  { step: 'roll back', by: 1, method: 'commit' },
];

/** Another image of a commit stands below a branch, on which that commit is taken back. */
const BELOW_BRANCH: readonly Step[] = [
  { step: 'promote', build: AGAIN, stale: 'skip', method: 'commit' },
  { step: 'promote', build: BRANCH, stale: 'skip', method: 'commit' },
  { step: 'promote', build: MAIN, stale: 'skip', method: 'commit' },
  { step: 'roll back', by: 1, method: 'commit' },
  { step: 'roll back', by: 1, method: 'commit' },
];

/** Going back past what nobody knows the commit of, which is reverted. */
const REVERTED: readonly Step[] = [
  { step: 'promote', build: FIRST, stale: 'skip', method: 'commit' },
  { step: 'edit', to: { id: 'org/app:v0', commit: 0 } },
  { step: 'promote', build: FIRST, stale: 'allow', method: 'commit' },
  { step: 'edit', to: SECOND },
  { step: 'promote', build: VERSION, stale: 'allow', method: 'commit' },
  { step: 'revert', count: 1, isByButton: false },
];

const BRANCHED = [0, 1, 2, 3, 4, 5, 0, 7, 8, 9, 10];

it('what was taken back never comes again, and one step back is one answer', async () => {
  const sequence = fc.record({
    source,
    begin: build,
    isPaired: fc.boolean(),
    all: fc.array(anyStep, { maxLength: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(sequence, async ({ source: of, begin, isPaired, all }) => {
      const world = new World(new Source(of), begin, isPaired);
      for (const step of all) {
        await take(world, step);
        compare(world);
      }
    }),
    {
      numRuns: propertyRuns(Number(process.env['RUNS'] ?? '1000')),
      examples: [
        [{ source: LINE, begin: MAIN, isPaired: false, all: [...TWO_IMAGES] }],
        [
          {
            source: [0, 1, 2, 3, 4, 5, 5, 7, 8, 9, 10],
            begin: FIRST,
            isPaired: false,
            all: [...BELOW_BRANCH],
          },
        ],
        [{ source: BRANCHED, begin: VERSION, isPaired: false, all: [...REVERTED] }],
        [{ source: LINE, begin: VERSION, isPaired: true, all: [...TOLD_LATER] }],
      ],
    },
  );
});
