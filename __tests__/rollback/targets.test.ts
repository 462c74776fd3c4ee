import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tagOf } from '../run/scene.js';
import {
  APP,
  type Commits,
  KUSTOMIZATION,
  makeRepositories,
  openScene,
  removeRepositories,
  renderEntries,
  type Repositories,
  type Scene,
} from './scene.js';

const VALUES = 'app/values.yaml';
const MANIFEST = 'app/manifest.yaml';

const SET = `- file: ${MANIFEST}
  set:
    spec.args[0]: --image={{image}}
    metadata.annotations.commit: '{{sha}}'
`;

const DIGEST = `sha256:${'ab'.repeat(32)}`;

function renderManifest(image: string, commit: string): string {
  return `# Hand-made.\nmetadata:\n  annotations: { commit: "${commit}" }\nspec:\n  args:\n    - --image=${image} # this one\n    - --verbose\n`;
}

function filesOf({ o }: Commits) {
  return {
    [KUSTOMIZATION]: renderEntries(tagOf(o)),
    [VALUES]: `replicas: 1\nimage:\n  tag: ${tagOf(o)} # ours\n  digest: ""\n`,
    [MANIFEST]: renderManifest(`${APP}:${tagOf(o)}`, o),
  };
}

let repositories: Repositories;

beforeAll(async () => {
  repositories = await makeRepositories(filesOf);
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

const all = {
  kustomization: 'app',
  'image-name': 'app',
  values: VALUES,
  'values-digest-path': 'image.digest',
  targets: SET,
};

const two = { kustomization: 'app', 'image-name': 'app', values: VALUES };

/** What a person does to a file that asks for `c`. */
async function putBack(scene: Scene, path: string): Promise<void> {
  const [b, c] = [scene.commits.b, scene.commits.c].map(tagOf);
  await scene.edit((text) => text.replace(c ?? '', b ?? ''), path);
}

describe('the targets of a rollback', () => {
  it('may be several, of all kinds, in one commit', async () => {
    await withScene(async (scene) => {
      const paths = [KUSTOMIZATION, VALUES, MANIFEST];
      await scene.promote('a', all);
      const before = await Promise.all(paths.map((path) => scene.read(path)));
      await scene.promote('b', { ...all, digest: DIGEST });
      await scene.edit((text) => text.replace('replicas: 1', 'replicas: 3'), VALUES);
      await scene.edit((text) => text.replace('--verbose', '--quiet'), MANIFEST);
      const { outputs, stdout } = await scene.rollBack(all);
      expect(outputs.reason === 'promoted' ? '' : stdout).toBe('');
      const [kustomization, values, manifest] = before;
      expect(await scene.read(KUSTOMIZATION)).toBe(kustomization);
      expect(await scene.read(VALUES)).toBe(values?.replace('replicas: 1', 'replicas: 3'));
      expect(await scene.read(MANIFEST)).toBe(manifest?.replace('--verbose', '--quiet'));
      const [message = ''] = await scene.gitops.log('main');
      expect(message.match(/^Target: .*$/gm)).toEqual([
        `Target: ${KUSTOMIZATION} app`,
        `Target: ${VALUES} image.tag`,
        `Target: ${MANIFEST} spec.args[0]`,
      ]);
      expect(outputs.image).toBe(`${APP}:${tagOf(scene.commits.a)}`);
      expect(outputs['previous-image']).toBe(`${APP}:${tagOf(scene.commits.b)}@${DIGEST}`);
    });
  });

  it('need no image-name where the history names the entry', async () => {
    await withScene(async (scene) => {
      await scene.promote('a');
      await scene.promote('b');
      const { outputs } = await scene.rollBack({ kustomization: 'app' });
      expect(outputs.reason).toBe('promoted');
      expect(await scene.deployed()).toBe('a');
    });
  });

  it('need an image-name where nothing tells which entry is meant', async () => {
    await withScene(async (scene) => {
      const { outputs, stdout } = await scene.rollBack({ kustomization: 'app' });
      expect(outputs.reason).toBe('entry-ambiguous');
      expect(stdout).toContain('image-name:');
      expect(stdout).toContain('"app", "sidecar"');
    });
  });

  it('are told apart in one file: another image of it stays', async () => {
    await withScene(async (scene) => {
      const side = { kustomization: 'app', 'image-name': 'sidecar' };
      await scene.promote('a');
      await scene.promote('b');
      await scene.promote('c', { ...side, image: 'sidecar:2.0.0', 'source-sha': undefined });
      const { outputs } = await scene.rollBack();
      expect(outputs.reason).toBe('promoted');
      expect(await scene.read()).toBe(renderEntries(tagOf(scene.commits.a), '2.0.0'));
      await scene.rollBack(side);
      expect(await scene.read()).toBe(renderEntries(tagOf(scene.commits.a)));
    });
  });

  it('have to ask for one image', async () => {
    await withScene(async (scene) => {
      await scene.promote('a', all);
      await scene.promote('b', { values: VALUES });
      const head = await scene.gitops.resolve('main');
      const { outputs, stdout } = await scene.rollBack(all);
      expect(outputs.reason).toBe('not-promoted');
      expect(stdout).toContain(`${KUSTOMIZATION} (app) asks for ${APP}:${tagOf(scene.commits.a)}`);
      expect(stdout).toContain(`${VALUES} (image.tag) asks for ${APP}:${tagOf(scene.commits.b)}`);
      expect(await scene.gitops.resolve('main')).toBe(head);
    });
  });

  it('have to go back to one image', async () => {
    await withScene(async (scene) => {
      await scene.promote('a', { values: VALUES });
      await scene.promote('b', all);
      const { outputs, stdout } = await scene.rollBack(all);
      expect(outputs.reason).toBe('not-promoted');
      expect(stdout).toContain(`would go back to ${APP}:${tagOf(scene.commits.o)}`);
      expect(stdout).toContain(`would go back to ${APP}:${tagOf(scene.commits.a)}`);
    });
  });

  it.each([
    {
      by: 'the step',
      prepare: async (scene: Scene) => {
        await scene.promote('b', { values: VALUES });
        await scene.rollBack({ values: VALUES });
      },
      back: (scene: Scene) => scene.rollBack({ ...two, 'rollback-to': tagOf(scene.commits.b) }),
    },
    {
      by: 'stale: allow',
      prepare: () => Promise.resolve(),
      back: (scene: Scene) => scene.promote('b', { ...two, stale: 'allow' }),
    },
  ])(
    'may go forward where another goes back by $by: nothing of these is taken back',
    async ({ prepare, back }) => {
      await withScene(async (scene) => {
        await scene.promote('a', two);
        await scene.promote('b');
        await scene.promote('c');
        await prepare(scene);
        expect((await back(scene)).outputs.reason).toBe('promoted');
        expect([await scene.deployed(), await scene.deployed(VALUES)]).toEqual(['b', 'b']);
        const { outputs, stdout } = await scene.rollBack({ values: VALUES });
        expect(`${outputs.reason} ${await scene.deployed(VALUES)}`).toBe('promoted a');
        expect(stdout).toContain('Taken back of org/repo: 1 commit.');
      });
    },
  );

  it('may be reverted by hand: what was left comes again in none of them', async () => {
    await withScene(async (scene) => {
      for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter, two);
      for (const path of [KUSTOMIZATION, VALUES]) await putBack(scene, path);
      await scene.promote('h', two);
      for (const target of [{ values: VALUES }, { kustomization: 'app', 'image-name': 'app' }]) {
        const { outputs } = await scene.promote('c', target);
        expect(outputs.reason).toBe('rolled-back');
      }
      expect((await scene.rollBack(two)).outputs.reason).toBe('promoted');
      expect([await scene.deployed(), await scene.deployed(VALUES)]).toEqual(['b', 'b']);
      expect((await scene.rollBack(two)).outputs.reason).toBe('promoted');
      expect([await scene.deployed(), await scene.deployed(VALUES)]).toEqual(['a', 'a']);
    });
  });

  it.each([KUSTOMIZATION, VALUES])('may differ before: only %s was reverted', async (path) => {
    await withScene(async (scene) => {
      for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter, two);
      await putBack(scene, path);
      await scene.edit((text) => `${text}# Nothing else.\n`, VALUES);
      await scene.promote('h', two);
      const [message = ''] = await scene.gitops.log('main');
      const { b, c } = scene.commits;
      const before = path === VALUES ? [c, b] : [b, c];
      expect(message.match(/^Previous-Image: .*$/gm)).toEqual(
        before.map((sha) => `Previous-Image: ${APP}:${tagOf(sha)}`),
      );
      await scene.rollBack();
      await scene.rollBack({ values: VALUES });
      const ends = path === VALUES ? ['c', 'b'] : ['b', 'c'];
      expect([await scene.deployed(), await scene.deployed(VALUES)]).toEqual(ends);
    });
  });

  it('may be set in another order, and are the same', async () => {
    await withScene(async (scene) => {
      const other = `- file: ${MANIFEST}
  set:
    metadata.annotations.commit: '{{sha}}'
    spec.args[0]: --image={{image}}
`;
      for (const letter of ['a', 'b', 'c'] as const) await scene.promote(letter, { targets: SET });
      expect((await scene.rollBack({ targets: other })).outputs.reason).toBe('promoted');
      expect((await scene.promote('c', { targets: other })).outputs.reason).toBe('rolled-back');
      expect(await scene.deployed(MANIFEST)).toBe('b');
    });
  });

  it.each(['previous', 'its commit', 'its tag'])(
    'may hold the tag alone, of an image that was renamed since: refused to %s',
    async (to) => {
      await withScene(async (scene) => {
        const [a, b] = [scene.commits.a, scene.commits.b];
        const service = 'ghcr.io/org/repo/service';
        await scene.promote('a', { values: VALUES });
        await scene.promote('b', { values: VALUES, image: `${service}:${tagOf(b)}` });
        const goals: Readonly<Record<string, string>> = { 'its commit': a, 'its tag': tagOf(a) };
        const back = { values: VALUES, 'rollback-to': goals[to] ?? to };
        const { outputs, stdout } = await scene.rollBack(back);
        expect(`${outputs.reason} ${await scene.deployed(VALUES)}`).toBe('no-previous b');
        expect(stdout).toContain(`and asked for ${APP}:${tagOf(a)} then: the image was renamed`);
        expect(stdout).toContain(`so that ${service}:${tagOf(a)} would be deployed.`);
      });
    },
  );

  it('may have got their key by the promotion, which is nothing to go back to', async () => {
    await withScene(async (scene) => {
      const added = { kustomization: 'app', 'image-name': 'new', 'create-missing': 'true' };
      await scene.promote('a', added);
      const { outputs, stdout } = await scene.rollBack({
        kustomization: 'app',
        'image-name': 'new',
      });
      expect(outputs.reason).toBe('no-previous');
      expect(stdout).toContain('Nothing was rolled back');
    });
  });
});
