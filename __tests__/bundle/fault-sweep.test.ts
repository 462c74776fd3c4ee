import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planFaults } from '../stand-in/fault-plan.mjs';
import { FAULTS, findFault, type Fault } from '../stand-in/faults.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { GRAPHQL } from '../stand-in/graphql-endpoint.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
import { mapPooled } from './pool.js';
import {
  commitFile,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  renderValues,
  tagOf,
  VALUES,
  type Scene,
  type Templates,
} from './scene.js';

/** How many promotions run at once. */
const AT_ONCE = 4;

const VERSIONED = 'app/version.yaml';

const inputs = { kustomization: 'app/base', 'image-name': 'app', 'retry-timeout': '60' };

const single = {
  description: 'one file',
  inputs: inputs as Readonly<Record<string, string>>,
  paths: [KUSTOMIZATION],
  requests: 4,
};

const multi = {
  description: 'two files',
  inputs: { ...inputs, values: VALUES },
  paths: [KUSTOMIZATION, VALUES],
  requests: 3,
};

/** Of a deployed version that names no commit, whose promotion is looked for in the file's commits. */
const version = {
  description: 'one file with a version',
  inputs: { values: 'app/version.yaml', 'retry-timeout': '60' },
  paths: ['app/version.yaml'],
  requests: 4,
};

/** What is over by the next try. The others are refusals, and final. */
const TRANSIENT = /dropped|rate limit|429|status 50\d|cut|GraphQL failure|delay/;

interface Case {
  readonly index: number;
  readonly fault: Fault;
  /** Whether somebody else commits to the kustomization just before the request that fails. */
  readonly rival: boolean;
}

const DELIVERED = 'one commit and success';

/** How a run ended, in the words of the issue; anything else is a defect, told whole. */
type Ending = typeof DELIVERED | 'nothing written and a failure' | `DEFECT ${string}`;

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates(({ older }) => ({
    [KUSTOMIZATION]: renderKustomization(tagOf(older)),
    [VALUES]: renderValues(tagOf(older)),
    [VERSIONED]: renderValues('1.0.0'),
  }));
});

afterAll(() => {
  removeTemplates(templates);
});

/** Lets a rival commit before the n-th request. */
function withRival(scene: () => Scene, index: number, next: Interceptor): Interceptor {
  let seen = 0;
  return async (exchange, answer) => {
    const isMeant = seen === index;
    seen += 1;
    if (isMeant) {
      const { older } = templates.history;
      await commitFile(
        scene().gitops.gitDir,
        KUSTOMIZATION,
        renderKustomization(tagOf(older), '2.0.0'),
      );
    }
    return next(exchange, answer);
  };
}

async function runCase({ inputs: given, paths }: typeof single, { index, fault, rival }: Case) {
  const plan = planFaults([{ index, fault }]);
  const holder: { scene?: Scene } = {};
  const sceneOf = () => {
    if (holder.scene === undefined) throw new Error('No request comes before the scene is open.');
    return holder.scene;
  };
  const onRequest = rival ? withRival(sceneOf, index, plan.onRequest) : plan.onRequest;
  const scene = await openScene(templates, { onRequest });
  holder.scene = scene;
  try {
    const result = await scene.promote(given);
    return { met: plan.failed.length, ending: await judge(scene, result, paths, rival) };
  } finally {
    await scene.close();
  }
}

/** What is in the repository counts, and that the run said the same. */
async function judge(
  { gitops }: Scene,
  { exitCode, outputs, stdout }: ActionResult,
  paths: readonly string[],
  rival: boolean,
): Promise<Ending> {
  const { older, ours } = templates.history;
  const messages = await gitops.log();
  const own = messages.filter((message) => message.includes('Promotion-Id: '));
  const tag = own.length > 0 ? tagOf(ours) : tagOf(older);
  const wanted = new Map([
    [
      KUSTOMIZATION,
      renderKustomization(
        paths.includes(KUSTOMIZATION) ? tag : tagOf(older),
        rival ? '2.0.0' : '1.0.0',
      ),
    ],
    [VALUES, renderValues(paths.includes(VALUES) ? tag : tagOf(older))],
    [VERSIONED, renderValues(own.length > 0 && paths.includes(VERSIONED) ? tag : '1.0.0')],
  ]);
  for (const [path, text] of wanted) {
    const found = (await gitops.readFile('main', path)).toString();
    if (found !== text) return `DEFECT ${path} is ${JSON.stringify(found)}\n${stdout}`;
  }
  const others = messages.length - own.length - 1;
  const { changed, reason } = outputs;
  const said = `exit code ${exitCode}, changed ${changed}, reason ${reason}`;
  if (others !== (rival ? 1 : 0)) return `DEFECT a commit of another is lost: ${said}\n${stdout}`;
  if (own.length === 1 && exitCode === 0 && changed === 'true' && reason === 'promoted') {
    return DELIVERED;
  }
  const isTold = reason !== 'outcome-unknown' && reason !== 'internal';
  const failed = exitCode === 1 && changed === 'false' && isTold;
  if (own.length === 0 && failed) return 'nothing written and a failure';
  return `DEFECT ${own.length} commits, ${said}\n${stdout}`;
}

/** The requests of a run without a fault, by what each is of. */
async function listRequests(scenario: typeof single): Promise<readonly (string | undefined)[]> {
  const scene = await openScene(templates);
  try {
    const { outputs } = await scene.promote(scenario.inputs);
    expect(outputs.reason).toBe('promoted');
    return scene.standIn.requests.map(({ template }) => template);
  } finally {
    await scene.close();
  }
}

function listCases(requests: readonly (string | undefined)[]): readonly Case[] {
  return requests.flatMap((template, index) => {
    const faults = FAULTS.filter(({ isGraphqlOnly }) => template === GRAPHQL || !isGraphqlOnly);
    return faults.flatMap((fault) => [false, true].map((rival) => ({ index, fault, rival })));
  });
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
        return { ...(await runCase(scenario, each)), of, isTransient: TRANSIENT.test(fault.name) };
      });
      const count = (wanted: Ending) => results.filter(({ ending }) => ending === wanted).length;
      const delivered = count(DELIVERED);
      const failed = count('nothing written and a failure');
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
          : await judge(scene, result, single.paths, false);
      await scene.close();
      return { ending, of: `${lost}; then ${further} at ${offset}` };
    });
    const count = (wanted: string) => results.filter(({ ending }) => ending === wanted).length;
    process.stdout.write(
      `Two faults: ${cases.length} cases, ${count(DELIVERED)} with one commit and success, ${count('nothing written and a failure')} with nothing written and a failure, ${count('not known, and said so')} not known.\n`,
    );
    expect(results.filter(({ ending }) => ending.startsWith('DEFECT'))).toEqual([]);
  }, 900_000);
});
