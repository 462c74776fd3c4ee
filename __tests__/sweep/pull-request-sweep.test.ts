import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planFaults } from '../stand-in/fault-plan.mjs';
import { FAULTS } from '../stand-in/faults.mjs';
import { GRAPHQL } from '../stand-in/graphql-endpoint.mjs';
import { mapPooled } from './pool.js';
import { BRANCH, listBranches, listPulls, one } from '../run/pull-requests.js';
import { makeTemplates, openScene, removeTemplates, type Templates } from '../run/scene.js';

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

describe('every fault at every request of a pull request', () => {
  const OPENED = 'one pull request and success';
  const OPENED_WITH_REST = 'one pull request, success and a temporary branch';
  const FAILED = 'no pull request and a failure';

  interface Case {
    readonly index: number;
    readonly fault: (typeof FAULTS)[number];
  }

  async function listCases(inputs: Readonly<Record<string, string>>): Promise<readonly Case[]> {
    const scene = await openScene(templates);
    await scene.promote(inputs);
    const requests = [...scene.standIn.requests];
    await scene.close();
    return requests.flatMap(({ method, template }, index) =>
      FAULTS.filter(({ name, isGraphqlOnly }) => {
        // A deletion is answered without a body, of which nothing can be cut.
        if (method === 'DELETE' && name.startsWith('answer cut')) return false;
        return template === GRAPHQL || !isGraphqlOnly;
      }).map((fault) => ({ index, fault })),
    );
  }

  async function runCase(inputs: Readonly<Record<string, string>>, { index, fault }: Case) {
    const plan = planFaults([{ index, fault }]);
    const scene = await openScene(templates, { onRequest: plan.onRequest });
    try {
      const { exitCode, outputs, stdout } = await scene.promote(inputs);
      const before = (await scene.gitops.log('main')).length;
      const pulls = (await listPulls(scene)).map(({ state }) => state);
      const branches = (await listBranches(scene)).filter((name) => name !== 'main');
      const commits = branches.includes(BRANCH)
        ? await scene.gitops.git('rev-list', '--count', `main..${BRANCH}`)
        : '0';
      const state = { main: before, pulls: pulls.join(), commits, branches, ...outputs };
      const [temporary] = branches.filter((name) => name !== BRANCH);
      // A branch that cannot be deleted is named, so that a person can.
      const isTold = temporary === undefined || stdout.includes(`${temporary} was left behind`);
      const isOpened = pulls.join() === 'open' && commits === '1' && exitCode === 0;
      if (isOpened && outputs.reason === 'pull-request' && before === 1 && isTold) {
        return temporary === undefined ? OPENED : OPENED_WITH_REST;
      }
      const isNone = pulls.length === 0 && !branches.includes(BRANCH) && exitCode === 1;
      if (isNone && outputs.changed === 'false' && before === 1 && isTold) return FAILED;
      return `DEFECT ${JSON.stringify(state)} ${stdout}`;
    } finally {
      await scene.close();
    }
  }

  it('leaves one pull request and success, or none and a failure', async () => {
    const inputs = { ...one, 'retry-timeout': '60' };
    const cases = await listCases(inputs);
    const endings = await mapPooled(cases, 4, async (each) => ({
      of: `request ${each.index}, ${each.fault.name}`,
      ending: await runCase(inputs, each),
    }));
    const count = (wanted: string) => endings.filter(({ ending }) => ending === wanted).length;
    const [opened, rest, failed] = [count(OPENED), count(OPENED_WITH_REST), count(FAILED)];
    process.stdout.write(
      `Fault sweep of a pull request: ${cases.length} cases, ${opened} with one pull request and success, ${rest} the same with a temporary branch that the log names, ${failed} with none and a failure, ${cases.length - opened - rest - failed} otherwise.\n`,
    );
    expect(endings.filter(({ ending }) => ending.startsWith('DEFECT'))).toEqual([]);
    expect(opened).toBeGreaterThan(rest + failed);
  }, 1_800_000);
});
