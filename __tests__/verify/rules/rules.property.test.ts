import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseApplication } from '../../../src/argocd/application.js';
import { parseWorkloads } from '../../../src/argocd/workloads.js';
import type { Expectation, RevisionFacts } from '../../../src/verify/rules/expectation.js';
import { judge } from '../../../src/verify/rules/rules.js';
import type { Verdict } from '../../../src/verify/rules/verdict.js';
import { addLook, addWorkloads, NOTHING_SEEN } from '../../../src/verify/rules/seen.js';
import {
  application,
  IMAGE,
  LATER,
  OLD,
  OLD_IMAGE,
  OURS,
  REPOSITORY,
  type StateOptions,
  TAG,
  workload,
} from '../states.js';

const RUNS = process.env['FULL'] === '1' ? 1000 : 150;

const EXPECTED: Expectation = {
  commit: OURS,
  repository: 'org/gitops',
  defaultBranch: 'main',
  image: { repository: REPOSITORY, tag: TAG },
  files: [],
  syncTimeout: 180,
  verifyTimeout: 600,
  maySync: false,
};

const FACTS = new Map<string, RevisionFacts>([
  [OURS, { relation: 'same', asks: 'untold' }],
  [LATER, { relation: 'later', asks: 'ours' }],
  [OLD, { relation: 'earlier', asks: 'other', other: OLD_IMAGE }],
]);

/** What a state is made of, as the generator chooses it. */
interface Drawn {
  readonly sync: string;
  readonly revision: string;
  readonly health: string;
  readonly phase: string;
  readonly opRevision: string;
  readonly finishedAt: number;
  readonly reconciledAt: number;
  readonly isAsked: boolean;
  readonly hasError: boolean;
  /** Of the live resources. */
  readonly image: string;
  /** How many looks it lasts. */
  readonly looks: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  sync: fc.constantFrom('Synced', 'Synced', 'OutOfSync', 'Unknown'),
  revision: fc.constantFrom(OLD, OURS, LATER, 'main', ''),
  health: fc.constantFrom('Healthy', 'Healthy', 'Healthy', 'Progressing', 'Degraded', 'Missing'),
  phase: fc.constantFrom('Succeeded', 'Succeeded', 'Running', 'Failed', 'Error', 'Terminating'),
  opRevision: fc.constantFrom(OLD, OURS, LATER),
  finishedAt: fc.integer({ min: 10, max: 12 }),
  reconciledAt: fc.integer({ min: 10, max: 13 }),
  isAsked: fc.boolean(),
  hasError: fc.constantFrom(false, false, true),
  image: fc.constantFrom(IMAGE, IMAGE, OLD_IMAGE, 'nginx:1'),
  looks: fc.integer({ min: 1, max: 4 }),
});

const contains = (revision: string) => revision === OURS || revision === LATER;
const isSyncedAtOurs = ({ sync, revision }: Drawn) => sync === 'Synced' && contains(revision);
const isDoneAtOurs = ({ phase, opRevision, sync, revision }: Drawn) =>
  phase === 'Succeeded' && contains(opRevision) && (sync !== 'Synced' || contains(revision));

function stateOf(state: Drawn) {
  const options: StateOptions = {
    ...state,
    operation: { phase: state.phase, revision: state.opRevision, finishedAt: state.finishedAt },
    ...(state.hasError && { conditions: [{ type: 'ComparisonError', message: 'no path' }] }),
  };
  const parsed = parseApplication(application(options));
  if (parsed === undefined) throw new Error('The state is no Application.');
  return parsed;
}

/** Plays states, a look every three seconds, until there is a verdict. */
function play(states: readonly Drawn[]): { readonly verdict: Verdict; readonly looks: Drawn[] } {
  let seen = NOTHING_SEEN;
  const looks: Drawn[] = [];
  for (const state of states.flatMap((each) => Array.from({ length: each.looks }, () => each))) {
    const at = looks.length * 3000;
    looks.push(state);
    const data = stateOf(state);
    seen = addLook(seen, { at, answer: { kind: 'ok', data }, revisions: FACTS }, EXPECTED);
    const asked = { name: 'agent', server: '', seen, expected: EXPECTED, revisions: FACTS };
    const verdict = judge(asked);
    if (verdict.kind !== 'wait') return { verdict, looks };
    if (seen.view?.applied.stage !== 'applied') continue;
    const items = [workload('Deployment', 'agent', [state.image])];
    const answer = { kind: 'ok', data: parseWorkloads({ items }) } as const;
    seen = addWorkloads(seen, at, { application: data, answer }, EXPECTED);
  }
  return { verdict: { kind: 'wait' }, looks };
}

describe('any sequence of states', () => {
  it('is never healthy when our commit is never Synced and never Succeeded', () => {
    const without = drawn.filter((state) => !isSyncedAtOurs(state) && !isDoneAtOurs(state));
    fc.assert(
      fc.property(fc.array(without, { minLength: 1, maxLength: 12 }), (states) => {
        expect(play(states).verdict.kind).not.toBe('healthy');
      }),
      { numRuns: RUNS },
    );
  });

  it('is healthy only at our commit, with our image or none, at rest, and twice 5 s apart', () => {
    let healthy = 0;
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), (states) => {
        const { verdict, looks } = play(states);
        if (verdict.kind !== 'healthy') return;
        healthy += 1;
        const last = looks.slice(-3);
        expect(last).toHaveLength(3);
        for (const state of last) {
          expect(isSyncedAtOurs(state) || isDoneAtOurs(state)).toBe(true);
          expect(state).toMatchObject({ health: 'Healthy', isAsked: false, hasError: false });
          expect(['Running', 'Terminating']).not.toContain(state.phase);
          expect(state.reconciledAt).toBeGreaterThanOrEqual(state.finishedAt);
        }
        expect(looks.some(({ image }) => image !== OLD_IMAGE)).toBe(true);
      }),
      { numRuns: RUNS * 4 },
    );
    expect(healthy).toBeGreaterThan(0);
  });
});
