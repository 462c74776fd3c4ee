import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  lagRecords,
  planLag,
  refuseAsAbsent,
  refuseAsUnseen,
  type Unseen,
} from '../stand-in/lag-plan.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { BRANCH, listBranches, listPulls, one } from '../run/pull-requests.js';
import {
  commitFile,
  KUSTOMIZATION,
  openScene,
  removeTemplates,
  IMAGE,
  renderKustomization,
  renderValues,
  SOURCE,
  tagOf,
  type Given,
  type Scene,
  type Templates,
} from '../run/scene.js';
import {
  DELIVERED,
  FAILED,
  judge,
  makeSweepTemplates,
  multi,
  single,
  version,
  VERSIONED,
} from './fault-cases.js';
import { mapPooled } from './pool.js';

const OPENED = 'one pull request and success';
const LEFT_ALONE = 'the newer image is left alone';

const REFUSALS: readonly (readonly [name: string, refusal: Unseen])[] = [
  ['404 for what exists', refuseAsAbsent],
  ['not visible yet', refuseAsUnseen],
];

/** How often a request does not see what it is about. */
const TIMES = process.env['FULL'] === '1' ? [1, 2, 4] : [4];

/** A file of the GitOps repository with a newer image, and the message of its commit. */
interface Deployment {
  readonly path: string;
  readonly render: (templates: Templates) => readonly [text: string, message?: string];
}

const NEWER_TAG: Deployment = {
  path: KUSTOMIZATION,
  render: ({ history }) => [renderKustomization(tagOf(history.newer))],
};

/** A version tells no commit; the trailers of its promotion do. */
const NEWER_VERSION: Deployment = {
  path: VERSIONED,
  render: ({ history }) => [
    renderValues('2.0.0'),
    `Promote\n\nSource-Repository: ${SOURCE}\nSource-Commit: ${history.newer}\nImage: ${IMAGE}:2.0.0\n`,
  ],
};

interface Mode {
  readonly description: string;
  readonly inputs: Given;
  /** The first request that writes, by which a server that refuses it may mean what it says. */
  readonly write: number;
  readonly judge: (scene: Scene, result: ActionResult) => Promise<string>;
  /** Somebody deploys a newer image. */
  readonly deployNewer: Deployment;
}

let templates: Templates;

