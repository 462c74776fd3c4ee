import { describe, expect, it } from '@jest/globals';
import { patchTargets, readTargets, type TargetFacts } from '../../src/promote/patch-targets.js';
import { parseTargets } from '../../src/promote/targets-parser.js';
import type { ImageReference } from '../../src/tag/result.js';
import { FakeRepository } from '../fakes/gitops-repository.js';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const facts: TargetFacts = {
  image: { repository: 'ghcr.io/org/agent', tag: 'v2' },
  createMissing: false,
  sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  shortSha: 'a1b2c3d',
  gitopsBranch: 'main',
};

function patch(text: string, targets: string, changes: Partial<TargetFacts> = {}) {
  const file = { path: 'app.yaml', bytes: new TextEncoder().encode(text), blobSha: '0' };
  const patched = patchTargets(
    { file, targets: parseTargets(targets).targets },
    { ...facts, ...changes },
  );
  return { ...patched, text: new TextDecoder().decode(patched.bytes) };
}

function set(template: string) {
  return `- {file: app.yaml, set: {a: ${JSON.stringify(template)}}}`;
}

describe('readTargets', () => {
  it('reads each file once, and brings targets of one file together', async () => {
    const repository = new FakeRepository('images: []\n');
    repository.others.set('v.yaml', 'image: {tag: v1}\n');
    const { targets } = parseTargets(
      '- {kustomization: app/base, image-name: a}\n- values: v.yaml\n- {kustomization: app/base, image-name: b}\n',
    );
    const files = await readTargets(targets, repository);
    expect(files.map(({ file, targets: own }) => [file.path, own.length])).toEqual([
      ['app/base/kustomization.yaml', 2],
      ['v.yaml', 1],
    ]);
    expect(repository.reads).toBe(1);
  });
});

describe('patchTargets', () => {
  it('makes all changes of a file', () => {
    const { text, changed, results } = patch(
      'image:\n  tag: v1\nversion: "1"\n',
      '- values: app.yaml\n- {file: app.yaml, set: {version: "{{tag}}"}}\n',
    );
    expect(text).toBe('image:\n  tag: v2\nversion: "v2"\n');
    expect(changed).toBe(true);
    expect(results).toMatchObject([
      {
        file: 'app.yaml',
        imageName: 'agent',
        image: facts.image,
        previousImage: { repository: 'ghcr.io/org/agent', tag: 'v1' },
        changes: [{ path: 'image.tag', before: 'v1', after: 'v2' }],
      },
      { changes: [{ path: 'version', before: '1', after: 'v2' }] },
    ]);
  });

  it('adds what is missing on demand', () => {
    const target = '- {kustomization: ., image-name: agent}';
    expect(() => patch('images: []\n', target)).toThrow(/create-missing/);
    const { text, results } = patch('images:\n', target, { createMissing: true });
    expect(text).toBe('images:\n- name: agent\n  newName: ghcr.io/org/agent\n  newTag: v2\n');
    expect(results[0]?.previousImage).toBeUndefined();
  });

  it('finds the entry by its repository', () => {
    const { results } = patch('images: [{name: ghcr.io/org/agent}]\n', '- kustomization: .');
    expect(results).toMatchObject([{ imageName: 'ghcr.io/org/agent' }]);
  });

  it.each([
    { template: 'x={{image}}', value: 'x=ghcr.io/org/agent:v2' },
    { template: '{{repository}} {{tag}}', value: 'ghcr.io/org/agent v2' },
    {
      template: '{{sha}} {{ short-sha }} {{gitops-branch}}',
      value: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678 a1b2c3d main',
    },
  ])('renders $template', ({ template, value }) => {
    expect(patch('a: old\n', set(template)).results[0]?.changes).toEqual([
      { path: 'a', before: 'old', after: value },
    ]);
  });

  it.each(['digest', 'sha'])('refuses {{%s}} where it is not known', (name) => {
    const { sourceSha, ...rest } = facts;
    expect(sourceSha).toBeDefined();
    const file = { path: 'app.yaml', bytes: new TextEncoder().encode('a: b\n'), blobSha: '0' };
    const { targets } = parseTargets(set(`{{${name}}}`));
    expect(() => patchTargets({ file, targets }, rest)).toThrow(
      `targets: {{${name}}} for a of app.yaml is not known in this run.`,
    );
  });

  it.each<{ before: string; template: string; previous: ImageReference | undefined }>([
    {
      before: 'agent=r/x:v1',
      template: 'agent={{image}}',
      previous: { repository: 'r/x', tag: 'v1' },
    },
    { before: 'v1', template: '{{tag}}', previous: { repository: 'ghcr.io/org/agent', tag: 'v1' } },
    {
      before: `v1@${DIGEST}`,
      template: '{{tag}}@{{digest}}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v1', digest: DIGEST },
    },
    { before: 'v1.2+x', template: 'v1.2+{{sha}}', previous: undefined },
    { before: 'not a tag', template: '{{tag}}', previous: undefined },
    { before: 'x', template: 'agent={{image}}', previous: undefined },
    { before: 'v2', template: '{{tag}}', previous: facts.image },
  ])('takes $before as $template from before', ({ before, template, previous }) => {
    const { results } = patch(`a: ${JSON.stringify(before)}\n`, set(template), {
      image: { ...facts.image, ...(template.includes('digest') && { digest: DIGEST }) },
    });
    expect(results[0]?.previousImage).toEqual(previous);
  });

  it('knows no image from before where the value is new', () => {
    const { results } = patch('b: c\n', set('{{tag}}'), { createMissing: true });
    expect(results[0]?.previousImage).toBeUndefined();
  });
});
