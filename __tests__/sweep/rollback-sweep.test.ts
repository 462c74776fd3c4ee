import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Given } from '../fakes/inputs.js';
import {
  advance,
  APP,
  KUSTOMIZATION,
  makeRepositories,
  openScene,
  removeRepositories,
  renderEntries,
  type Repositories,
  type Scene,
} from '../rollback/scene.js';
import { renderValues, tagOf } from '../run/scene.js';
import { commitFiles } from '../stand-in/commit-files.mjs';
import { planFaults } from '../stand-in/fault-plan.mjs';
import { FAULTS, type Fault } from '../stand-in/faults.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
import { GRAPHQL } from '../stand-in/graphql-endpoint.mjs';
import { mapPooled } from './pool.js';

const VALUES = 'app/values.yaml';

/** How many run at once. */
const AT_ONCE = 4;

/** What one of so many cases is tried of, but for `FULL=1`, which the night runs. */
const SAMPLE = process.env['FULL'] === '1' ? 1 : 23;

/** Who else writes just before the request that fails. */
const RIVALS = ['nobody', 'an edit elsewhere', 'a promotion'] as const;

type Rival = (typeof RIVALS)[number];

interface Case {
  readonly index: number;
  readonly fault: Fault;
  readonly rival: Rival;
}

const both: Given = { kustomization: 'app', 'image-name': 'app', values: VALUES };

interface Scenario {
  readonly description: string;
  readonly inputs: Given;
  /** How many requests tell what is deployed: what is promoted meanwhile was there from the start. */
  readonly looks: number;
}

const SCENARIOS: readonly Scenario[] = [
  { description: 'one file', inputs: {}, looks: 3 },
  { description: 'two files', inputs: both, looks: 2 },
];

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories(({ o }) => ({
    [KUSTOMIZATION]: renderEntries(tagOf(o)),
    [VALUES]: renderValues(tagOf(o)).replace(/repository: .*/, `repository: ${APP}`),
  }));
  await advance(repositories, async (scene) => {
    for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter, both);
  });
});

afterAll(() => {
  removeRepositories(repositories);
});

const render = { [KUSTOMIZATION]: renderEntries, [VALUES]: renderValues };

/** What a rival leaves in the files. */
async function write(scene: Scene, rival: Rival): Promise<void> {
  const { d } = scene.commits;
  if (rival === 'an edit elsewhere') {
    await scene.edit((text) => text.replace('"1.0.0"', '"2.0.0"'));
    return;
  }
  const head = await scene.gitops.resolve('main');
  const texts = await Promise.all(
    Object.keys(render).map(async (path) => {
      const text = await scene.read(path);
      return { path, text: text.replace(/main-[0-9a-f]{7}/, tagOf(d)) };
    }),
  );
  const previous = tagOf(scene.commits[(await scene.deployed()) as 'b']);
  const trailers = [
    `Source-Repository: org/repo`,
    `Source-Commit: ${d}`,
    `Image: ${APP}:${tagOf(d)}`,
    `Previous-Image: ${APP}:${previous}`,
    `Target: ${KUSTOMIZATION} app`,
    `Target: ${VALUES} image.tag`,
    `Promotion-Id: 00000000-0000-4000-8000-000000000000`,
  ];
  const ada = { name: 'Ada', email: 'ada@example.com' };
  await commitFiles(scene.gitops.gitDir, {
    branch: 'main',
    head,
    files: texts.map(({ path, text }) => ({ path, mode: '100644', bytes: Buffer.from(text) })),
    message: `chore(app): promote\n\n${trailers.join('\n')}\n`,
    author: ada,
    committer: ada,
    beforeRefUpdate: () => Promise.resolve(),
  });
}

const DELIVERED = 'rolled back';
const FAILED = 'nothing rolled back and a failure';

async function runCase({ inputs, looks }: Scenario, { index, fault, rival }: Case) {
  const plan = planFaults([{ index, fault }]);
  const holder: { scene?: Scene } = {};
  let seen = 0;
  let written: Promise<void> | undefined;
  const onRequest: Interceptor = async (exchange, answer) => {
    const isMeant = seen === index && rival !== 'nobody';
    seen += 1;
    if (isMeant && holder.scene !== undefined) await (written = write(holder.scene, rival));
    return plan.onRequest(exchange, answer);
  };
  const scene = await openScene(repositories, { onRequest });
  holder.scene = scene;
  try {
    const { exitCode, outputs, stdout } = await scene.rollBack({
      ...inputs,
      'retry-timeout': '600',
    });
    // Of two requests at once the other one may have met the fault, and ended the run.
    await written;
    const messages = await scene.gitops.log('main');
    const own = messages.filter((message) => message.includes('\nRollback-Of: ')).length;
    const paths = 'values' in inputs ? [KUSTOMIZATION, VALUES] : [KUSTOMIZATION];
    const deployed = await Promise.all(paths.map((path) => scene.deployed(path)));
    const text = await scene.read();
    const isKept = rival !== 'an edit elsewhere' || text.includes('"2.0.0"');
    const ending = { exitCode, own, deployed: [...new Set(deployed)].join(), isKept };
    const wanted = rival === 'a promotion' ? 'd' : own === 1 ? 'b' : 'c';
    const isSeen = outputs['previous-image'] === `${APP}:${tagOf(scene.commits.d)}`;
    const isOneBack = rival === 'a promotion' && index < looks && isSeen && own === 1;
    const isRight = isKept && ending.deployed === (isOneBack ? 'c' : wanted);
    const met = plan.failed.length === 1;
    if (isRight && met && own === 1 && exitCode === 0 && outputs.changed === 'true') {
      return DELIVERED;
    }
    if (isRight && met && own === 0 && exitCode === 1 && outputs.changed === 'false') {
      return FAILED;
    }
    return `DEFECT ${JSON.stringify({ ...ending, met, ...outputs, result: '' })} ${stdout}`;
  } finally {
    await scene.close();
  }
}

describe.each(SCENARIOS)('every fault at every request of a rollback of $description', (each) => {
  it('leaves one step back and success, or nothing and a failure', async () => {
    const scene = await openScene(repositories);
    const { outputs } = await scene.rollBack(each.inputs);
    const requests = scene.standIn.requests.map(({ template }) => template);
    await scene.close();
    expect(outputs.reason).toBe('promoted');
    const all = requests.flatMap((template, index) =>
      FAULTS.filter(({ isGraphqlOnly }) => template === GRAPHQL || !isGraphqlOnly).flatMap(
        (fault) => RIVALS.map((rival): Case => ({ index, fault, rival })),
      ),
    );
    const cases = all.filter((_, index) => index % SAMPLE === 0);
    const endings = await mapPooled(cases, AT_ONCE, async (one) => ({
      of: `request ${one.index}, ${one.fault.name}, rival: ${one.rival}`,
      ending: await runCase(each, one),
    }));
    const count = (wanted: string) => endings.filter(({ ending }) => ending === wanted).length;
    const [delivered, failed] = [count(DELIVERED), count(FAILED)];
    process.stdout.write(
      `Fault sweep of a rollback of ${each.description}: ${requests.length} requests, ${cases.length} of ${all.length} cases, ${delivered} with one step back and success, ${failed} with nothing and a failure, ${cases.length - delivered - failed} otherwise.\n`,
    );
    expect(endings.filter(({ ending }) => ending.startsWith('DEFECT'))).toEqual([]);
    expect(delivered).toBeGreaterThan(0);
  }, 1_800_000);
});
