import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  tagOf,
  type Templates,
} from './scene.js';

const COUNT = 20;
const names = Array.from({ length: COUNT }, (_, index) => `app-${index}`);

function renderEntries(tagOfName: (name: string) => string): string {
  const entries = names.map((name) => `  - name: ${name}\n    newTag: ${tagOfName(name)}\n`);
  return `images:\n${entries.join('')}`;
}

describe('20 promotions of 20 images into one kustomization at once', () => {
  let templates: Templates;

  beforeAll(async () => {
    templates = await makeTemplates(({ older }) => ({
      [KUSTOMIZATION]: renderEntries(() => tagOf(older)),
    }));
  });

  afterAll(() => {
    removeTemplates(templates);
  });

  it.each(['contents', 'graphql'])(
    'make 20 commits, and lose none, through %s',
    async (api) => {
      const scene = await openScene(templates);
      const tag = tagOf(templates.history.ours);
      const results = await Promise.all(
        names.map((name) =>
          scene.promote({
            image: `${name}:${tag}`,
            kustomization: 'app/base',
            'image-name': name,
            'commit-api': api,
            'retry-timeout': '600',
          }),
        ),
      );
      expect(results.map(({ outputs }) => outputs.reason)).toEqual(names.map(() => 'promoted'));
      const text = (await scene.gitops.readFile('main', KUSTOMIZATION)).toString();
      expect(text).toBe(renderEntries(() => tag));
      const messages = await scene.gitops.log();
      expect(messages).toHaveLength(COUNT + 1);
      process.stdout.write(
        `Contention through ${api}: ${COUNT} promotions at once, ${messages.length - 1} commits, ${scene.standIn.requests.length} requests.\n`,
      );
      await scene.close();
    },
    900_000,
  );
});

describe('two promotions of one image, of which the older one finishes last', () => {
  let templates: Templates;

  beforeAll(async () => {
    templates = await makeTemplates();
  });

  afterAll(() => {
    removeTemplates(templates);
  });

  it.each(['contents', 'graphql'])('leave the newer one through %s', async (api) => {
    const { ours, newer } = templates.history;
    let release: () => void = () => undefined;
    const landed = new Promise<void>((resolve) => {
      release = resolve;
    });
    let writes = 0;
    const newest: (string | undefined)[] = [];
    const scene = await openScene(templates, {
      onRequest: async ({ method, body }, answer) => {
        const isWrite = method === 'PUT' || JSON.stringify(body ?? '').includes('createCommit');
        if (!isWrite) return answer();
        writes += 1;
        // The first one to come is the older one's: the newer one starts only then.
        if (writes > 1) return answer();
        const younger = scene.promote({ ...inputs, image: imageOf(newer), 'source-sha': newer });
        void younger.finally(release);
        await landed;
        newest.push((await younger).outputs.reason);
        return answer();
      },
    });
    const inputs = { kustomization: 'app/base', 'image-name': 'app', 'commit-api': api };
    const older = await scene.promote({ ...inputs, image: imageOf(ours), 'source-sha': ours });
    expect(newest).toEqual(['promoted']);
    expect(older.exitCode).toBe(0);
    expect(older.outputs).toMatchObject({ reason: 'stale', changed: 'false' });
    expect(older.stdout).toContain(`already asks for ${imageOf(newer)}, which is 1 commit newer`);
    const text = (await scene.gitops.readFile('main', KUSTOMIZATION)).toString();
    expect(text).toBe(renderKustomization(tagOf(newer)));
    expect(await scene.gitops.log()).toHaveLength(2);
    await scene.close();
  });
});

function imageOf(sha: string): string {
  return `ghcr.io/org/repo/app:${tagOf(sha)}`;
}