beforeAll(async () => {
  templates = await makeSweepTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

function judgeCommit(paths: readonly string[]): Mode['judge'] {
  return (scene, result) => judge({ templates, scene }, result, paths, false);
}

async function judgePullRequest(scene: Scene, result: ActionResult): Promise<string> {
  const { exitCode, outputs, stdout } = result;
  const main = (await scene.gitops.log('main')).length;
  const pulls = (await listPulls(scene)).map(({ state }) => state).join();
  const branches = (await listBranches(scene)).filter((name) => name !== 'main');
  const isDone = pulls === 'open' && branches.join() === BRANCH && main === 1;
  if (isDone && exitCode === 0 && outputs.reason === 'pull-request') return OPENED;
  const isNothing = pulls === '' && branches.length === 0 && main === 1;
  if (isNothing && exitCode === 1 && outputs.changed === 'false') return FAILED;
  return `DEFECT ${JSON.stringify({ pulls, branches, main, outputs })}\n${stdout}`;
}

/** Whatever the server does not see, an older run writes nothing over a newer image. */
async function judgeOlder(
  { path, render }: Deployment,
  scene: Scene,
  result: ActionResult,
): Promise<string> {
  const { exitCode, outputs, stdout } = result;
  const text = (await scene.gitops.readFile('main', path)).toString();
  const isThere = text === render(templates)[0];
  const messages = await scene.gitops.log('main');
  const isOurs = messages.some((message) => message.includes('Promotion-Id: '));
  const branches = (await listBranches(scene)).filter((name) => name !== 'main');
  const isTold = exitCode === 1 || outputs.reason === 'stale';
  if (isThere && !isOurs && branches.length === 0 && isTold) return LEFT_ALONE;
  return `DEFECT ${JSON.stringify({ text, messages, branches, outputs })}\n${stdout}`;
}

const modes: readonly Mode[] = [
  {
    description: 'one file',
    inputs: single.inputs,
    write: 4,
    judge: judgeCommit(single.paths),
    deployNewer: NEWER_TAG,
  },
  {
    description: 'two files',
    inputs: multi.inputs,
    write: 3,
    judge: judgeCommit(multi.paths),
    deployNewer: NEWER_TAG,
  },
  {
    description: version.description,
    inputs: version.inputs,
    write: 3,
    judge: judgeCommit(version.paths),
    deployNewer: NEWER_VERSION,
  },
  {
    description: 'a pull request',
    inputs: { ...one, 'pull-request-labels': 'a', 'retry-timeout': '600' },
    write: 6,
    judge: judgePullRequest,
    deployNewer: NEWER_TAG,
  },
];

/** Every kind of absence at every request. */
async function sweep(mode: Mode, prepare: (scene: Scene) => Promise<unknown>) {
  const plain = await openScene(templates);
  await prepare(plain);
  await plain.promote(mode.inputs);
  const { length } = plain.standIn.requests;
  await plain.close();
  const cases = Array.from({ length }, (_, index) => index).flatMap((index) =>
    REFUSALS.flatMap(([name, refusal]) => TIMES.map((times) => ({ index, name, refusal, times }))),
  );
  return mapPooled(cases, 4, async ({ index, name, refusal, times }) => {
    const plan = planLag(index, times, refusal);
    const scene = await openScene(templates, { onRequest: plan.onRequest });
    try {
      await prepare(scene);
      const ending = await mode.judge(scene, await scene.promote(mode.inputs));
      return { index, of: `request ${index}, ${name}, ${times} times`, met: plan.count(), ending };
    } finally {
      await scene.close();
    }
  });
}

describe.each(modes)('what $description does not see yet', (mode) => {
  it('leaves one commit and success, or nothing written and a failure', async () => {
    const results = await sweep(mode, () => Promise.resolve());
    const failed = results.filter(({ ending }) => ending === FAILED);
    process.stdout.write(
      `Lag sweep of ${mode.description}: ${results.length} cases, ${results.length - failed.length} delivered, ${failed.length} with nothing written and a failure.\n`,
    );
    const wanted: readonly string[] = [DELIVERED, OPENED, FAILED];
    expect(results.filter(({ ending, met }) => met === 0 || !wanted.includes(ending))).toEqual([]);
    // All that is behind the first write, or before it, is waited for.
    expect(failed.filter(({ index }) => index !== mode.write)).toEqual([]);
  });

  it('never lets an older run overwrite a newer image', async () => {
    const { deployNewer } = mode;
    const [text, message] = deployNewer.render(templates);
    const deploy = ({ gitops }: Scene) =>
      commitFile(gitops.gitDir, deployNewer.path, text, 'main', message);
    const judgeNewer = (scene: Scene, result: ActionResult) =>
      judgeOlder(deployNewer, scene, result);
    const results = await sweep({ ...mode, judge: judgeNewer }, deploy);
    process.stdout.write(
      `Lag sweep of ${mode.description} over a newer image: ${results.length} cases.\n`,
    );
    expect(results.filter(({ ending }) => ending !== LEFT_ALONE)).toEqual([]);
  });
});

it('a pull request whose record lags behind its branch is written all the same', async () => {
  const first = await openScene(templates);
  const main = await first.gitops.resolve('main');
  await first.close();
  const scene = await openScene(templates, { onRequest: lagRecords(main) });
  const result = await scene.promote({ ...one, 'retry-timeout': '600' });
  expect(await judgePullRequest(scene, result)).toBe(OPENED);
  expect(result.stdout).toContain('::notice::Pull request #1 does not show commit');
  await scene.close();
});
