import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Given } from '../fakes/inputs.js';
import { commitFile, tagOf } from '../run/scene.js';
import { Rounds } from './rounds.js';
import {
  APP,
  KUSTOMIZATION,
  makeRepositories,
  openScene,
  removeRepositories,
  renderEntries,
  type Repositories,
  type RunOptions,
  type Scene,
} from './scene.js';
import { perform } from './steps.js';

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
});

afterAll(() => {
  removeRepositories(repositories);
});

async function withScene(
  work: (scene: Scene) => Promise<void>,
  options: Parameters<typeof openScene>[1] = {},
): Promise<void> {
  const scene = await openScene(repositories, options);
  try {
    await work(scene);
  } finally {
    await scene.close();
  }
}

/** What a person does in a clone, pushed. */
function inClone({ gitops: { gitDir } }: Scene, ...commands: readonly (readonly string[])[]): void {
  const clone = mkdtempSync(join(repositories.root, 'clone-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=a@b.c', ...args], {
      cwd: clone,
      stdio: 'pipe',
    });
  git('clone', '-q', gitDir, '.');
  for (const command of commands) git(...command);
  git('push', '-q', 'origin', 'HEAD:main');
}

/** Steps as `perform` takes them; `revert 2` is `git revert` of the newest two, one by one. */
async function performAll(scene: Scene, steps: string): Promise<string> {
  let end = '';
  for (const step of steps.split(', ')) {
    const [, count] = /^revert (\d+)$/.exec(step) ?? [];
    if (count === undefined) end = await perform(scene, step);
    else inClone(scene, ['revert', '--no-edit', `HEAD~${count}..HEAD`]);
  }
  return end;
}

const RERUN: RunOptions = { env: { GITHUB_RUN_ATTEMPT: '2' } };
const BY_HAND: RunOptions = { event: 'workflow_dispatch' };

/** Each way into a state and out of it; the random sequences of the replay have them all, too. */
const SEQUENCES = [
  { steps: 'a, b, c, revert 1, h, c', end: 'rolled-back h' },
  { steps: 'a, b, c, revert 2, b', end: 'rolled-back a' },
  { steps: 'a, b, c, <tag a, revert 1, <', end: 'promoted b' },
  { steps: 'a, b, c, <, d, <, c', end: 'rolled-back b' },
  { steps: 'a, c, b!, c', end: 'rolled-back b' },
  { steps: 'a, b, c, side 2.0, =b, side 3.0, c', end: 'rolled-back b' },
];

const FURTHER_SEQUENCES = [
  { steps: 'a, b, c, revert 1, c', end: 'rolled-back b' },
  { steps: 'a, b, c, revert 1, d', end: 'promoted d' },
  { steps: 'a, b, c, revert 1, h', end: 'promoted h' },
  { steps: 'a, b, c, revert 1, a', end: 'stale b' },
  { steps: 'a, b, c, revert 1, c!', end: 'promoted c' },
  { steps: 'a, b, c, revert 1, revert 1, c', end: 'unchanged c' },
  { steps: 'a, b, c, revert 2, c', end: 'rolled-back a' },
  { steps: 'a, b, c, revert 2, h', end: 'promoted h' },
  { steps: 'a, b, c, <, c', end: 'rolled-back b' },
  { steps: 'a, b, c, <, <, c', end: 'rolled-back a' },
  { steps: 'a, b, c, <, <, b', end: 'rolled-back a' },
  { steps: 'a, b, c, <, revert 1, c', end: 'unchanged c' },
  { steps: 'a, b, c, <, revert 1, <, c', end: 'rolled-back b' },
  { steps: 'a, b, c, <tag a, b', end: 'rolled-back a' },
  { steps: 'a, b, c, a!, c', end: 'rolled-back a' },
  { steps: 'a, b, c, a!, b', end: 'rolled-back a' },
  { steps: 'a, c, b!, <', end: 'promoted a' },
  { steps: 'a, b, c, =b, c', end: 'rolled-back b' },
  { steps: 'a, b, c, =v9, c', end: 'rolled-back v9' },
  { steps: 'a, b, c, =v9, d', end: 'promoted d' },
  { steps: 'a, side 2.0, b, side 3.0, c', end: 'promoted c' },
];

const isFull = process.env['FULL'] === '1';

describe('a late run after something was taken back', () => {
  it.each([...SEQUENCES, ...(isFull ? FURTHER_SEQUENCES : [])])(
    '$steps: $end',
    async ({ steps, end }) => {
      await withScene(async (scene) => {
        expect(await performAll(scene, steps)).toBe(end);
      });
    },
  );

  it('is a notice, and a failure of a re-run, which says what can be done', async () => {
    await withScene(async (scene) => {
      await performAll(scene, 'a, b, c, revert 1');
      const late = await scene.promote('c');
      expect(late).toMatchObject({
        exitCode: 0,
        outputs: { reason: 'rolled-back', changed: 'false' },
      });
      const again = await scene.promote('c', {}, RERUN);
      expect(again).toMatchObject({ exitCode: 1, outputs: { reason: 'rolled-back' } });
      const { c } = scene.commits;
      const says = `commit ${c.slice(0, 7)} (${APP}:${tagOf(c)}) was taken back by hand, and this run promotes it again`;
      expect(late.stdout).toContain(`::notice::app/kustomization.yaml in org/gitops: ${says}`);
      expect(again.stdout).toMatch(
        /::error.*A re-run cannot set inputs\. .*\(workflow_dispatch\) with stale: allow\./,
      );
      const stale = await scene.promote('a', {}, RERUN);
      expect(stale.stdout).toMatch(
        /::error.*A re-run cannot set inputs\. .*rollback-to.*stale: allow/,
      );
    });
  });

  it('is told what it goes past, once: the fix by a notice, a branch by a warning', async () => {
    await withScene(async (scene) => {
      await performAll(scene, 'a, b, c, <');
      const rollback = (await scene.gitops.resolve('main')).slice(0, 7);
      const c = `commit ${scene.commits.c.slice(0, 7)} (${APP}:${tagOf(scene.commits.c)})`;
      const branch = await scene.promote('h');
      expect(branch.stdout).toContain(`${c} was taken back by ${rollback}. `);
      expect(branch.stdout).toMatch(/::warning::.*has diverged from it/);
      await performAll(scene, '<');
      const fix = await scene.promote('d');
      expect(fix.stdout).toMatch(
        /::notice::.*was taken back by .* is newer, and is taken for the fix/,
      );
      expect(fix.stdout).toContain(c);
    });
  });
});

