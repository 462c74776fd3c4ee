import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tagOf } from '../run/scene.js';
import { commitFiles } from '../stand-in/commit-files.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
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
} from './scene.js';

const ADA = { name: 'Ada', email: 'ada@example.com' };

let repositories: Repositories;

/** The commits of the GitOps repository that promoted them. */
let promoted: Readonly<Record<'a' | 'b' | 'c', string>>;

beforeAll(async () => {
  repositories = await makeRepositories();
  await advance(repositories, async (scene) => {
    const shas: string[] = [];
    for (const letter of ['a', 'b', 'c'] as const) {
      const { outputs } = await scene.promote(letter);
      shas.push(outputs['commit-sha'] ?? '');
    }
    const [a = '', b = '', c = ''] = shas;
    promoted = { a, b, c };
  });
});

afterAll(() => {
  removeRepositories(repositories);
});

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(repositories);
  try {
    await work(scene);
  } finally {
    await scene.close();
  }
}

describe('rollback-to', () => {
  it.each([
    { of: 'a tag', to: ({ commits }: Scene) => tagOf(commits.a), ends: 'promoted a' },
    {
      of: 'an image',
      to: ({ commits }: Scene) => `${APP}:${tagOf(commits.b)}`,
      ends: 'promoted b',
    },
    {
      of: 'an image of another repository',
      to: ({ commits }: Scene) => `ghcr.io/org/other:${tagOf(commits.b)}`,
      ends: 'no-previous c',
    },
    { of: 'a source commit', to: ({ commits }: Scene) => commits.a, ends: 'promoted a' },
    {
      of: 'a short source commit',
      to: ({ commits }: Scene) => commits.b.slice(0, 8),
      ends: 'promoted b',
    },
    {
      of: 'a source commit that the tag of a person names',
      to: ({ commits }: Scene) => commits.o,
      ends: 'promoted o',
    },
    { of: 'a GitOps commit', to: () => promoted.a, ends: 'promoted a' },
    { of: 'a short GitOps commit', to: () => promoted.b.slice(0, 10), ends: 'promoted b' },
    {
      of: 'the tag that is deployed',
      to: ({ commits }: Scene) => tagOf(commits.c),
      ends: 'unchanged c',
    },
    {
      of: 'the commit that is deployed',
      to: ({ commits }: Scene) => commits.c,
      ends: 'unchanged c',
    },
    {
      of: 'the first commit of all',
      to: (scene: Scene) => scene.gitops.git('rev-parse', 'main~3'),
      ends: 'promoted o',
    },
    {
      of: 'the tag that a person wrote',
      to: ({ commits }: Scene) => tagOf(commits.o),
      ends: 'promoted o',
    },
    { of: 'a tag that never was', to: () => 'v9', ends: 'no-previous c' },
    { of: 'a commit that is nowhere', to: () => 'abcdef12', ends: 'no-previous c' },
  ])('takes $of', async ({ to, ends }) => {
    await withScene(async (scene) => {
      const { outputs, stdout } = await scene.rollBack({ 'rollback-to': await to(scene) });
      expect(stdout).not.toContain('a defect');
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe(ends);
      if (outputs.reason !== 'no-previous') return;
      expect(stdout).toContain('all 4 of its commits; a renamed file begins a new history');
    });
  });

  it('names all commits that it takes back, and the oldest of them', async () => {
    await withScene(async (scene) => {
      const { a, b, c } = scene.commits;
      const { outputs, summary, stdout } = await scene.rollBack({ 'rollback-to': a });
      const [message = ''] = await scene.gitops.log('main');
      expect(message).toContain(
        `\nRollback-Of: ${promoted.b}\nRolled-Back-Commit: ${c}\nRolled-Back-Commit: ${b}\n`,
      );
      expect(outputs['rolled-back-commits']).toBe('2');
      expect(stdout).toContain('2 commits of org/repo are taken back.');
      for (const text of [summary, stdout]) expect(text).toContain(`Change it`);
      expect(summary).toContain('### Rollback: rolled back');
    });
  });

  it('restores no digest where the targets hold none, and says so', async () => {
    await withScene(async (scene) => {
      const to = `${APP}:${tagOf(scene.commits.a)}@sha256:${'0'.repeat(64)}`;
      const { outputs, stdout } = await scene.rollBack({ 'rollback-to': to });
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted a');
      expect(stdout).toContain(`::warning::rollback-to: the targets asked for the tag`);
    });
  });

  it('takes nothing back where it goes forward', async () => {
    await withScene(async (scene) => {
      await scene.rollBack({ 'rollback-to': scene.commits.a });
      const { outputs } = await scene.rollBack({ 'rollback-to': scene.commits.c });
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted c');
      const [message = ''] = await scene.gitops.log('main');
      expect(message).not.toMatch(/^Rollback-Of|^Rolled-Back-Commit/m);
      expect(outputs['rolled-back-commits']).toBe('0');
      await scene.rollBack();
      expect(await scene.deployed()).toBe('a');
    });
  });

  it('does not leave the history of the branch', async () => {
    await withScene(async (scene) => {
      const head = await scene.gitops.resolve('main');
      await scene.gitops.git('branch', 'elsewhere', head);
      const sha = await commitFiles(scene.gitops.gitDir, {
        branch: 'elsewhere',
        head,
        files: [{ path: KUSTOMIZATION, mode: '100644', bytes: Buffer.from(renderEntries('v9')) }],
        message: 'Elsewhere',
        author: ADA,
        committer: ADA,
        beforeRefUpdate: () => Promise.resolve(),
      });
      const { outputs, stdout } = await scene.rollBack({ 'rollback-to': sha });
      expect(outputs.reason).toBe('no-previous');
      expect(stdout).toContain('not known to be in the history of main');
    });
  });
});

