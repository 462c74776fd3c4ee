import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { commitFiles } from '../stand-in/commit-files.mjs';
import { refuse, type Reply } from '../stand-in/replies.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
import { BRANCH, listPulls, one } from './pull-requests.js';
import {
  GITOPS,
  IMAGE,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  renderValues,
  SOURCE,
  tagOf,
  VALUES,
  type Scene,
  type Templates,
} from './scene.js';

const ADA = { name: 'Ada', email: 'ada@example.com' };

let templates: Templates;
let scene: Scene;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterEach(async () => {
  await scene.close();
});

afterAll(() => {
  removeTemplates(templates);
});

/** A promotion of a newer commit by its version, which no tag but its commit's message tells. */
async function deployNewerVersion(): Promise<void> {
  const { gitDir } = scene.gitops;
  const trailers = [
    `Source-Repository: ${SOURCE}`,
    `Source-Commit: ${templates.history.newer}`,
    `Image: ${IMAGE}:2.0.0`,
    'Promotion-Id: 00000000-0000-4000-8000-000000000000',
  ];
  const texts = { [KUSTOMIZATION]: renderKustomization('2.0.0'), [VALUES]: renderValues('2.0.0') };
  await commitFiles(gitDir, {
    branch: 'main',
    head: await scene.gitops.resolve('main'),
    files: Object.entries(texts).map(([path, text]) => ({
      ...{ path, mode: '100644', bytes: Buffer.from(text) },
    })),
    message: `chore(app): promote 1.0.0 -> 2.0.0\n\n${trailers.join('\n')}\n`,
    author: ADA,
    committer: ADA,
    beforeRefUpdate: () => Promise.resolve(),
  });
}

/** Strikes the first so many of the requests that are meant. */
function strike(
  times: number,
  isMeant: (request: string) => boolean,
  reply: () => Reply,
): Interceptor {
  let met = 0;
  return async ({ method, path, body }, answer) => {
    if (met === times || !isMeant(`${method} ${path} ${JSON.stringify(body ?? '')}`)) {
      return answer();
    }
    met += 1;
    return reply();
  };
}

const isHistory = (request: string) => request.startsWith(`GET /repos/${GITOPS}/commits `);
const isHistoryQuery = (request: string) => request.includes('history0');
const absent = () => refuse(404, 'Not Found');
const nothing = (): Reply => ({ status: 200, body: [] });
const noBranch = (): Reply => ({
  status: 200,
  body: { data: { repository: { nameWithOwner: GITOPS, head: null } } },
});

describe('the history of a file that is there', () => {
  const file = { kustomization: 'app/base', 'image-name': 'app', image: `${IMAGE}:1.9.0` };
  const files = { ...file, values: VALUES };

  it.each([
    { what: 'is seen', inputs: file, isMeant: isHistory, reply: absent, times: 0 },
    { what: 'is not seen once', inputs: file, isMeant: isHistory, reply: absent, times: 1 },
    { what: 'is empty once', inputs: file, isMeant: isHistory, reply: nothing, times: 1 },
    {
      what: 'has no branch once',
      inputs: files,
      isMeant: isHistoryQuery,
      reply: noBranch,
      times: 1,
    },
  ])('keeps an older run back where it $what', async ({ inputs, isMeant, reply, times }) => {
    scene = await openScene(templates, { onRequest: strike(times, isMeant, reply) });
    await deployNewerVersion();
    const { outputs } = await scene.promote(inputs);
    expect(outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect((await scene.gitops.readFile('main', KUSTOMIZATION)).toString()).toContain('2.0.0');
  });

  it.each([
    { inputs: file, isMeant: isHistory, reply: absent },
    { inputs: files, isMeant: isHistoryQuery, reply: noBranch },
  ])('writes nothing where it never comes', async ({ inputs, isMeant, reply }) => {
    scene = await openScene(templates, { onRequest: strike(Infinity, isMeant, reply) });
    await deployNewerVersion();
    const { exitCode, outputs } = await scene.promote(inputs);
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason: 'order-unknown', changed: 'false' });
    expect((await scene.gitops.readFile('main', KUSTOMIZATION)).toString()).toContain('2.0.0');
  });
});

describe('a tag that was promoted for another commit', () => {
  const inputs = { kustomization: 'app/base', 'image-name': 'app', image: `${IMAGE}:2.0.0` };

  it.each([
    { what: 'once', times: 1, reason: 'moving-tag' },
    { what: 'for good', times: Infinity, reason: 'order-unknown' },
  ])('is not taken for unchanged where its history is not seen $what', async (given) => {
    const { times, reason } = given;
    scene = await openScene(templates, { onRequest: strike(times, isHistory, absent) });
    await deployNewerVersion();
    const { exitCode, outputs } = await scene.promote(inputs);
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason, changed: 'false' });
  });
});

describe('an open pull request that the server does not list yet', () => {
  it('is waited for where the server says that there is one, and is no work of somebody else', async () => {
    const isList = (request: string) => request.startsWith(`GET /repos/${GITOPS}/pulls `);
    let onRequest: Interceptor = (_, answer) => answer();
    scene = await openScene(templates, { onRequest: (...asked) => onRequest(...asked) });
    await scene.promote(one);
    const { newer } = templates.history;
    // It is looked for before the branch is moved, behind that, and where it cannot be opened.
    onRequest = strike(4, isList, nothing);
    const next = { image: `${IMAGE}:${tagOf(newer)}`, 'source-sha': newer };
    const { outputs, stdout } = await scene.promote({ ...one, ...next });
    expect(outputs).toMatchObject({ reason: 'pull-request', 'pull-request-operation': 'updated' });
    expect(stdout).toContain('and the server does not list it.');
    expect(stdout).not.toContain('somebody else');
    const titles = (await listPulls(scene)).map(({ title }) => title);
    expect(titles).toEqual([expect.stringContaining(tagOf(newer))]);
  });

  it('keeps an older run back', async () => {
    const isList = (request: string) => request.startsWith(`GET /repos/${GITOPS}/pulls `);
    let times = 0;
    const lists = () => strike(times, isList, nothing);
    let onRequest = lists();
    scene = await openScene(templates, { onRequest: (...asked) => onRequest(...asked) });
    const { newer } = templates.history;
    await scene.promote({ ...one, image: `${IMAGE}:${tagOf(newer)}`, 'source-sha': newer });
    const head = await scene.gitops.resolve(BRANCH);
    times = 2;
    onRequest = lists();
    const { outputs } = await scene.promote(one);
    expect(outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect(await scene.gitops.resolve(BRANCH)).toBe(head);
    const titles = (await listPulls(scene)).map(({ title }) => title);
    expect(titles).toEqual([expect.stringContaining(tagOf(newer))]);
  });
});
