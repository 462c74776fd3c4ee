import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GITOPS, tagOf } from '../run/scene.js';
import type { Listed } from '../run/pull-requests.js';
import {
  advance,
  APP,
  makeRepositories,
  openScene,
  removeRepositories,
  type Repositories,
  type Scene,
} from './scene.js';
import { SECRET } from '../run/scene.js';
import type { Interceptor } from '../stand-in/server.mjs';

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories();
  await advance(repositories, async (scene) => {
    for (const letter of ['a', 'b'] as const) await scene.promote(letter);
  });
});

afterAll(() => {
  removeRepositories(repositories);
});

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(repositories, {}, { allowAutoMerge: true });
  try {
    await work(scene);
  } finally {
    await scene.close();
  }
}

async function listOpen({ standIn }: Scene): Promise<readonly Listed[]> {
  const response = await fetch(`${standIn.url}/repos/${GITOPS}/pulls?state=open`, {
    headers: { authorization: `token ${SECRET}` },
  });
  return (await response.json()) as readonly Listed[];
}

/** What a merge by rebase leaves: the same change as a new commit, beside an edit in between. */
async function rebase({ gitops, edit }: Scene, branch: string): Promise<void> {
  await edit((text) => `${text}# In between.\n`);
  const message = await gitops.git('log', '-1', '--format=%B', branch);
  const tree = await gitops.git('merge-tree', '--write-tree', 'main', branch);
  const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.com'];
  const commit = ['commit-tree', tree, '-p', 'main', '-m', message];
  await gitops.git('update-ref', 'refs/heads/main', await gitops.git(...identity, ...commit));
}

const byRequest = { mode: 'pull-request' };