describe('a history', () => {
  it('of a renamed file begins anew, and the message says so', async () => {
    await withScene(async (scene) => {
      const text = await scene.read();
      await commitFiles(scene.gitops.gitDir, {
        branch: 'main',
        head: await scene.gitops.resolve('main'),
        files: [{ path: 'new/kustomization.yaml', mode: '100644', bytes: Buffer.from(text) }],
        message: 'Move it',
        author: ADA,
        committer: ADA,
        beforeRefUpdate: () => Promise.resolve(),
      });
      const moved = { kustomization: 'new', 'image-name': 'app' };
      const { outputs, stdout } = await scene.rollBack(moved);
      expect(outputs.reason).toBe('no-previous');
      expect(stdout).toContain('a renamed file begins a new history');
      await scene.promote('d', moved);
      await scene.rollBack(moved);
      expect(await scene.deployed('new/kustomization.yaml')).toBe('c');
    });
  });

  it('of more than 100 commits is read that far', async () => {
    await withScene(async (scene) => {
      for (let edit = 0; edit < 98; edit += 1) {
        await scene.edit((text) => text.replace(/newTag: "[^"]*"/, `newTag: "${edit}"`));
      }
      const { outputs } = await scene.rollBack();
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted b');
      await scene.edit((text) => `${text}# one\n`);
      await scene.edit((text) => `${text}# more\n`);
      const further = await scene.rollBack();
      expect(further.outputs.reason).toBe('no-previous');
      expect(further.stdout).toContain('its last 100 commits, and no more are read');
      const gitopsCommit = await scene.rollBack({ 'rollback-to': promoted.a });
      expect(`${gitopsCommit.outputs.reason} ${await scene.deployed()}`).toBe('promoted a');
    });
  });

  it('of two sources in one file is one of each', async () => {
    await withScene(async (scene) => {
      const side = { kustomization: 'app', 'image-name': 'sidecar', image: 'sidecar:main-1111111' };
      await scene.promote(
        'a',
        { ...side, 'source-sha': '1'.repeat(40) },
        { env: { GITHUB_REPOSITORY: 'org/other', GITHUB_SHA: '1'.repeat(40) } },
      );
      const { outputs } = await scene.rollBack();
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted b');
      const back = await scene.rollBack({ kustomization: 'app', 'image-name': 'sidecar' });
      expect(back.outputs.reason).toBe('promoted');
      expect(await scene.read()).toBe(renderEntries(tagOf(scene.commits.b)));
    });
  });
});

describe('a run', () => {
  it('that is dry shows all of it and writes nothing', async () => {
    await withScene(async (scene) => {
      const head = await scene.gitops.resolve('main');
      const { outputs, stdout, summary } = await scene.rollBack({ 'dry-run': 'true' });
      expect(outputs).toMatchObject({
        reason: 'dry-run',
        changed: 'false',
        'would-change': 'true',
        'rolled-back-commits': '1',
        image: `${APP}:${tagOf(scene.commits.b)}`,
      });
      expect(stdout).toContain('Taken back of org/repo: 1 commit.');
      expect(summary).toContain(`+    newTag: '${tagOf(scene.commits.b)}' # deployed`);
      expect(await scene.gitops.resolve('main')).toBe(head);
    });
  });

  it('that is started again does not go one step further back', async () => {
    await withScene(async (scene) => {
      await scene.rollBack();
      const again = { env: { GITHUB_RUN_ATTEMPT: '2' } };
      const { outputs, stdout } = await scene.rollBack({}, again);
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('unchanged b');
      expect(stdout).toContain('An earlier attempt of this run has rolled back already');
      const other = { env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_RUN_ID: '99' } };
      await scene.rollBack({}, other);
      expect(await scene.deployed()).toBe('a');
    });
  });

  it('that is not alone goes back once', async () => {
    await withScene(async (scene) => {
      const results = await Promise.all([scene.rollBack(), scene.rollBack(), scene.rollBack()]);
      const reasons = results.map(({ outputs }) => outputs.reason).sort();
      expect(await scene.deployed()).toBe('b');
      expect(reasons).toEqual(['promoted', 'unchanged', 'unchanged']);
    });
  });

  it.each([
    { times: 1, ends: 'promoted b' },
    { times: 3, ends: 'promoted b' },
    { times: Infinity, ends: 'not-promoted c' },
  ])('waits while a history is $times times older than its file', async ({ times, ends }) => {
    let seen = 0;
    const onRequest: Interceptor = async (exchange, answer) => {
      const reply = await answer();
      if (exchange.template !== '/repos/{owner}/{repo}/commits') return reply;
      seen += 1;
      const isBehind = seen <= times && Array.isArray(reply.body);
      return isBehind ? { ...reply, body: (reply.body as unknown[]).slice(1) } : reply;
    };
    const scene = await openScene(repositories, { onRequest });
    try {
      const { outputs, stdout } = await scene.rollBack();
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe(ends);
      expect(stdout).toContain('one of the two is not up to date');
    } finally {
      await scene.close();
    }
  });

  it('without a token for the source names the commits that are known', async () => {
    await withScene(async (scene) => {
      const { outputs, stdout } = await scene.rollBack({ token: 'ghs_none' });
      expect(outputs.reason).toBe('promoted');
      expect(outputs['rolled-back-commits']).toBe('1');
      expect(stdout).toContain('The commits that are taken back are not listed');
      expect(stdout).toContain(scene.commits.c.slice(0, 7));
    });
  });
});
