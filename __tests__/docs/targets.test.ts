import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readImageOf } from '../../src/patch/images/read-image.js';
import { patchTargets } from '../../src/promote/files.js';
import type { Target } from '../../src/promote/inputs/target.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';

const page = readFileSync(new URL('../../docs/targets.md', import.meta.url), 'utf8');
const facts = {
  image: { repository: 'ghcr.io/org/fastapi-agent', tag: 'main-a1b2c3d' },
  createMissing: false,
  sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
};

interface Example {
  readonly title: string;
  readonly targets: string;
  readonly file: string;
  readonly diff: string;
}

/** The sections with a diff: before it stand the targets and the file. */
function readExamples(): readonly Example[] {
  const sections = page.split(/^## /m).map((section) => {
    const [title = ''] = section.split('\n');
    const blocks = [...section.matchAll(/^```(?:yaml|diff)\n(?<text>.*?)^```$/gms)];
    const [targets = '', file = '', diff = ''] = blocks.map(({ groups }) => groups?.['text']);
    return { title, targets, file, diff };
  });
  return sections.filter(({ diff }) => diff !== '');
}

function pathOf({ kind, path }: Target): string {
  return kind === 'kustomization' ? `${path}/kustomization.yaml` : path;
}

describe('docs/targets.md', () => {
  it('has an example of each kind', () => {
    expect(readExamples().map(({ title }) => title)).toEqual([
      'Kustomization',
      'Helm values',
      'Argo CD Application',
      'Argo CD ApplicationSet',
      'Flux HelmRelease',
      'Plain manifests',
    ]);
  });

  it.each(readExamples())('$title: the diff is what the target gives', (example) => {
    const { targets, problems } = parseTargets(example.targets);
    expect(problems).toEqual([]);
    const [path = ''] = targets.map(pathOf);
    const file = { path, bytes: new TextEncoder().encode(example.file), blobSha: '0' };
    const { results } = patchTargets({ file, targets }, facts);
    expect(results.map(({ diff }) => diff).join('')).toBe(example.diff);
  });
});

describe('examples/gitops-repo', () => {
  const read = (path: string) => ({
    path,
    bytes: readFileSync(new URL(`../../examples/gitops-repo/${path}`, import.meta.url)),
    blobSha: '0',
  });

  it('takes what promote-from copies, as the page shows it', () => {
    const yaml = /promote-from:[^]*?gitops-repository:/.exec(page)?.[0] ?? '';
    const input = (name: string) => new RegExp(`${name}: (\\S+)`).exec(yaml)?.[1] ?? '';
    const imageName = input('image-name');
    const from = read(`${input('promote-from')}/kustomization.yaml`);
    const image = readImageOf(from, { kind: 'kustomization', imageName });
    expect(image).toMatchObject({
      repository: 'ghcr.io/org/repo/fastapi-agent',
      tag: 'main-3f9c2e1',
    });
    const path = input('kustomization');
    const list = JSON.stringify([{ kustomization: path, 'image-name': imageName }]);
    const { targets } = parseTargets(list);
    const newer = { ...image, tag: 'main-a1b2c3d' };
    const file = read(`${path}/kustomization.yaml`);
    const { results } = patchTargets({ file, targets }, { ...facts, image: newer });
    expect(results).toMatchObject([
      { changes: [{ path: 'images[0].newTag', before: 'main-3f9c2e1', after: 'main-a1b2c3d' }] },
    ]);
  });
});