describe('a rollback by pull request', () => {
  it.each(['merge', 'squash'])(
    'goes back over promotions and rollbacks that were merged by %s',
    async (method) => {
      await withScene(async (scene) => {
        const merged = { ...byRequest, 'auto-merge': method };
        const promoted = await scene.promote('c', merged);
        expect(promoted.outputs['pull-request-operation']).toBe('merged');
        const seen: string[] = [];
        for (const inputs of [merged, {}, merged, merged]) {
          const { outputs } = await scene.rollBack(inputs);
          seen.push(`${outputs.reason} ${await scene.deployed()}`);
        }
        expect(seen).toEqual(['promoted b', 'promoted a', 'promoted o', 'no-previous o']);
      });
    },
  );

  it('goes back over promotions and rollbacks that were merged by rebase', async () => {
    await withScene(async (scene) => {
      await scene.promote('c', byRequest);
      await rebase(scene, 'promote/app/main');
      const seen = [await scene.deployed()];
      await scene.rollBack(byRequest);
      await rebase(scene, 'rollback/app/main');
      seen.push(await scene.deployed());
      await scene.rollBack();
      expect([...seen, await scene.deployed()]).toEqual(['c', 'b', 'a']);
    });
  });

  it('has a branch of its own, and tells what is taken back', async () => {
    await withScene(async (scene) => {
      const { a, b } = scene.commits;
      const { outputs, stdout } = await scene.rollBack(byRequest);
      expect(outputs).toMatchObject({
        reason: 'pull-request',
        'pull-request-operation': 'created',
        'rolled-back-commits': '1',
      });
      expect(stdout).toMatch(/^Rollback: Pull request .* 1 commit of org\/repo is taken back\.$/m);
      const [pull] = await listOpen(scene);
      expect(pull?.head.ref).toBe('rollback/app/main');
      expect(pull?.title).toBe(`revert(app): ${tagOf(b)} -> ${tagOf(a)}`);
      expect(pull?.body).toContain(`Rolls \`main\` back to \`${APP}:${tagOf(a)}\`.`);
      expect(pull?.body).toContain('Takes back 1 commit of `org/repo`:');
      expect(pull?.body).toContain(`/org/repo/commit/${b}) Change it`);
      expect(pull?.body).toContain(`What is taken back: [\`${a}...${b.slice(0, 7)}\`]`);
      expect(pull?.body).toMatch(/\nRollback-Of: [0-9a-f]{40}\nRolled-Back-Commit: /);
      expect(await scene.deployed()).toBe('b');
      const again = await scene.rollBack(byRequest);
      expect(again.outputs['pull-request-operation']).toBe('none');
      expect(await listOpen(scene)).toHaveLength(1);
    });
  });

  it.each([
    { mode: 'commit', autoMerge: 'off', says: '' },
    { mode: 'pull-request', autoMerge: 'squash', says: ', and is merged by itself once' },
  ])('warns of a promotion that is open: $mode, auto-merge $autoMerge', async (example) => {
    const isProtected = example.autoMerge !== 'off';
    const protection = isProtected ? { protectedBranches: { main: 'status-checks' } as const } : {};
    const options = { allowAutoMerge: true, ...protection };
    const scene = await openScene(repositories, {}, options);
    try {
      const own = { 'pull-request-branch': 'ours', 'auto-merge': example.autoMerge };
      await scene.promote('c', { ...byRequest, ...own });
      const side = { kustomization: 'app', 'image-name': 'sidecar', image: 'sidecar:v2' };
      await scene.promote('d', { ...byRequest, ...side });
      const { stdout } = await scene.rollBack({ mode: example.mode });
      expect(stdout.match(/::warning::Pull request #.*/g)).toEqual([
        expect.stringContaining(
          ` promotes to the same targets (${APP}:${tagOf(scene.commits.c)})${example.says}`,
        ),
      ]);
    } finally {
      await scene.close();
    }
  });

  it('is not waited for where the server does not tell what is open', async () => {
    const refused: Interceptor = async (exchange, answer) =>
      exchange.template === '/repos/{owner}/{repo}/pulls'
        ? { status: 502, body: { message: 'Server Error' } }
        : answer();
    const scene = await openScene(repositories, { onRequest: refused });
    try {
      const { outputs, stdout } = await scene.rollBack();
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted a');
      expect(stdout).toContain('Open pull requests that promote were not looked for: ');
    } finally {
      await scene.close();
    }
  });

  it('is written before the server has told what is open', async () => {
    let tellWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      tellWritten = resolve;
    });
    const late: Interceptor = async (exchange, answer) => {
      if (exchange.template === '/repos/{owner}/{repo}/pulls') {
        await written;
        return { status: 403, body: { message: 'Resource not accessible by integration' } };
      }
      const reply = await answer();
      if (exchange.method === 'PUT') tellWritten();
      return reply;
    };
    const scene = await openScene(repositories, { onRequest: late });
    try {
      const { outputs, stdout } = await scene.rollBack();
      expect(`${outputs.reason} ${await scene.deployed()}`).toBe('promoted a');
      expect(stdout).toMatch(
        /were not looked for: .* not allowed to list the pull requests in org\/gitops .*: Read-only"/,
      );
    } finally {
      tellWritten();
      await scene.close();
    }
  });

  it('leaves what was open to be closed, of which a run that is held back tells again', async () => {
    let isRefusing = false;
    const refused: Interceptor = async (exchange, answer) =>
      isRefusing && exchange.template === '/repos/{owner}/{repo}/pulls'
        ? { status: 502, body: { message: 'Server Error' } }
        : answer();
    const scene = await openScene(repositories, { onRequest: refused });
    const hold = { ...byRequest, 'after-rollback': 'hold' };
    try {
      await scene.promote('c', byRequest);
      await scene.rollBack();
      const held = await scene.promote('d', hold);
      expect(held.outputs.reason).toBe('rolled-back');
      expect(held.stdout).toMatch(
        /::warning::This commit was taken back, or is held, and pull request #1 .* Close it/,
      );
      isRefusing = true;
      const unknown = await scene.promote('d', { ...hold, 'retry-timeout': '0' });
      expect(unknown).toMatchObject({ exitCode: 0, outputs: { reason: 'rolled-back' } });
      expect(unknown.stdout).toContain('Whether a pull request is open was not told: ');
    } finally {
      await scene.close();
    }
  });

  it('that is dry opens nothing', async () => {
    await withScene(async (scene) => {
      const { outputs } = await scene.rollBack({ ...byRequest, 'dry-run': 'true' });
      expect(outputs).toMatchObject({ reason: 'dry-run', 'would-change': 'true' });
      expect(await listOpen(scene)).toEqual([]);
    });
  });
});
