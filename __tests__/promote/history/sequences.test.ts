import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderImageReference } from '../../../src/base/image.js';
import { chainOf } from '../../../src/promote/history/replay.js';
import { propertyRuns } from '../../fakes/property-runs.js';
import type { Build } from './model.js';
import { shaOf, Source } from './source.js';
import { type Method, World } from './world.js';

const COMMITS = 12;

const number = fc.nat({ max: COMMITS - 1 });

/** The image of a commit: most tags name it. Several of one commit are in the tables of the replay. */
const build = number.map((commit): Build => {
  const version = commit % 4 === 3 ? `v${commit}` : `main-${shaOf(commit).slice(0, 7)}`;
  return { id: `org/app:${version}`, commit };
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
  const restored = world.rollBack(steps, by);
  if (restored === undefined) return;
  expect(restored.id).toBe(expected);
  expect(left.has(restored.id)).toBe(false);
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

it('what was taken back never comes again, and one step back is one answer', async () => {
  const sequence = fc.record({ source, begin: build, all: fc.array(anyStep, { maxLength: 40 }) });
  await fc.assert(
    fc.asyncProperty(sequence, async ({ source: of, begin, all }) => {
      const world = new World(new Source(of), begin);
      for (const step of all) {
        await take(world, step);
        compare(world);
      }
    }),
    { numRuns: propertyRuns(Number(process.env['RUNS'] ?? '1000')) },
  );
});
