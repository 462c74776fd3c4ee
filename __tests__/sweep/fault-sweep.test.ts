import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planFaults } from '../stand-in/fault-plan.mjs';
import { findFault } from '../stand-in/faults.mjs';
import {
  DELIVERED,
  FAILED,
  judge,
  listCases,
  makeSweepTemplates,
  multi,
  runCase,
  single,
  version,
  type Ending,
  type Scenario,
} from './fault-cases.js';
import { mapPooled } from './pool.js';
import { openScene, removeTemplates, type Templates } from '../run/scene.js';

/** How many promotions run at once. */
const AT_ONCE = 4;

/** What is over by the next try. The others are refusals, and final. */
const TRANSIENT = /dropped|rate limit|429|status 50\d|cut|GraphQL failure|delay/;

let templates: Templates;

beforeAll(async () => {
  templates = await makeSweepTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

/** The requests of a run without a fault, by what each is of. */
async function listRequests(scenario: Scenario): Promise<readonly (string | undefined)[]> {
  const scene = await openScene(templates);
  try {
    const { outputs } = await scene.promote(scenario.inputs);
    expect(outputs.reason).toBe('promoted');
    return scene.standIn.requests.map(({ template }) => template);
  } finally {
    await scene.close();
  }
}

describe.each([single, multi, version])(
  'every fault at every request of $description',
  (scenario) => {
    it('leaves one commit and success, or nothing written and a failure', async () => {
      const requests = await listRequests(scenario);
      expect(requests).toHaveLength(scenario.requests);
      const cases = listCases(requests);
      const results = await mapPooled(cases, AT_ONCE, async (each) => {
        const { index, fault, rival } = each;
        const of = `request ${index}, ${fault.name}${rival ? ', with a rival' : ''}`;
        const { ending, met } = await runCase(templates, scenario, each);
        return { ending, met, of, isTransient: TRANSIENT.test(fault.name) };
      });
      const count = (wanted: Ending) => results.filter(({ ending }) => ending === wanted).length;
      const delivered = count(DELIVERED);
      const failed = count(FAILED);
      process.stdout.write(
        `Fault sweep of ${scenario.description}: ${cases.length} cases, ${delivered} with one commit and success, ${failed} with nothing written and a failure, ${cases.length - delivered - failed} otherwise.\n`,
      );
      expect(results.filter(({ ending, met }) => met !== 1 || ending.startsWith('DEFECT'))).toEqual(
        [],
      );
      const lost = results.filter(({ isTransient, ending }) => isTransient && ending !== DELIVERED);
      expect(lost).toEqual([]);
    }, 1_800_000);
  },
);

describe('a second fault while a lost answer is looked for', () => {
  const LOST = ['connection dropped, after it took effect', 'status 502, before it took effect'];
  const FURTHER = [
    'connection dropped, before it took effect',
    'status 403, before it took effect',
    'status 503, after it took effect',
    'answer cut, before it took effect',
  ];

  it('never leads to two commits, nor to a success without one', async () => {
    const write = single.requests - 1;
    const cases = LOST.flatMap((lost) =>
      FURTHER.flatMap((further) =>
        // The look, the listing, the file, the write: those of the second try.
        [1, 2, 3, 4].map((offset) => ({ lost, further, offset })),
      ),
    );
    const results = await mapPooled(cases, AT_ONCE, async ({ lost, further, offset }) => {
      const plan = planFaults([
        { index: write, fault: findFault(lost) },
        { index: write + offset, fault: findFault(further) },
      ]);
      const scene = await openScene(templates, { onRequest: plan.onRequest });
      const result = await scene.promote(single.inputs);
      const { reason } = result.outputs;
      const messages = await scene.gitops.log();
      const own = messages.filter((message) => message.includes('Promotion-Id: ')).length;
      const ending =
        reason === 'outcome-unknown' && result.exitCode === 1 && own < 2
          ? 'not known, and said so'
          : await judge({ templates, scene }, result, single.paths, false);
      await scene.close();
      return { ending, of: `${lost}; then ${further} at ${offset}` };
    });
    const count = (wanted: string) => results.filter(({ ending }) => ending === wanted).length;
    process.stdout.write(
      `Two faults: ${cases.length} cases, ${count(DELIVERED)} with one commit and success, ${count(FAILED)} with nothing written and a failure, ${count('not known, and said so')} not known.\n`,
    );
    expect(results.filter(({ ending }) => ending.startsWith('DEFECT'))).toEqual([]);
  }, 900_000);
});