describe('after-rollback: hold', () => {
  const hold: Given = { 'after-rollback': 'hold' };

  it.each(['<', ...(isFull ? ['revert 1', '=b', 'b!'] : [])])(
    'after %s lets a run by hand pass alone',
    async (back) => {
      await withScene(async (scene) => {
        await performAll(scene, `a, b, c, ${back}`);
        const held = await scene.promote('d', hold);
        expect(held).toMatchObject({ exitCode: 0, outputs: { reason: 'rolled-back' } });
        expect(held.stdout).toContain('with after-rollback: hold nothing is promoted until');
        expect(await scene.deployed()).toBe('b');
        const insisting = await scene.promote('d', { ...hold, stale: 'allow' });
        expect(insisting.outputs).toMatchObject({ reason: 'rolled-back', changed: 'false' });
        const byHand = await scene.promote('d', hold, BY_HAND);
        expect(byHand.outputs).toMatchObject({ reason: 'promoted' });
      });
    },
  );

  it('holds nothing where nothing was taken back, or a promotion came since', async () => {
    await withScene(async (scene) => {
      await performAll(scene, 'a, side 2.0');
      expect((await scene.promote('b', hold)).outputs).toMatchObject({ reason: 'promoted' });
      await performAll(scene, '<');
      await scene.promote('c', hold, BY_HAND);
      expect((await scene.promote('d', hold)).outputs).toMatchObject({ reason: 'promoted' });
    });
  });
});

it('knows nothing of what was before a file had its name', async () => {
  await withScene(async (scene) => {
    await performAll(scene, 'a, b, c, revert 1');
    inClone(scene, ['mv', 'app', 'other'], ['commit', '-qm', 'Move it']);
    const { outputs } = await scene.promote('c', { kustomization: 'other' });
    expect(outputs).toMatchObject({ reason: 'promoted' });
  });
});

it('says that it does not know what a long history had before', async () => {
  await withScene(async (scene) => {
    await performAll(scene, 'a, b, c, revert 1');
    const b = tagOf(scene.commits.b);
    const edit = (other: number) =>
      commitFile(scene.gitops.gitDir, KUSTOMIZATION, renderEntries(b, `1.0.${other}`));
    for (let other = 1; other <= 98; other += 1) await edit(other);
    expect((await scene.promote('c')).outputs).toMatchObject({ reason: 'rolled-back' });
    await edit(99);
    const { outputs, stdout } = await scene.promote('c');
    expect(outputs).toMatchObject({ reason: 'promoted' });
    expect(stdout).toMatch(/::notice::.*no more than the newest 100 commits of the file were read/);
  });
});

describe('by pull request', () => {
  it('the base decides, and the body ends in the trailers', async () => {
    await withScene(async (scene) => {
      await performAll(scene, 'a, b, c, revert 1');
      const byPullRequest: Given = { mode: 'pull-request' };
      const late = await scene.promote('c', byPullRequest);
      expect(late.outputs).toMatchObject({ reason: 'rolled-back', changed: 'false' });
      const fix = await scene.promote('d', byPullRequest);
      expect(fix.outputs).toMatchObject({ reason: 'pull-request', 'pull-request-number': '1' });
    });
  });
});

describe('round trips', () => {
  it.each([
    { description: 'a usual promotion', steps: 'a', takesBack: 0 },
    { description: 'one after something was taken back', steps: 'a, b, <', takesBack: 1 },
    { description: 'one after two were', steps: 'a, b, h, <, <', takesBack: 2 },
    { description: 'one over a tag that names no commit', steps: 'a, =v9', takesBack: 1 },
  ])('of $description', async ({ steps, takesBack }) => {
    const compared = (count: number) => new Array<string>(count).fill('GET compare');
    const expected = [
      ['GET contents', 'GET contents'],
      ['GET commits', ...compared(steps.includes('v9') ? 0 : 1)],
      ...(takesBack === 0 ? [] : [compared(takesBack)]),
      ['PUT contents'],
    ];
    const rounds = new Rounds(expected.map((batch) => batch.length));
    await withScene(
      async (scene) => {
        await performAll(scene, steps);
        rounds.start();
        expect((await scene.promote('d')).outputs).toMatchObject({ reason: 'promoted' });
      },
      { onRequest: rounds.intercept },
    );
    expect(rounds.batches.map((batch) => batch.map(shorten).toSorted())).toEqual(expected);
  });
});

function shorten(request: string): string {
  return request.replace(/^(\w+ \w+).*$/, '$1');
}
